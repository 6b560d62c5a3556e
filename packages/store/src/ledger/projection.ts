/**
 * What every projection of the ledger rests on: of each text and date the best placed one, in a form that a column holds.
 *
 * Next door: `../cases` projects cases, `../portfolio` records of the portfolio; `projections.ts` keeps all in step.
 */
import { isCredible, type Statement } from '@demarche/core'

/** A column cannot hold U+0000, and two others part the texts on their way; a statement, which is kept as JSON, can. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '').replaceAll('\u001e', '').replaceAll('\u001f', '')
}

/** Credible sources first, then the latest record; a text that sorts like that. */
export function rankOf(statement: Statement): string {
  return `${isCredible(statement) ? 1 : 0} ${statement.assertedAt} ${statement.id}`
}

/** True when one of these statements corrects or withdraws one that is not among them: their label alone cannot tell. */
export function crossesLabels(statements: readonly Statement[]): boolean {
  const ids = new Set(statements.map(({ id }) => id))
  return statements.some(({ supersedes = [], retracts = [] }) =>
    [...supersedes, ...retracts].some(({ statement }) => !ids.has(statement)),
  )
}
