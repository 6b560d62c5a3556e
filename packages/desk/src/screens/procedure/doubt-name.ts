/** What a doubt about a vote is about, in words: a rule of voting, or the table of populations. */
import type { Doctrine } from '@demarche/core'
import type { Say } from '../../texts.ts'

/** The id of the entry itself where doctrine has no name for it. */
export function doubtName(
  doctrine: Pick<Doctrine, 'votingRules' | 'populations'> | undefined,
  entry: string,
  t: Say,
): string {
  const rule = doctrine?.votingRules.find(({ id }) => id === entry)
  if (rule) return rule.label
  return doctrine?.populations.some(({ id }) => id === entry) ? t('vote.table') : entry
}
