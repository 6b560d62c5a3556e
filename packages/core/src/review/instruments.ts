/**
 * Which measures of the catalogue an instrument of the record stands for.
 *
 * Takes the words of a record ("declaration by HR", "listing of persons") and its Toolbox category; gives the ids of
 * the measures. One word may stand for several measures, because records do not say which kind of statement it was.
 *
 * Rules (docs/rules/review.md): REV-05. Ids of measures that a pack does not have are left out by the caller.
 */
import type { Category, Measure } from '../kernel/doctrine.ts'
import { categoryNamed } from '../toolbox/response-class.ts'

/** The legal test that opens listings, and the measures that are listings, in the pack `eu`. */
export const LISTING = {
  test: 'test-regime-scope',
  measures: ['rest-travel-ban', 'rest-asset-freeze', 'rest-funds-ban', 'rest-third-state-case'],
} as const

/** First line that fits counts. */
const INSTRUMENTS: readonly (readonly [words: RegExp, measures: readonly string[]])[] = [
  [/de-?list|remov\w* .*\blist/i, ['rest-delist']],
  [/prolong|renewal/i, ['rest-prolong']],
  [
    /(hybrid|other|human rights|chemical|ukraine|destabilis\w*) (sanctions )?(regime|framework)|2024\/2642|2020\/1998/i,
    ['rest-other-regime'],
  ],
  [/sector(al)? (sanction|measure|restriction)/i, ['rest-sectoral']],
  [/listing|sanction|restrictive|asset[- ]freeze|travel ban|designation/i, LISTING.measures],
  [/conclusions/i, ['stab-conclusions']],
  [/expulsion|expel|persona non grata|recall of .*ambassador/i, ['support-retorsion']],
  [/declaration/i, ['stab-hr-declaration', 'stab-hr-declaration-no-attribution']],
  [
    /joint (statement|attribution|communiqu)|statement with partners/i,
    ['stab-joint-partners', 'stab-hr-statement'],
  ],
  [
    /statement|condemn|attribution|tweet|press release|spokesperson/i,
    ['stab-hr-statement', 'stab-spokesperson', 'stab-hr-declaration', 'stab-hr-declaration-no-attribution'],
  ],
  [/summon/i, ['stab-summon']],
  [/d[ée]marche|protest/i, ['stab-demarche', 'coop-demarche']],
  [/suspen/i, ['stab-suspend-dialogue']],
  [/dialogue|talks\b/i, ['coop-dialogue', 'prev-cbm-consultation']],
  [/consultation/i, ['prev-cbm-consultation', 'coop-dialogue']],
  [/confidence[- ]building/i, ['prev-cbm', 'prev-cbm-consultation']],
  [/capacity|training|twinning/i, ['prev-capacity', 'coop-assist-partner']],
  [/united nations|\bUN\b|OSCE|multilateral/i, ['stab-multilateral', 'prev-norms']],
  [/solidarity clause|\b222\b/i, ['support-solidarity-clause']],
  [/mutual assistance|42\(7\)/i, ['support-mutual-assistance']],
  [
    /rapid response|\bCERT\b|CSIRT|ENISA|incident response|expert|assistance|reserve|(technical|cyber) support|support (measure|package)|mission/i,
    ['support-technical-assist', 'coop-assist-partner', 'coop-technical'],
  ],
  [
    /europol|eurojust|arrest|takedown|law[- ]enforcement|investigation|indictment|prosecution/i,
    ['coop-law-enforcement'],
  ],
  [/advisory|warning|information sharing/i, ['coop-technical']],
  [/exercise/i, ['prev-joint-exercise']],
]

/** Coders put help under either: the catalogue asks whom it reaches, a partner or a Member State (REV-05). */
const HELP: readonly (Category | undefined)[] = ['cooperative', 'lawful-response-support']

/**
 * The measures of the pack that an instrument stands for.
 * @returns by its words; else every measure of its category; else none: without a category, the act is not matched
 */
export function measuresFor(
  instrument: string,
  toolboxCategory: string | null | undefined,
  measures: readonly Measure[],
): readonly string[] {
  const named = INSTRUMENTS.find(([words]) => words.test(instrument))?.[1] ?? []
  const category = categoryNamed(toolboxCategory ?? '')
  const known = measures.filter(({ id }) => named.includes(id))
  // the words must agree with the category on record, where there is one
  const agreeing = known.filter(
    (measure) =>
      category === undefined ||
      measure.category === category ||
      (HELP.includes(category) && HELP.includes(measure.category)),
  )
  if (agreeing.length > 0) return agreeing.map(({ id }) => id)
  return measures
    .filter((measure) => measure.category === category && measure.role === 'measure')
    .map(({ id }) => id)
}
