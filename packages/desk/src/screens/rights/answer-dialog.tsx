/** The drawer in which a question of the rights check is answered, or an answer corrected. */
import type {
  AnswerOnRecord,
  Marking,
  RightsAnswer,
  RightsQuestion,
  RightsSeverity,
  Statement,
} from '@demarche/core'
import { RIGHTS_ANSWERS } from '@demarche/core/incident/rights-statements.ts'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { useMarkingChoice } from '../../api/access-queries.ts'
import { useTyped } from '../../frame/typed.ts'
import { Loading } from '../../parts/await.tsx'
import { DialogActions } from '../../parts/dialog-actions.tsx'
import { SideDialog } from '../../parts/side-dialog.tsx'
import {
  authorityDraftSchema,
  authorityFaults,
  draftAuthority,
  formerSourceOf,
  toAuthority,
} from '../../record/authority-draft.ts'
import { AuthorityFields } from '../../record/authority-fields.tsx'
import { ErrorSummary } from '../../record/error-summary.tsx'
import { useOnRecord } from '../../record/on-record.ts'
import { useRecord } from '../../record/use-record.ts'
import { useText } from '../../texts.ts'
import {
  type AnswerDraft,
  answerDraftSchema,
  answerFaults,
  answerIn,
  draftAnswer,
  scaleOf,
  STEP_FIELDS,
} from './answer-draft.ts'

const draftSchema = z.strictObject({ said: answerDraftSchema, authority: authorityDraftSchema })

interface Props {
  readonly measures: readonly string[]
  readonly question: RightsQuestion
  readonly severity: RightsSeverity
  /** the answer that this corrects, with the statement that carries it */
  readonly former?: { readonly answer: RightsAnswer; readonly statement: Statement } | undefined
  /** an answer for other measures, from which the form starts; nothing of it is corrected */
  readonly from?: AnswerOnRecord | undefined
  readonly onClose: () => void
}

/** Waits for where the marking starts: at that of the case, or of what is corrected or started from. */
export function AnswerDialog(props: Props) {
  const t = useText()
  const { entity, marking } = useOnRecord()
  const { question, former, from, onClose } = props
  const choice = useMarkingChoice(former?.statement.id ?? from?.statement ?? entity)
  const title = t(former ? 'rights.correctTitle' : 'rights.answerTitle', { label: question.label })
  return (
    <SideDialog title={title} onClose={onClose}>
      {choice.isPending ? (
        <Loading />
      ) : (
        <Form {...props} parent={choice.data?.parent ?? marking} mayLower={choice.data?.mayLower ?? true} />
      )}
    </SideDialog>
  )
}

