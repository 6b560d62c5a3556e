/**
 * Whether a State was in the Union when something began, where the day may be known to a month or a year only.
 *
 * Both answers may be no: in a year in which a State joined or left, nothing is certain.
 */
import { earliestDay, isMemberState, latestDay, type PartialDate } from '@demarche/core'

/** True when the State was a member on every day that the date may mean. */
export function isMemberThroughout(country: string, date: PartialDate): boolean {
  return isMemberState(country, earliestDay(date)) && isMemberState(country, latestDay(date))
}

/** True when the State was no member on any end of the date. */
export function isThirdStateThroughout(country: string, date: PartialDate): boolean {
  return !isMemberState(country, earliestDay(date)) && !isMemberState(country, latestDay(date))
}
