/**
 * What a paper says in its language: sentences by key, and dates, lists, names and values as that language writes them.
 *
 * Law, doctrine and what sources said stay in the language in which they are on record; a paper in another language than
 * English says so. Nothing that is filled into a sentence is read as one: braces in the name of a case stay braces.
 *
 * Rests on: docs/decisions/0015-languages.md and 0026-papers-in-languages.md; Interinstitutional style guide (dates, protocol order, codes).
 * Next door: `load-texts.ts` has the sentences, `case-wording.ts` says facts and values of a case.
 */
import {
  euCountryCode,
  formatPartialDate,
  inOrderOfNames,
  MEMBER_STATES,
  printedNameOf,
  type CalendarDate,
  type Grading,
  type Instant,
  type PartialDate,
  type Source,
} from '@demarche/core'
import { type Language, semicolonOf, tagOf } from '@demarche/core/kernel/language.ts'
import { brusselsTime } from '@demarche/core/kernel/brussels-time.ts'
import i18next, { type i18n } from 'i18next'
import type { Inline } from '../document-tree.ts'
import type { Words } from '../paper-writer.ts'
import { loadDoctrineAtLength, loadTexts, loadWordsOfDoctrine, type TextKey } from './load-texts.ts'

/** The lists of doctrine whose labels are said in the language of a paper. */
export type LabelledList =
  | 'documents'
  | 'measures'
  | 'norms'
  | 'packages'
  | 'parties'
  | 'rights'
  | 'rightsQuestions'
  | 'roles'
  | 'scales'
  | 'tests'
  | 'tracks'
  | 'votingRules'

export type Values = Readonly<Record<string, string | number>>

/** In what language doctrine and the titles that it cites stand on record. */
const ON_RECORD: Language = 'en'

/** What stands for a part while the sentence around it is looked up; no text of ours or of others has it. */
const PART = /\uE000(\w+)\uE001/

export class Wording {
  readonly language: Language
  /** by which language plurals, dates and lists go; Portuguese is that of Portugal, English that of the Union */
  readonly tag: string
  /** between the members of a list that has commas or colons in it; French sets it off with a space */
  readonly semicolon: string
  readonly #texts: i18n
  /** words of doctrine as they stand on record, with those of the language */
  readonly #ofDoctrine: ReadonlyMap<string, string>

