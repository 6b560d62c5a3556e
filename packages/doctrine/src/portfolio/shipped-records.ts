/**
 * The records that come with the desk: public facts of the field, in the form of a file for each kind.
 *
 * One record is what one source says of it; `unverified` names what nobody read there, `also` what other sources say.
 * Each becomes statements of its own, so that sources stay beside each other.
 *
 * Rests on: docs/rules/doctrine.md, DOC-61. Next door: `load-kinds.ts`; the server puts them on record.
 */
import {
  type Assertion,
  checkInterval,
  checkValue,
  partialDateSchema,
  type RecordKind,
  sayRefusal,
  type Source,
  valueSchema,
  vocabularyOf,
} from '@demarche/core'
import { parse } from 'yaml'
import { z } from 'zod'
import { lineFinder } from '../locate.ts'
import type { DoctrineFinding, PackFile, Place } from '../pack-file.ts'

const sourceSchema = z.strictObject({
  document: z.string().min(1),
  date: partialDateSchema.optional(),
  locator: z.string().min(1).optional(),
  address: z.string().min(1).optional(),
  note: z.string().min(1).optional(),
})
const valueWithTimeSchema = z.strictObject({
  value: valueSchema,
  from: partialDateSchema.optional(),
  to: partialDateSchema.optional(),
})
/** property to value; to a list for what may have several values; to `{value, from, to}` for what changes with time */
const factsSchema = z.record(z.string(), valueSchema)
const passageSchema = z.strictObject({
  facts: factsSchema,
  source: sourceSchema,
  /** read at the address */
  verified: z.boolean(),
})
const recordSchema = passageSchema.extend({
  id: z.string().regex(/^[a-z0-9][\w.-]{0,99}$/),
  /** properties that nobody read in the source: recalled, assumed or estimated */
  unverified: z.array(z.string()).default([]),
  also: z.array(passageSchema).default([]),
})
const fileSchema = z.strictObject({ kind: z.string(), records: z.array(recordSchema) })

/** What one source says of a record. */
export interface ShippedPassage {
  readonly assertions: readonly Assertion[]
  readonly source: Source
}

export interface ShippedRecord {
  /** as `kind:slug` */
  readonly entity: string
  readonly kind: string
  readonly passages: readonly ShippedPassage[]
}

/** Said of what stands in a record and was not read in its source. */
const NOT_READ = 'not read in the source: recalled, assumed or estimated'

/** @returns the records that can be put on record, and a finding DOC-61 for everything that cannot */
export function loadShippedRecords(
  files: readonly PackFile[],
  kinds: readonly RecordKind[],
): { readonly records: readonly ShippedRecord[]; readonly findings: readonly DoctrineFinding[] } {
  const findings: DoctrineFinding[] = []
  const records = files.flatMap((file): ShippedRecord[] => {
    const report = (place: Place, message: string) => {
      findings.push({ file: file.path, line: lineFinder(file.text)(place), rule: 'DOC-61', message })
    }
    const data: unknown = parse(file.text)
    const result = fileSchema.safeParse(data)
    if (!result.success) {
      for (const issue of result.error.issues) {
        const place = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
        report(place, `"${place.join('.')}": ${issue.message}.`)
      }
      return []
    }
    const kind = kinds.find(({ id }) => id === result.data.kind)
    if (!kind) {
      report(['kind'], `there is no kind "${result.data.kind}".`)
      return []
    }
    return result.data.records.map((record, index) =>
      readRecordOf(kind, record, (place, message) => report(['records', index, ...place], message)),
    )
  })
  const seen = new Set<string>()
  for (const { entity } of records) {
    if (seen.has(entity))
      findings.push({ file: 'records', line: 1, rule: 'DOC-61', message: `${entity} stands there twice.` })
    seen.add(entity)
  }
  return { records, findings: [...findings, ...strangers(records, seen)] }
}

function readRecordOf(
  kind: RecordKind,
  { id, facts, source, verified, unverified, also }: z.output<typeof recordSchema>,
  report: (place: Place, message: string) => void,
): ShippedRecord {
  for (const [index, name] of unverified.entries()) {
    if (!Object.hasOwn(facts, name)) report(['unverified', index], `the record says nothing of "${name}".`)
  }
  const own = (wanted: (name: string) => boolean) =>
    Object.fromEntries(Object.entries(facts).filter(([name]) => wanted(name)))
  const passages = [
    { place: ['facts'], facts: own((name) => !unverified.includes(name)), source, verified },
    {
      place: ['facts'],
      facts: own((name) => unverified.includes(name)),
      source: { ...source, note: source.note === undefined ? NOT_READ : `${NOT_READ}; ${source.note}` },
      verified: false,
    },
    ...also.map((one, index) => ({ place: ['also', index, 'facts'], ...one })),
  ]
  return {
    entity: `${kind.id}:${id}`,
    kind: kind.id,
    passages: passages.flatMap(({ place, facts: said, source: from, verified: read }): ShippedPassage[] => {
      const assertions = assertionsOf(kind, said, (inner, message) => report([...place, ...inner], message))
      return assertions.length === 0 ? [] : [{ assertions, source: { ...from, verified: read } }]
    }),
  }
}

function assertionsOf(
  kind: RecordKind,
  facts: z.output<typeof factsSchema>,
  report: (place: Place, message: string) => void,
): readonly Assertion[] {
  const vocabulary = vocabularyOf(kind)
  return Object.entries(facts).flatMap(([property, value]) => {
    const found = vocabulary.find(property)
    const values = found?.cardinality === 'many' && Array.isArray(value) ? value : [value]
    return values.flatMap((one): Assertion[] => {
      const timed = found?.changesWithTime ? valueWithTimeSchema.safeParse(one) : undefined
      const assertion: Assertion = timed?.success
        ? {
            property,
            value: timed.data.value,
            ...(timed.data.from === undefined ? {} : { validFrom: timed.data.from }),
            ...(timed.data.to === undefined ? {} : { validTo: timed.data.to }),
          }
        : { property, value: one }
      const refusal =
        checkValue(vocabulary, property, assertion.value) ?? checkInterval(vocabulary, assertion)
      if (!refusal) return [assertion]
      report([property], `${sayRefusal(refusal.words)} (${refusal.rule})`)
      return []
    })
  })
}

/** References from one shipped record to another that is not shipped. */
function strangers(
  records: readonly ShippedRecord[],
  known: ReadonlySet<string>,
): readonly DoctrineFinding[] {
  const kinds = new Set(records.map(({ kind }) => kind))
  return records.flatMap(({ entity, passages }) =>
    passages.flatMap(({ assertions }) =>
      assertions.flatMap(({ property, value }): DoctrineFinding[] => {
        if (typeof value !== 'string' || !/^[a-z-]+:[\w.-]+$/.test(value)) return []
        if (!kinds.has(value.slice(0, value.indexOf(':'))) || known.has(value)) return []
        return [
          {
            file: 'records',
            line: 1,
            rule: 'DOC-61',
            message: `${entity} points by "${property}" at ${value}, which is not shipped.`,
          },
        ]
      }),
    ),
  )
}
