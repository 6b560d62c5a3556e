/** The drawer in which a person says of proposed measures which the act counts for and which it does not. */
import type { CountsFor } from '@demarche/core'
import { useState } from 'react'
import { z } from 'zod'
import { useTyped } from '../frame/typed.ts'
import { DialogActions } from '../parts/dialog-actions.tsx'
import { SideDialog } from '../parts/side-dialog.tsx'
import { useShortPlaceName } from '../portfolio/places.ts'
import {
  authorityDraftSchema,
  authorityFaults,
  draftJudgement,
  toAuthority,
} from '../record/authority-draft.ts'
import { AuthorityFields } from '../record/authority-fields.tsx'
import { ErrorSummary } from '../record/error-summary.tsx'
import { useOnRecord } from '../record/on-record.ts'
import { useAttempt } from '../record/use-attempt.ts'
import { useRecord } from '../record/use-record.ts'
import { useText } from '../texts.ts'
import { sayCounting } from './say-counting.ts'
import { useActWord } from './use-counts-for.ts'

const ANSWERS = ['measures', 'setAside', 'later'] as const
const draftSchema = z.strictObject({
  answers: z.record(z.string(), z.enum(ANSWERS)),
  authority: authorityDraftSchema,
})

interface Props {
  readonly proposed: readonly CountsFor[]
  readonly onClose: () => void
}

export function SettleDialog({ proposed, onClose }: Props) {
  const t = useText()
  const short = useShortPlaceName()
  const sayAct = useActWord()
  const record = useRecord()
  const { entity, marking } = useOnRecord()
  const [empty] = useState((): z.infer<typeof draftSchema> => ({
    answers: {},
    authority: draftJudgement(marking, t('cbm.ownJudgement')),
  }))
  const [typed, keep] = useTyped(
    entity,
    `settle ${proposed.map(({ measure }) => measure).join(' ')}`,
    draftSchema,
  )
  const draft = typed ?? empty
  const said = proposed.flatMap(({ measure }) => {
    const answer = draft.answers[measure] ?? 'later'
    return answer === 'later' ? [] : [{ property: answer, value: measure }]
  })
  const faults = [
    ...(said.length === 0 ? [{ field: 'settle-0', message: t('cbm.nothingSettled') }] : []),
    ...authorityFaults(draft.authority, marking, false, t),
  ]
  const close = () => {
    keep(null)
    onClose()
  }
  const { attempt, shown, submit } = useAttempt(faults, () => {
    record.mutate(
      {
        input: { ...toAuthority(draft.authority), assertions: said },
        kind: 'stated',
        label: t('cbm.countsFor'),
      },
      { onSuccess: close },
    )
  })
  return (
    <SideDialog title={t('cbm.settleTitle')} onClose={close}>
      <form onSubmit={submit} noValidate>
        <p className="hint">{t('cbm.settleIntro')}</p>
        <ErrorSummary faults={shown} error={record.error} attempt={attempt} />
        {proposed.map((one, index) => (
          <fieldset key={one.measure} className="field" id={`settle-${index}`} tabIndex={-1}>
            <legend>
              {t('cbm.numbered', { set: short(one.set), number: one.number ?? '', name: one.name })}
            </legend>
            <p className="hint">{sayCounting(one, { t, placeName: short, sayAct }).join(' ')}</p>
            {ANSWERS.map((answer) => (
              <label key={answer} className="check">
                <input
                  type="radio"
                  name={one.measure}
                  checked={(draft.answers[one.measure] ?? 'later') === answer}
                  onChange={() => keep({ ...draft, answers: { ...draft.answers, [one.measure]: answer } })}
                />
                {t(`cbm.answer.${answer}`)}
              </label>
            ))}
          </fieldset>
        ))}
        <AuthorityFields
          draft={draft.authority}
          parent={marking}
          faults={shown}
          onChange={(authority) => keep({ ...draft, authority })}
        />
        <DialogActions submit={t('record.save')} isSending={record.isPending} onClose={close} />
      </form>
    </SideDialog>
  )
}
