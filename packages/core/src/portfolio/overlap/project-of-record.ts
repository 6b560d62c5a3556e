/**
 * What a record of the portfolio tells the overlap engine of a project, contested values side by side.
 *
 * Pure: the same record and groups give the same. Where sources differ on a date, on the countries or on the themes, every
 * value is kept; `facts` takes all of them together, so that no candidate is missed, and `compare-on-record.ts`
 * tries them one by one. Rules: docs/rules/overlap.md, OVL-01, OVL-17, OVL-18.
 */
import type { CountryGroup } from '../../kernel/country-group.ts'
import { comparePartialDates, isPartialDate, latestDay, type PartialDate } from '../../kernel/partial-date.ts'
import { expandRegion, type RegionDoubt } from '../../places/expand-region.ts'
import { findGroup } from '../../places/memberships.ts'
import { alternativesOf, type PortfolioRecord, valuesOf, wordsIn } from '../read-record.ts'
import type { ContestedField } from './comparison.ts'
import type { ProjectFacts, ProjectScope } from './project-facts.ts'

export interface ProjectOnRecord {
  /** all countries, themes and organisations that any source names, and the longest time that any gives */
  readonly facts: ProjectFacts
  /** one for each combination of contested values; the facts alone where nothing is contested */
  readonly readings: readonly ProjectFacts[]
  readonly contested: readonly { readonly field: ContestedField; readonly values: readonly string[] }[]
  readonly regions: readonly { readonly region: string; readonly doubts: readonly RegionDoubt[] }[]
  /** what nobody has read in the source that it is ascribed to */
  readonly notVerified: readonly ContestedField[]
}

const FIELDS: readonly ContestedField[] = ['start', 'end', 'countries', 'themes']
/** More combinations than that are not tried one by one: then the first and the last value of each are. */
const MOST_READINGS = 12

/** @param groups organisations and regions with their members, as of the project's last known day */
export function projectOf(record: PortfolioRecord, groups: readonly CountryGroup[]): ProjectOnRecord {
  const starts = datesIn(record, 'start')
  const ends = datesIn(record, 'end')
  const places = wordsIn(record, 'countries')
  const listed = places.filter((code) => !isGroup(groups, code) && code !== '*')
  // a list of countries goes before the region that it is the list of
  const named = [
    ...places.filter((code) => isGroup(groups, code)),
    ...(listed.length > 0 ? [] : wordsIn(record, 'regions')),
  ]
  const day = ends.length > 0 ? latestDay(lastOf(ends)) : record.asOf
  const regions = [...new Set(named)]
    .filter((code) => code !== '*')
    .map((region) => ({ region, ...expandRegion(groups, region, day < record.asOf ? day : record.asOf) }))
  const alternatives = alternativesIn(record, groups)
  const facts: ProjectFacts = {
    id: record.entity,
    name: record.name,
    objective: valuesOf(record, 'objective').map(String).join(' '),
    donors: wordsIn(record, 'donors'),
    implementers: wordsIn(record, 'implementers'),
    countries: listed,
    regions: regions.map(({ region, countries }) => ({ name: region, countries })),
    scope: scopeOf(record),
    start: starts[0] ?? null,
    end: ends.at(-1) ?? null,
    themes: wordsIn(record, 'themes'),
    successorOf: wordsIn(record, 'successorOf')[0],
    partOf: wordsIn(record, 'partOf')[0],
  }
  return {
    facts,
    readings: readingsOf(facts, alternatives),
    contested: alternatives.map(({ field, values }) => ({ field, values: values.map(String) })),
    regions: regions.map(({ region, doubts }) => ({ region, doubts })),
    notVerified: FIELDS.filter((field) =>
      record.doubts.some(({ property, what }) => property === field && what === 'unverified'),
    ),
  }
}

/** A plan that is on no record: nothing is contested, and regions among its countries are expanded. */
export function projectOfPlan(
  plan: ProjectFacts,
  groups: readonly CountryGroup[],
  asOf: string,
): ProjectOnRecord {
  const regions = plan.countries
    .filter((code) => isGroup(groups, code))
    .map((region) => ({ region, ...expandRegion(groups, region, asOf) }))
  const facts: ProjectFacts = {
    ...plan,
    countries: plan.countries.filter((code) => !isGroup(groups, code) && code !== '*'),
    regions: regions.map(({ region, countries }) => ({ name: region, countries })),
    scope: plan.countries.includes('*') ? 'global' : plan.scope,
  }
  return {
    facts,
    readings: [facts],
    contested: [],
    regions: regions.map(({ region, doubts }) => ({ region, doubts })),
    notVerified: [],
  }
}

/** Every value of each field on which sources differ. */
type Alternatives = readonly (
  | { readonly field: 'start' | 'end'; readonly values: readonly PartialDate[] }
  | { readonly field: 'countries' | 'themes'; readonly values: readonly (readonly string[])[] }
)[]

function alternativesIn(record: PortfolioRecord, groups: readonly CountryGroup[]): Alternatives {
  const lists = (field: 'countries' | 'themes') =>
    (isContested(record, field) ? valuesOf(record, field) : []).flatMap((value) =>
      Array.isArray(value)
        ? [value.map(String).filter((code) => field === 'themes' || !isGroup(groups, code))]
        : [],
    )
  return [
    ...(['start', 'end'] as const).map((field) => ({ field, values: datesIn(record, field) })),
    ...(['countries', 'themes'] as const).map((field) => ({ field, values: lists(field) })),
  ].filter(({ values }) => values.length > 1)
}

/** Every combination, so that between any two of them there is a way on which one field changes at a time. */
function readingsOf(facts: ProjectFacts, alternatives: Alternatives): readonly ProjectFacts[] {
  const count = alternatives.reduce((product, { values }) => product * values.length, 1)
  return alternatives.reduce<readonly ProjectFacts[]>(
    (readings, { field, values }) => {
      const tried = count <= MOST_READINGS ? values : [values[0], values.at(-1)]
      return readings.flatMap((reading) => tried.map((value) => ({ ...reading, [field]: value })))
    },
    [facts],
  )
}

function isContested(record: PortfolioRecord, property: string): boolean {
  const row = record.facts.find((one) => one.property === property)
  return row !== undefined && alternativesOf(row).length > 1
}

/** The dates that any source gives, the earliest first; each once. */
function datesIn(record: PortfolioRecord, property: 'start' | 'end'): readonly PartialDate[] {
  return wordsIn(record, property).filter(isPartialDate).toSorted(comparePartialDates)
}

function lastOf(dates: readonly PartialDate[]): PartialDate {
  const last = dates.at(-1)
  if (last === undefined) throw new RangeError('expected a date')
  return last
}

function isGroup(groups: readonly CountryGroup[], code: string): boolean {
  return findGroup(groups, code) !== undefined
}

const SCOPES: Readonly<Record<string, ProjectScope>> = {
  'country-list': 'country-list',
  regional: 'region-unlisted',
  global: 'global',
  'global-with-focus': 'global-with-focus',
}

function scopeOf(record: PortfolioRecord): ProjectScope | null {
  return wordsIn(record, 'scope').map((word) => SCOPES[word] ?? null)[0] ?? null
}
