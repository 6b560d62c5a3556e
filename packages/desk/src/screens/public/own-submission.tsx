/** One's own answer by the private link (`/public/submission#token=…`): what became of it, and its withdrawal. */
import type { OwnSubmissionAnswer } from '@demarche/api'
import { useEffect, useState } from 'react'
import { useOwnSubmission, useWithdraw } from '../../api/consultation-queries.ts'
import { sayDay, sayDeadline } from '../../consultation/say-deadline.ts'
import { useWindowTitle } from '../../parts/page-head.tsx'
import { useText } from '../../texts.ts'
import { tokenIn } from '../sign-in/way-in.tsx'
import { PublicAwait, PublicRefusal } from './public-await.tsx'
import { Paragraphs } from './public-consultation.tsx'

export function OwnSubmission() {
  const t = useText()
  const [token] = useState(() => tokenIn(window.location.hash) ?? '')
  const query = useOwnSubmission(token)
  useWindowTitle(t('own.title'))
  // the token leaves the address and stays in this page alone
  useEffect(() => window.history.replaceState(null, '', '/public/submission'), [])
  if (token === '')
    return (
      <>
        <h1>{t('own.title')}</h1>
        <p className="note" data-tone="error" role="alert">
          {t('own.noToken')}
        </p>
      </>
    )
  return (
    <PublicAwait query={query} title={t('own.title')}>
      {(answer) => <Page token={token} answer={answer} />}
    </PublicAwait>
  )
}

function Page({ token, answer }: { readonly token: string; readonly answer: OwnSubmissionAnswer }) {
  const t = useText()
  const withdraw = useWithdraw(token)
  const [isAsked, setAsked] = useState(false)
  const { submission, question, reference, closes, linkEnds, mayWithdraw } = answer
  const pairs = [
    [t('consultation.reference'), reference],
    [t('own.question'), question],
    [t('own.state'), t(`own.state.${submission.state}`)],
    [t('own.reason'), submission.reason ?? ''],
    [t('consultation.name'), submission.from ?? ''],
    [t('own.consent'), submission.consent ? t(`consultation.consent.${submission.consent}`) : ''],
  ].filter(([, said]) => said !== '')
  return (
    <>
      <h1>{t('own.title')}</h1>
      <p className="lead">{t('own.lead')}</p>
      <dl className="pairs">
        {pairs.map(([label, said]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      {submission.text !== undefined && (
        <div className="own-answer">
          <Paragraphs text={submission.text} />
        </div>
      )}
      <div role="status">
        {submission.state !== 'withdrawn' && (
          <p>{mayWithdraw ? t('own.until', { date: sayDeadline(closes) }) : t('own.over')}</p>
        )}
        <p className="quiet">{t('own.linkEnds', { date: sayDay(linkEnds) })}</p>
      </div>
      {withdraw.isError && <PublicRefusal error={withdraw.error} />}
      {mayWithdraw && !isAsked && (
        <button type="button" onClick={() => setAsked(true)}>
          {t('own.withdraw')}
        </button>
      )}
      {mayWithdraw && isAsked && (
        <div className="note" data-tone="warn">
          <p>{t('own.withdrawSure')}</p>
          <p className="actions">
            <button
              type="button"
              className="button-main"
              disabled={withdraw.isPending}
              onClick={() => withdraw.mutate()}
            >
              {t('own.withdrawYes')}
            </button>
            <button type="button" onClick={() => setAsked(false)}>
              {t('own.keep')}
            </button>
          </p>
        </div>
      )}
    </>
  )
}
