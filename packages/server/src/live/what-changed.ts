/**
 * What of the news a reader sees: compares each entity named with what the same reader saw of it before.
 *
 * An entity of which the reader sees nothing is never named, and one that looks the same is not named either. Where it was
 * not looked at before, what the reader sees must have been recorded since the connection was opened.
 *
 * Next door: `live-desk.ts`.
 */
import type { LiveKey } from '@demarche/api'
import { kindOfEntity, markingKey, PROCEDURE_ELSEWHERE, type Statement } from '@demarche/core'
import type { LedgerReader } from '@demarche/store'

/** What one connection has seen. */
export interface Seen {
  /** UTC */
  readonly since: string
  /** the version of everything seen when the connection was opened */
  firstVersion: string
  /** of each entity looked at: what was seen, and in which version of everything */
  readonly entities: Map<string, { readonly fingerprint: string; readonly version: string }>
}

const PIECE = 100
/** then it is simpler to ask for everything */
const MOST_NAMED = 40
const MOST_KEPT = 2000

/**
 * What to ask again; nothing when the reader sees all of it as before.
 * @param version of everything that the reader sees, read after the news came in
 * @param news entities about which something was recorded, whoever may see it
 */
export async function whatChanged(
  ledger: Pick<LedgerReader, 'statementsOf' | 'remarkings'>,
  seen: Seen,
  version: string,
  news: readonly string[],
): Promise<readonly LiveKey[]> {
  // where everything is as it was when the entity was looked at last, so is the entity
  const open = news.filter((entity) => (seen.entities.get(entity)?.version ?? seen.firstVersion) !== version)
  const changed: string[] = []
  for (let start = 0; start < open.length; start += PIECE) {
    const piece = open.slice(start, start + PIECE)
    const statements = Map.groupBy(await ledger.statementsOf(piece), ({ entity }) => entity)
    for (const entity of piece) {
      if (await differs(ledger, seen, version, entity, statements.get(entity) ?? [])) changed.push(entity)
    }
  }
  const procedures = changed.filter((entity) => entity.startsWith('procedure:')).toSorted()
  const elsewhere = changed.filter((entity) => kindOfEntity(entity) === PROCEDURE_ELSEWHERE)
  const cases = changed.filter((entity) => entity.startsWith('case:')).toSorted()
  const records = changed.filter(isOfRecord)
  const named = procedures.length + elsewhere.length + cases.length
  if (named > MOST_NAMED) return ['everything']
  return [
    // something else, such as a need-to-know list, may open or close anything; the rest is named beside it, so that nothing
    // depends on what came in together
    ...(changed.length > named + records.length ? (['everything'] as const) : []),
    ...(records.length > 0 ? (['portfolio'] as const) : []),
    ...procedures.map((procedure): LiveKey => ({ procedure })),
    ...cases.map((one): LiveKey => ({ case: one })),
    ...(procedures.length + elsewhere.length > 0 ? (['procedures'] as const) : []),
    ...(procedures.length > 0 ? (['notices'] as const) : []),
    ...(cases.length > 0 ? (['cases'] as const) : []),
  ]
}

/** Kinds of which news may change anything: who stands on a list, what is to be erased. */
const NO_RECORDS = ['case', 'procedure', PROCEDURE_ELSEWHERE, 'list', 'erasure']

function isOfRecord(entity: string): boolean {
  return !NO_RECORDS.includes(kindOfEntity(entity))
}

async function differs(
  ledger: Pick<LedgerReader, 'remarkings'>,
  { since, entities }: Seen,
  version: string,
  entity: string,
  statements: readonly Statement[],
): Promise<boolean> {
  const before = entities.get(entity)?.fingerprint
  const fingerprint = fingerprintOf(statements)
  entities.delete(entity)
  entities.set(entity, { fingerprint, version })
  for (const old of [...entities.keys()].slice(0, -MOST_KEPT)) entities.delete(old)
  if (before !== undefined) return before !== fingerprint
  if (statements.length === 0) return false
  const isNew = ({ assertedAt }: Statement) => assertedAt >= since
  return statements.some(isNew) || (await ledger.remarkings(entity)).some(isNew)
}

/** One text for what is seen of an entity. */
function fingerprintOf(statements: readonly Statement[]): string {
  return statements
    .map(({ id, marking, erased }) => `${id} ${markingKey(marking)} ${erased ? 'erased' : ''}`)
    .join('\n')
}
