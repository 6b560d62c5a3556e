/** The heads of a list as CSV. Next door: `export-goals.ts` and the other lists. */
import type { Wording } from '@demarche/documents/language/wording.ts'

/** The head of a column in the words of the language, and that of the column beside it with the codes of those words. */
export function withCode({ say }: Wording, head: string): readonly [head: string, code: string] {
  return [head, say('table.code', { head })]
}
