/** The form in which a consultation is answered: without an account on the public page, or with the name of the account. */
import { MOST_IN_A_SUBMISSION } from '@demarche/api/submission-length.ts'
import type { SenderNaming } from '@demarche/core'
import { COUNTRY_CODES } from '@demarche/core/kernel/country-code.ts'
import { inOrderOfNames, nameOf } from '@demarche/core/places/name-of.ts'
import { CONSENTS } from '@demarche/core/stakeholders/read-submission.ts'
import { type FormEvent, useMemo, useState } from 'react'
import { z } from 'zod'
import { type Answer, useSendAnswer } from '../api/consultation-queries.ts'
import { useTyped } from '../frame/typed.ts'
import { formatNumber } from '../parts/format-value.ts'
import { useDeskLanguage } from '../parts/place-name.ts'
import { ErrorSummary } from '../record/error-summary.tsx'
import { useText } from '../texts.ts'
import { Receipt } from './receipt.tsx'

/** From so many characters that are left on it is said how many. */
const FEW_LEFT = 1000

/** What was typed and not yet sent. */
const draftSchema = z
  .object({
    text: z.string(),
    from: z.string(),
    sort: z.string(),
    country: z.string(),
    consent: z.enum(CONSENTS).optional(),
  })
  .readonly()
type Draft = z.infer<typeof draftSchema>
const NOTHING: Draft = { text: '', from: '', sort: '', country: '' }

interface Props {
  readonly entity: string
  readonly way: 'public' | 'account'
  readonly naming: SenderNaming
  /** the kinds of stakeholder in words */
  readonly sorts: Readonly<Record<string, string>>
}

export function SubmissionForm({ entity, way, naming, sorts }: Props) {
  const t = useText()
  const send = useSendAnswer(entity, way)
  const [typed, keep] = useTyped(entity, 'answer', draftSchema, way === 'public')
  const draft = typed ?? NOTHING
  const { text, from, sort, country, consent } = draft
  const type = (part: Partial<Draft>) => keep({ ...draft, ...part })
  const [attempt, setAttempt] = useState(0)
  if (send.isSuccess) return <Receipt receipt={send.data} />
  const asksName = way === 'public' && naming !== 'none'
  const words = text.trim()
  const most = formatNumber(MOST_IN_A_SUBMISSION)
  const left = MOST_IN_A_SUBMISSION - words.length
  const faults = [
    ...(words === '' ? [{ field: 'answer-text', message: t('consultation.textMissing') }] : []),
    ...(left < 0 ? [{ field: 'answer-text', message: t('consultation.textTooLong', { most }) }] : []),
    ...(asksName && naming === 'required' && from.trim() === ''
      ? [{ field: 'answer-from', message: t('consultation.nameMissing') }]
      : []),
    ...(consent === undefined
      ? [{ field: 'answer-consent', message: t('consultation.consentMissing') }]
      : []),
  ]
  const shown = attempt > 0 ? faults : []
  const faultOf = (field: string): string | undefined => shown.find((one) => one.field === field)?.message
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (faults.length > 0 || consent === undefined) return
    const answer: Answer = {
      text: words,
      consent,
      ...(asksName && from.trim() !== '' ? { from: from.trim() } : {}),
      ...(sort === '' ? {} : { sort }),
      ...(country === '' ? {} : { country }),
    }
    send.mutate(answer, { onSuccess: () => keep(null) })
  }
  const textFault = faultOf('answer-text')
  const fromFault = faultOf('answer-from')
  return (
    <form className="form answer-form" onSubmit={submit} noValidate aria-labelledby="answer">
      <h2 id="answer">{t('consultation.answer')}</h2>
      <p>{t('consultation.answerLead')}</p>
      <ErrorSummary faults={shown} error={send.error} attempt={attempt} />
      <div className="field" data-invalid={textFault !== undefined}>
        <label htmlFor="answer-text">{t('consultation.text')}</label>
        <p className="hint" id="answer-text-hint">
          {t('consultation.textHint', { most })}
        </p>
        {textFault && <p className="field-error">{textFault}</p>}
        <textarea
          id="answer-text"
          rows={10}
          value={text}
          aria-required="true"
          aria-invalid={textFault !== undefined}
          aria-describedby="answer-text-hint"
          onChange={(event) => type({ text: event.target.value })}
        />
        {left >= 0 && left <= FEW_LEFT && (
          <p className="hint">{t('consultation.textLeft', { count: left })}</p>
        )}
      </div>
      {asksName && (
        <div className="field" data-invalid={fromFault !== undefined}>
          <label htmlFor="answer-from">
            {t(naming === 'required' ? 'consultation.name' : 'consultation.nameOptional')}
          </label>
          {fromFault && <p className="field-error">{fromFault}</p>}
          <input
            id="answer-from"
            value={from}
            maxLength={200}
            autoComplete="organization"
            aria-required={naming === 'required'}
            aria-invalid={fromFault !== undefined}
            onChange={(event) => type({ from: event.target.value })}
          />
        </div>
      )}
      {way === 'account' && naming !== 'none' && <p>{t('consultation.nameFromAccount')}</p>}
      <div className="field-row">
        <Choice
          id="answer-sort"
          label={t('consultation.sort')}
          value={sort}
          choices={Object.entries(sorts)}
          onChange={(next) => type({ sort: next })}
        />
        <CountryChoice value={country} onChange={(next) => type({ country: next })} />
      </div>
      <fieldset className="field" id="answer-consent" tabIndex={-1}>
        <legend>{t('consultation.consent')}</legend>
        {faultOf('answer-consent') && <p className="field-error">{faultOf('answer-consent')}</p>}
        {CONSENTS.map((one) => (
          <label key={one} className="check">
            <input
              type="radio"
              name="consent"
              checked={consent === one}
              onChange={() => type({ consent: one })}
            />
            {t(`consultation.consent.${one}`)}
          </label>
        ))}
      </fieldset>
      <p className="hint">{t('consultation.kept')}</p>
      <div className="actions">
        <button type="submit" className="button-main" disabled={send.isPending}>
          {t(send.isPending ? 'consultation.sending' : 'consultation.send')}
        </button>
      </div>
    </form>
  )
}

interface ChoiceProps {
  readonly id: string
  readonly label: string
  readonly value: string
  /** value and words */
  readonly choices: readonly (readonly [string, string])[]
  readonly onChange: (value: string) => void
}

function Choice({ id, label, value, choices, onChange }: ChoiceProps) {
  const t = useText()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('consultation.noChoice')}</option>
        {choices.map(([word, says]) => (
          <option key={word} value={word}>
            {says}
          </option>
        ))}
      </select>
    </div>
  )
}

function CountryChoice({ value, onChange }: Pick<ChoiceProps, 'value' | 'onChange'>) {
  const t = useText()
  const language = useDeskLanguage()
  const choices = useMemo(
    () =>
      inOrderOfNames(COUNTRY_CODES, language).map((code): [string, string] => [code, nameOf(code, language)]),
    [language],
  )
  return (
    <Choice
      id="answer-country"
      label={t('consultation.country')}
      value={value}
      choices={choices}
      onChange={onChange}
    />
  )
}
