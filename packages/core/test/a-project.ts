/** Invented projects for tests. */
import { parsePartialDate } from '../src/kernel/partial-date.ts'
import type { ProjectFacts } from '../src/portfolio/overlap/project-facts.ts'

export interface Told extends Partial<Omit<ProjectFacts, 'start' | 'end'>> {
  readonly start?: string | null
  readonly end?: string | null
}

/** A project of 2021 to 2023 in Moldova, unless told otherwise. */
export function aProject({ start = '2021-01-01', end = '2023-12-31', ...told }: Told): ProjectFacts {
  return {
    id: 'a',
    name: 'Lantern',
    objective: '',
    donors: ['Norland'],
    implementers: ['Institute of the North'],
    countries: ['MD'],
    scope: 'country-list',
    themes: [],
    ...told,
    start: start === null ? null : parsePartialDate(start),
    end: end === null ? null : parsePartialDate(end),
  }
}
