/**
 * Event time: whether what an assertion says held in the world on a given day.
 *
 * Takes the assertion's first and last day, each of its own precision; answers true, false or unknown. "From 2016" is
 * certain from 31 December 2016, impossible before 1 January, and unknown in between. A missing end limits nothing.
 *
 * Rests on: FACT-06. Next door: `fact.ts` resolves with it; `partial-date.ts` for what a date may mean.
 */
import { type CalendarDate, earliestDay, latestDay, type PartialDate } from './partial-date.ts'

export type HeldOn = 'true' | 'false' | 'unknown'

/** Whether it held on that day. `validTo` is the last day on which it held. */
export function heldOn(
  {
    validFrom,
    validTo,
  }: { readonly validFrom?: PartialDate | undefined; readonly validTo?: PartialDate | undefined },
  day: CalendarDate,
): HeldOn {
  if (validFrom !== undefined && earliestDay(validFrom) > day) return 'false'
  if (validTo !== undefined && latestDay(validTo) < day) return 'false'
  const hasBegun = validFrom === undefined || latestDay(validFrom) <= day
  const hasNotEnded = validTo === undefined || earliestDay(validTo) >= day
  return hasBegun && hasNotEnded ? 'true' : 'unknown'
}
