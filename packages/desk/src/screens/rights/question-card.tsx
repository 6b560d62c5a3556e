/** One question of a rights check: what is asked and on what it rests, what was answered, and the way to answer. */
import { answersBefore } from '@demarche/core/rights/answers-before.ts'
import type { AnswerOnRecord, QuestionReading, RightsQuestion, Statement } from '@demarche/core'
import { MarkingLabel } from '../../frame/marking-banner.tsx'
import { AuthorityMark } from '../../parts/authority-mark.tsx'
import { sayBrussels } from '../../parts/format-date.ts'
import { useRecorderName } from '../../parts/recorder-name.ts'
import { semicolon } from '../../parts/semicolon.ts'
import { MayRecord } from '../../record/may-record.tsx'
import { useText } from '../../texts.ts'
import { useCase } from '../case/case-context.ts'
import { RightsBasis } from './rights-basis.tsx'
import { gravityLines, measureLabels } from './rights-words.ts'

export interface AnswerAct {
  readonly kind: 'answer' | 'correct' | 'retract'
  readonly question: RightsQuestion
  readonly on?: AnswerOnRecord
  /** an answer for other measures, from which the form starts */
  readonly from?: AnswerOnRecord
}

interface Props {
  readonly reading: QuestionReading
  readonly question: RightsQuestion
  /** of the check: the measures that it is of */
  readonly measures: readonly string[]
  /** false for another day than today */
  readonly canAct: boolean
  readonly onAct: (act: AnswerAct) => void
}

const LOOKS = {
  'no-concern': 'available',
  concern: 'turns-on',
  'not-known': 'turns-on',
  unanswered: 'turns-on',
} as const
const SYMBOLS = { 'no-concern': '✓', concern: '▲', 'not-known': '○', unanswered: '○' } as const

export function QuestionCard({ reading, question, measures, canAct, onAct }: Props) {
  const t = useText()
  const { dossier, doctrine } = useCase()
  const rights = question.rights.flatMap(
    (id) => doctrine?.rightsCheck?.rights.find((one) => one.id === id)?.label ?? [],
  )
  return (
    <article
      className="rights-question"
      id={`question-${question.id}`}
      aria-labelledby={`${question.id}-title`}
    >
      <div className="section-head">
        <h3 id={`${question.id}-title`}>{question.label}</h3>
        <span className="chip" data-availability={LOOKS[reading.outcome]}>
          <span aria-hidden="true">{SYMBOLS[reading.outcome]}</span>
          {'\u00a0'}
          {t(`rights.outcome.${reading.outcome}`)}
          {reading.contested && ` (${t('rights.contested')})`}
        </span>
        {reading.severe && (
          <span className="tag" data-tone="warn">
            {t(reading.unmitigated ? 'rights.unmitigated' : 'rights.severe')}
          </span>
        )}
      </div>
      <p className="rights-asked">
        {question.question} <AuthorityMark authority={question.authority} short />
      </p>
      <p className="quiet">
        {[
          ...(rights.length > 0 ? [t('rights.rights', { rights: rights.join(semicolon()) })] : []),
          ...(reading.about.length < measures.length
            ? [
                t('rights.about', {
                  measures: measureLabels(doctrine, reading.about, dossier.asOf).join(semicolon()),
                }),
              ]
            : []),
        ].join('. ')}
      </p>
      <RightsBasis question={question} />
      {reading.answers.map((one) => (
        <Answer
          key={`${one.statement}${one.answer.answer}`}
          on={one}
          question={question}
          canAct={canAct}
          onAct={onAct}
        />
      ))}
      {canAct && reading.answers.length === 0 && (
        <Before question={question} measures={measures} onAct={onAct} />
      )}
      {canAct && (
        <MayRecord>
          <button type="button" onClick={() => onAct({ kind: 'answer', question })}>
            {t('rights.answerIt')} <span className="sr-only">{question.label}</span>
          </button>
        </MayRecord>
      )}
    </article>
  )
}

/** What was answered for other measures: to be confirmed one by one in the form, and never taken over by itself. */
function Before({ question, measures, onAct }: Pick<Props, 'question' | 'measures' | 'onAct'>) {
  const t = useText()
  const { dossier, doctrine } = useCase()
  const before = answersBefore(dossier.rights, { measures }, question.id)
  if (before.length === 0) return null
  return (
    <MayRecord>
      <details className="more">
        <summary>{t('rights.before')}</summary>
        <ul className="plain-rows">
          {before.map((one) => (
            <li key={one.statement}>
              <p>
                <strong>{t(`rights.outcome.${one.answer.answer}`)}</strong> {one.answer.grounds}{' '}
                <MarkingOf carried={dossier.statements[one.statement]} />
              </p>
              <p className="quiet">
                {t('rights.about', {
                  measures: measureLabels(doctrine, one.answer.measures, dossier.asOf).join(semicolon()),
                })}
              </p>
              <button type="button" onClick={() => onAct({ kind: 'answer', question, from: one })}>
                {t('rights.startFrom')} <span className="sr-only">{question.label}</span>
              </button>
            </li>
          ))}
        </ul>
      </details>
    </MayRecord>
  )
}

function MarkingOf({ carried }: { readonly carried: Statement | undefined }) {
  return carried ? <MarkingLabel marking={carried.marking} /> : null
}

function Answer({
  on,
  question,
  canAct,
  onAct,
}: Pick<Props, 'question' | 'canAct' | 'onAct'> & { readonly on: AnswerOnRecord }) {
  const t = useText()
  const { dossier, doctrine } = useCase()
  const recorderName = useRecorderName(dossier.entity)
  const { answer, statement } = on
  const carried = dossier.statements[statement]
  const parts = [
    [t('rights.grounds'), answer.grounds],
    [t('rights.groups'), answer.groups],
    [t('rights.severity'), gravityLines(t, doctrine, answer).join(semicolon()) || undefined],
    [
      t('rights.mitigation'),
      answer.mitigation ?? (answer.answer === 'concern' ? t('rights.mitigationNone') : undefined),
    ],
    [t('rights.residual'), answer.residual],
  ].flatMap(([label, text]) => (text === undefined ? [] : [[label ?? '', text] as const]))
  return (
    <div className="rights-answer">
      <p>
        <strong>{t(`rights.outcome.${answer.answer}`)}</strong>{' '}
        <span className="quiet">
          {carried ? recorderName(carried) : on.party}, {sayBrussels(on.at)}
        </span>{' '}
        <MarkingOf carried={carried} />
      </p>
      <dl className="pairs">
        {parts.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {canAct && carried && (
        <MayRecord>
          <p className="actions">
            {(['correct', 'retract'] as const).map((kind) => (
              <button
                key={kind}
                type="button"
                className="button-quiet"
                onClick={() => onAct({ kind, question, on })}
              >
                {t(`facts.${kind}`)} <span className="sr-only">{question.label}</span>
              </button>
            ))}
          </p>
        </MayRecord>
      )}
    </div>
  )
}
