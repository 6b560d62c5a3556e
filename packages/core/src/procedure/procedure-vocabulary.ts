/**
 * The vocabulary of a procedure: each statement about one carries one act, and who did it in which role.
 *
 * With it the border of the ledger checks acts as it checks facts: an act with a missing part is refused there. What is
 * on record is read back with `recordedActs`.
 *
 * Rests on: PRC-01, PRC-02. Next door: `act.ts` for the acts, `read-procedure.ts` folds them.
 */
import { z } from 'zod'
import { READER_ROLES } from '../kernel/reader.ts'
import type { Statement } from '../kernel/statement.ts'
import { defineVocabulary } from '../kernel/vocabulary.ts'
import { actSchema, type RecordedAct } from './act.ts'

/** The person behind an act; the party is the one that put the statement on record. */
const actorRecordSchema = z.strictObject({
  /** pseudonym; four eyes are counted by it */
  person: z.string().trim().min(1).max(80).optional(),
  role: z.enum(READER_ROLES).optional(),
})

export const PROCEDURE_VOCABULARY = defineVocabulary('procedure', 'procedure', [
  {
    name: 'act',
    label: 'Act',
    description: 'What somebody did in the procedure.',
    group: 'procedure',
    type: { type: 'record', shape: actSchema },
    cardinality: 'many',
  },
  {
    name: 'actor',
    label: 'Actor',
    description: 'Who did it: the pseudonym of the person, and the role in which the person acted.',
    group: 'procedure',
    type: { type: 'record', shape: actorRecordSchema },
    cardinality: 'many',
  },
  {
    name: 'follows',
    label: 'Follows',
    description: 'The act before it, by the id of its statement; it keeps two acts of the same words apart.',
    group: 'procedure',
    type: { type: 'text' },
    cardinality: 'many',
  },
])

/**
 * The acts that statements about one procedure carry, in their order.
 *
 * An act is not corrected or withdrawn by a later statement: what undoes it is another act (PRC-02). A statement that
 * was erased, or that carries no act, gives none.
 */
export function recordedActs(statements: readonly Statement[]): readonly RecordedAct[] {
  return statements
    .flatMap((statement) => {
      const value = (name: string) => statement.assertions.find(({ property }) => property === name)?.value
      const act = actSchema.safeParse(value('act'))
      if (!act.success || statement.erased) return []
      const actor = actorRecordSchema.safeParse(value('actor'))
      const { person, role } = actor.success ? actor.data : {}
      return [
        {
          statement: statement.id,
          act: act.data,
          party: statement.assertedBy,
          ...(person === undefined ? {} : { person }),
          ...(role === undefined ? {} : { role }),
          at: statement.assertedAt,
        },
      ]
    })
    .toSorted(inOrder)
}

/** PRC-02: by the instant of recording; acts of one instant by the id of their statement. */
export function inOrder(a: RecordedAct, b: RecordedAct): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return a.statement < b.statement ? -1 : a.statement > b.statement ? 1 : 0
}
