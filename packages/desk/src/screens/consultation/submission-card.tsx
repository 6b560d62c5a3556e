/** One answer as a moderator reads it: who, what, how it may be published; accepted or set aside here. */
import type { SubmissionView } from '@demarche/core'
import { slugOfEntity } from '@demarche/core/portfolio/read-record.ts'
import { type FormEvent, useId, useState } from 'react'
import { useModerate } from '../../api/consultation-queries.ts'
import { CitedAs, idOf } from '../../consultation/synthesis-text.tsx'
import { recordPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useTell } from '../../frame/toasts.tsx'
import { useTyped, wordsSchema } from '../../frame/typed.ts'
import { RefusalNote } from '../../parts/await.tsx'
import { formatPartialDate } from '../../parts/format-date.ts'
import { usePlaceName } from '../../portfolio/places.ts'
import { useText } from '../../texts.ts'

interface Props {
  readonly submission: SubmissionView
  readonly consultation: string
  /** what the synthesis cites, in the order of its first citation */
  readonly cited: readonly string[]
  readonly sorts: Readonly<Record<string, string>>
  readonly mayModerate: boolean
}

export function SubmissionCard({ submission, consultation, cited, sorts, mayModerate }: Props) {
  const t = useText()
  const placeName = usePlaceName()
  const { entity, from, sort, countries, receivedOn, text = '', consent, reason } = submission
  const about = [
    ...(sort === undefined ? [] : [sorts[sort] ?? sort]),
    ...countries.map(placeName),
    ...(receivedOn === undefined
      ? []
      : [t('consultation.receivedOn', { date: formatPartialDate(receivedOn) })]),
    t(`desk.consultation.consent.${consent ?? 'unknown'}`),
  ]
  return (
    <li className="answer-card" id={idOf(entity)}>
      <h3>
        <CitedAs entity={entity} cited={cited} />
        {from ?? t('consultation.unnamed')}{' '}
        <GoLink className="quiet" to={recordPath(entity)} data-row="">
          {slugOfEntity(entity)}
        </GoLink>
      </h3>
      <p className="quiet">{about.join(' · ')}</p>
      <p className="own-lines">{text}</p>
      {reason !== undefined && (
        <p>
          <span className="quiet">{t('own.reason')}</span> {reason}
        </p>
      )}
      {mayModerate && <Decide submission={submission} consultation={consultation} />}
    </li>
  )
}

function Decide({
  submission: { entity, state, from },
  consultation,
}: Pick<Props, 'submission' | 'consultation'>) {
  const t = useText()
  const tell = useTell()
  const [typed, keep] = useTyped(entity, 'set aside', wordsSchema)
  const moderate = useModerate(consultation, (decision) => {
    keep(null)
    tell(t(decision === 'accepted' ? 'desk.consultation.accepted.done' : 'desk.consultation.setAside.done'))
  })
  const isAside = typed !== null
  const reason = typed?.['reason'] ?? ''
  const type = (words: string) => keep({ reason: words })
  const [isMissing, setMissing] = useState(false)
  const field = useId()
  const of = <span className="sr-only"> {from ?? slugOfEntity(entity)}</span>
  const accept = () => moderate.mutate({ entity, decision: 'accepted' })
  const setItAside = (event: FormEvent) => {
    event.preventDefault()
    setMissing(reason.trim() === '')
    if (reason.trim() === '') return
    moderate.mutate({ entity, decision: 'set-aside', reason: reason.trim() })
  }
  return (
    <>
      {moderate.isError && <RefusalNote error={moderate.error} />}
      <p className="actions">
        {state !== 'accepted' && (
          <button
            type="button"
            className={state === 'waiting' ? 'button-main' : undefined}
            disabled={moderate.isPending}
            onClick={accept}
          >
            {t(state === 'waiting' ? 'desk.consultation.accept' : 'desk.consultation.acceptAgain')}
            {of}
          </button>
        )}
        {state !== 'set-aside' && !isAside && (
          <button type="button" disabled={moderate.isPending} onClick={() => type('')}>
            {t('desk.consultation.setAsideDo')}
            {of}
          </button>
        )}
      </p>
      {isAside && state !== 'set-aside' && (
        <form onSubmit={setItAside} noValidate>
          <div className="field" data-invalid={isMissing}>
            <label htmlFor={field}>{t('desk.consultation.reason')}</label>
            {isMissing && <p className="field-error">{t('desk.consultation.reasonMissing')}</p>}
            <textarea
              id={field}
              rows={2}
              value={reason}
              aria-invalid={isMissing}
              onChange={(event) => type(event.target.value)}
            />
          </div>
          <p className="actions">
            <button type="submit" className="button-main" disabled={moderate.isPending}>
              {t('desk.consultation.setAsideDo')}
              {of}
            </button>
            <button type="button" onClick={() => keep(null)}>
              {t('own.keep')}
            </button>
          </p>
        </form>
      )}
    </>
  )
}
