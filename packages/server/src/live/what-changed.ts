/**
 * What of the news a reader sees: compares each entity named with what the same reader saw of it before.
 *
 * An entity of which the reader sees nothing is never named, and one that looks the same is not named either. Where it was
 * not looked at before, what the reader sees must have been recorded since the connection was opened.
 *
 * Next door: `live-desk.ts`.
 */
import type { LiveKey } from '@demarche/api'
import { markingKey, type Statement } from '@demarche/core'
import type { LedgerReader } from '@demarche/store'

/** What one connection has seen. */
export interface Seen {
  /** UTC */
  readonly since: string
  /** of each entity looked at */
  readonly fingerprints: Map<string, string>
}

const PIECE = 100
/** then it is simpler to ask for everything */
const MOST_NAMED = 40
const MOST_KEPT = 2000

/**
 * What to ask again. Called only when the version of what the reader sees has changed.
 * @param news entities about which something was recorded, whoever may see it; `*` when that is not known
 */
export async function whatChanged(
  ledger: Pick<LedgerReader, 'statementsOf' | 'remarkings'>,
  seen: Seen,
  news: readonly string[],
): Promise<readonly LiveKey[]> {
  if (news.includes('*')) return ['everything']
  const known = news.filter((entity) => /^(case|procedure):/.test(entity))
  const changed: string[] = []
  for (let start = 0; start < known.length; start += PIECE) {
    const piece = known.slice(start, start + PIECE)
    const statements = Map.groupBy(await ledger.statementsOf(piece), ({ entity }) => entity)
    for (const entity of piece) {
      if (await differs(ledger, seen, entity, statements.get(entity) ?? [])) changed.push(entity)
    }
  }
  // seen differently, but not by what was recorded about a case or procedure: a list, for example
  if (changed.length === 0 || changed.length > MOST_NAMED) return ['everything']
  const procedures = changed.filter((entity) => entity.startsWith('procedure:')).toSorted()
  const cases = changed.filter((entity) => entity.startsWith('case:')).toSorted()
  return [
    ...procedures.map((procedure): LiveKey => ({ procedure })),
    ...cases.map((one): LiveKey => ({ case: one })),
    ...(procedures.length > 0 ? (['procedures', 'notices'] as const) : []),
    ...(cases.length > 0 ? (['cases'] as const) : []),
  ]
}

async function differs(
  ledger: Pick<LedgerReader, 'remarkings'>,
  { since, fingerprints }: Seen,
  entity: string,
  statements: readonly Statement[],
): Promise<boolean> {
  const before = fingerprints.get(entity)
  const now = fingerprintOf(statements)
  fingerprints.delete(entity)
  fingerprints.set(entity, now)
  for (const old of [...fingerprints.keys()].slice(0, -MOST_KEPT)) fingerprints.delete(old)
  if (before !== undefined) return before !== now
  if (statements.length === 0) return false
  const isNew = ({ assertedAt }: Statement) => assertedAt >= since
  return statements.some(isNew) || (await ledger.remarkings(entity)).some(isNew)
}

/** One text for what is seen of an entity. */
export function fingerprintOf(statements: readonly Statement[]): string {
  return statements
    .map(({ id, marking, erased }) => `${id} ${markingKey(marking)} ${erased ? 'erased' : ''}`)
    .join('\n')
}
