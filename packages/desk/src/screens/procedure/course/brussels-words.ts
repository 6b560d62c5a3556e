/**
 * Instants as people act on them: the day and the clock of Brussels first, then UTC, then how long that is from now.
 *
 * In: UTC instants. Out: words and parts of words. Next door: `until-field.tsx` reads such a time back in.
 */
import type { Deadline } from '@demarche/core'
import { formatPartialDate, sayBrussels } from '../../../parts/format-date.ts'
import type { Say } from '../../../texts.ts'

export { sayBrussels }

/** `2026-11-27 17:00 UTC` */
export function sayUtc(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** What is left in words, to the minute: `2 d 3 h`, `3 h 20 min`, `less than a minute`. Nothing left gives 0 minutes. */
export function sayLeft(t: Say, milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000))
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)]
  if (days > 0) return t('time.days', { days, hours })
  if (hours > 0) return t('time.hours', { hours, minutes: minutes % 60 })
  return minutes > 0 ? t('time.minutes', { minutes }) : t('time.seconds')
}

/** What runs out then. */
export function deadlineWords(t: Say, { kind, body }: Pick<Deadline, 'kind' | 'body'>): string {
  return t(`deadline.${kind}`, { body: body === undefined ? '' : t(`body.${body}`) })
}

/** The day, and for silence the clock too. */
export function deadlineTime({ kind, on }: Pick<Deadline, 'kind' | 'on'>): string {
  return kind === 'silence' ? sayBrussels(on) : formatPartialDate(on)
}
