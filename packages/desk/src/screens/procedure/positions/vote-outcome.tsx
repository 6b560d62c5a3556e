/**
 * What the rule gives if the question were put now: the outcome, each condition with its figures, and the doubts about the
 * law and the table. Who has not said is unknown, and keeps the outcome open.
 */
import { describeVote } from '@demarche/core/procedure/voting/describe-vote.ts'
import type { VoteReason } from '@demarche/core'
import { ON_RECORD } from '../../../parts/language-on-record.ts'
import { useText } from '../../../texts.ts'
import { partyCodes } from '../course/act-words.ts'
import { VoteDoubts } from '../vote-doubts.tsx'
import { sayVoteReason, votingIn } from '../say-vote-reason.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'
import { SIGNS } from './position-summary.ts'

const STATES = {
  adopted: { verdict: 'true', sign: '✓' },
  'not-adopted': { verdict: 'false', sign: '✕' },
  open: { verdict: 'unknown', sign: '○' },
  'too-thin-to-call': { verdict: 'unknown', sign: '○' },
  'no-vote': { verdict: 'false', sign: '✕' },
} as const

/** What a condition does to the adoption: carries it, stops it, or is open. */
function effectOf({ verdict, speaks }: VoteReason): 'for' | 'against' | 'unknown' {
  if (verdict !== 'true' && verdict !== 'false') return 'unknown'
  return (verdict === 'true') === (speaks === 'for') ? 'for' : 'against'
}

export function VoteOutcomeNow() {
  const t = useText()
  const { answer, doctrine } = useProcedureOnScreen()
  const { vote } = answer.procedure
  if (!vote) return <p className="quiet">{t('vote.nobody')}</p>
  const rule = doctrine?.votingRules.find(({ id }) => id === vote.rule)
  const { outcome } = vote
  const said = outcome && describeVote(outcome)
  const voting = outcome ? votingIn(outcome) : 0
  const members = Object.keys(answer.population?.percent ?? {}).length || voting
  return (
    <section className="vote" aria-labelledby="vote-title">
      <h2 id="vote-title">{t('vote.title')}</h2>
      <p className="quiet">{t('vote.rule', { rule: rule?.label ?? vote.rule })}</p>
      {said ? (
        <p className="vote-state">
          <span className="chip" data-verdict={STATES[said.state].verdict}>
            <span aria-hidden="true">{STATES[said.state].sign}</span> {t(`vote.state.${said.state}`)}
          </span>
        </p>
      ) : (
        <p>{t('vote.notCounted')}</p>
      )}
      {outcome && (
        <ul className="vote-reasons">
          {outcome.reasons.map((reason) => {
            const effect = effectOf(reason)
            return (
              <li key={reason.id} data-effect={effect}>
                <span className="vote-sign" aria-hidden="true">
                  {SIGNS[effect]}
                </span>
                <div>
                  <span className="sr-only">{t(`vote.effect.${effect}`)}</span>{' '}
                  {t('vote.reason', {
                    name: t(`whatIf.reason.${reason.id}`),
                    what: sayVoteReason(t, reason, { members, voting }, outcome.open.length > 0),
                  })}
                  {reason.tooThinToCall && <span className="tag">{t('vote.thin')}</span>}
                </div>
              </li>
            )
          })}
        </ul>
      )}
      {outcome && outcome.open.length > 0 && (
        <p>
          {outcome.verdict === 'unknown'
            ? t('vote.open', { count: outcome.open.length, parties: partyCodes(outcome.open) })
            : t('vote.unsaid', { count: outcome.open.length, parties: partyCodes(outcome.open) })}
        </p>
      )}
      {outcome && outcome.declaring.length > 0 && (
        <p>{t('vote.declaring', { parties: partyCodes(outcome.declaring) })}</p>
      )}
      {vote.remark && (
        <p className="quiet" lang={ON_RECORD}>
          {vote.remark}
        </p>
      )}
      {outcome && answer.population && (
        <VoteDoubts
          rule={vote.rule}
          outcome={outcome}
          population={answer.population}
          on={answer.at.slice(0, 10)}
          summary={(count) => t('vote.doubts', { count })}
        />
      )}
    </section>
  )
}
