/** Signs a rights check as it stands: until which day, under which marking. What is missing is said before anything is typed. */
import { markingOfCheck } from '@demarche/core/rights/weigh-signature.ts'
import { highestMarking, type Marking } from '@demarche/core/kernel/marking.ts'
import type { RightsCheck } from '@demarche/core'
import { type FormEvent, useState } from 'react'
import { useMarkingChoice } from '../../api/access-queries.ts'
import { useAppend, useSession } from '../../api/queries.ts'
import { today } from '../../frame/address.ts'
import { useTell } from '../../frame/toasts.tsx'
import { usePartyName } from '../../parts/party-name.ts'
import { semicolon } from '../../parts/semicolon.ts'
import { ErrorSummary } from '../../record/error-summary.tsx'
import { draftMarking, markingIn } from '../../record/marking-draft.ts'
import { MarkingFields } from '../../record/marking-fields.tsx'
import { TextField } from '../../record/text-field.tsx'
import { useText } from '../../texts.ts'
import { useCase } from '../case/case-context.ts'
import { questionOn } from './rights-words.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

export function SignForm({ check }: { readonly check: RightsCheck }) {
  const t = useText()
  const { dossier, doctrine } = useCase()
  const choice = useMarkingChoice(dossier.entity)
  if (check.unanswered.length > 0) {
    const labels = check.unanswered.map((id) => questionOn(doctrine, id, dossier.asOf)?.label ?? id)
    return <p className="quiet">{t('rights.signNotYet', { labels: labels.join(semicolon()) })}</p>
  }
  if (choice.isPending) return null
  const least = highestMarking([
    choice.data?.parent ?? dossier.marking,
    markingOfCheck(check, Object.values(dossier.statements)),
  ])
  return <Form key={JSON.stringify(least)} check={check} least={least} />
}

function Form({ check, least }: { readonly check: RightsCheck; readonly least: Marking }) {
  const t = useText()
  const tell = useTell()
  const { dossier } = useCase()
  const append = useAppend(dossier.entity)
  const partyName = usePartyName()
  const party = useSession().data?.party ?? ''
  const [reviewBy, setReviewBy] = useState('')
  const [marking, setMarking] = useState(() => draftMarking(least))
  const [attempt, setAttempt] = useState(0)
  const day = reviewBy.trim()
  const faults =
    DAY.test(day) && day > today() ? [] : [{ field: 'rights-review', message: t('rights.fault.reviewBy') }]
  const shown = attempt > 0 ? faults : []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (faults.length > 0) return
    append.mutate(
      {
        assertions: [
          { property: 'rights.signature', value: { measures: [...check.measures], reviewBy: day } },
        ],
        source: { document: t('rights.signature'), verified: true },
        grading: { reliability: 'A', credibility: '1' },
        marking: markingIn(marking),
      },
      {
        onSuccess: () => {
          setAttempt(0)
          tell(t('rights.signed'))
        },
      },
    )
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p>{t('rights.signLead', { party: partyName(party) })}</p>
      {check.open.length + check.unmitigated.length > 0 && (
        <p className="note" data-tone="warn">
          {t('rights.signOpen')}
        </p>
      )}
      <ErrorSummary faults={shown} error={append.error} attempt={attempt} />
      <TextField
        id="rights-review"
        label={t('rights.reviewBy')}
        value={reviewBy}
        error={shown[0]?.message}
        isShort
        onChange={setReviewBy}
      />
      <details className="more">
        <summary>{t('open.marking')}</summary>
        <MarkingFields draft={marking} parent={least} onChange={setMarking} />
      </details>
      <div className="actions">
        <button type="submit" className="button-main" disabled={append.isPending}>
          {append.isPending ? t('record.saving') : t('rights.sign')}
        </button>
      </div>
    </form>
  )
}
