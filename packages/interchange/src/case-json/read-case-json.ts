/**
 * Files of coded cases: `{"cases": […]}`, a list of cases, or a single case.
 *
 * A value that does not fit is left out and named; only a record without an id or a name is refused, by itself.
 */
import { inWords, type RefusalWords } from '@demarche/core'
import { z } from 'zod'
import { entryOf, caseEntity, breathe, Collector, type Reading, type ReadOptions } from '../reading.ts'
import { refuse } from '../refusal.ts'
import { inCase } from './case-context.ts'
import { collectCaseRecord } from './case-record.ts'
import { keepWhatFits } from './keep-what-fits.ts'
import { caseRecordSchema } from './schema.ts'

const fileSchema = z.looseObject({ cases: z.array(z.unknown()), compiled: z.unknown().optional() })

const FILE_FIELDS: Readonly<Record<string, RefusalWords>> = {
  codingGuide: inWords('left-explains'),
  contrasts: inWords('left-comparisons'),
}

/** Reads a parsed file of cases. @throws ImportRefusal INT-07 when it holds no list of cases */
export async function readCaseJson(json: unknown, options: ReadOptions): Promise<Reading> {
  const { records, compiled, rest } = unwrap(json)
  const collector = new Collector(options)
  for (const [field, why] of rest) collector.leave(field, why)
  const seen = new Set<string>()
  for (const [index, candidate] of records.entries()) {
    if (index % 50 === 0) await breathe(options, index / records.length)
    const fit = keepWhatFits(caseRecordSchema, candidate)
    if (fit.record === null) {
      for (const { pointer, message, words } of fit.faults)
        collector.reject(`/cases/${index}${pointer}`, message, 'INT-15', words)
      continue
    }
    const { record, leftOut } = fit
    const entity = caseEntity(record.id) ?? record.id
    if (seen.has(entity)) {
      const message = `the id "${record.id}" occurs twice in the file; the first one was read`
      collector.reject(`/cases/${index}`, message, 'INT-16', inWords('line-twice', { seen: record.id }))
      continue
    }
    seen.add(entity)
    for (const { pointer, message, words } of leftOut)
      collector.reject(inCase(record.id, pointer), message, 'INT-17', words)
    collectCaseRecord(collector, record, compiled)
  }
  return collector.reading('case-json')
}

/** Says whether parsed JSON looks like a file of cases. */
export function isCaseJson(json: unknown): boolean {
  const record = z.looseObject({ id: z.string(), name: z.string() })
  // one record that is none must not hide the others
  if (Array.isArray(json)) return json.some((candidate) => record.safeParse(candidate).success)
  const probe = z.union([
    z.looseObject({ cases: z.array(z.unknown()) }),
    record.extend({ type: z.undefined().optional() }),
  ])
  return probe.safeParse(json).success
}

function unwrap(json: unknown) {
  if (Array.isArray(json)) return { records: json, compiled: undefined, rest: [] }
  const file = fileSchema.safeParse(json)
  if (file.success) {
    if (file.data.cases.length === 0) refuse('/cases', inWords('file-no-cases'), 'INT-07')
    const rest = Object.keys(file.data)
      .filter(
        (field) =>
          field !== 'cases' && field !== 'compiled' && field !== 'schemaVersion' && field !== 'title',
      )
      .map((field) => [field, entryOf(FILE_FIELDS, field) ?? inWords('left-not-a-field')] as const)
    const { cases, compiled } = file.data
    return { records: cases, compiled: typeof compiled === 'string' ? compiled : undefined, rest }
  }
  return { records: [json], compiled: undefined, rest: [] }
}
