/**
 * The question in an address: the last so many days, or since a day; of a kind, around a place. What cannot be read is not asked.
 *
 * Next door: `changes-screen.tsx`.
 */
import { addDays, isCalendarDate } from '@demarche/core/kernel/partial-date.ts'
import type { ChangeQuery } from '../../api/change-queries.ts'

export const LIMIT = 50
/** So many days back. */
export const PERIODS = ['7', '30', '90'] as const
const USUAL = '30'
/** The period that begins on a day that was chosen. */
export const CHOSEN_DAY = 'day'

const PLACE = /^[A-Za-z][A-Za-z0-9-]{1,40}$/
const KIND = /^[a-z][a-z-]{1,59}$/

export interface AskedChanges {
  readonly period: (typeof PERIODS)[number] | typeof CHOSEN_DAY
  readonly query: ChangeQuery
}

/** @param today a calendar day, from which days are counted back */
export function readChangeQuery(search: URLSearchParams, today: string): AskedChanges {
  const chosen = search.get('since')
  const days = PERIODS.find((one) => one === search.get('days')) ?? USUAL
  const isChosen = chosen !== null && isCalendarDate(chosen)
  const kind = search.get('kind')?.trim()
  const place = search.get('place')?.trim()
  return {
    period: isChosen ? CHOSEN_DAY : days,
    query: {
      since: isChosen ? chosen : addDays(today, -Number(days)),
      ...(kind !== undefined && KIND.test(kind) ? { kind } : {}),
      ...(place !== undefined && PLACE.test(place) ? { place } : {}),
      offset: Math.max(0, Number.parseInt(search.get('offset') ?? '0', 10) || 0),
      limit: LIMIT,
    },
  }
}
