/**
 * Files for the back-tests: cases with their answers, and EuRepoC with its coders' labels.
 *
 * A file that cannot be read is refused; a record that cannot be read is left out and named, so that the figures never
 * pass over it in silence. Next door: core's `review/` does the testing.
 */
import {
  type ClosedCase,
  closedCaseFileSchema,
  type ClosedCaseFile,
  closedCaseSchema,
  identify,
  knownContrasts,
  type LabelledIncident,
  readLegalVerdict,
  type Statement,
} from '@demarche/core'
import {
  caseRecordSchema,
  caseRecordToStatements,
  type ImportFault,
  keepWhatFits,
  parseJson,
  readDocument,
  readEurepocLabels,
} from '@demarche/interchange'
import { decodeText } from '@demarche/interchange/decode.ts'
import { Refused } from './outcome.ts'

/** Who puts rebuilt statements on record: nobody, they are never recorded. */
const ASSERTED_BY = 'back-test'
/** Rebuilt statements are dated by their sources alone, so one instant for all keeps the report the same every time. */
const ASSERTED_AT = '2000-01-01T00:00:00.000Z'

export interface BacktestFile {
  readonly file: ClosedCaseFile
  readonly toStatements: (record: Readonly<Record<string, unknown>>) => readonly Statement[]
  /** records that were left out, and why */
  readonly leftOut: readonly string[]
}

/** @throws ImportRefusal when it is no JSON text; Refused when it holds no readable case */
export function readBacktestCases(bytes: Uint8Array, filename: string): BacktestFile {
  const json = parseJson(decodeText(bytes))
  const container = Array.isArray(json) ? { cases: json } : json
  const records = listAt(container, 'cases')
  if (!records) {
    throw new Refused(`${filename}: /cases: expected a list of cases, as in {"cases": […]} (INT-07)`)
  }
  const leftOut: string[] = []
  const cases = readRecords(records, leftOut)
  if (cases.length === 0) {
    throw new Refused([`${filename} holds no case that can be read.`, ...leftOut.slice(0, 20)].join('\n'))
  }
  const contrasts = (listAt(container, 'contrasts') ?? []).flatMap((contrast, index) => {
    const fit = keepWhatFits(contrastSchema, contrast, [])
    for (const { pointer, message } of fit.record ? fit.leftOut : fit.faults)
      leftOut.push(`/contrasts/${index}${pointer}: ${message} (INT-17)`)
    return fit.record ? [fit.record] : []
  })
  const compiled = textAt(container, 'compiled')
  const file: ClosedCaseFile = { cases, contrasts }
  const known = knownContrasts(file)
  for (const id of known.unknown)
    leftOut.push(`/contrasts: "${id}" is the id of no case of this file; it is not compared (REV-09)`)
  for (const [index, members] of known.contrasts.entries()) {
    if (new Set(members.cases).size < 2)
      leftOut.push(`/contrasts/${index}: names fewer than two cases of this file; it is not counted (REV-09)`)
  }
  return {
    file,
    leftOut,
    toStatements: (record) => {
      const fit = keepWhatFits(caseRecordSchema, record)
      if (fit.record === null) return []
      return caseRecordToStatements(fit.record, {
        filename,
        assertedBy: ASSERTED_BY,
        assertedAt: ASSERTED_AT,
        compiled,
      }).statements.map(identify)
    },
  }
}

const contrastSchema = closedCaseFileSchema.shape.contrasts.unwrap().unwrap().element

/** The records as the back-test reads them; what does not fit is left out by itself, as an import would. */
function readRecords(records: readonly unknown[], leftOut: string[]): ClosedCase[] {
  const seen = new Set<string>()
  return records.flatMap((candidate, index) => {
    // both readers must accept it: the one of answers and the importer of facts
    const facts = keepWhatFits(caseRecordSchema, candidate)
    if (facts.record === null) {
      for (const { pointer, message } of facts.faults)
        leftOut.push(`/cases/${index}${pointer}: ${message} (INT-15)`)
      return []
    }
    if (seen.has(facts.record.id)) {
      leftOut.push(`/cases/${index}: the id "${facts.record.id}" occurs twice; the first was read (INT-16)`)
      return []
    }
    seen.add(facts.record.id)
    const answers = keepWhatFits(closedCaseSchema, facts.record)
    for (const { pointer, message } of [...facts.leftOut, ...(answers.record ? answers.leftOut : [])])
      leftOut.push(`case ${facts.record.id}, ${pointer}: ${message} (INT-17)`)
    return answers.record ? [answers.record] : []
  })
}

export interface EurepocBacktest {
  readonly incidents: readonly LabelledIncident[]
  readonly rejected: readonly ImportFault[]
}

/**
 * The incidents of the table with their labels; rows of which nothing could be read are in `rejected` alone.
 * @throws ImportRefusal when the file is no EuRepoC table
 */
export async function readBacktestEurepoc(
  bytes: Uint8Array,
  filename: string,
  signal: AbortSignal,
): Promise<EurepocBacktest> {
  const read = async (withoutEffectColumns: boolean) => {
    const reading = await readDocument(bytes, {
      filename,
      assertedBy: ASSERTED_BY,
      assertedAt: ASSERTED_AT,
      signal,
      withoutEffectColumns,
    })
    if (reading.format !== 'eurepoc-csv') {
      throw new Refused(
        `${filename} was read as ${reading.format}; expected the global table of EuRepoC (CSV).`,
      )
    }
    const { rejected } = reading
    return { rejected, statements: Map.groupBy(reading.statements.map(identify), ({ entity }) => entity) }
  }
  const { statements, rejected } = await read(false)
  const { statements: blind } = await read(true)
  const labels = await readEurepocLabels(bytes)
  const incidents = labels.flatMap(({ entity, weightedIntensity, legalResponse }) => {
    const known = statements.get(entity)
    if (!known) return []
    return [
      {
        entity,
        statements: known,
        withoutEffectColumns: blind.get(entity) ?? [],
        weightedIntensity,
        legalVerdict: readLegalVerdict(legalResponse),
      },
    ]
  })
  return { incidents, rejected }
}

function entryAt(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined
}

function listAt(value: unknown, key: string): readonly unknown[] | undefined {
  const found = entryAt(value, key)
  return Array.isArray(found) ? found : undefined
}

function textAt(value: unknown, key: string): string | undefined {
  const found = entryAt(value, key)
  return typeof found === 'string' ? found : undefined
}
