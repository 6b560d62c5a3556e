/** One amendment beside the others: what it would change, why, and the decision for who may take it. */
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import { compareWords } from '@demarche/core/procedure/joint-text/compare-words.ts'
import type { TextAmendment } from '@demarche/core'
import { useTyped, wordsSchema } from '../../../frame/typed.ts'
import { formatInstant } from '../../../parts/format-value.ts'
import { useText } from '../../../texts.ts'
import { partyName } from '../../../parts/party-name.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'
import { ActTrouble } from './act-trouble.tsx'
import { useMay, useTextAct } from './use-text-act.ts'
import { WordRuns } from './word-runs.tsx'

interface Props {
  readonly amendment: TextAmendment
  /** the words that it would change as they stand now */
  readonly now: string
}

export function AmendmentCard({ amendment, now }: Props) {
  const t = useText()
  const { answer, doctrine } = useProcedureOnScreen()
  const act = useTextAct()
  const may = useMay()('decide-amendment')
  const [typed, setTyped] = useTyped(answer.entity, `decision ${amendment.amendment}`, wordsSchema)
  const { amendment: id, party, kind, text, reason, state, decision } = amendment
  const decide = (accepted: boolean) => {
    const why = typed?.['reason']?.trim()
    act.send({ verb: 'decide-amendment', amendment: id, accepted, ...(why ? { reason: why } : {}) }, () =>
      setTyped(null),
    )
  }
  const before = kind === 'insert' ? '' : state === 'pending' ? now : amendment.base.text
  return (
    <article className="amendment" data-state={state} aria-label={t('text.amendment', { id })}>
      <h4>
        <abbr title={partyName(doctrine, party)}>{euCountryCode(party)}</abbr>{' '}
        <span className="quiet">
          {t(`text.kind.${kind}`)} · <span className="mono">{id}</span> · {formatInstant(amendment.at)}
        </span>
      </h4>
      <WordRuns runs={compareWords(before, text)} />
      {reason && <p className="amendment-reason">{t('text.reasonGiven', { reason })}</p>}
      {amendment.baseChanged && (
        <p className="tag" data-tone="warn">
          {t('text.baseChanged')}
        </p>
      )}
      {decision && (
        <p className="quiet">
          {t(state === 'accepted' ? 'text.acceptedBy' : 'text.rejectedBy', {
            party: partyName(doctrine, decision.party),
            when: formatInstant(decision.at),
          })}
          {decision.reason && ` ${decision.reason}`}
        </p>
      )}
      {state === 'pending' && may?.allowed && (
        <div className="amendment-decision">
          <div className="field">
            <label htmlFor={`reason-${id}`}>{t('text.decisionReason')}</label>
            <input
              id={`reason-${id}`}
              value={typed?.['reason'] ?? ''}
              onChange={(event) =>
                setTyped(event.target.value === '' ? null : { reason: event.target.value })
              }
            />
          </div>
          <div className="actions">
            <button
              type="button"
              className="button-main"
              disabled={act.isPending || act.between !== null}
              onClick={() => decide(true)}
            >
              {t('text.accept')}
            </button>
            <button
              type="button"
              disabled={act.isPending || act.between !== null}
              onClick={() => decide(false)}
            >
              {t('text.reject')}
            </button>
          </div>
        </div>
      )}
      <ActTrouble act={act} stillAllowed={may?.allowed ?? false} />
    </article>
  )
}
