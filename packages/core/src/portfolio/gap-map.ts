/**
 * Where projects of capacity building are, and where none is known: country by theme for one year.
 *
 * "None known" is never "none": what nobody recorded cannot show. Money is that of whole projects and is not divided among
 * countries. Pure. Rule: docs/rules/overlap.md, OVL-21.
 */
import { earliestDay, latestDay, type PartialDate } from '../kernel/partial-date.ts'
import type { ProjectFacts } from './overlap/project-facts.ts'

/** What the map is told of a project. */
export interface MappedProject {
  readonly facts: ProjectFacts
  /** true when a source gives an amount of money for it */
  readonly hasMoney: boolean
}

/** Projects of one country and theme in the year. A cell without any is not in the map: none is known. */
export interface GapCell {
  readonly country: string
  readonly theme: string
  /** by country, theme and dates on record */
  readonly certain: readonly string[]
  /** the country follows from a region, or a date is missing or too coarse to tell */
  readonly perhaps: readonly string[]
  /** how many of both have an amount of money on record */
  readonly withMoney: number
}

export interface GapMap {
  readonly year: number
  readonly cells: readonly GapCell[]
  /** projects of that year whose country or theme nobody has recorded: they may belong anywhere in the map */
  readonly nowhere: readonly string[]
}

/** @param countries rows of the map: no others are looked at */
export function gapMap(
  projects: readonly MappedProject[],
  countries: readonly string[],
  year: number,
): GapMap {
  const cells = new Map<string, { certain: string[]; perhaps: string[]; withMoney: number }>()
  const nowhere: string[] = []
  for (const { facts, hasMoney } of projects) {
    const runs = runsIn(facts, year)
    if (runs === 'no') continue
    const places = placesOf(facts)
    if (places.size === 0 || facts.themes.length === 0) nowhere.push(facts.id)
    for (const country of countries) {
      const place = places.get(country)
      if (place === undefined) continue
      for (const theme of new Set(facts.themes)) {
        const key = `${country} ${theme}`
        const cell = cells.get(key) ?? { certain: [], perhaps: [], withMoney: 0 }
        cells.set(key, cell)
        cell[runs === 'yes' && place === 'listed' ? 'certain' : 'perhaps'].push(facts.id)
        if (hasMoney) cell.withMoney += 1
      }
    }
  }
  return {
    year,
    cells: [...cells].map(([key, cell]) => {
      const [country = '', theme = ''] = key.split(' ')
      return { country, theme, ...cell }
    }),
    nowhere,
  }
}

function placesOf({ countries, regions = [] }: ProjectFacts): ReadonlyMap<string, 'listed' | 'region'> {
  return new Map([
    ...regions.flatMap((region) => region.countries.map((country) => [country, 'region'] as const)),
    ...countries.map((country) => [country, 'listed'] as const),
  ])
}

/** Whether the project runs at some time in the year, as far as its dates tell. */
function runsIn({ start, end }: ProjectFacts, year: number): 'yes' | 'perhaps' | 'no' {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  if ((start !== null && earliestDay(start) > last) || (end !== null && latestDay(end) < first)) return 'no'
  const hasBegun = (date: PartialDate | null) => date !== null && latestDay(date) <= last
  const goesOn = (date: PartialDate | null) => date !== null && earliestDay(date) >= first
  return hasBegun(start) && goesOn(end) ? 'yes' : 'perhaps'
}
