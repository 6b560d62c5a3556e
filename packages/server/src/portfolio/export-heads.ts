/** The columns that lists as CSV share. Next door: `export-goals.ts` and the other lists. */
import { formatMarking, type Marking, type RecordKind } from '@demarche/core'
import type { Wording } from '@demarche/documents/language/wording.ts'

/** The head of a column in the words of the language, and that of the column beside it with the codes of those words. */
export function withCode({ say }: Wording, head: string): readonly [head: string, code: string] {
  return [head, say('table.code', { head })]
}

/** The heads of the columns that say which record a line is about. */
export function recordHeads(wording: Wording): readonly string[] {
  const { say } = wording
  return [
    say('table.record'),
    ...withCode(wording, say('table.kind')),
    say('table.name'),
    say('table.marking'),
  ]
}

/** What stands under them. @param kind in the words of the language; without it the code stands in both places */
export function recordCells(
  row: { readonly entity: string; readonly kind: string; readonly name: string; readonly marking: Marking },
  kind: RecordKind | undefined,
): readonly string[] {
  return [row.entity, kind?.label ?? row.kind, row.kind, row.name, formatMarking(row.marking)]
}
