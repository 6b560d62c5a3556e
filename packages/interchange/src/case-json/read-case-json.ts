/**
 * Files of coded cases: `{"cases": […]}`, a list of cases, or a single case.
 *
 * A record that does not fit the schema is rejected by itself, with the path of each fault; the others are read.
 */
import { z } from 'zod'
import { entryOf, caseEntity, breathe, Collector, type Reading, type ReadOptions } from '../reading.ts'
import { refuse } from '../refusal.ts'
import { collectCaseRecord } from './case-record.ts'
import { type CaseContrast, caseContrastSchema, caseRecordSchema } from './schema.ts'

const fileSchema = z.looseObject({ cases: z.array(z.unknown()), compiled: z.string().nullish() })

const FILE_FIELDS: Readonly<Record<string, string>> = {
  codingGuide: 'explains the coding to people',
  contrasts: 'comparisons of cases are read separately',
}

/** Reads a parsed file of cases. @throws ImportRefusal INT-07 when it holds no list of cases */
export async function readCaseJson(json: unknown, options: ReadOptions): Promise<Reading> {
  const { records, compiled, rest } = unwrap(json)
  const collector = new Collector(options)
  for (const [field, why] of rest) collector.leave(field, why)
  const seen = new Set<string>()
  for (const [index, candidate] of records.entries()) {
    await breathe(options, index / records.length)
    const result = caseRecordSchema.safeParse(candidate)
    if (!result.success) {
      for (const issue of result.error.issues) {
        collector.reject(
          `/cases/${index}${issue.path.map((part) => `/${String(part)}`).join('')}`,
          issue.message,
          'INT-15',
        )
      }
    } else if (seen.has(caseEntity(result.data.id) ?? '')) {
      collector.reject(
        `/cases/${index}`,
        `the id "${result.data.id}" occurs twice in the file; the first one was read`,
        'INT-16',
      )
    } else {
      seen.add(caseEntity(result.data.id) ?? result.data.id)
      collectCaseRecord(collector, result.data, compiled)
    }
  }
  return collector.reading('case-json')
}

/** Says whether parsed JSON looks like a file of cases. */
export function isCaseJson(json: unknown): boolean {
  const probe = z.union([
    z.looseObject({ cases: z.array(z.unknown()) }),
    z.array(z.looseObject({ id: z.string(), name: z.string() })).min(1),
    z.looseObject({ id: z.string(), name: z.string(), type: z.undefined().optional() }),
  ])
  return probe.safeParse(json).success
}

/** The comparisons of cases that a file's author drew, for back-tests. Empty when the file has none. */
export function readCaseContrasts(json: unknown): readonly CaseContrast[] {
  const result = z.looseObject({ contrasts: z.array(caseContrastSchema) }).safeParse(json)
  return result.success ? result.data.contrasts : []
}

function unwrap(json: unknown) {
  if (Array.isArray(json)) return { records: json, compiled: undefined, rest: [] }
  const file = fileSchema.safeParse(json)
  if (file.success) {
    if (file.data.cases.length === 0)
      refuse('/cases', 'is an empty list; expected at least one case', 'INT-07')
    const rest = Object.keys(file.data)
      .filter(
        (field) =>
          field !== 'cases' && field !== 'compiled' && field !== 'schemaVersion' && field !== 'title',
      )
      .map((field) => [field, entryOf(FILE_FIELDS, field) ?? 'not a field of a file of cases'] as const)
    return { records: file.data.cases, compiled: file.data.compiled, rest }
  }
  return { records: [json], compiled: undefined, rest: [] }
}
