/**
 * Marking anew: a statement never changes, who may read it can. A re-marking is itself a statement, of kind `marking`,
 * about the same entity, with one assertion that names the statement and its new marking, and a reason.
 *
 * Rule: docs/rules/ledger.md, LED-16. Next door: `marking.ts`; the ledger gives it its effect.
 */
import { z } from 'zod'
import { markingSchema } from './marking.ts'
import type { Reader } from './reader.ts'
import { type DraftStatement, statementIdSchema } from './statement.ts'

export const MARKING_KIND = 'marking'
export const STATEMENT_MARKING = 'statementMarking'

export const remarkingSchema = z.strictObject({ statement: statementIdSchema, marking: markingSchema })
/** A statement and the marking that it has from now on. */
export type Remarking = z.infer<typeof remarkingSchema>

/** What a statement of kind `marking` says; null when it is of another kind or says something else. */
export function remarkingIn({
  kind,
  assertions,
}: Pick<DraftStatement, 'kind' | 'assertions'>): Remarking | null {
  const [assertion] = assertions
  if (kind !== MARKING_KIND || assertions.length !== 1 || assertion?.property !== STATEMENT_MARKING)
    return null
  const said = remarkingSchema.safeParse(assertion.value)
  return said.success ? said.data : null
}

const LOWERING: readonly Reader['role'][] = ['chair', 'desk-officer', 'legal-adviser']

/** Whether that reader may let more people read what that party asserted: for the party alone, in three roles. */
export function mayLower({ party, role }: Reader, assertedBy: string): boolean {
  return party === assertedBy && LOWERING.includes(role)
}
