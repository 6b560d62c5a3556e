/**
 * Need-to-know lists: the persons who alone may read what is marked with a list.
 *
 * A list is an entity (`list:` and 12 random letters or digits), and what stands on it is a statement like any other,
 * marked with the list itself: outside it nobody learns that it exists. The statement recorded last counts.
 *
 * Rule: docs/rules/ledger.md, LED-15. Next door: `marking.ts`, `may-read.ts`.
 */
import { z } from 'zod'

export const NEED_TO_KNOW_LIST = 'need-to-know-list'

/** The persons on a list, by pseudonym. */
export const membersSchema = z.array(z.string().min(1).max(120)).min(1)
