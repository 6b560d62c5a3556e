/**
 * A file about cases on record keeps to their marking: what is marked below the case it adds to needs the right.
 *
 * The file itself is the reason: its records carry the markings of their source. Only cases that exist are looked at, as the
 * reader sees them. Rule: docs/rules/recording.md, REC-06. Next door: `../record/check-marking.ts`.
 */
import { DemarcheError, type Fault } from '@demarche/api'
import { type DraftStatement, type Marking, startingMarking } from '@demarche/core'
import type { LedgerReader, Reader } from '@demarche/store'
import { loweringFault } from '../record/check-marking.ts'

/** Cases whose statements are held in memory at a time. */
const CHUNK = 200
const MOST_FAULTS = 100

/** @throws DemarcheError value-refused naming the records; nothing is recorded then */
export async function refuseLowered(
  ledger: Pick<LedgerReader, 'entities' | 'statementsOf'>,
  reader: Reader,
  drafts: readonly DraftStatement[],
): Promise<void> {
  const existing = new Set(await ledger.entities('case'))
  const concerned = [...new Set(drafts.map(({ entity }) => entity))].filter((entity) => existing.has(entity))
  const parents = new Map<string, Marking | null>()
  for (let start = 0; start < concerned.length; start += CHUNK) {
    const statements = await ledger.statementsOf(concerned.slice(start, start + CHUNK))
    for (const [entity, own] of Map.groupBy(statements, (statement) => statement.entity))
      parents.set(entity, startingMarking(own))
  }
  const faults = drafts.flatMap(({ entity, marking }): Fault[] => {
    const fault = loweringFault(reader, { marking, reason: 'the file' }, parents.get(entity) ?? null)
    return fault ? [{ ...fault, place: entity }] : []
  })
  const [first] = faults
  if (!first) return
  throw new DemarcheError(
    'value-refused',
    `Nothing was recorded. ${first.place}: ${first.message} (rule REC-06)`,
    faults.slice(0, MOST_FAULTS),
  )
}
