/** The drawer in which somebody confirms or overrules what the desk found between two projects, with grounds. */
import type { OverlapPair, OverlapProject } from '@demarche/api'
import { highestMarking } from '@demarche/core/kernel/marking.ts'
import { propertyOf } from '@demarche/core/portfolio/record-kind.ts'
import type { RecordKind } from '@demarche/core'
import { useState } from 'react'
import { z } from 'zod'
import { useNewRecord } from '../api/portfolio-queries.ts'
import { today } from '../frame/address.ts'
import { useTell } from '../frame/toasts.tsx'
import { useTyped } from '../frame/typed.ts'
import { DialogActions } from '../parts/dialog-actions.tsx'
import { SideDialog } from '../parts/side-dialog.tsx'
import {
  authorityDraftSchema,
  authorityFaults,
  draftJudgement,
  toAuthority,
} from '../record/authority-draft.ts'
import { AuthorityFields } from '../record/authority-fields.tsx'
import { ErrorSummary } from '../record/error-summary.tsx'
import { useText } from '../texts.ts'
import { useAttempt } from '../record/use-attempt.ts'

const draftSchema = z.strictObject({
  verdict: z.string(),
  grounds: z.string(),
  authority: authorityDraftSchema,
})

interface Props {
  readonly pair: OverlapPair
  readonly projects: Readonly<Record<string, OverlapProject>>
  readonly kind: RecordKind
  /** the word to start with; empty for none */
  readonly preset: string
  readonly onClose: () => void
}

export function VerdictDialog({ pair: { a, b }, projects, kind, preset, onClose }: Props) {
  const t = useText()
  const tell = useTell()
  const create = useNewRecord(kind.id)
  const sides = [projects[a], projects[b]].filter((one) => one !== undefined)
  const parent = highestMarking(sides.map(({ marking }) => marking))
  const [empty] = useState(() => ({
    verdict: preset,
    grounds: '',
    authority: draftJudgement(parent, t('overlaps.ownJudgement')),
  }))
  const [typed, keep] = useTyped(`${a} ${b}`, `verdict ${preset}`, draftSchema)
  const draft = typed ?? empty
  const faults = [
    ...(draft.verdict === '' ? [{ field: 'verdict-choice', message: t('overlaps.verdictMissing') }] : []),
    ...(draft.grounds.trim() === ''
      ? [{ field: 'verdict-grounds', message: t('overlaps.groundsMissing') }]
      : []),
    ...authorityFaults(draft.authority, parent, false, t),
  ]
  const close = () => {
    keep(null)
    onClose()
  }
  const { attempt, shown, submit } = useAttempt(faults, () => {
    create.mutate(
      {
        ...toAuthority(draft.authority),
        assertions: [
          {
            property: 'name',
            value: sides
              .map(({ name }) => name)
              .join(' / ')
              .slice(0, 300),
          },
          { property: 'first', value: a },
          { property: 'second', value: b },
          { property: 'verdict', value: draft.verdict },
          { property: 'grounds', value: draft.grounds.trim() },
          { property: 'start', value: today() },
        ],
      },
      {
        onSuccess: () => {
          tell(t('overlaps.recorded'))
          close()
        },
      },
    )
  })
  const groundsFault = shown.find(({ field }) => field === 'verdict-grounds')?.message
  return (
    <SideDialog title={t('overlaps.verdictTitle')} onClose={close}>
      <form onSubmit={submit} noValidate>
        <p>{sides.map(({ name }) => name).join(' / ')}</p>
        <p className="hint">{t('overlaps.verdictIntro')}</p>
        <ErrorSummary faults={shown} error={create.error} attempt={attempt} />
        <fieldset className="field" id="verdict-choice" tabIndex={-1}>
          <legend>{t('overlaps.verdictLabel')}</legend>
          {Object.entries(propertyOf(kind, 'verdict')?.values ?? {}).map(([word, says]) => (
            <label key={word} className="check">
              <input
                type="radio"
                name="verdict"
                checked={draft.verdict === word}
                onChange={() => keep({ ...draft, verdict: word })}
              />
              {says}
            </label>
          ))}
        </fieldset>
        <div className="field" data-invalid={groundsFault !== undefined}>
          <label htmlFor="verdict-grounds">{t('overlaps.grounds')}</label>
          <p className="hint" id="verdict-grounds-hint">
            {t('overlaps.groundsHint')}
          </p>
          {groundsFault && (
            <p className="field-error" id="verdict-grounds-error">
              {groundsFault}
            </p>
          )}
          <textarea
            id="verdict-grounds"
            rows={4}
            value={draft.grounds}
            aria-invalid={groundsFault !== undefined}
            aria-describedby={groundsFault ? 'verdict-grounds-error' : 'verdict-grounds-hint'}
            onChange={(event) => keep({ ...draft, grounds: event.target.value })}
          />
        </div>
        <AuthorityFields
          draft={draft.authority}
          parent={parent}
          faults={shown}
          onChange={(authority) => keep({ ...draft, authority })}
        />
        <DialogActions submit={t('overlaps.record')} isSending={create.isPending} onClose={close} />
      </form>
    </SideDialog>
  )
}
