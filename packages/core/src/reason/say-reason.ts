/**
 * The sentence of a reason, in a language.
 *
 * In: a code with what is filled in, and a voice: how the language has sentences, names of properties, values and words of
 * doctrine. Out: one sentence. Nothing that is filled in is read as a sentence again.
 *
 * Next door: `english-voice.ts`; the desk and the papers have voices of their own over `texts/<code>.json`.
 */
import { phraseParties } from '../incident/phrase-parties.ts'
import { type Language, semicolonOf, tagOf } from '../kernel/language.ts'
import type { CalendarDate } from '../kernel/partial-date.ts'
import type { Value } from '../kernel/value.ts'
import type { ReasonCode, ReasonValues, ReasonWords, ValueWords } from './reason-words.ts'

/** How a language says what a reason is made of. */
export interface ReasonVoice {
  readonly language: Language
  /** the sentence of a code, its places still to fill */
  sentence(code: ReasonCode): string
  dimension(dimension: ReasonValues['dimension']): string
  property(name: string): string
  value(property: string, value: Value): string
  /** a label of doctrine, or words of it that are this desk's own */
  doctrine(text: string): string
  date(date: CalendarDate): string
}

/** The sentence; a place for which nothing is filled in stays as it is written. */
export function sayReason({ code, values }: ReasonWords, voice: ReasonVoice): string {
  return voice.sentence(code).replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => {
    const say = isPlace(name) ? SAY[name] : undefined
    return say?.(values, voice) ?? place
  })
}

/** How each value is said, by the name of its place. */
const SAY: {
  readonly [Name in keyof ReasonValues]: (
    values: Partial<ReasonValues>,
    voice: ReasonVoice,
  ) => string | undefined
} = {
  dimension: ({ dimension }, voice) => dimension && voice.dimension(dimension),
  dimensions: ({ dimensions }, voice) => dimensions && either(dimensions.map(voice.dimension), voice),
  level: ({ level }, voice) => figure(level, voice),
  levels: ({ levels }, voice) => levels && either(levels.map(String), voice),
  lower: ({ lower }, voice) => figure(lower, voice),
  upper: ({ upper }, voice) => figure(upper, voice),
  least: ({ least }, voice) => figure(least, voice),
  most: ({ most }, voice) => figure(most, voice),
  other: ({ other }, voice) => figure(other, voice),
  count: ({ count }, voice) => figure(count, voice),
  anchor: ({ anchor }, voice) => anchor && voice.doctrine(anchor),
  clause: ({ clause }, voice) => clause && voice.doctrine(clause),
  label: ({ label }, voice) => label && voice.doctrine(label),
  questions: ({ questions }, voice) =>
    questions && questions.map(voice.doctrine).join(semicolonOf(voice.language)),
  date: ({ date }, voice) => date && voice.date(date),
  from: ({ from }, voice) => from && voice.date(from),
  until: ({ until }, voice) => until && voice.date(until),
  reason: ({ reason }) => reason,
  grounds: ({ grounds }) => grounds,
  name: ({ name }) => name,
  year: ({ year }) => year,
  parties: ({ parties }, { language }) => parties && phraseParties(parties, language),
  property: ({ property }, voice) => property && voice.property(property),
  value: ({ value }, voice) => value && sayValue(value, voice),
  values: ({ values }, voice) => values && either(each(values, voice), voice),
  wanted: ({ wanted }, voice) => wanted && sayWanted(wanted, voice),
  at: ({ at }, voice) => at && sayReason(at, voice),
  because: ({ because }, voice) => because && sayReason(because, voice),
  here: ({ here }, voice) => here && sayReason(here, voice),
  there: ({ there }, voice) => there && sayReason(there, voice),
  condition: ({ condition }, voice) => condition && sayReason(condition, voice),
  outcome: ({ outcome }, voice) => outcome && sayReason(outcome, voice),
  harm: ({ harm }, voice) => harm && row(harm, voice, ', '),
  raising: ({ raising }, voice) =>
    raising && row(raising, voice, voice.language === 'en' ? ', or ' : semicolonOf(voice.language)),
  facts: ({ facts }, voice) => facts && row(facts, voice, semicolonOf(voice.language)),
  asked: ({ asked }, voice) => asked && row(asked, voice, ', '),
}

function isPlace(name: string): name is keyof ReasonValues {
  return Object.hasOwn(SAY, name)
}

function sayValue(value: ValueWords, voice: ReasonVoice): string {
  const [only, ...others] = each(value, voice)
  if (only === undefined) return sayReason({ code: 'value.unknown', values: {} }, voice)
  return others.length > 0 ? sayReason({ code: 'value.contested', values: { values: value } }, voice) : only
}

/** The English sentences say before the list that one of it is enough. */
function sayWanted(wanted: ValueWords, voice: ReasonVoice): string {
  const words = each(wanted, voice)
  return voice.language === 'en' ? words.join(', ') : either(words, voice)
}

function each({ property, oneOf }: ValueWords, voice: ReasonVoice): readonly string[] {
  return oneOf.map((value) => voice.value(property, value))
}

/** A midpoint between two levels has a decimal. */
function figure(value: number | undefined, { language }: ReasonVoice): string | undefined {
  return language === 'en' ? value?.toString() : value?.toLocaleString(tagOf(language))
}

/** What is named twice is said once. */
function row(parts: readonly ReasonWords[], voice: ReasonVoice, separator: string): string {
  return [...new Set(parts.map((part) => sayReason(part, voice)))].join(separator)
}

function either(words: readonly string[], { language }: ReasonVoice): string {
  // the English sentences do without the comma before the last
  return language === 'en'
    ? words.join(' or ')
    : new Intl.ListFormat(tagOf(language), { type: 'disjunction' }).format(words)
}
