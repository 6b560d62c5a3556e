/**
 * What a thing consists of, as one reader sees it: a statement, a case, a record of the portfolio, a procedure (of another desk
 * too), a need-to-know list, a proposal to erase, or a document made from a case or a procedure.
 *
 * Next door: `who-may-see.ts` says who may see it.
 */
import { type AccessAnswer, CASE_OUTLINES, DemarcheError } from '@demarche/api'
import { highestMarking, kindOfEntity, PROCEDURE_ELSEWHERE, type Statement } from '@demarche/core'
import type { Reader } from '@demarche/store'
import { notOnRecord } from '../not-on-record.ts'
import type { Office } from '../office.ts'
import { visibleStatement } from './mark-anew.ts'
import type { Part } from './who-may-see.ts'

export interface AccessObject {
  readonly kind: AccessAnswer['kind']
  readonly parts: readonly Part[]
}

/** What is on record and no record of the portfolio. */
const NOT_RECORDS = ['case', 'procedure', 'list', 'erasure'] as const
const OPTIONS_PAPER = 'options-paper'
const DOCUMENTS_OF_CASE: readonly string[] = [OPTIONS_PAPER, ...CASE_OUTLINES]

/**
 * @param object id of a statement, `case:…`, `procedure:…`, `procedure-elsewhere:…`, `list:…`, `erasure:…` or a record such as `project:…`
 * @param document the outline of a document made from the case or the procedure: it is read as a whole or not at all
 * @throws DemarcheError not-found for what the reader may not see, as for what is not there
 */
export async function objectFor(
  { store, dossiers, portfolio }: Office,
  reader: Reader,
  object: string,
  document?: string,
): Promise<AccessObject> {
  const ledger = store.as(reader)
  if (!object.includes(':')) return { kind: 'statement', parts: [await visibleStatement(ledger, object)] }
  const statements = await ledger.statements(object)
  if (statements.length === 0) throw nothing(object)
  const its = kindOfEntity(object)
  const isElsewhere = its === PROCEDURE_ELSEWHERE
  const kind = portfolio.kinds.some(({ id }) => id === its)
    ? 'record'
    : isElsewhere
      ? 'procedure'
      : NOT_RECORDS.find((one) => one === its)
  if (kind === undefined) throw nothing(object)
  if (document === undefined) return { kind, parts: statements }
  const isCase = kind === 'case'
  const hasIt = isCase
    ? DOCUMENTS_OF_CASE.includes(document)
    : kind === 'procedure' && !isElsewhere && document !== OPTIONS_PAPER
  if (!hasIt) {
    throw new DemarcheError('value-refused', `There is no document ${document} of ${object}. Rule ACS-06.`, [
      {
        place: '/document',
        message: 'expected options-paper or another paper of a case, doc-… of a procedure',
        rule: 'ACS-06',
      },
    ])
  }
  const ofCase = isCase ? object : caseOf(statements)
  const dossier = ofCase === null ? null : await dossiers.dossier(reader, ofCase, {})
  const markings = [
    ...(isCase ? [] : statements.map(({ marking }) => marking)),
    ...(dossier === null ? [] : [dossier.marking]),
  ]
  // one part: a document carries the highest marking of what it contains
  return { kind: 'document', parts: [{ marking: highestMarking(markings), assertedBy: reader.party }] }
}

function nothing(object: string): DemarcheError {
  return notOnRecord(object)
}

function caseOf(acts: readonly Statement[]): string | null {
  for (const { assertions } of acts) {
    for (const { property, value } of assertions) {
      const isOpening = property === 'act' && typeof value === 'object' && value !== null && 'case' in value
      if (isOpening && typeof value['case'] === 'string') return value['case']
    }
  }
  return null
}
