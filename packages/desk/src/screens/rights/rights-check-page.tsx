/** The rights check of a set of measures: how it stands, what is open, each question with its answers, and the signature. */
import type { RightsCheck } from '@demarche/core'
import { gravestOf } from '@demarche/core/rights/read-check.ts'
import { useEffect, useRef, useState } from 'react'
import { casePath, useAsOf } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { Empty } from '../../parts/empty.tsx'
import { formatPartialDate, sayBrussels } from '../../parts/format-date.ts'
import { useRecorderName } from '../../parts/recorder-name.ts'
import { semicolon } from '../../parts/semicolon.ts'
import { MayRecord, WhyNotRecord } from '../../record/may-record.tsx'
import { RetractDialog } from '../../record/retract-dialog.tsx'
import { useText } from '../../texts.ts'
import { useCase } from '../case/case-context.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { CheckStanding } from './check-standing.tsx'
import { type AnswerAct, QuestionCard } from './question-card.tsx'
import { checkOf, gravityLines, measureLabels, questionOn } from './rights-words.ts'
import { SignForm } from './sign-form.tsx'

export default function RightsCheckPage({ measures }: { readonly measures: readonly string[] }) {
  const t = useText()
  const { dossier, doctrine } = useCase()
  const [asOf] = useAsOf()
  const [act, setAct] = useState<AnswerAct | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  // the address of the options stays, so that the frame does not scroll: one would begin in the middle of the questions
  useEffect(() => heading.current?.focus(), [])
  if (!doctrine) return null
  const check = checkOf(dossier, doctrine, measures)
  const packages = dossier.packages.filter(
    ({ steps }) =>
      steps
        .map(({ measure }) => measure)
        .toSorted()
        .join(',') === check.measures.join(','),
  )
  const labels = measureLabels(doctrine, check.measures, dossier.asOf)
  const canAct = asOf === undefined
  const corrected = act?.on && dossier.statements[act.on.statement]
  const severity = doctrine.rightsCheck?.severity
  return (
    <section className="rights" aria-labelledby="rights-title">
      <p className="crumb">
        <GoLink to={casePath(dossier.entity, 'options')}>{t('rights.back')}</GoLink>
      </p>
      <h2 id="rights-title" tabIndex={-1} ref={heading}>
        {t('rights.title')}
      </h2>
      <p className="lead">{t('rights.lead')}</p>
      <p>
        {packages.length > 0
          ? t('rights.packages', { names: packages.map(({ label }) => label).join(', ') })
          : t('rights.noPackage')}
      </p>
      <ul aria-label={t('rights.measures')}>
        {labels.map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ul>
      {check.questions.length === 0 ? (
        <Empty title={t('rights.title')} text={t('rights.empty')} />
      ) : (
        <>
          <Standing check={check} />
          <WhyNotRecord />
          {!canAct && (
            <p className="note" data-tone="info">
              {t('rights.pastDay')}
            </p>
          )}
          <Summary check={check} />
          <h2 className="rights-questions">{t('rights.questions')}</h2>
          {check.questions.map((reading) => {
            const question = questionOn(doctrine, reading.question, dossier.asOf)
            return (
              question && (
                <QuestionCard
                  key={reading.question}
                  reading={reading}
                  question={question}
                  measures={check.measures}
                  canAct={canAct}
                  onAct={setAct}
                />
              )
            )
          })}
          {canAct && (
            <MayRecord>
              <section className="rights-sign no-print" aria-labelledby="sign-title">
                <h2 id="sign-title">{t('rights.signTitle')}</h2>
                <SignForm check={check} />
              </section>
            </MayRecord>
          )}
        </>
      )}
      {act && act.kind !== 'retract' && severity && (
        <AnswerDialog
          measures={check.measures}
          question={act.question}
          severity={severity}
          from={act.from}
          former={act.on && corrected ? { answer: act.on.answer, statement: corrected } : undefined}
          onClose={() => setAct(null)}
        />
      )}
      {act?.kind === 'retract' && act.on && corrected && (
        <RetractDialog
          statement={corrected}
          property="rights.answer"
          label={t('rights.answerLabel')}
          only={act.on.answer}
          onClose={() => setAct(null)}
        />
      )}
    </section>
  )
}

function Standing({ check }: { readonly check: RightsCheck }) {
  const t = useText()
  const { dossier } = useCase()
  const recorderName = useRecorderName(dossier.entity)
  const { signature, standing } = check
  const carried = signature && dossier.statements[signature.statement]
  const said = signature && {
    who: carried ? recorderName(carried) : signature.party,
    time: sayBrussels(signature.at),
    date: formatPartialDate(signature.reviewBy),
  }
  return (
    <div className="rights-standing">
      <CheckStanding check={check} />
      {!said && standing !== 'none' && <p>{t('rights.nobodySigned')}</p>}
      {said &&
        (standing === 'stale' ? <p>{t('rights.staleHow', said)}</p> : <p>{t('rights.signedBy', said)}</p>)}
      {said && standing === 'review-due' && <p>{t('rights.reviewHow', { date: said.date })}</p>}
    </div>
  )
}

/** What is open, then the concerns from the gravest; each leads to its question. */
function Summary({ check }: { readonly check: RightsCheck }) {
  const t = useText()
  const { dossier, doctrine } = useCase()
  const label = (id: string) => questionOn(doctrine, id, dossier.asOf)?.label ?? id
  return (
    <div className="columns two">
      <section aria-labelledby="rights-open">
        <h3 id="rights-open">{t('rights.whatIsOpen')}</h3>
        {check.open.length === 0 ? (
          <p className="quiet">{t('rights.nothingOpen')}</p>
        ) : (
          <>
            <p className="quiet">{t('rights.openNote')}</p>
            <ul>
              {check.open.map((id) => (
                <li key={id}>
                  <a href={`#question-${id}`}>{label(id)}</a>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      {check.concerns.length > 0 && (
        <section aria-labelledby="rights-concerns">
          <h3 id="rights-concerns">{t('rights.concerns')}</h3>
          <ol>
            {check.concerns.map((id) => {
              const reading = check.questions.find(({ question }) => question === id)
              const gravest = reading && gravestOf(reading)
              return (
                <li key={id}>
                  <a href={`#question-${id}`}>{label(id)}</a>
                  {gravest && (
                    <span className="quiet"> {gravityLines(t, doctrine, gravest).join(semicolon())}</span>
                  )}
                </li>
              )
            })}
          </ol>
        </section>
      )}
    </div>
  )
}
