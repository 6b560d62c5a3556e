/** Proposes to erase the content of one statement: the authority that requires it, and why. Somebody else confirms. */
import type { Statement } from '@demarche/core'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { useProposeErasure } from '../../api/record-queries.ts'
import { useTyped } from '../../frame/typed.ts'
import { StatementCard } from '../../grounds/statement-card.tsx'
import { DialogActions } from '../../parts/dialog-actions.tsx'
import { SideDialog } from '../../parts/side-dialog.tsx'
import { ErrorSummary } from '../../record/error-summary.tsx'
import { useText } from '../../texts.ts'

const draftSchema = z.object({ authority: z.string(), reason: z.string() }).readonly()

interface Props {
  readonly statement: Statement
  readonly onClose: () => void
}

export default function EraseDialog({ statement, onClose }: Props) {
  const t = useText()
  const [typed, keep] = useTyped(statement.id, 'erase', draftSchema)
  const { authority, reason } = typed ?? { authority: '', reason: '' }
  const [attempt, setAttempt] = useState(0)
  const propose = useProposeErasure()
  const close = () => {
    keep(null)
    onClose()
  }
  const faults = [
    ...(authority.trim().length < 3
      ? [{ field: 'erase-authority', message: t('erasure.needsAuthority') }]
      : []),
    ...(reason.trim().length < 3 ? [{ field: 'erase-reason', message: t('erasure.needsReason') }] : []),
  ]
  const shown = attempt > 0 ? faults : []
  const isWrong = (field: string): boolean => shown.some((fault) => fault.field === field)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (faults.length === 0) {
      propose.mutate({ statement: statement.id, authority, reason }, { onSuccess: close })
    }
  }
  return (
    <SideDialog title={t('erasure.proposeTitle')} onClose={close}>
      <form onSubmit={submit} noValidate>
        <p>{t('erasure.proposeIntro')}</p>
        <ErrorSummary faults={shown} error={propose.error} attempt={attempt} />
        <StatementCard statement={statement} />
        <div className="field" data-invalid={isWrong('erase-authority')}>
          <label htmlFor="erase-authority">{t('erasure.authority')}</label>
          <p className="hint" id="erase-authority-hint">
            {t('erasure.authorityHint')}
          </p>
          <input
            id="erase-authority"
            aria-describedby="erase-authority-hint"
            value={authority}
            maxLength={1000}
            onChange={(event) => keep({ authority: event.target.value, reason })}
          />
        </div>
        <div className="field" data-invalid={isWrong('erase-reason')}>
          <label htmlFor="erase-reason">{t('erasure.reason')}</label>
          <p className="hint" id="erase-reason-hint">
            {t('erasure.reasonHint')}
          </p>
          <textarea
            id="erase-reason"
            aria-describedby="erase-reason-hint"
            rows={3}
            value={reason}
            maxLength={2000}
            onChange={(event) => keep({ authority, reason: event.target.value })}
          />
        </div>
        <DialogActions submit={t('erasure.proposeSubmit')} isSending={propose.isPending} onClose={close} />
      </form>
    </SideDialog>
  )
}
