/**
 * What a thing consists of, as one reader sees it: a statement, a case, a record of the portfolio, a procedure (of another desk too),
 * or a document made from them.
 *
 * Next door: `who-may-see.ts` says who may see it.
 */
import { type AccessAnswer, DemarcheError } from '@demarche/api'
import { highestMarking, kindOfEntity, PROCEDURE_ELSEWHERE, type Statement } from '@demarche/core'
import type { Reader } from '@demarche/store'
import type { Office } from '../office.ts'
import { visibleStatement } from './mark-anew.ts'
import type { Part } from './who-may-see.ts'

export interface AccessObject {
  readonly kind: AccessAnswer['kind']
  readonly parts: readonly Part[]
}

/**
 * @param object id of a statement, `case:…`, `procedure:…` or a record such as `project:…`
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
  const isCase = object.startsWith('case:')
  const isRecord = portfolio.kinds.some(({ id }) => id === kindOfEntity(object))
  const isElsewhere = kindOfEntity(object) === PROCEDURE_ELSEWHERE
  if (!isCase && !isRecord && !isElsewhere && !object.startsWith('procedure:')) throw nothing(object)
  if (document === undefined)
    return { kind: isCase ? 'case' : isRecord ? 'record' : 'procedure', parts: statements }
  if (isRecord || isElsewhere || isCase !== (document === 'options-paper')) {
    throw new DemarcheError('value-refused', `There is no document ${document} of ${object}. Rule ACS-06.`, [
      {
        place: '/document',
        message: 'expected options-paper of a case, doc-… of a procedure',
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
  return new DemarcheError('not-found', `No ${object} that you may see is on record here.`)
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
