/**
 * The question in an address: the last so many days, or since a day; of a kind, around a place. What cannot be read is not asked.
 *
 * Next door: `changes-screen.tsx`.
 */
import { addDays } from '@demarche/core/kernel/partial-date.ts'
import type { ChangeQuery } from '../../api/change-queries.ts'
import { askedCode, askedDay, askedKind, askedOffset } from '../../frame/asked.ts'

export const LIMIT = 50
/** So many days back. */
export const PERIODS = ['7', '30', '90'] as const
const USUAL = '30'
/** The period that begins on a day that was chosen. */
export const CHOSEN_DAY = 'day'

export interface AskedChanges {
  readonly period: (typeof PERIODS)[number] | typeof CHOSEN_DAY
  readonly query: ChangeQuery
}

/** @param today a calendar day, from which days are counted back */
export function readChangeQuery(search: URLSearchParams, today: string): AskedChanges {
  const since = askedDay(search, 'since')
  const days = PERIODS.find((one) => one === search.get('days')) ?? USUAL
  return {
    period: since === undefined ? days : CHOSEN_DAY,
    query: {
      since: since ?? addDays(today, -Number(days)),
      kind: askedKind(search),
      place: askedCode(search, 'place'),
      offset: askedOffset(search),
      limit: LIMIT,
    },
  }
}
