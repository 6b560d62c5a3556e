/** Tables for tests: read by the kinds that come with the desk, and the records that come with it as what a table is written of. */
import { type CountryGroup, identify, type RecordKind, readRecord, WORKING } from '@demarche/core'
import { loadShipped } from '@demarche/doctrine'
import { readDocument } from '../src/read-document.ts'
import type { Reading, ReadOptions } from '../src/reading.ts'

const { doctrine, kinds, records } = loadShipped()
export { kinds }
export const groups: readonly CountryGroup[] = doctrine.countryGroups ?? []
const AT = '2026-03-01T10:00:00.000Z'

export const read = (file: string | Uint8Array, options: Partial<ReadOptions> = {}): Promise<Reading> =>
  readDocument(typeof file === 'string' ? new TextEncoder().encode(file) : file, {
    filename: 'table.csv',
    assertedBy: 'EU',
    assertedAt: AT,
    kinds,
    groups,
    ...options,
  })
export const valuesRead = ({ statements }: Reading) =>
  statements.map(({ entity, assertions }) => [
    entity,
    Object.fromEntries(assertions.map(({ property, value }) => [property, value])),
  ])

export function recordsOf(kind: RecordKind, statements: Reading['statements']) {
  const own = Map.groupBy(statements.map(identify), ({ entity }) => entity)
  return [...own].map(([entity, all]) => readRecord({ kind, entity, statements: all, asOf: '2026-03-01' }))
}

/** A statement for each passage of the records that come with the desk. */
export const shipped = records.flatMap(({ entity, kind, passages }) =>
  passages.map(({ assertions, source }) => ({
    entity,
    kind,
    assertions: [...assertions],
    source,
    grading: { reliability: 'F', credibility: '6' } as const,
    marking: WORKING,
    assertedBy: 'demarche',
    assertedAt: AT,
  })),
)