function Form({
  measures,
  question,
  severity,
  former,
  from,
  onClose,
  parent,
  mayLower,
}: Props & { readonly parent: Marking; readonly mayLower: boolean }) {
  const t = useText()
  const { entity } = useOnRecord()
  const record = useRecord()
  const [empty] = useState(() => ({
    said: draftAnswer(former?.answer ?? from?.answer),
    authority: {
      ...draftAuthority(parent),
      document: t('rights.source'),
      verified: true,
      ...(former ? formerSourceOf(former.statement) : {}),
    },
  }))
  const form = `rights ${measures.join(' ')} ${question.id} ${former?.statement.id ?? from?.statement ?? ''}`
  const [typed, keep] = useTyped(entity, form, draftSchema)
  const { said, authority } = typed ?? empty
  const [attempt, setAttempt] = useState(0)
  const change = (part: Partial<AnswerDraft>) => keep({ authority, said: { ...said, ...part } })
  const faults = [
    ...answerFaults(t, said, severity),
    ...authorityFaults(authority, parent, former !== undefined, t, mayLower),
  ]
  const shown = attempt > 0 ? faults : []
  const isConcern = said.answer === 'concern'
  const close = () => {
    keep(null)
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt(attempt + 1)
    const value = answerIn(said, measures, question.id)
    if (faults.length > 0 || !value) return
    record.mutate(
      {
        input: {
          ...toAuthority(authority),
          assertions: [{ property: 'rights.answer', value }],
          ...(former
            ? {
                supersedes: [
                  { statement: former.statement.id, property: 'rights.answer', value: former.answer },
                ],
              }
            : {}),
        },
        kind: former ? 'corrected' : 'stated',
        label: t('rights.answerLabel'),
      },
      { onSuccess: close },
    )
  }
  const area = (name: 'grounds' | 'groups' | 'mitigation' | 'residual', label: string, hint?: string) => {
    const id = `rights-${name}`
    const fault = shown.find(({ field }) => field === id)?.message
    const described = [hint && `${id}-hint`, fault && `${id}-error`].filter(Boolean).join(' ')
    return (
      <div className="field" data-invalid={fault !== undefined}>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p className="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        {fault && (
          <p className="field-error" id={`${id}-error`}>
            {fault}
          </p>
        )}
        <textarea
          id={id}
          rows={name === 'grounds' ? 4 : 2}
          value={said[name]}
          aria-invalid={fault !== undefined}
          aria-describedby={described || undefined}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      </div>
    )
  }
  const answerFault = shown.find(({ field }) => field === 'rights-answer')?.message
  return (
    <form onSubmit={submit} noValidate>
      <p>{question.question}</p>
      <ErrorSummary faults={shown} error={record.error} attempt={attempt} />
      <fieldset className="field" id="rights-answer" tabIndex={-1} data-invalid={answerFault !== undefined}>
        <legend>{t('rights.answer')}</legend>
        {answerFault && <p className="field-error">{answerFault}</p>}
        {RIGHTS_ANSWERS.map((word) => (
          <label key={word} className="check">
            <input
              type="radio"
              name="rights-answer"
              checked={said.answer === word}
              onChange={() => change({ answer: word })}
            />
            {t(`rights.answer.${word}`)}
          </label>
        ))}
      </fieldset>
      {area('grounds', t('rights.grounds'), t('rights.groundsHint'))}
      {area('groups', t(isConcern ? 'rights.groups' : 'rights.groupsOptional'))}
      {isConcern && (
        <>
          <fieldset className="group">
            <legend>{t('rights.severity')}</legend>
            {STEP_FIELDS.map((field) => {
              const scale = scaleOf(severity, field)
              const id = `rights-${field}`
              const fault = shown.find((one) => one.field === id)?.message
              return (
                <div className="field" key={field} data-invalid={fault !== undefined}>
                  <label htmlFor={id}>{scale.question}</label>
                  {fault && (
                    <p className="field-error" id={`${id}-error`}>
                      {fault}
                    </p>
                  )}
                  <select
                    id={id}
                    value={said[field]}
                    aria-invalid={fault !== undefined}
                    aria-describedby={fault ? `${id}-error` : undefined}
                    onChange={(event) =>
                      change({
                        [field]: ([1, 2, 3] as const).find((one) => String(one) === event.target.value) ?? 0,
                      })
                    }
                  >
                    <option value={0}>{t('rights.choose')}</option>
                    {scale.levels.map((words, index) => (
                      <option key={words} value={index + 1}>
                        {t('rights.step', { label: scale.label, words, level: index + 1 })}
                      </option>
                    ))}
                  </select>
                </div>
              )
            })}
          </fieldset>
          {area('mitigation', t('rights.mitigation'))}
          {area('residual', t('rights.residual'))}
        </>
      )}
      <AuthorityFields
        draft={authority}
        parent={parent}
        faults={shown}
        needsReason={former !== undefined}
        onChange={(next) => keep({ said, authority: next })}
      />
      <DialogActions
        submit={t(former ? 'record.correct' : 'record.save')}
        isSending={record.isPending}
        onClose={close}
      />
    </form>
  )
}
