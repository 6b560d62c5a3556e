/**
 * The doubts about what the outcome of a vote rests on, folded: the rule or the table, and what was not read in it.
 *
 * Rests on: VOT-20. Next door: `positions/vote-outcome.tsx`, `what-if/outcome-panel.tsx`.
 */
import type { CountedRule, Doctrine, PopulationTable, VoteOutcome } from '@demarche/core'
import type { CalendarDate } from '@demarche/core/kernel/partial-date.ts'
import { doubtsOfVote } from '@demarche/core/procedure/voting/describe-vote.ts'
import { useDoctrineAtLength } from '../../api/queries.ts'
import { reasonInDesk } from '../../parts/say-reason.ts'
import { type Say, useText } from '../../texts.ts'

interface Props {
  readonly rule: CountedRule
  readonly outcome: VoteOutcome
  readonly population: PopulationTable
  /** on which the rule is asked for */
  readonly on: CalendarDate
  /** how many there are, in words */
  readonly summary: (count: number) => string
}

export function VoteDoubts({ rule, outcome, population, on, summary }: Props) {
  const t = useText()
  const { data: doctrine } = useDoctrineAtLength()
  if (!doctrine) return null
  const table = doctrine.populations.find(({ id }) => id === population.id) ?? population
  const doubts = doubtsOfVote(doctrine, rule, outcome, table, on)
  if (doubts.length === 0) return null
  return (
    <details className="doubts">
      <summary>{summary(doubts.length)}</summary>
      <ul>
        {doubts.map(({ entry, text, words }) => (
          <li key={`${entry}${text}`}>
            {nameOf(doctrine, entry, t)}
            {t('mark.colon')} <span className="quiet">{words ? reasonInDesk(t, words, text) : text}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What a doubt is about: a rule of voting, or the table; the id of the entry itself where doctrine has no name for it. */
function nameOf(
  { votingRules, populations }: Pick<Doctrine, 'votingRules' | 'populations'>,
  entry: string,
  t: Say,
): string {
  const rule = votingRules.find(({ id }) => id === entry)
  if (rule) return rule.label
  return populations.some(({ id }) => id === entry) ? t('vote.table') : entry
}