  constructor(language: Language) {
    this.language = language
    this.tag = language === 'en' ? 'en-GB' : tagOf(language)
    this.semicolon = semicolonOf(language)
    const [english, own] = [loadWordsOfDoctrine('en'), loadWordsOfDoctrine(language)]
    this.#ofDoctrine = new Map([
      ...Object.entries(loadDoctrineAtLength(language)),
      ...Object.entries(english).map(([key, text]) => [text, own[key] ?? text] as const),
    ])
    this.#texts = i18next.createInstance()
    void this.#texts.init({
      lng: this.tag,
      fallbackLng: 'en',
      resources: { en: { translation: loadTexts('en') }, [this.tag]: { translation: loadTexts(language) } },
      keySeparator: false,
      nsSeparator: false,
      interpolation: { escapeValue: false },
      initAsync: false,
    })
  }

  /**
   * The text of a key, filled in. With `count` the plural form of the language is taken.
   * @example say('paper.annex', { letter: 'A', title: 'Joint text' }) // 'Annex A: Joint text'
   */
  say = (key: TextKey, values: Values = {}): string => {
    const { count } = values
    return this.#texts.t(key, { replace: values, ...(typeof count === 'number' ? { count } : {}) })
  }

  /**
   * The same with footnotes, emphasis or other runs in it: parts are put where the sentence has their name.
   * @example saying('proposal.proposes', { party: [name, ...notes] })
   */
  saying = (
    key: TextKey,
    parts: Readonly<Record<string, Words>>,
    values: Values = {},
  ): readonly (string | Inline)[] => {
    const marked = Object.keys(parts).map((name) => [name, `\uE000${name}\uE001`] as const)
    const clean = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll(/[\uE000\uE001]/g, '') : value,
    ])
    return this.say(key, { ...Object.fromEntries(clean), ...Object.fromEntries(marked) })
      .split(new RegExp(PART, 'g'))
      .flatMap((piece, index): readonly (string | Inline)[] => {
        if (index % 2 === 0) return piece === '' ? [] : [piece]
        const words = parts[piece] ?? ''
        return typeof words === 'string' || 'kind' in words ? [words] : words
      })
  }

  /**
   * A word of data by a key that is put together: in the language where it has a text for that key, else as it stands on
   * record. So does a label of doctrine that is another one than the label that was translated.
   */
  word = (key: string, onRecord: string, count?: number): string => {
    const form = count === undefined ? {} : { count }
    const english = this.#texts.exists(key, { lng: 'en' }) ? this.#texts.t(key, { lng: 'en' }) : onRecord
    const isSaid = english === onRecord && this.#texts.exists(key, { ...form, fallbackLng: false })
    return isSaid ? this.#texts.t(key, form) : onRecord
  }

  /** The text of a key with its places still to fill; undefined where the language has none. */
  sentence = (key: string): string | undefined =>
    this.#texts.exists(key, { fallbackLng: false })
      ? this.#texts.t(key, { skipInterpolation: true })
      : undefined

  /**
   * The label of an entry of doctrine, or of a section of an outline.
   * @example label('documents', 'doc-objection', 'Objection')
   */
  label = (list: LabelledList, id: string, onRecord: string): string => this.word(`${list}.${id}`, onRecord)

  /**
   * What doctrine says in words of this desk's own, such as a usual time; as it stands on record where it has changed since
   * it was translated, or is no such text.
   * @example ofDoctrine('days to months') // 'de quelques jours à quelques mois' in French
   */
  ofDoctrine = (onRecord: string): string => this.#ofDoctrine.get(onRecord) ?? onRecord

  /**
   * Words of law or doctrine as they stand on record, which is in English: a paper in another language tells what reads it
   * aloud, hyphenates it or checks its spelling.
   */
  onRecord = (text: string): Inline => ({ kind: 'text', text, ...this.ofRecord })

  /** What marks a run of a paper as words on record; nothing where the paper is in their language. */
  get ofRecord(): { readonly language?: Language } {
    return this.language === ON_RECORD ? {} : { language: ON_RECORD }
  }

  /** A date at its own precision. @example date('2022-05') // 'mai 2022' in French */
  date = (date: PartialDate | CalendarDate): string => {
    if (this.language === 'en') return formatPartialDate(date)
    const [year = '', month, day] = date.split('-')
    if (month === undefined) return year
    const at = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`)
    const style = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const
    const said = new Intl.DateTimeFormat(
      this.tag,
      day === undefined ? style : { ...style, day: 'numeric' },
    ).format(at)
    if (this.language === 'sl' && day !== undefined)
      return said.replace(/\p{L}+/u, (name) => GENITIVE[name] ?? name)
    // the first of a month is a rank in French
    return this.language === 'fr' ? said.replace(/^1 /, '1er ') : said
  }

  /** @example instant('2022-05-10T08:00:00.000Z') // '10 May 2022, 10:00 (Brussels, CEST)' */
  instant = (at: Instant): string => {
    const { date, time, zone } = brusselsTime(at)
    return this.say('paper.instant', { date: this.date(date), time, zone })
  }

  /** "one", "one and two", "one, two and three"; what is named twice is said once. */
  list = (words: readonly string[], last: 'and' | 'or' = 'and'): string =>
    new Intl.ListFormat(this.tag, { type: last === 'and' ? 'conjunction' : 'disjunction' }).format(
      new Set(words),
    )

  /** A count in a sentence: in English in words up to ten, elsewhere in figures, which take no gender. */
  count = (count: number): string =>
    this.language === 'en' ? (COUNTS[count] ?? String(count)) : new Intl.NumberFormat(this.tag).format(count)

  /**
   * Member States with the code of EU usage, other countries by name alone, with the sign of their note on status.
   * @example country('GR') // 'Greece (EL)'
   */
  country = (code: string): string => {
    const name = printedNameOf(code, this.language)
    return MEMBER_STATES.includes(code) ? `${name} (${euCountryCode(code)})` : name
  }

  /** Countries by name: Member States in protocol order, then the others by the alphabet of the language. */
  countries = (codes: readonly string[]): string =>
    inOrderOfNames(codes, this.language)
      .toSorted((a, b) => protocolRank(a) - protocolRank(b))
      .map(this.country)
      .join(', ')

  /** Where a statement comes from: who said it, and where; a party that is its own document is named once. */
  source = ({ party, document }: Source): string =>
    party === undefined || party === document
      ? document
      : this.say('paper.labelled', { label: party, text: document })

  /** @example grading({ reliability: 'B', credibility: '2' }) // 'B2 (usually reliable, probably true)' */
  grading = ({ reliability, credibility }: Grading): string =>
    `${reliability}${credibility} (${this.say(`reliability.${reliability}`)}, ${this.say(`credibility.${credibility}`)})`
}

/** Months in a Slovenian date are in the genitive; Intl gives the nominative. */
const GENITIVE: Readonly<Record<string, string>> = {
  januar: 'januarja',
  februar: 'februarja',
  marec: 'marca',
  april: 'aprila',
  maj: 'maja',
  junij: 'junija',
  julij: 'julija',
  avgust: 'avgusta',
  september: 'septembra',
  oktober: 'oktobra',
  november: 'novembra',
  december: 'decembra',
}

const COUNTS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

function protocolRank(code: string): number {
  const rank = MEMBER_STATES.indexOf(code)
  return rank === -1 ? MEMBER_STATES.length : rank
}

const WORDINGS = new Map<Language, Wording>()

/** The wording of a language; made once. */
export function wordingIn(language: Language): Wording {
  const known = WORDINGS.get(language) ?? new Wording(language)
  WORDINGS.set(language, known)
  return known
}
