/** The synthesis paragraph by paragraph with what each rests on, what came of the consultation, and their publication. */
import type { ConsultationAnswer } from '@demarche/api'
import type { SubmissionView, SynthesisParagraph } from '@demarche/core'
import { slugOfEntity } from '@demarche/core/portfolio/read-record.ts'
import { weighSynthesis } from '@demarche/core/stakeholders/synthesis.ts'
import { type FormEvent, useState } from 'react'
import { usePublishSynthesis, useSetSynthesis } from '../../api/consultation-queries.ts'
import { idOf, SynthesisText } from '../../consultation/synthesis-text.tsx'
import { recordPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useTell } from '../../frame/toasts.tsx'
import { RefusalNote } from '../../parts/await.tsx'
import { ReferenceInput } from '../../portfolio/reference-input.tsx'
import { TextField } from '../../record/text-field.tsx'
import { useText } from '../../texts.ts'

/** What a consultation may have led to, as its kind says. */
const LED_KINDS = ['norm-set', 'principle', 'commitment', 'standards-item', 'project', 'meeting', 'cbm-act']

export function ResultEditor({ answer }: { readonly answer: ConsultationAnswer }) {
  const t = useText()
  const { consultation, mayModerate, names, published } = answer
  const { synthesis, outcome, led, submissions } = consultation
  const accepted = submissions.filter(({ state }) => state === 'accepted')
  const hasResult = synthesis.length > 0 || outcome !== undefined || led.length > 0
  return (
    <section className="tied" aria-labelledby="result">
      <h2 id="result">{t('desk.consultation.result')}</h2>
      {hasResult && <p className="quiet">{t(`desk.consultation.state.${published}`)}</p>}
      {mayModerate ? (
        <>
          <Editor key={JSON.stringify([synthesis, outcome, led])} answer={answer} accepted={accepted} />
          {hasResult && published !== 'yes' && <Publish entity={consultation.entity} />}
        </>
      ) : (
        <>
          <SynthesisText paragraphs={synthesis} onPage={accepted.map(({ entity }) => entity)} />
          {outcome !== undefined && <p className="own-lines">{outcome}</p>}
          <ul>
            {led.map((one) => (
              <li key={one}>
                <GoLink to={recordPath(one)}>{names[one] ?? one}</GoLink>
              </li>
            ))}
          </ul>
          {!hasResult && <p className="quiet">{t('desk.consultation.none')}</p>}
        </>
      )}
    </section>
  )
}

interface EditorProps {
  readonly answer: ConsultationAnswer
  readonly accepted: readonly SubmissionView[]
}

