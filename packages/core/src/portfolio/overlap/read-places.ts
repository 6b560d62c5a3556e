/**
 * Where a project works: the countries that its source lists or, where none does, those that its text names.
 *
 * A region's name is resolved to the countries that it usually means, and the answer says that it came from a name
 * (docs/rules/overlap.md, OVL-04). A donor's own country in the text ("ASEAN-Japan centre", paid by Japan) is no partner
 * country.
 */
import { isCountryCode } from '../../kernel/country-code.ts'
import { PEOPLE_NAMES } from './people-names.ts'
import { type Phrase, type PhraseFinder, phraseFinder } from './phrases.ts'
import type { NamedRegion, ProjectFacts } from './project-facts.ts'
import { REGION_NAMES, type RegionName } from './region-names.ts'
import { wordsOf } from './words.ts'

export interface Places {
  /** in alphabetical order; empty when neither a list nor the text says */
  readonly countries: readonly string[]
  readonly basis: 'stated' | 'text'
  /** the names that stand in for a list: regions on record by their id; of the text, as regions are called here and countries by their code */
  readonly names: readonly string[]
  /** true when the only names are of regions so wide that they settle nothing by themselves */
  readonly loose: boolean
}

interface Place {
  readonly name: string
  readonly countries: readonly string[]
  readonly loose: boolean
  readonly region: boolean
}

export type PlaceFinder = PhraseFinder<Place>

const LANGUAGES = ['en', 'fr', 'de', 'es', 'pt', 'pl', 'sl']
/** Names that are everyday words in one of the languages ("réunion" is a meeting), or of places where nobody lives. */
const NOT_READ = new Set('AQ BV GS HM IO RE TF UM'.split(' '))
const SHORTEST_NAME = 4

/** A region of more countries settles nothing by its name (our judgement): continents, the largest organisations. */
const MOST_OF_A_REGION = 25

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

function countryPhrases(): Phrase<Place>[] {
  const tables = LANGUAGES.map(
    (language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }),
  )
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
  return codes
    .filter((code) => isCountryCode(code) && !NOT_READ.has(code))
    .flatMap((code) => {
      const names = tables.map((table) => wordsOf(table.of(code) ?? '').join(' '))
      const patterns = new Set([
        ...names.filter((name) => name.length >= SHORTEST_NAME),
        ...parts(PEOPLE_NAMES[code] ?? ''),
      ])
      const meaning = { name: code, countries: [code], loose: false, region: false }
      return [...patterns].map((pattern) => ({ pattern, meaning }))
    })
}

function regionPhrases(regions: readonly RegionName[]): Phrase<Place>[] {
  return regions.flatMap(({ name, countries, phrases, loose = false }) => {
    const meaning = { name, countries: countries.split(' '), loose, region: true }
    return parts(phrases).map((pattern) => ({ pattern, meaning }))
  })
}

/** The phrases of a line, which are parted by `|`. */
export function parts(phrases: string): readonly string[] {
  return phrases
    .split('|')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
}

/** Made once: the names of some 250 countries in seven languages, their people and capitals, and of regions. */
export function placeFinder(regions: readonly RegionName[] = REGION_NAMES): PlaceFinder {
  // a region's phrase comes first, so that it wins over a country's of the same words
  return phraseFinder([...regionPhrases(regions), ...countryPhrases()])
}

/** Where the project works, from its list of countries or else from the names in its text. */
export function readPlaces(project: ProjectFacts, words: readonly string[], finder: PlaceFinder): Places {
  const regions = (project.regions ?? []).filter(({ countries }) => countries.length > 0)
  if (regions.length > 0) return placesOfRegions(project.countries, regions)
  if (project.countries.length > 0) {
    return { countries: [...new Set(project.countries)].toSorted(), basis: 'stated', names: [], loose: false }
  }
  // what a worldwide project names in its text are examples, or its seat
  if (project.scope === 'global' || project.scope === 'global-with-focus') {
    return { countries: [], basis: 'text', names: [], loose: true }
  }
  const donors = new Set(
    project.donors.flatMap((donor) =>
      finder.find(wordsOf(donor)).flatMap(({ meaning }) => (meaning.region ? [] : meaning.countries)),
    ),
  )
  const found = finder.find(words).map(({ meaning }) => meaning)
  const named = found.filter(
    ({ region, countries }) => region || !countries.every((code) => donors.has(code)),
  )
  const firm = named.filter(({ loose }) => !loose)
  // a narrower name in the same text says more than "Africa"
  const counted = firm.length > 0 ? firm : named
  return {
    countries: [...new Set(counted.flatMap(({ countries }) => countries))].toSorted(),
    basis: 'text',
    names: [...new Set(counted.map(({ name }) => name))].toSorted(),
    loose: firm.length === 0,
  }
}

/** A narrower region or a country beside a wide region says more than it. */
function placesOfRegions(countries: readonly string[], regions: readonly NamedRegion[]): Places {
  const firm = regions.filter((region) => region.countries.length <= MOST_OF_A_REGION)
  const isLoose = firm.length === 0 && countries.length === 0
  const counted = isLoose ? regions : firm
  return {
    countries: [...new Set([...countries, ...counted.flatMap((region) => region.countries)])].toSorted(),
    basis: counted.length > 0 ? 'text' : 'stated',
    names: [...new Set(counted.map(({ name }) => name))].toSorted(),
    loose: isLoose,
  }
}

/** Words of the text that are names of places; names of projects are compared without them. */
export function placeWords(words: readonly string[], finder: PlaceFinder): ReadonlySet<string> {
  return new Set(finder.find(words).flatMap((found) => found.words))
}
