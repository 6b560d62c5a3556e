/** What would come of it: the outcome in words, each condition with its figures and bar, whom it binds, and the doubts. */
import { countryCodes } from '../../../parts/format-value.ts'
import type { CalendarDate } from '@demarche/core/kernel/partial-date.ts'
import { describeVote } from '@demarche/core/procedure/voting/describe-vote.ts'
import type { CountedRule, PopulationTable, VoteOutcome, VoteReason } from '@demarche/core'
import { useText } from '../../../texts.ts'
import { sayVoteReason } from '../say-vote-reason.ts'
import { VoteDoubts } from '../vote-doubts.tsx'
import { FigureBar } from './figure-bar.tsx'

interface Props {
  readonly outcome: VoteOutcome
  readonly rule: CountedRule
  /** of the rule */
  readonly name: string
  /** how many States take part */
  readonly voting: number
  readonly members: number
  readonly population: PopulationTable
  readonly today: CalendarDate
}

const SIGNS = {
  adopted: '✓',
  'not-adopted': '✕',
  open: '○',
  'too-thin-to-call': '≈',
  'no-vote': '■',
} as const

export function OutcomePanel({ outcome, rule, name, voting, members, population, today }: Props) {
  const t = useText()
  const { state, deciding } = describeVote(outcome)
  const whole = ({ id, unit }: VoteReason) =>
    unit === 'percent' ? 100 : id === 'declared-third-of-states' ? members : voting
  return (
    <section aria-labelledby="outcome-title" className="outcome">
      <h2 id="outcome-title">{t('whatIf.outcomeUnder', { rule: name })}</h2>
      <p className="outcome-word" data-outcome={state} role="status">
        <span aria-hidden="true">{SIGNS[state]}</span> {t(`whatIf.outcome.${state}`)}
      </p>
      <ul className="reasons">
        {outcome.reasons.map((reason) => (
          <li key={reason.id} data-deciding={deciding.includes(reason) || undefined}>
            <p>
              <span className="reason-name">{t(`whatIf.reason.${reason.id}`)}</span>{' '}
              {sayVoteReason(t, reason, { members, voting }, outcome.open.length > 0)}{' '}
              {reason.tooThinToCall && (
                <span className="tag" data-tone="warn">
                  {t('whatIf.tooThin')}
                </span>
              )}
            </p>
            {reason.needed > 0 && reason.id !== 'brake' && (
              <FigureBar reason={reason} whole={whole(reason)} />
            )}
            {reason.states.length > 0 && reason.states.length <= 13 && (
              <p className="quiet">{countryCodes(reason.states)}</p>
            )}
          </li>
        ))}
      </ul>
      {outcome.reasons.some(({ needed }) => needed > 0) && <p className="hint">{t('whatIf.barHow')}</p>}
      <dl className="pairs">
        <dt>{t('whatIf.binds')}</dt>
        <dd>
          {outcome.verdict === 'false'
            ? t('whatIf.bindsNobody')
            : outcome.binds.length === members
              ? t('whatIf.bindsAll', { count: members })
              : t('whatIf.bindsSome', { count: outcome.binds.length, members })}
        </dd>
        {outcome.declaring.length > 0 && (
          <>
            <dt>{t('whatIf.declaring')}</dt>
            <dd>{countryCodes(outcome.declaring)}</dd>
          </>
        )}
        <dt>{t('whatIf.open')}</dt>
        <dd>{outcome.open.length === 0 ? t('whatIf.openNone') : countryCodes(outcome.open)}</dd>
      </dl>
      <VoteDoubts
        rule={rule}
        outcome={outcome}
        population={population}
        on={today}
        summary={(count) => t('whatIf.doubts', { count })}
      />
    </section>
  )
}
