/** Puts on record what a person confirmed of a compared draft: the draft set first, then its principles. */
import type { Clause } from '@demarche/core'
import { type FormEvent, useRef, useState } from 'react'
import { useNewRecords } from '../../api/norm-queries.ts'
import { recordPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { AuthorityFields } from '../../record/authority-fields.tsx'
import { authorityFaults, toAuthority } from '../../record/authority-draft.ts'
import { ErrorSummary } from '../../record/error-summary.tsx'
import { useMayRecord, WhyNotRecord } from '../../record/may-record.tsx'
import { TextField } from '../../record/text-field.tsx'
import { useText } from '../../texts.ts'
import { type ComparedDraft, draftPrinciples, setAssertions } from './compared-draft.ts'

interface Props {
  readonly clauses: readonly Clause[]
  readonly draft: ComparedDraft
  readonly onChange: (draft: ComparedDraft | null) => void
}

export function ConfirmForm(props: Props) {
  return useMayRecord() ? <Form {...props} /> : <WhyNotRecord />
}

function Form({ clauses, draft, onChange }: Props) {
  const t = useText()
  const record = useNewRecords()
  const [attempt, setAttempt] = useState(0)
  // what an attempt that was refused halfway has put on record already
  const [set, setSet] = useState<string>()
  const recorded = useRef(new Set<number>())
  const [isDone, setDone] = useState(false)
  const count = draftPrinciples(clauses, draft, '').length
  const faults = [
    ...(draft.title.trim() === '' ? [{ field: 'draft-title', message: t('compare.titleMissing') }] : []),
    ...(count === 0 ? [{ field: 'draft-title', message: t('compare.nothingConfirmed') }] : []),
    ...authorityFaults(draft.authority, null, false, t),
  ]
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (faults.length > 0) return
    const authority = toAuthority(draft.authority)
    let entity = set
    try {
      if (entity === undefined) {
        await record.mutateAsync({
          records: [
            { kind: 'norm-set', input: { ...authority, assertions: [...setAssertions(draft.title)] } },
          ],
          done: (_, made) => {
            entity = made
            setSet(made)
          },
        })
      }
      const open = draftPrinciples(clauses, draft, entity ?? '').filter(
        ({ clause }) => !recorded.current.has(clause),
      )
      await record.mutateAsync({
        records: open.map(({ assertions }) => ({
          kind: 'principle',
          input: { ...authority, assertions: [...assertions] },
        })),
        done: (index) => {
          const clause = open[index]?.clause
          if (clause !== undefined) recorded.current.add(clause)
        },
      })
      setDone(true)
    } catch {
      // the refusal is in `record.error` and stays beside what was typed
    }
  }
  if (isDone && set !== undefined) {
    return (
      <div className="note" data-tone="ok" role="status">
        <p>{t('compare.recorded', { count })}</p>
        <p className="actions">
          <GoLink to={recordPath(set)}>{draft.title}</GoLink>
          <GoLink to="/norms">{t('crosswalk.title')}</GoLink>
          <button type="button" onClick={() => onChange(null)}>
            {t('compare.clear')}
          </button>
        </p>
      </div>
    )
  }
  const shown = attempt > 0 ? faults : []
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-labelledby="confirm">
      <h2 id="confirm">{t('compare.confirm')}</h2>
      <p className="quiet">{t('compare.confirmLead')}</p>
      <ErrorSummary faults={shown} error={record.error} attempt={attempt} />
      <TextField
        id="draft-title"
        label={t('compare.draftTitle')}
        value={draft.title}
        error={shown.find(({ field }) => field === 'draft-title')?.message}
        onChange={(title) => onChange({ ...draft, title })}
      />
      <AuthorityFields
        draft={draft.authority}
        parent={null}
        faults={shown}
        onChange={(authority) => onChange({ ...draft, authority })}
      />
      <div className="actions">
        <button type="submit" className="button-main" disabled={record.isPending}>
          {record.isPending ? t('record.saving') : t('compare.record', { count })}
        </button>
      </div>
    </form>
  )
}
