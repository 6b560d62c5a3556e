/**
 * The records that come with the desk: put on record once, as public statements of the party `demarche`.
 *
 * A record is loaded when nothing about it is on record. What a desk has since corrected or withdrawn is left as it is.
 *
 * Next door: `../load-precedents.ts` does the same for cases.
 */
import { type DraftStatement, PUBLIC } from '@demarche/core'
import type { ShippedRecord } from '@demarche/doctrine'
import type { Store } from '@demarche/store'
import { SHIPPED_BY } from '../load-precedents.ts'

/** @returns the entities that are new on record */
export async function loadRecords(
  store: Store,
  records: readonly ShippedRecord[],
  at: Date,
): Promise<readonly string[]> {
  const ledger = store.as(SHIPPED_BY)
  const kinds = [...new Set(records.map(({ kind }) => kind))]
  const onRecord = new Set((await Promise.all(kinds.map((kind) => ledger.entities(kind)))).flat())
  const missing = records.filter(({ entity }) => !onRecord.has(entity))
  await ledger.append(
    missing.flatMap(({ entity, kind, passages }) =>
      passages.map(({ assertions, source }): DraftStatement => ({
        entity,
        kind,
        assertions: [...assertions],
        source,
        // nobody has judged it
        grading: { reliability: 'F', credibility: '6' },
        marking: PUBLIC,
        assertedBy: SHIPPED_BY.party,
        assertedAt: at.toISOString(),
      })),
    ),
  )
  return missing.map(({ entity }) => entity)
}
