/**
 * Whether an activity ends before it starts: an error of a source, or of whoever wrote it down.
 *
 * Nothing follows from such a pair (DER-13), and it is not refused: sources do say so. It is shown.
 */
import type { Value } from '../kernel/value.ts'
import { isCertainlyBefore, isPartialDate } from '../kernel/partial-date.ts'

/** True when, whatever day is meant by either date, the end lies before the start. False when either is no date. */
export function endsBeforeStart(start: Value | undefined, end: Value | undefined): boolean {
  return (
    typeof start === 'string' &&
    typeof end === 'string' &&
    isPartialDate(start) &&
    isPartialDate(end) &&
    isCertainlyBefore(end, start)
  )
}
