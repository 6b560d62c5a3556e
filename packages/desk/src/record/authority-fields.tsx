/** The fields for "on whose word": source first, then grading, confidence and marking. */
import type { Marking } from '@demarche/core'
import { useText } from '../texts.ts'
import {
  type AuthorityDraft,
  CHOICES,
  type FieldFault,
  type FormerSource,
  lowers,
} from './authority-draft.ts'
import { EvidenceFields } from './evidence-fields.tsx'
import { draftMarking, markingIn } from './marking-draft.ts'
import { MarkingFields } from './marking-fields.tsx'
import { TextField } from './text-field.tsx'

interface Props {
  readonly draft: AuthorityDraft
  /** where the marking started; null for a new case */
  readonly parent: Marking | null
  /** the source of what is corrected, offered to be named again */
  readonly former?: FormerSource | undefined
  readonly faults: readonly FieldFault[]
  readonly needsReason?: boolean
  readonly onChange: (draft: AuthorityDraft) => void
}

type TextPart = 'document' | 'date' | 'locator' | 'address' | 'party' | 'note' | 'reason'

export function AuthorityFields({ draft, parent, former, faults, needsReason = false, onChange }: Props) {
  const t = useText()
  const text = (name: TextPart, hint?: string) => {
    const id = `source-${name}`
    return (
      <TextField
        id={id}
        label={t(`source.${name}`)}
        value={draft[name]}
        hint={hint}
        error={faults.find(({ field }) => field === id)?.message}
        isShort={name === 'date'}
        onChange={(value) => onChange({ ...draft, [name]: value })}
      />
    )
  }
  return (
    <fieldset className="group">
      <legend>{t('source.legend')}</legend>
      {(needsReason || lowers(draft, parent)) &&
        text('reason', needsReason ? undefined : t('source.loweringHint'))}
      {former && (
        <p>
          <button type="button" onClick={() => onChange({ ...draft, ...former })}>
            {t('source.sameAsBefore')}
          </button>{' '}
          <span className="quiet">{former.document}</span>
        </p>
      )}
      {text('document', t('source.documentHint'))}
      <div className="field-row">
        {text('date', t('field.dateHint'))}
        {text('locator', t('source.locatorHint'))}
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={draft.verified}
          onChange={(event) => onChange({ ...draft, verified: event.target.checked })}
        />
        {t('source.verified')}
      </label>
      <div className="field-row">
        <div className="field">
          <label htmlFor="grading-reliability">{t('grading.reliability')}</label>
          <select
            id="grading-reliability"
            value={draft.reliability}
            onChange={(event) =>
              onChange({
                ...draft,
                reliability: CHOICES.RELIABILITIES.find((one) => one === event.target.value) ?? 'F',
              })
            }
          >
            {CHOICES.RELIABILITIES.map((one) => (
              <option key={one} value={one}>
                {one} {t(`reliability.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="grading-credibility">{t('grading.credibility')}</label>
          <select
            id="grading-credibility"
            value={draft.credibility}
            onChange={(event) =>
              onChange({
                ...draft,
                credibility: CHOICES.CREDIBILITIES.find((one) => one === event.target.value) ?? '6',
              })
            }
          >
            {CHOICES.CREDIBILITIES.map((one) => (
              <option key={one} value={one}>
                {one} {t(`credibility.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="confidence">{t('statement.confidence')}</label>
          <select
            id="confidence"
            value={draft.confidence}
            onChange={(event) =>
              onChange({
                ...draft,
                confidence: CHOICES.CONFIDENCES.find((one) => one === event.target.value) ?? '',
              })
            }
          >
            <option value="">{t('field.notStated')}</option>
            {CHOICES.CONFIDENCES.map((one) => (
              <option key={one} value={one}>
                {t(`confidence.${one}`)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <MarkingFields
        draft={draft}
        parent={parent}
        error={faults.find(({ field }) => field === 'marking-tlp')?.message}
        onChange={onChange}
      />
      <EvidenceFields
        items={draft.evidence}
        marking={markingIn(draft)}
        onChange={(evidence) => onChange({ ...draft, evidence: [...evidence] })}
        onMark={(marking) => onChange({ ...draft, ...draftMarking(marking) })}
      />
      <details className="more">
        <summary>{t('source.more')}</summary>
        {text('party', t('source.partyHint'))}
        {text('address')}
        {text('note')}
      </details>
    </fieldset>
  )
}
