/**
 * The table of populations for a date: the one in force, an older one that says it is old, or none with the reason.
 *
 * The Council changes the figures every 1 January. For days before the first table nothing is computed: the United
 * Kingdom was a member until 31 January 2020, and other figures held.
 *
 * Rests on: VOT-02; Annex III to the Council's Rules of Procedure. Next door: `count-votes.ts`.
 */
import { isInForce } from '../../kernel/doctrine-entry.ts'
import type { Doctrine, PopulationTable } from '../../kernel/doctrine.ts'
import { type CalendarDate, formatPartialDate } from '../../kernel/partial-date.ts'

export type PopulationOnDate =
  | { readonly table: PopulationTable; readonly stale: false; readonly reason: null }
  /** the latest table from before the date asked for, which it no longer covers; screens say so with the reason */
  | { readonly table: PopulationTable; readonly stale: true; readonly reason: string }
  | { readonly table: null; readonly stale: false; readonly reason: string }

/** The table in force on the day; the latest one, marked stale, after its time; null with the reason before the first. */
export function populationOn(
  { populations }: Pick<Doctrine, 'populations'>,
  date: CalendarDate,
): PopulationOnDate {
  const tables = populations.toSorted((a, b) => (a.inForce.from < b.inForce.from ? -1 : 1))
  const inForce = tables.findLast((table) => isInForce(table, date))
  if (inForce) return { table: inForce, stale: false, reason: null }
  if (tables.length === 0)
    return { table: null, stale: false, reason: 'The pack has no table of populations. Rule VOT-02.' }
  const latest = tables.findLast(({ inForce: { from } }) => from <= date)
  if (latest) {
    const reason = `There is no table of populations for ${formatPartialDate(date)}: votes are counted with the one in force ${span(latest)}. Rule VOT-02.`
    return { table: latest, stale: true, reason }
  }
  const known = tables.map(span).join(', ')
  const reason = `No table of populations covers ${formatPartialDate(date)}, so no vote of that day is counted; there are tables for ${known}. Rule VOT-02.`
  return { table: null, stale: false, reason }
}

function span({ inForce: { from, to } }: PopulationTable): string {
  const since = formatPartialDate(from)
  return to === undefined ? `since ${since}` : `${since} to ${formatPartialDate(to)}`
}