function Editor({ answer: { consultation, names }, accepted }: EditorProps) {
  const t = useText()
  const tell = useTell()
  const save = useSetSynthesis(consultation.entity)
  const [paragraphs, setParagraphs] = useState(consultation.synthesis)
  const [outcome, setOutcome] = useState(consultation.outcome ?? '')
  const [led, setLed] = useState(consultation.led)
  const change = (index: number, paragraph: SynthesisParagraph) =>
    setParagraphs(paragraphs.with(index, paragraph))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const input = {
      paragraphs: paragraphs.filter(({ text }) => text.trim() !== ''),
      led: [...led],
      ...(outcome.trim() === '' ? {} : { outcome: outcome.trim() }),
    }
    save.mutate(input, { onSuccess: () => tell(t('desk.consultation.saved')) })
  }
  return (
    <form className="form result-form" onSubmit={submit} noValidate>
      <h3>{t('consultation.synthesis')}</h3>
      {paragraphs.map((paragraph, index) => (
        <Paragraph
          key={index}
          number={index + 1}
          paragraph={paragraph}
          accepted={accepted}
          onChange={(next) => change(index, next)}
          onRemove={() => setParagraphs(paragraphs.toSpliced(index, 1))}
          onUp={
            index === 0
              ? undefined
              : () =>
                  setParagraphs(
                    paragraphs.toSpliced(index - 1, 2, paragraph, ...paragraphs.slice(index - 1, index)),
                  )
          }
        />
      ))}
      <p className="actions">
        <button type="button" onClick={() => setParagraphs([...paragraphs, { text: '', cites: [] }])}>
          {t('desk.consultation.addParagraph')}
        </button>
      </p>
      <Finding paragraphs={paragraphs} accepted={accepted} />
      <h3>{t('consultation.outcome')}</h3>
      <div className="field">
        <label htmlFor="outcome">{t('desk.consultation.outcomeHint')}</label>
        <textarea
          id="outcome"
          rows={3}
          value={outcome}
          onChange={(event) => setOutcome(event.target.value)}
        />
      </div>
      <h3>{t('consultation.led')}</h3>
      {led.length > 0 && (
        <ul className="chosen">
          {led.map((one) => (
            <li key={one}>
              <GoLink to={recordPath(one)}>{names[one] ?? one}</GoLink>{' '}
              <button
                type="button"
                className="button-quiet"
                onClick={() => setLed(led.filter((other) => other !== one))}
              >
                {t('desk.consultation.remove')} <span className="sr-only">{names[one] ?? one}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <ReferenceInput
        id="led"
        label={t('desk.consultation.ledAdd')}
        hint={t('desk.consultation.ledHint')}
        value=""
        kinds={LED_KINDS}
        isInvalid={false}
        onChange={(entity) => entity !== '' && !led.includes(entity) && setLed([...led, entity])}
      />
      {save.isError && <RefusalNote error={save.error} />}
      <p className="actions">
        <button type="submit" className="button-main" disabled={save.isPending}>
          {t('desk.consultation.save')}
        </button>
      </p>
    </form>
  )
}

interface ParagraphProps {
  readonly number: number
  readonly paragraph: SynthesisParagraph
  readonly accepted: readonly SubmissionView[]
  readonly onChange: (paragraph: SynthesisParagraph) => void
  readonly onRemove: () => void
  readonly onUp: (() => void) | undefined
}

function Paragraph({ number, paragraph, accepted, onChange, onRemove, onUp }: ParagraphProps) {
  const t = useText()
  const { text, cites } = paragraph
  const toggle = (entity: string) =>
    onChange({
      text,
      cites: cites.includes(entity) ? cites.filter((one) => one !== entity) : [...cites, entity],
    })
  return (
    <div className="result-paragraph">
      <div className="field">
        <label htmlFor={`paragraph-${number}`}>{t('desk.consultation.paragraph', { number })}</label>
        <textarea
          id={`paragraph-${number}`}
          rows={3}
          value={text}
          onChange={(event) => onChange({ text: event.target.value, cites })}
        />
      </div>
      {accepted.length > 0 && (
        <fieldset className="field">
          <legend>{t('desk.consultation.cites')}</legend>
          <div className="checks">
            {accepted.map((one) => (
              <label key={one.entity} className="check">
                <input
                  type="checkbox"
                  checked={cites.includes(one.entity)}
                  onChange={() => toggle(one.entity)}
                />
                {nameOfAnswer(one)}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <p className="actions">
        {onUp && (
          <button type="button" className="button-quiet" onClick={onUp}>
            {t('desk.consultation.up', { number })}
          </button>
        )}
        <button type="button" className="button-quiet" onClick={onRemove}>
          {t('desk.consultation.removeParagraph', { number })}
        </button>
      </p>
    </div>
  )
}

/** By who sent it; by its reference where nobody is named. */
function nameOfAnswer({ from, entity }: SubmissionView): string {
  return from ?? slugOfEntity(entity)
}

interface FindingProps extends Pick<EditorProps, 'accepted'> {
  readonly paragraphs: readonly SynthesisParagraph[]
}

/** What the synthesis leaves out, said while it is written. */
function Finding({ paragraphs, accepted }: FindingProps) {
  const t = useText()
  const written = paragraphs.filter(({ text }) => text.trim() !== '')
  if (written.length === 0 || accepted.length === 0) return null
  const { uncited, strange, bare } = weighSynthesis(
    written,
    accepted.map(({ entity }) => entity),
  )
  const answers = accepted.filter(({ entity }) => uncited.includes(entity))
  return (
    <div className="note" data-tone={uncited.length > 0 || strange.length > 0 ? 'warn' : 'ok'}>
      {answers.length === 0 ? (
        <p>{t('desk.consultation.uncitedNone')}</p>
      ) : (
        <>
          <p>{t('desk.consultation.uncited')}</p>
          <ul>
            {answers.map((one) => (
              <li key={one.entity}>
                <a href={`#${idOf(one.entity)}`}>{nameOfAnswer(one)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {bare.length > 0 && (
        <p>{t('desk.consultation.bare', { count: bare.length, places: bare.join(', ') })}</p>
      )}
      {strange.length > 0 && (
        <p>
          {t('desk.consultation.strange')}: {strange.map(slugOfEntity).join(', ')}
        </p>
      )}
    </div>
  )
}

function Publish({ entity }: { readonly entity: string }) {
  const t = useText()
  const tell = useTell()
  const publish = usePublishSynthesis(entity)
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '') return
    publish.mutate(reason.trim(), { onSuccess: () => tell(t('desk.consultation.published')) })
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      {publish.isError && <RefusalNote error={publish.error} />}
      <TextField
        id="publish-reason"
        label={t('desk.consultation.publishReason')}
        value={reason}
        error={undefined}
        onChange={setReason}
      />
      <p className="actions">
        <button type="submit" disabled={publish.isPending || reason.trim() === ''}>
          {t('desk.consultation.publish')}
        </button>
      </p>
    </form>
  )
}
