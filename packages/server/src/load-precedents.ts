/**
 * The shipped precedents: put on record once, as public statements of the party `demarche`.
 *
 * A precedent is loaded when nothing about its case is on record. What a desk has since corrected or withdrawn is left
 * as it is.
 */
import { PUBLIC } from '@demarche/core'
import { readDocument } from '@demarche/interchange'
import type { Reader, Store } from '@demarche/store'
import { z } from 'zod'

const fileSchema = z.looseObject({ cases: z.array(z.looseObject({ id: z.string() })) })

/** Who says what comes with the desk. */
export const SHIPPED_BY: Reader = {
  party: 'demarche',
  person: 'demarche',
  role: 'system',
  maxDistribution: 'LIMITE',
  maxTlp: 'TLP:RED',
}

/**
 * @param bytes the shipped file of cases
 * @returns the entities that are new on record
 */
export async function loadPrecedents(store: Store, bytes: Uint8Array, at: Date): Promise<readonly string[]> {
  const ledger = store.as(SHIPPED_BY)
  const onRecord = new Set(await ledger.entities('case'))
  if (entitiesIn(bytes).every((entity) => onRecord.has(entity))) return []
  const reading = await readDocument(bytes, {
    filename: 'cases.json',
    assertedBy: SHIPPED_BY.party,
    assertedAt: at.toISOString(),
    marking: PUBLIC,
  })
  const missing = reading.statements.filter(({ entity }) => !onRecord.has(entity))
  await ledger.append(missing)
  return [...new Set(missing.map(({ entity }) => entity))]
}

/** The cases of the file by their ids alone: cheap, because it is asked at every start. */
function entitiesIn(bytes: Uint8Array): readonly string[] {
  return fileSchema.parse(JSON.parse(new TextDecoder().decode(bytes))).cases.map(({ id }) => `case:${id}`)
}
