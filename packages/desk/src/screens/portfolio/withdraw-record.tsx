/** Withdraws a record as a whole, with the reason, and offers to take that back; says of a record that it was withdrawn. */
import { standingAssertions } from '@demarche/core/kernel/fact.ts'
import { withdrawnBy } from '@demarche/core/portfolio/withdraw-record.ts'
import { useState } from 'react'
import { useAppend } from '../../api/queries.ts'
import { useWithdrawRecord } from '../../api/portfolio-queries.ts'
import { useTell } from '../../frame/toasts.tsx'
import { useTyped, wordsSchema } from '../../frame/typed.ts'
import { DialogActions } from '../../parts/dialog-actions.tsx'
import { formatInstant } from '../../parts/format-date.ts'
import { usePartyName } from '../../parts/party-name.ts'
import { SideDialog } from '../../parts/side-dialog.tsx'
import { ErrorSummary } from '../../record/error-summary.tsx'
import { MayRecord } from '../../record/may-record.tsx'
import { useOnRecord } from '../../record/on-record.ts'
import { ReasonField } from '../../record/reason-field.tsx'
import { sayAgain } from '../../record/use-record.ts'
import { useText } from '../../texts.ts'
import { useAttempt } from '../../record/use-attempt.ts'

/** Nothing for those who may not record, and once nothing of it stands. */
export function WithdrawRecord({ name }: { readonly name: string }) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const { statements } = useOnRecord()
  if (standingAssertions(Object.values(statements)).length === 0) return null
  return (
    <MayRecord>
      <button type="button" className="button-quiet" onClick={() => setOpen(true)}>
        {t('withdraw.open')}
      </button>
      {isOpen && <WithdrawDialog name={name} onClose={() => setOpen(false)} />}
    </MayRecord>
  )
}

function WithdrawDialog({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const t = useText()
  const tell = useTell()
  const { entity, statements } = useOnRecord()
  const [words, keep] = useTyped(entity, 'withdraw', wordsSchema)
  const reason = words?.['reason'] ?? ''
  const withdraw = useWithdrawRecord(entity)
  const append = useAppend(entity)
  const all = Object.values(statements)
  const faults = reason.trim() === '' ? [{ field: 'withdraw-reason', message: t('fault.reason') }] : []
  const close = () => {
    keep(null)
    onClose()
  }
  const sayAllAgain = async () => {
    const standing = new Set(standingAssertions(all).map(({ statement }) => statement))
    for (const statement of standing)
      await append.mutateAsync(sayAgain(statement, undefined, t('record.undoReason')))
  }
  const { attempt, shown, submit } = useAttempt(faults, () => {
    const last = all.reduce((a, b) => (b.assertedAt > a.assertedAt ? b : a))
    // a promise: once nothing of the record stands, its page has this form no more
    void withdraw.mutateAsync({ reason: reason.trim(), follows: last.id }).then(
      () => {
        tell(t('record.done.retracted', { label: name }), () => {
          void sayAllAgain().then(
            () => tell(t('record.undone', { label: name })),
            () => tell(t('record.undoRefused', { label: name })),
          )
        })
        close()
      },
      () => undefined,
    )
  })
  return (
    <SideDialog title={t('retract.title', { label: name })} onClose={close}>
      <form onSubmit={submit} noValidate>
        <p>{t('withdraw.intro')}</p>
        <ErrorSummary faults={shown} error={withdraw.error} attempt={attempt} />
        <ReasonField
          id="withdraw-reason"
          value={reason}
          isMissing={shown.length > 0}
          onChange={(next) => keep({ reason: next })}
        />
        <DialogActions submit={t('retract.submit')} isSending={withdraw.isPending} onClose={close} />
      </form>
    </SideDialog>
  )
}

/** By whom, when and why it was withdrawn; nothing while something of it stands. */
export function WithdrawnNote() {
  const t = useText()
  const partyName = usePartyName()
  const { statements } = useOnRecord()
  const withdrawal = withdrawnBy(Object.values(statements))
  if (!withdrawal) return null
  const { assertedAt, assertedBy, reason = '' } = withdrawal
  return (
    <p className="note" data-tone="info">
      {t('withdraw.note', { date: formatInstant(assertedAt), party: partyName(assertedBy), reason })}
    </p>
  )
}
