/** Withdraws one property of one statement, with the reason. The statement stays in the history. */
import type { Statement, StatementReference, Value } from '@demarche/core'
import { useState } from 'react'
import { useTyped, wordsSchema } from '../frame/typed.ts'
import { StatementCard } from '../grounds/statement-card.tsx'
import { DialogActions } from '../parts/dialog-actions.tsx'
import { SideDialog } from '../parts/side-dialog.tsx'
import { useText } from '../texts.ts'
import { ChangedMeanwhile, isChangedMeanwhile } from './changed-meanwhile.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { useOnRecord } from './on-record.ts'
import { ReasonField } from './reason-field.tsx'
import { useAttempt } from './use-attempt.ts'
import { useRecord } from './use-record.ts'

interface Props {
  readonly statement: Statement
  readonly property: string
  readonly label: string
  /** the one of several values that is withdrawn; the others of the statement stand */
  readonly only?: Value | undefined
  readonly onClose: () => void
}

export function RetractDialog({ statement, property, label, only, onClose }: Props) {
  const t = useText()
  const [words, keep] = useTyped(statement.id, `retract ${property} ${JSON.stringify(only)}`, wordsSchema)
  const reason = words?.['reason'] ?? ''
  const [reference, setReference] = useState<StatementReference>({
    statement: statement.id,
    property,
    ...(only === undefined ? {} : { value: only }),
  })
  const { entity, statements } = useOnRecord()
  const record = useRecord()
  const isChanged = isChangedMeanwhile(record.error)
  const faults = reason.trim() === '' ? [{ field: 'retract-reason', message: t('fault.reason') }] : []
  const close = () => {
    keep(null)
    onClose()
  }
  const { attempt, shown, submit } = useAttempt(faults, () => {
    record.mutate(
      {
        kind: 'retracted',
        label,
        input: {
          assertions: [],
          source: statement.source,
          grading: statement.grading,
          marking: statement.marking,
          retracts: [reference],
          reason: reason.trim(),
        },
      },
      { onSuccess: close },
    )
  })
  return (
    <SideDialog title={t('retract.title', { label })} onClose={close}>
      <form onSubmit={submit} noValidate>
        <p>{t('retract.intro')}</p>
        <ErrorSummary faults={shown} error={isChanged ? null : record.error} attempt={attempt} />
        {isChanged ? (
          <ChangedMeanwhile
            entity={entity}
            reference={reference}
            isOneOfSeveral={only !== undefined}
            goOn={t('meanwhile.retractInstead')}
            onGoOn={(instead) => {
              setReference(instead)
              record.reset()
            }}
            otherwise={{ say: t('meanwhile.close'), act: close }}
          />
        ) : (
          <StatementCard statement={statements[reference.statement] ?? statement} property={property} />
        )}
        <ReasonField
          id="retract-reason"
          value={reason}
          isMissing={shown.length > 0}
          onChange={(next) => keep({ reason: next })}
        />
        <DialogActions submit={t('retract.submit')} isSending={record.isPending} onClose={close} />
      </form>
    </SideDialog>
  )
}
