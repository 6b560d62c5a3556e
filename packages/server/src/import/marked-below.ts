/**
 * A file about cases or records that are there already keeps to their marking: what is marked below the one it adds to needs the right.
 *
 * The file itself is the reason: its records carry the markings of their source. Only what exists is looked at, as the
 * reader sees them. Rule: docs/rules/recording.md, REC-06. Next door: `../record/check-marking.ts`.
 */
import { DemarcheError, type Fault } from '@demarche/api'
import { type DraftStatement, type Marking, startingMarking } from '@demarche/core'
import type { LedgerReader, Reader } from '@demarche/store'
import { loweringFault } from '../record/check-marking.ts'
import { entitiesOnRecord } from './on-record.ts'

/** Cases or records whose statements are held in memory at a time. */
const CHUNK = 200
const MOST_FAULTS = 100

/** @throws DemarcheError value-refused naming the records; nothing is recorded then */
export async function refuseLowered(
  ledger: Pick<LedgerReader, 'entities' | 'statementsOf'>,
  reader: Reader,
  drafts: readonly DraftStatement[],
): Promise<void> {
  const existing = await entitiesOnRecord(ledger, drafts)
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
