/** The drawer in which somebody sets the schedule of communication checks of the own party. */
import type { ContactScheduleAnswer } from '@demarche/api'
import { propertyOf } from '@demarche/core/portfolio/record-kind.ts'
import { brusselsTime } from '@demarche/core/kernel/brussels-time.ts'
import { useState } from 'react'
import { z } from 'zod'
import { useSetSchedule } from '../../api/contact-queries.ts'
import { useKind } from '../../api/portfolio-queries.ts'
import { useTyped } from '../../frame/typed.ts'
import { DialogActions } from '../../parts/dialog-actions.tsx'
import { SideDialog } from '../../parts/side-dialog.tsx'
import { ErrorSummary } from '../../record/error-summary.tsx'
import { useAttempt } from '../../record/use-attempt.ts'
import { useText } from '../../texts.ts'
import { WhomItAsks } from './whom-it-asks.tsx'

const MONTHS = [1, 3, 6, 12] as const
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const draftSchema = z.strictObject({
  everyMonths: z.literal(MONTHS),
  firstDay: z.string(),
  time: z.string(),
  networks: z.array(z.string()),
})
type Draft = z.infer<typeof draftSchema>

interface Props {
  readonly answer: ContactScheduleAnswer
  readonly onClose: () => void
}

/** As it stands, going on where it would have gone on; the first day is for a person to say where there is none. */
function draftOf({ settings, next }: ContactScheduleAnswer): Draft {
  const firstDay = next === undefined ? '' : brusselsTime(next).date
  return { everyMonths: 12, time: '09:00', networks: [], ...settings, firstDay }
}

export function ScheduleDialog({ answer, onClose }: Props) {
  const t = useText()
  const set = useSetSchedule()
  const kind = useKind('contact-point')
  const [empty] = useState(() => draftOf(answer))
  const [typed, keep] = useTyped('contact-schedule', 'set', draftSchema)
  const draft = typed ?? empty
  const { everyMonths, firstDay, time, networks } = draft
  const faults = [
    ...(firstDay === '' ? [{ field: 'schedule-day', message: t('contacts.schedule.dayMissing') }] : []),
    ...(TIME.test(time) ? [] : [{ field: 'schedule-time', message: t('contacts.schedule.timeWrong') }]),
  ]
  const close = () => {
    keep(null)
    onClose()
  }
  const { statement } = answer
  const { attempt, shown, submit } = useAttempt(faults, () =>
    set.mutate(
      { state: 'on', settings: draft, ...(statement === undefined ? {} : { follows: statement }) },
      { onSuccess: close },
    ),
  )
  const faultOf = (field: string) => shown.find((one) => one.field === field)?.message
  return (
    <SideDialog title={t('contacts.schedule.title')} onClose={close}>
      <form onSubmit={submit} noValidate>
        <p className="hint">{t('contacts.schedule.inYourName')}</p>
        <ErrorSummary faults={shown} error={set.error} attempt={attempt} />
        <div className="field">
          <label htmlFor="schedule-every">{t('contacts.schedule.howOften')}</label>
          <select
            id="schedule-every"
            value={everyMonths}
            onChange={(event) => {
              const months = MONTHS.find((one) => one === Number(event.target.value))
              if (months) keep({ ...draft, everyMonths: months })
            }}
          >
            {MONTHS.map((count) => (
              <option key={count} value={count}>
                {t('contacts.every', { count })}
              </option>
            ))}
          </select>
        </div>
        {(['day', 'time'] as const).map((part) => {
          const id = `schedule-${part}`
          const fault = faultOf(id)
          return (
            <div className="field" data-invalid={fault !== undefined} key={part}>
              <label htmlFor={id}>{t(`contacts.schedule.${part}`)}</label>
              {fault && (
                <p className="field-error" id={`${id}-error`}>
                  {fault}
                </p>
              )}
              <input
                id={id}
                {...(part === 'day'
                  ? { type: 'date' }
                  : { inputMode: 'numeric', autoComplete: 'off', placeholder: '09:00' })}
                value={part === 'day' ? firstDay : time}
                aria-invalid={fault !== undefined}
                aria-describedby={fault ? `${id}-error` : undefined}
                onChange={(event) =>
                  keep({ ...draft, [part === 'day' ? 'firstDay' : 'time']: event.target.value })
                }
              />
            </div>
          )
        })}
        <fieldset className="field">
          <legend>{t('contacts.schedule.directories')}</legend>
          <p className="hint">{t('contacts.schedule.noneIsAll')}</p>
          {Object.entries((kind && propertyOf(kind, 'networks')?.values) ?? {}).map(([word, says]) => (
            <label key={word} className="check">
              <input
                type="checkbox"
                checked={networks.includes(word)}
                onChange={(event) =>
                  keep({
                    ...draft,
                    networks: event.target.checked
                      ? [...networks, word]
                      : networks.filter((one) => one !== word),
                  })
                }
              />
              {says}
            </label>
          ))}
        </fieldset>
        <WhomItAsks contacts={answer.ifSet ?? []} networks={networks} />
        <DialogActions submit={t('contacts.schedule.turnOn')} isSending={set.isPending} onClose={close} />
      </form>
    </SideDialog>
  )
}
