/**
 * The joint text beside the attributions on record: whom they name and how surely, and whether the text names them too.
 *
 * A mention is found by the names that stand in the claim, and by the names of the State it accuses. Nothing else is
 * tried: a text that says "a neighbouring State" names nobody here. Where a claim gives no name, nothing can be looked
 * for, and that is said.
 *
 * Rule TXT-14 in docs/rules/joint-text.md. Rests on: attribution is a sovereign decision of each Member State.
 * Next door: `../../attribution/attribution-view.ts` for the claims.
 */
import type { ClaimRow } from '../../attribution/attribution-view.ts'
import { nameOf } from '../../places/name-of.ts'
import { officialNamesOf } from '../../places/other-names.ts'
import type { Paragraphs } from './compare-versions.ts'
import { findMentions, type Mention } from './find-mention.ts'
import { HEDGES } from './strength-words.ts'

/** `not-searchable`: the claim gives no name to look for. */
const NAMING = ['named', 'not-named', 'not-searchable'] as const
export type Naming = (typeof NAMING)[number]

export interface NameSearch {
  /** what was looked for */
  readonly names: readonly string[]
  readonly naming: Naming
  /** where it was seen, with the words in the same sentence that leave it open */
  readonly mentions: readonly (Mention & { readonly hedges: readonly string[] })[]
  /** true: the first version named it and this one does not; absent without a first version */
  readonly noLongerNamed?: boolean
}

export interface AttributionComparison {
  readonly claim: ClaimRow
  /** the group, unit or person that the claim names */
  readonly actor: NameSearch
  /** the State said to stand behind it; absent when the claim accuses none */
  readonly state?: NameSearch & { readonly code: string }
}

export interface NamesAndFirst {
  /** the first version, to say what is no longer named */
  readonly first?: Paragraphs
  /** names of a State by its ISO code; English short and official names when absent */
  readonly namesOf?: (code: string) => readonly string[]
}

/**
 * Compares a text with the claims of attribution of the case.
 *
 * @param claims as in the dossier's `attribution.claims`; a reader's own, so that nothing they may not see shows
 * @returns one comparison for each claim, in the order given; the claim keeps its confidence in its own words
 * @source TXT-14
 */
export function comparedWithAttributions(
  text: Paragraphs,
  claims: readonly ClaimRow[],
  { first, namesOf = stateNames }: NamesAndFirst = {},
): readonly AttributionComparison[] {
  return claims.map((row) => {
    const { accused, accusedState } = row.claim
    return {
      claim: row,
      actor: search(text, first, namesIn(accused)),
      ...(accusedState === undefined
        ? {}
        : { state: { code: accusedState, ...search(text, first, namesOf(accusedState)) } }),
    }
  })
}

function search(text: Paragraphs, first: Paragraphs | undefined, names: readonly string[]): NameSearch {
  const mentions = findMentions(text.paragraphs, names).map((mention) => ({
    ...mention,
    hedges: [
      ...new Set(
        findMentions([{ id: mention.paragraph, text: mention.sentence }], HEDGES, ['may']).map(({ seen }) =>
          seen.toLowerCase(),
        ),
      ),
    ],
  }))
  const before = first && findMentions(first.paragraphs, names).length > 0
  return {
    names,
    naming: names.length === 0 ? 'not-searchable' : mentions.length > 0 ? 'named' : 'not-named',
    mentions,
    ...(before === undefined ? {} : { noLongerNamed: before && mentions.length === 0 }),
  }
}

/** Words that stand where a name would, and name nobody. */
const NO_NAME = /^(?:unknown|not (?:known|named|stated)|unnamed|none|n\/a|others?|unattributed|[-–—?]+)$/iu

/**
 * The names in a claim's own words: the whole, and its parts where it gives several.
 * @example namesIn('Sandworm (GRU Unit 74455)') // ['Sandworm (GRU Unit 74455)', 'Sandworm', 'GRU Unit 74455']
 */
export function namesIn(accused: string): readonly string[] {
  const whole = accused.trim()
  const parts = whole.split(/[()[\],;/|]|\baka\b|\balso known as\b/iu)
  const names = [whole, ...parts].map((name) => name.replaceAll(/^["'“”„«»\s]+|["'“”„«»\s]+$/gu, ''))
  return [...new Set(names)].filter((name) => name.length > 1 && !NO_NAME.test(name))
}

/** The English names of a State: short name, then official ones that EU texts use. */
function stateNames(code: string): readonly string[] {
  const name = nameOf(code, 'en')
  return name === code ? [] : [name, ...officialNamesOf(code).flatMap(withBothApostrophes)]
}

/** Texts are typed with either apostrophe. */
function withBothApostrophes(name: string): readonly string[] {
  return name.includes('’') ? [name, name.replaceAll('’', "'")] : [name]
}
