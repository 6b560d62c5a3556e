/**
 * The shipped records beside the facts that they were made from: what a test asks of a record, and where the facts
 * stand.
 *
 * Rests on: docs/rules/doctrine.md, DOC-61.
 */
import { readFileSync } from 'node:fs'
import { earliestDay, latestDay, partialDateSchema } from '@demarche/core'
import { sharedData } from '@demarche/testkit'
import { expect } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { loadDoctrine, readRecordKinds, readShippedRecords } from '../src/read-pack.ts'
import type { ShippedRecord } from '../src/portfolio/shipped-records.ts'

const kinds = readRecordKinds(loadDoctrine())
const records = readShippedRecords(kinds)
/** The shipped records of the kind. */
export const ofKind = (kind: string) => records.filter((record) => record.kind === kind)

/** Every value that the record's sources give the property, and whether it was read there. */
export function claims({ passages }: ShippedRecord, property: string) {
  return passages.flatMap(({ assertions, source }) =>
    assertions
      .filter((assertion) => assertion.property === property)
      .map(({ value }) => ({ value, read: source.verified })),
  )
}
export const valuesOf = (record: ShippedRecord, property: string) =>
  claims(record, property).map(({ value }) => value)
/** Whether some source was read in which it stands. */
export const wasRead = (record: ShippedRecord, property: string) =>
  claims(record, property).some(({ read }) => read)
/** The words that all its sources give the property, in order. */
export const wordsOf = (record: ShippedRecord, property: string) =>
  z.array(z.string()).parse(valuesOf(record, property).flat()).toSorted()

/** The one record of the kind that is wanted; fails where there is none or more than one. */
export function the(kind: string, wanted: (record: ShippedRecord) => boolean, what: string): ShippedRecord {
  const found = ofKind(kind).filter(wanted)
  expect(
    found.map(({ entity }) => entity),
    what,
  ).toHaveLength(1)
  return found[0] ?? { entity: '', kind, passages: [] }
}

/** Whether some claim of the record may mean that day. */
export function mayMean(record: ShippedRecord, property: string, day: string): boolean {
  return valuesOf(record, property).some((value) => {
    const date = partialDateSchema.safeParse(value)
    return date.success && earliestDay(date.data) <= day && day <= latestDay(date.data)
  })
}

/** The facts of that file in the given form; null where it does not lie beside the checkout. */
export function facts<T>(name: string, schema: z.ZodType<T>): T | null {
  const path = sharedData(`domain/${name}.yaml`)
  return path === null ? null : schema.parse(parse(readFileSync(path, 'utf8')))
}

/** The words that the property of the kind, or a part of it, offers. */
export function offered(kind: string, property: string, part?: string): readonly string[] {
  const found = kinds.find(({ id }) => id === kind)?.properties.find(({ name }) => name === property)
  return Object.keys((part === undefined ? found?.values : found?.parts?.[part]?.values) ?? {})
}

/** A row of the facts with its name. */
export const entry = z.object({ id: z.string(), label: z.string(), verified: z.boolean() })
