/**
 * Dates and instants as a screen says them, in the language of the desk. Papers have their own (core, partial-date.ts).
 *
 * Rests on: CLDR through Intl; the French first of the month is "1er" (Code de rédaction interinstitutionnel, 10.4).
 */
import type { CalendarDate, PartialDate } from '@demarche/core/kernel/partial-date.ts'
import { type Language, tagOf } from '@demarche/core/kernel/language.ts'
import { sayBrussels as sayInEnglish } from '@demarche/core/kernel/say-brussels.ts'
import { deskLanguage } from './place-name.ts'

const OPTIONS = {
  month: { year: 'numeric', month: 'long' },
  day: { year: 'numeric', month: 'long', day: 'numeric' },
  weekday: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  instant: { year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' },
} as const
type Precision = keyof typeof OPTIONS

const FORMATS = new Map<string, Intl.DateTimeFormat>()

function formatOf(precision: Precision, language: Language): Intl.DateTimeFormat {
  const key = `${language} ${precision}`
  const kept =
    FORMATS.get(key) ??
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : tagOf(language), {
      ...OPTIONS[precision],
      timeZone: ['month', 'day'].includes(precision) ? 'UTC' : 'Europe/Brussels',
    })
  FORMATS.set(key, kept)
  return kept
}

function say(precision: Precision, at: Date): string {
  const language = deskLanguage()
  const said = formatOf(precision, language).format(at)
  return language === 'fr' ? said.replace(/(^|^\p{L}+ )1 /u, '$11er ') : said
}

/** A date at its own precision. @example formatPartialDate('2026-05') // 'May 2026', 'mai 2026' */
export function formatPartialDate(date: PartialDate | CalendarDate): string {
  if (date.length === 4) return date
  return say(date.length === 7 ? 'month' : 'day', new Date(date.length === 7 ? `${date}-01` : date))
}

/** An instant in Brussels time: `21 May 2026 at 11:42`. */
export function formatInstant(instant: string): string {
  return say('instant', new Date(instant))
}

/** An instant as people act on it. @example sayBrussels('2026-11-27T17:00:00.000Z') // 'vendredi 27 novembre 2026, 18:00 CET' */
export function sayBrussels(instant: string): string {
  const english = sayInEnglish(instant)
  if (deskLanguage() === 'en') return english
  const at = new Date(instant)
  return `${say('weekday', at)}, ${say('clock', at)}${english.slice(english.lastIndexOf(' '))}`
}
