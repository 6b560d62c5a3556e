/**
 * Files for the back-tests: cases with their answers, and EuRepoC with its coders' labels.
 *
 * A file that cannot be read is refused; a record that cannot be read is left out and named, so that the figures never
 * pass over it in silence. Next door: core's `review/` does the testing.
 */
import {
  closedCaseFileSchema,
  type ClosedCaseFile,
  identify,
  type LabelledIncident,
  readLegalVerdict,
  type Statement,
} from '@demarche/core'
import {
  caseRecordSchema,
  caseRecordToStatements,
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
  const readable = records.filter((record, index) => {
    // both readers must accept it: the one of answers and the importer of facts
    const faults = [closedCaseFileSchema.shape.cases.element, caseRecordSchema].flatMap(
      (schema) => schema.safeParse(record).error?.issues ?? [],
    )
    const [first] = faults
    if (first)
      leftOut.push(`/cases/${[index, ...first.path.map(String)].join('/')}: ${first.message} (INT-15)`)
    return !first
  })
  const pairs = (listAt(container, 'contrasts') ?? []).filter((contrast, index) => {
    const issue = closedCaseFileSchema.shape.contrasts.unwrap().unwrap().element.safeParse(contrast).error
      ?.issues[0]
    if (issue)
      leftOut.push(`/contrasts/${[index, ...issue.path.map(String)].join('/')}: ${issue.message} (INT-15)`)
    return !issue
  })
  if (readable.length === 0) {
    throw new Refused([`${filename} holds no case that can be read.`, ...leftOut.slice(0, 20)].join('\n'))
  }
  const compiled = textAt(container, 'compiled')
  return {
    file: closedCaseFileSchema.parse({ cases: readable, contrasts: pairs }),
    leftOut,
    toStatements: (record) =>
      caseRecordToStatements(caseRecordSchema.parse(record), {
        filename,
        assertedBy: ASSERTED_BY,
        assertedAt: ASSERTED_AT,
        compiled,
      }).statements.map(identify),
  }
}

/** @throws ImportRefusal when the file is no EuRepoC table */
export async function readBacktestEurepoc(
  bytes: Uint8Array,
  filename: string,
  signal: AbortSignal,
): Promise<readonly LabelledIncident[]> {
  const read = async (withoutEffectColumns: boolean): Promise<ReadonlyMap<string, readonly Statement[]>> => {
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
    return Map.groupBy(reading.statements.map(identify), ({ entity }) => entity)
  }
  const statements = await read(false)
  const blind = await read(true)
  const labels = await readEurepocLabels(bytes)
  return labels.map(({ entity, weightedIntensity, legalResponse }) => ({
    entity,
    statements: statements.get(entity) ?? [],
    withoutEffectColumns: blind.get(entity) ?? [],
    weightedIntensity,
    legalVerdict: readLegalVerdict(legalResponse),
  }))
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
