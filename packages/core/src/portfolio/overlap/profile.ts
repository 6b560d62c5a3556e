/**
 * A project as it is compared: everything read out of its record once.
 *
 * Next door: `compare-projects.ts` compares two profiles, `overlap-index.ts` keeps many.
 */
import { type Period, readPeriod } from './period.ts'
import type { ProjectFacts } from './project-facts.ts'
import { type Phase, readPhase } from './read-phase.ts'
import { type PlaceFinder, placeFinder, type Places, placeWords, readPlaces } from './read-places.ts'
import { readThemes, type ThemeFinder, themeFinder, type Themes } from './read-themes.ts'
import type { RegionName } from './region-names.ts'
import type { LexiconLine } from './theme-lexicon.ts'
import { isTelling, plainText, stemOf, wordsOf } from './words.ts'

/** The tables by which texts are read. */
export interface OverlapContext {
  readonly places: PlaceFinder
  readonly themes: ThemeFinder
}

/** Makes the tables, from the shipped data where nothing else is given. Costs some milliseconds: make it once. */
export function overlapContext(
  data: {
    readonly regions?: readonly RegionName[]
    readonly lexicon?: readonly LexiconLine[]
    readonly mandates?: readonly LexiconLine[]
  } = {},
): OverlapContext {
  return { places: placeFinder(data.regions), themes: themeFinder(data.lexicon, data.mandates) }
}

export interface ProjectProfile {
  readonly facts: ProjectFacts
  readonly places: Places
  readonly themes: Themes
  readonly period: Period
  readonly phase: Phase
  /** stems of the telling words of name and objective, without names of places; each once, in alphabetical order */
  readonly stems: readonly string[]
  /** a word of the text for each stem, in the order of the stems, for a reader */
  readonly words: readonly string[]
  /** plain names, for comparing, in alphabetical order */
  readonly donors: readonly string[]
  readonly implementers: readonly string[]
  /** name and objective in plain words with single spaces, padded, so that whole words can be looked for */
  readonly plain: string
  /** the word by which the text says that this is a piece of something larger, or null */
  readonly piece: string | null
}

/** Words by which a record says that it is a piece of something larger. */
const PIECE =
  /\b(?:grants?|sub ?grants?|small grants|subventions?|subvenciones|subvencoes|zuschusse|dotacj\w+|nepovratn\w+|country run|country action|pilot)\b/

/** The word of the text that a stem was read from. */
export function wordOf(profile: ProjectProfile, stem: string): string {
  return profile.words[profile.stems.indexOf(stem)] ?? stem
}

export function profileOf(facts: ProjectFacts, context: OverlapContext): ProjectProfile {
  const words = wordsOf(`${facts.name} . ${facts.objective}`)
  const ofPlaces = placeWords(words, context.places)
  const wordOfStem = new Map<string, string>()
  for (const word of words) {
    if (!isTelling(word) || ofPlaces.has(word)) continue
    const stem = stemOf(word)
    if (!wordOfStem.has(stem)) wordOfStem.set(stem, word)
  }
  const stems = [...wordOfStem.keys()].toSorted()
  const plain = ` ${words.join(' ')} `
  return {
    facts,
    places: readPlaces(facts, words, context.places),
    themes: readThemes(facts, words, context.themes),
    period: readPeriod(facts.start, facts.end),
    phase: readPhase(facts.name, facts.objective, ofPlaces),
    stems,
    words: stems.map((stem) => wordOfStem.get(stem) ?? stem),
    donors: facts.donors.map(organisationKey).toSorted(),
    implementers: facts.implementers.map(organisationKey).toSorted(),
    plain,
    piece: PIECE.exec(plain)?.[0] ?? null,
  }
}

/** Under which two spellings of an organisation meet: plain letters, without what stands in brackets. */
export function organisationKey(name: string): string {
  const plain = plainText(name).replace(/\([^)]*\)/g, ' ')
  return wordsOf(plain.trim() === '' ? name : plain).join(' ')
}
