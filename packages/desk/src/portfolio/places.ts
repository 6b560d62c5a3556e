/**
 * What countries, organisations and regions are called on the screens of the portfolio, and which can be chosen.
 *
 * The one place of the portfolio that asks for names of places.
 */
import { COUNTRY_CODES, euCountryCode } from '@demarche/core/kernel/country-code.ts'
import { type CountryGroup, groupName } from '@demarche/core/kernel/country-group.ts'
import { collatorOf, inOrderOfNames, nameOf } from '@demarche/core/places/name-of.ts'
import { PLACES_WITH_NOTE, printedNameOf } from '@demarche/core/places/status-notes.ts'
import type { Language } from '@demarche/core/kernel/language.ts'
import { useCallback, useMemo } from 'react'
import { useDoctrine } from '../api/queries.ts'
import { useDeskLanguage } from '../parts/place-name.ts'

export type PlaceName = (code: string) => string

const NO_GROUPS: readonly CountryGroup[] = []

/** The organisations and regions of the doctrine in the order of their names; none while it is on its way. */
export function useCountryGroups(): readonly CountryGroup[] {
  const groups = useDoctrine().data?.countryGroups ?? NO_GROUPS
  const language = useDeskLanguage()
  return useMemo(() => groupsInOrder(groups, language), [groups, language])
}

/** Organisations and regions in the alphabetical order of their names in a language. */
export function groupsInOrder<Group extends Pick<CountryGroup, 'names'>>(
  groups: readonly Group[],
  language: Language,
): readonly Group[] {
  const { compare } = collatorOf(language)
  return groups.toSorted((a, b) => compare(groupName(a, language), groupName(b, language)))
}

/** Names countries, organisations and regions; a code that names none of them stays as it is. */
export function usePlaceName(): PlaceName {
  const groups = useCountryGroups()
  const language = useDeskLanguage()
  return useCallback(
    (code) => {
      const group = groups.find(({ id }) => id === code)
      return group ? groupName(group, language) : nameOf(code, language)
    },
    [groups, language],
  )
}

/** As `usePlaceName`, with the sign of the note on status where the name has one: for what is read, never for what is typed or recorded. */
export function usePrintedPlaceName(): PlaceName {
  const placeName = usePlaceName()
  const language = useDeskLanguage()
  return useCallback(
    (code) => (PLACES_WITH_NOTE.includes(code) ? printedNameOf(code, language) : placeName(code)),
    [placeName, language],
  )
}

/** Names organisations in short where a short form is in use, e.g. `OSCE`. */
export function useShortPlaceName(): PlaceName {
  const groups = useCountryGroups()
  const language = useDeskLanguage()
  const whole = usePlaceName()
  return useCallback(
    (code) => groups.find(({ id }) => id === code)?.short?.[language] ?? whole(code),
    [groups, language, whole],
  )
}

/** Every place that can be chosen: the Union, then countries, then organisations and regions, each in the order of their names. */
export function usePlaceChoices(): readonly { readonly code: string; readonly name: string }[] {
  const groups = useCountryGroups()
  const language = useDeskLanguage()
  return useMemo(() => {
    const place = (code: string) => ({ code, name: nameOf(code, language) })
    return [
      place('EU'),
      ...inOrderOfNames(COUNTRY_CODES, language).map(place),
      ...groups.map((group) => ({ code: group.id, name: groupName(group, language) })),
      place('*'),
    ]
  }, [groups, language])
}

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
