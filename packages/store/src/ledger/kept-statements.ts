/**
 * Statements as they were made of their recorded text, kept so that the same text is not read as JSON again and again: a page of
 * a case reads all that was said of it, and what was said never changes.
 *
 * Whoever asks has been given the row by the database, text and all, and is given the statement of that text: nothing can be
 * found here that was not in hand. What was erased is forgotten as soon as its row is met.
 *
 * Next door: `read-statements.ts` asks.
 */
import type { Statement } from '@demarche/core'

/** characters of recorded text that are kept; with what is made of them they take some six times as many bytes */
const MOST_CHARACTERS = 6_000_000

interface Text {
  readonly id: string
  readonly body: string
  readonly remarking: string | null
}
interface Kept extends Text {
  readonly statement: Statement
}

/** by id, the one that was asked for longest ago first */
const kept = new Map<string, Kept>()
let characters = 0

/** The statement of a row that was not erased: the very object of the last time, until the row is marked anew. */
export function keptStatement({ id, body, remarking }: Text, read: () => Statement): Statement {
  const known = kept.get(id)
  const one =
    known?.body === body && known.remarking === remarking ? known : { id, body, remarking, statement: read() }
  forgetStatement(id)
  kept.set(id, one)
  characters += body.length
  for (const oldest of kept.keys()) {
    if (characters <= MOST_CHARACTERS) break
    forgetStatement(oldest)
  }
  return one.statement
}

/** Nothing of it stays here. */
export function forgetStatement(id: string): void {
  characters -= kept.get(id)?.body.length ?? 0
  kept.delete(id)
}
