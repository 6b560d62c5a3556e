/**
 * One case record becomes statements: occurrence, figures, legal coding, attribution, responses.
 *
 * Each section has its own source, date and degree of checking, so each is a statement of its own. What the Council's
 * reasons named is not made into facts: it is what a conclusion rested on, and a back-test must not be fed its answer.
 */
import { type DraftStatement, inFile, inWords, type RefusalWords } from '@demarche/core'
import { entryOf, caseEntity, Collector, partialDate, type ReadOptions, type Remark } from '../reading.ts'
import type { ImportFault } from '../refusal.ts'
import { stateActors } from './actors.ts'
import { type CaseContext, dateOf } from './case-context.ts'
import { stateImpactFigures } from './impact-figures.ts'
import { stateLegalCoding } from './legal-coding.ts'
import { stateOccurrence } from './occurrence.ts'
import { stateResponses } from './responses.ts'
import { CARRIED_FIELDS, type CaseRecord } from './schema.ts'

const WHY_LEFT: Readonly<Record<string, RefusalWords>> = {
  councilReasons: inWords('left-council-reasons'),
  backtest: inWords('left-expected-answers'),
  responseClass: inWords('left-follows'),
  process: inWords('left-procedure-dates'),
  relatedOtherRegime: inWords('left-no-response'),
  laterEuReferences: inWords('left-no-response'),
  remarks: inWords('left-no-property'),
  originNote: inWords('left-no-property'),
}

/** Adds the statements of one record to a reading. */
export function collectCaseRecord(
  collector: Collector,
  record: CaseRecord,
  compiled: string | null | undefined,
): void {
  const entity = caseEntity(record.id)
  if (entity === null) {
    collector.reject(
      inFile('case', record.id),
      'its id has no letter or digit; expected a short name, e.g. harbour-2026',
      'INT-15',
      inWords('line-without-id'),
    )
    return
  }
  const bare: CaseContext = {
    record,
    entity,
    collector,
    compiled: partialDate(compiled),
    disclosed: undefined,
  }
  const context: CaseContext = { ...bare, disclosed: dateOf(bare, '/publicDate', record.publicDate) }
  collector.cases.push({ entity, name: record.name })
  stateOccurrence(context)
  stateImpactFigures(context)
  stateLegalCoding(context)
  stateActors(context)
  stateResponses(context)
  for (const [field, value] of Object.entries(record)) {
    if (CARRIED_FIELDS.has(field) || value === null || value === undefined) continue
    const why =
      entryOf(WHY_LEFT, field) ??
      (field.startsWith('days') ? inWords('left-follows') : inWords('left-not-a-field'))
    collector.leave(field, why)
  }
}

export interface CaseStatements {
  readonly statements: readonly DraftStatement[]
  readonly remarks: readonly Remark[]
  readonly rejected: readonly ImportFault[]
}

/** The statements of one record by itself; `compiled` is the day on which the file was put together. */
export function caseRecordToStatements(
  record: CaseRecord,
  options: ReadOptions & { readonly compiled?: string | undefined },
): CaseStatements {
  const collector = new Collector(options)
  collectCaseRecord(collector, record, options.compiled)
  const { statements, remarks, rejected } = collector
  return { statements, remarks, rejected }
}
