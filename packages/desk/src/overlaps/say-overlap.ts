/**
 * What a comparison of two projects says, in sentences: the outcome, each reason, what would settle it, who could share.
 *
 * Without React. Rules: docs/rules/overlap.md, OVL-12.
 */
import type { OverlapPair, OverlapProject } from '@demarche/api'
import type { OverlapOutcome, OverlapReason, SettlingField } from '@demarche/core'
import { isPartialDate } from '@demarche/core/kernel/partial-date.ts'
import { formatPartialDate } from '../parts/format-date.ts'
import { semicolon } from '../parts/semicolon.ts'
import type { PlaceName } from '../portfolio/places.ts'
import type { Say, TextKey } from '../texts.ts'

export interface OverlapWords {
  readonly t: Say
  readonly placeName: PlaceName
  readonly themeName: (theme: string) => string
  readonly projectName: (entity: string) => string
  /** several words in one row, as the language joins them */
  readonly list: (words: readonly string[]) => string
}

export const OUTCOME_WORDS: Readonly<Record<OverlapOutcome, TextKey>> = {
  duplicate: 'overlaps.outcome.duplicate',
  synergy: 'overlaps.outcome.synergy',
  successor: 'overlaps.outcome.successor',
  unrelated: 'overlaps.outcome.unrelated',
  'cannot-tell': 'overlaps.outcome.cannotTell',
}

/** The outcome as a sentence of the desk. */
export function sayOutcome({ outcome, leaning }: Pick<OverlapPair, 'outcome' | 'leaning'>, t: Say): string {
  return outcome === 'cannot-tell'
    ? t('overlaps.found.cannotTell', { leaning: t(OUTCOME_WORDS[leaning]) })
    : t(`overlaps.found.${outcome}`)
}

/** So many of a list are named; the rest is counted. */
const MOST_NAMED = 8

export function sayReason(
  reason: OverlapReason,
  pair: Pick<OverlapPair, 'a' | 'b'>,
  say: OverlapWords,
): readonly string[] {
  const { t, placeName, themeName, projectName, list } = say
  const projects = (of: readonly string[]) => list(of.map(projectName))
  const places = (codes: readonly string[]) => sayFew(codes.map(placeName), say)
  const fromNames = (named: readonly { readonly of: string; readonly names: readonly string[] }[]) =>
    named
      .filter(({ names }) => names.length > 0)
      .map(({ of, names }) =>
        t('overlaps.reason.fromNames', { project: projectName(of), names: places(names) }),
      )
  switch (reason.code) {
    case 'shared-countries':
      return [
        t('overlaps.reason.sharedCountries', { countries: places(reason.countries) }),
        ...fromNames(reason.fromNames),
      ]
    case 'no-shared-country':
      return [t('overlaps.reason.noSharedCountry'), ...fromNames(reason.fromNames)]
    case 'countries-unknown':
      return [t('overlaps.reason.countriesUnknown', { projects: projects(reason.of) })]
    case 'shared-themes':
      return reason.themes.map(({ theme, a, b }) => {
        const words = [...new Set([...a, ...b])].map((word) => `“${word}”`)
        return words.length === 0
          ? t('overlaps.reason.sharedTheme', { theme: themeName(theme) })
          : t('overlaps.reason.sharedThemeWords', { theme: themeName(theme), words: sayFew(words, say) })
      })
    case 'different-themes':
      return [
        t('overlaps.reason.differentThemes', {
          one: projectName(pair.a),
          other: projectName(pair.b),
          onesWork: list(reason.a.map(themeName)),
          othersWork: list(reason.b.map(themeName)),
        }),
      ]
    case 'themes-unclear':
      return [t('overlaps.reason.themesUnclear', { projects: projects(reason.of) })]
    case 'periods-overlap': {
      const { least, most } = reason.days
      return [
        least === most
          ? t('overlaps.reason.together', { count: most })
          : t('overlaps.reason.togetherBetween', { least, most }),
        ...(reason.openEnded.length > 0
          ? [t('overlaps.reason.openEnded', { projects: projects(reason.openEnded) })]
          : []),
      ]
    }
    case 'periods-apart':
      return [t('overlaps.reason.apart', { count: reason.gapDays })]
    case 'dates-unknown':
      return [t('overlaps.reason.datesUnknown', { projects: projects(reason.of) })]
    case 'brief':
      return [t('overlaps.reason.brief', { project: projectName(reason.of), count: reason.days })]
    case 'same-donors':
      return [t('overlaps.reason.sameDonors', { names: list(reason.donors) })]
    case 'same-implementers':
      return [t('overlaps.reason.sameImplementers', { names: list(reason.implementers) })]
    case 'same-name':
      return [t('overlaps.reason.sameName', { words: list(reason.words) })]
    case 'phase-marker':
      return [t('overlaps.reason.phaseMarker', { project: projectName(reason.of), marker: reason.marker })]
    case 'takes-over':
      return [
        t(reason.basis === 'stated' ? 'overlaps.reason.takesOverStated' : 'overlaps.reason.takesOver', {
          later: projectName(reason.later),
          earlier: projectName(reason.earlier),
        }),
      ]
    case 'part-of':
      return [
        t(reason.basis === 'stated' ? 'overlaps.reason.partOfStated' : 'overlaps.reason.partOf', {
          child: projectName(reason.child),
          parent: projectName(reason.parent),
        }),
      ]
    case 'shared-terms':
      return [t('overlaps.reason.sharedTerms', { words: list(reason.terms) })]
    case 'sources-differ':
      return [
        t(reason.decides ? 'overlaps.reason.differDecides' : 'overlaps.reason.differ', {
          project: projectName(reason.of),
          field: t(`overlaps.field.${reason.field}`),
          values: reason.values.map((value) => sayValue(reason.field, value, say)).join(' / '),
        }),
      ]
    case 'region-expanded': {
      const values = { region: placeName(reason.region), project: projectName(reason.of) }
      const doubts = reason.doubts.map(({ kind }) => t(`overlaps.doubt.${kind}`))
      return [
        doubts.length === 0
          ? t('overlaps.reason.region', values)
          : t('overlaps.reason.regionDoubt', { ...values, doubts: list(doubts) }),
      ]
    }
    case 'not-verified':
      return [
        t('overlaps.reason.notVerified', {
          project: projectName(reason.of),
          fields: list(reason.fields.map((field) => t(`overlaps.field.${field}`))),
        }),
      ]
  }
}

