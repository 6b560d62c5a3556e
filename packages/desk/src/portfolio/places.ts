/**
 * What countries, organisations and regions are called on the screens of the portfolio, and which can be chosen.
 *
 * The one place of the portfolio that asks for names of places.
 */
import { COUNTRY_CODES, isCountryCode } from '@demarche/core/kernel/country-code.ts'
import { euCountryCode } from '@demarche/core/incident/member-states.ts'
import { placeName } from '../parts/format-value.ts'

export type PlaceName = (code: string) => string

/** A code that names no country, readable: `org-osce` → `OSCE`, `western-balkans` → `Western Balkans`. */
function wordsOfCode(code: string): string {
  if (code.startsWith('org-')) return code.slice('org-'.length).toUpperCase()
  return code.replaceAll(/(^|-)([a-z])/g, (_, dash: string, letter: string) =>
    dash === '' ? letter.toUpperCase() : ` ${letter.toUpperCase()}`,
  )
}

function nameOfPlace(code: string): string {
  return isCountryCode(code) || code === 'EU' || code === '*' ? placeName(code) : wordsOfCode(code)
}

/** Names places. */
export function usePlaceName(): PlaceName {
  return nameOfPlace
}

/** Every place that can be chosen by name, in the order of the names; the Union first. */
export function usePlaceChoices(): readonly { readonly code: string; readonly name: string }[] {
  return CHOICES
}

const CHOICES = [
  { code: 'EU', name: placeName('EU') },
  ...COUNTRY_CODES.map((code) => ({ code, name: placeName(code) })).toSorted((a, b) =>
    a.name.localeCompare(b.name, 'en'),
  ),
  { code: '*', name: placeName('*') },
]

interface PlaceChoice {
  readonly id: string
  readonly name: string
  readonly note: string
}

/** The places whose name or code begins with what is typed, then those that have it elsewhere; all for nothing typed. */
export function findPlaces(
  places: readonly { readonly code: string; readonly name: string }[],
  typed: string,
): readonly PlaceChoice[] {
  const asked = bare(typed)
  const ranked = places.flatMap(({ code, name }) => {
    const words = bare(name)
    const rank =
      bare(code) === asked ? 0 : words.startsWith(asked) ? 1 : words.includes(asked) ? 2 : undefined
    return rank === undefined ? [] : [{ rank, choice: { id: code, name, note: euCountryCode(code) } }]
  })
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ choice }) => choice)
}

/** Without accents and case, so that nobody has to type them. */
function bare(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').trim().toLowerCase()
}
