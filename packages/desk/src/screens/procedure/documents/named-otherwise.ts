/** Papers on file whose annex names others than the annex that both acts print: PRC-16 will refuse their adoption. */
import type { AnnexEntry } from '@demarche/core/procedure/listing-annex.ts'
import type { Procedure } from '@demarche/core'

/** The last of each outline on file counts: what came before it is overtaken. */
export function namedOtherwise(
  documents: Procedure['documents'],
  entries: readonly Pick<AnnexEntry, 'name'>[],
): readonly { readonly title: string; readonly party: string; readonly annex: readonly string[] }[] {
  const names = keyOf(entries.map(({ name }) => name))
  const last = new Map(documents.map((document) => [document.outline, document]))
  return [...last.values()].flatMap(({ title, party, annex }) =>
    annex !== undefined && keyOf(annex) !== names ? [{ title, party, annex }] : [],
  )
}

function keyOf(names: readonly string[]): string {
  return JSON.stringify([...new Set(names)].toSorted())
}
