/**
 * The instant for which a procedure is shown while the desk looks at the past: the end of that day in Brussels.
 *
 * Undefined for today, and for days ahead: what has not happened yet is not shown as if it had.
 */
import { fromBrussels } from '@demarche/core/kernel/brussels-time.ts'
import { today, useAsOf } from '../../frame/address.ts'

/** The last second of a day of the past as an instant in UTC. */
export function endOfDay(day: string, now: string): string | undefined {
  if (day >= now) return undefined
  const read = fromBrussels(`${day}T23:59:59`)
  return 'instant' in read ? read.instant : read.instead.at(-1)
}

export function useAsOfInstant(): string | undefined {
  const [asOf] = useAsOf()
  return asOf === undefined ? undefined : endOfDay(asOf, today())
}
