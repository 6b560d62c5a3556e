/**
 * Where projects of capacity building are, and where none is known: country by theme for one year.
 *
 * "None known" is never "none": what nobody recorded cannot show. Money is that of whole projects and is not divided among
 * countries. Pure. Rule: docs/rules/overlap.md, OVL-21.
 */
import { earliestDay, latestDay, type PartialDate, parsePartialDate } from '../kernel/partial-date.ts'
import type { ProjectFacts } from './overlap/project-facts.ts'

/** What the map is told of a project. */
export interface MappedProject {
  readonly facts: ProjectFacts
  /** true when a source gives an amount of money for it */
  readonly hasMoney: boolean
}

/** What somebody says is needed, where, on what, and for how long. */
export interface MappedNeed {
  readonly id: string
  readonly countries: readonly string[]
  readonly regions: NonNullable<ProjectFacts['regions']>
  readonly themes: readonly string[]
  readonly start: PartialDate | null
  /** null: nobody says that it is met */
  readonly end: PartialDate | null
}

/** What is of one country and theme in the year. */
interface OfCell {
  readonly country: string
  readonly theme: string
  /** by country, theme and dates on record */
  readonly certain: readonly string[]
  /** the country follows from a region, or a date is missing or too coarse to tell */
  readonly perhaps: readonly string[]
}

/** Projects of one country and theme in the year. A cell without any is not in the map: none is known. */
export interface GapCell extends OfCell {
  /** how many of both have an amount of money on record */
  readonly withMoney: number
}
/** Needs of one country and theme in the year; where nobody has stated one none is known. */
export type GapNeed = OfCell

export interface GapMap {
  readonly year: number
  readonly cells: readonly GapCell[]
  readonly needs: readonly GapNeed[]
  /** projects of that year whose country or theme nobody has recorded: they may belong anywhere in the map */
  readonly nowhere: readonly string[]
}

/** @param countries rows of the map: no others are looked at */
export function gapMap(
  projects: readonly MappedProject[],
  countries: readonly string[],
  year: number,
  needs: readonly MappedNeed[] = [],
): GapMap {
  const withMoney = new Set(projects.flatMap(({ facts, hasMoney }) => (hasMoney ? [facts.id] : [])))
  const running = projects
    .map(({ facts }) => ({ facts, runs: runsIn(facts, year) }))
    .filter(({ runs }) => runs !== 'no')
  return {
    year,
    cells: cellsOf(
      running.map(({ facts, runs }) => ({ ...facts, isCertain: runs === 'yes' })),
      countries,
    ).map((cell) => ({
      ...cell,
      withMoney: [...cell.certain, ...cell.perhaps].filter((id) => withMoney.has(id)).length,
    })),
    needs: cellsOf(
      needs.flatMap((need) => {
        const runs = isNeededIn(need, year)
        return runs === 'no' ? [] : [{ ...need, isCertain: runs === 'yes' }]
      }),
      countries,
    ),
    nowhere: running.flatMap(({ facts }) =>
      placesOf(facts).size === 0 || facts.themes.length === 0 ? [facts.id] : [],
    ),
  }
}

interface Placed extends Pick<ProjectFacts, 'id' | 'countries' | 'regions' | 'themes'> {
  /** as far as its dates tell */
  readonly isCertain: boolean
}

function cellsOf(placed: readonly Placed[], countries: readonly string[]): readonly OfCell[] {
  const cells = new Map<string, OfCell & { certain: string[]; perhaps: string[] }>()
  for (const one of placed) {
    const places = placesOf(one)
    for (const country of countries) {
      const place = places.get(country)
      if (place === undefined) continue
      for (const theme of new Set(one.themes)) {
        const key = `${country} ${theme}`
        const cell = cells.get(key) ?? { country, theme, certain: [], perhaps: [] }
        cells.set(key, cell)
        cell[one.isCertain && place === 'listed' ? 'certain' : 'perhaps'].push(one.id)
      }
    }
  }
  return [...cells.values()]
}

function placesOf({
  countries,
  regions = [],
}: Pick<ProjectFacts, 'countries' | 'regions'>): ReadonlyMap<string, 'listed' | 'region'> {
  return new Map([
    ...regions.flatMap((region) => region.countries.map((country) => [country, 'region'] as const)),
    ...countries.map((country) => [country, 'listed'] as const),
  ])
}

/** A need goes on until somebody says that it is met. */
function isNeededIn(need: MappedNeed, year: number): 'yes' | 'perhaps' | 'no' {
  return runsIn({ start: need.start, end: need.end ?? parsePartialDate('9999') }, year)
}

/** Whether it goes on at some time in the year, as far as its dates tell. */
function runsIn({ start, end }: Pick<ProjectFacts, 'start' | 'end'>, year: number): 'yes' | 'perhaps' | 'no' {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  if ((start !== null && earliestDay(start) > last) || (end !== null && latestDay(end) < first)) return 'no'
  const hasBegun = (date: PartialDate | null) => date !== null && latestDay(date) <= last
  const goesOn = (date: PartialDate | null) => date !== null && earliestDay(date) >= first
  return hasBegun(start) && goesOn(end) ? 'yes' : 'perhaps'
}