function sayValue(field: string, value: string, { placeName, themeName }: OverlapWords): string {
  if (isPartialDate(value)) return formatPartialDate(value)
  const words = value.split(',')
  return words.map(field === 'countries' ? placeName : themeName).join(', ')
}

/** The first of many, and how many follow. */
export function sayFew(words: readonly string[], { t, list }: Pick<OverlapWords, 't' | 'list'>): string {
  if (words.length <= MOST_NAMED) return list(words)
  const between = words.some((word) => word.includes(',')) ? semicolon() : ', '
  return `${words.slice(0, MOST_NAMED).join(between)} ${t('overlaps.more', { count: words.length - MOST_NAMED })}`
}

/** Which field would settle it, and what is the matter with it. */
export function saySettling({ of, field, why }: SettlingField, { t, projectName }: OverlapWords): string {
  return t(`overlaps.settle.${why}`, { project: projectName(of), field: t(`overlaps.field.${field}`) })
}

/** For a synergy: who carries out what, where both work; nothing for other outcomes. */
export function saySharing(
  { outcome, a, b, reasons }: OverlapPair,
  projects: Readonly<Record<string, Pick<OverlapProject, 'implementers'>>>,
  say: OverlapWords,
): string | undefined {
  const shared = reasons.find((reason) => reason.code === 'shared-countries')
  if (outcome !== 'synergy' || shared?.code !== 'shared-countries') return undefined
  const { t, list, themeName, projectName, placeName } = say
  const carriedBy = (entity: string) => {
    const names = projects[entity]?.implementers ?? []
    return names.length > 0 ? list(names) : t('overlaps.nobodyKnown', { project: projectName(entity) })
  }
  const values = {
    one: carriedBy(a),
    other: carriedBy(b),
    countries: sayFew(shared.countries.map(placeName), say),
  }
  const themes = reasons.find((reason) => reason.code === 'different-themes')
  return themes?.code === 'different-themes'
    ? t('overlaps.share', {
        ...values,
        onesWork: list(themes.a.map(themeName)),
        othersWork: list(themes.b.map(themeName)),
      })
    : t('overlaps.shareSame', values)
}
