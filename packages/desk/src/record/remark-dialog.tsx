/** Marks a statement anew: what will change and for whom is said before it happens, and the reason is asked. */
import type { RemarkEffectAnswer } from '@demarche/api'
import type { Statement } from '@demarche/core'
import { type FormEvent, useState } from 'react'
import { useMarkAnew, useRemarkEffect } from '../api/access-queries.ts'
import { useTell } from '../frame/toasts.tsx'
import { useTyped, wordsSchema } from '../frame/typed.ts'
import { MarkingLabel } from '../frame/marking-banner.tsx'
import { Loading, RefusalNote } from '../parts/await.tsx'
import { DialogActions } from '../parts/dialog-actions.tsx'
import { useSaidReason } from '../parts/fault-lines.tsx'
import { SideDialog } from '../parts/side-dialog.tsx'
import { useText } from '../texts.ts'
import { ErrorSummary } from './error-summary.tsx'
import { draftMarking, markingIn } from './marking-draft.ts'
import { MarkingFields } from './marking-fields.tsx'
import { ReasonField } from './reason-field.tsx'

export default function RemarkDialog({
  statement,
  onClose,
}: {
  readonly statement: Statement
  readonly onClose: () => void
}) {
  const t = useText()
  const tell = useTell()
  const reasonIn = useSaidReason()
  const [draft, setDraft] = useState(() => draftMarking(statement.marking))
  const [words, keep] = useTyped(statement.id, 'mark anew', wordsSchema)
  const reason = words?.['reason'] ?? ''
  const [attempt, setAttempt] = useState(0)
  const marking = markingIn(draft)
  const effect = useRemarkEffect(statement.id, marking)
  const markAnew = useMarkAnew(statement.id)
  const refusal = effect.data?.refusal
  const faults = [
    ...(refusal
      ? [{ field: 'marking-tlp', message: `${reasonIn(refusal.message, refusal.words)} (${refusal.rule})` }]
      : []),
    ...(reason.trim() === '' ? [{ field: 'remark-reason', message: t('remark.reasonMissing') }] : []),
  ]
  const close = () => {
    keep(null)
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (faults.length > 0 || effect.isFetching) return
    markAnew.mutate(
      { marking, reason: reason.trim() },
      {
        onSuccess: ({ marked }) => {
          tell(t('remark.done', { count: marked }))
          close()
        },
      },
    )
  }
  return (
    <SideDialog title={t('remark.title')} onClose={close}>
      <form onSubmit={submit} noValidate>
        <p>{t('remark.intro')}</p>
        <ErrorSummary faults={attempt > 0 ? faults : []} error={markAnew.error} attempt={attempt} />
        <p>
          {t('remark.now')} <MarkingLabel marking={statement.marking} />
        </p>
        <fieldset className="group">
          <legend>{t('remark.legend')}</legend>
          <MarkingFields draft={draft} onChange={setDraft} />
        </fieldset>
        <section aria-live="polite" aria-busy={effect.isFetching}>
          <h3>{t('remark.effect')}</h3>
          {effect.data ? (
            <Effect effect={effect.data} />
          ) : effect.isError ? (
            <RefusalNote error={effect.error} />
          ) : (
            <Loading />
          )}
        </section>
        <ReasonField
          id="remark-reason"
          value={reason}
          isMissing={attempt > 0 && reason.trim() === ''}
          onChange={(next) => keep({ reason: next })}
        />
        <DialogActions submit={t('remark.submit')} isSending={markAnew.isPending} onClose={close} />
      </form>
    </SideDialog>
  )
}

function Effect({ effect }: { readonly effect: RemarkEffectAnswer }) {
  const t = useText()
  const reasonIn = useSaidReason()
  const { change, refusal, parties, people, statements } = effect
  if (change === 'none') return <p className="quiet">{t('remark.nothing')}</p>
  const names = (gains: boolean) => [
    ...parties.filter((one) => one.gains === gains).map(({ name }) => name),
    ...people.filter((one) => one.gains === gains).map(({ name, party }) => `${name} (${party})`),
  ]
  const line = (gains: boolean) => {
    const all = names(gains)
    return all.length === 0 ? null : (
      <li>{t(gains ? 'remark.gain' : 'remark.lose', { names: all.join(', ') })}</li>
    )
  }
  return (
    <>
      <p>{t(`remark.change.${change}`)}</p>
      <ul>
        {line(true)}
        {line(false)}
        {parties.length + people.length === 0 && <li>{t('remark.nobody')}</li>}
        {statements > 1 && <li>{t('remark.together', { count: statements })}</li>}
      </ul>
      {refusal && (
        <p className="note" data-tone="warn">
          {reasonIn(refusal.message, refusal.words)} ({refusal.rule})
        </p>
      )}
    </>
  )
}
