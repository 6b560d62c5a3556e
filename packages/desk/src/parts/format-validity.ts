/** For which days a value is said to hold, in the words of the desk. */
import { formatPartialDate } from './format-date.ts'
import type { Assertion } from '@demarche/core'
import type { Say } from '../texts.ts'

/** Empty when the source names neither a first nor a last day. */
export function formatValidity(
  t: Say,
  { validFrom, validTo }: Pick<Assertion, 'validFrom' | 'validTo'>,
): string {
  const from = validFrom === undefined ? '' : formatPartialDate(validFrom)
  const until = validTo === undefined ? '' : formatPartialDate(validTo)
  if (from !== '' && until !== '') return t('validity.fromUntil', { from, until })
  if (from !== '') return t('validity.from', { from })
  return until === '' ? '' : t('validity.until', { until })
}
