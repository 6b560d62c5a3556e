/**
 * A paper as another party would get it says so: under its title, and in its name.
 *
 * Rule: docs/rules/access.md, ACS-11. Next door: `write-options-paper.ts`, `write-circulated.ts`.
 */
import type { DocumentTree } from '@demarche/documents'

/** The tree with the banner; as it is when it is shown as nobody else. */
export function shownAs(tree: DocumentTree, party: string | undefined): DocumentTree {
  return party === undefined
    ? tree
    : { ...tree, subtitle: `As ${party} would get it: a preview, not for circulation · ${tree.subtitle}` }
}

/** What that adds to the name of the file. */
export function nameAs(party: string | undefined): string {
  return party === undefined ? '' : `-as-${party}`
}
