/** From when and until when a value holds, for what may be otherwise on another day. */
import { isPartialDate } from '@demarche/core/kernel/partial-date.ts'
import { checkInterval, type Vocabulary } from '@demarche/core/kernel/vocabulary.ts'
import type { Assertion } from '@demarche/core'
import { z } from 'zod'
import { type Say, useText } from '../texts.ts'
import type { FieldFault } from './authority-draft.ts'
import { TextField } from './text-field.tsx'

export const validityDraftSchema = z.strictObject({ from: z.string(), to: z.string() })
export type ValidityDraft = Readonly<z.infer<typeof validityDraftSchema>>

const ENDS = ['from', 'to'] as const

/** The dates as the ledger wants them; what is no date is left out, and `validityFaults` names it. */
export function readValidity({ from, to }: ValidityDraft): Pick<Assertion, 'validFrom' | 'validTo'> {
  const [first, last] = [from.trim(), to.trim()]
  return {
    ...(isPartialDate(first) ? { validFrom: first } : {}),
    ...(isPartialDate(last) ? { validTo: last } : {}),
  }
}

export function validityFaults(
  draft: ValidityDraft,
  vocabulary: Vocabulary,
  property: string,
  t: Say,
): readonly FieldFault[] {
  const faults = ENDS.flatMap((end): FieldFault[] => {
    const text = draft[end].trim()
    return text === '' || isPartialDate(text)
      ? []
      : [{ field: `validity-${end}`, message: t('fault.date', { seen: text }) }]
  })
  if (faults.length > 0) return faults
  return checkInterval(vocabulary, { property, value: '', ...readValidity(draft) })
    ? [{ field: 'validity-to', message: t('fault.validity') }]
    : []
}

interface Props {
  readonly draft: ValidityDraft
  readonly faults: readonly FieldFault[]
  readonly onChange: (draft: ValidityDraft) => void
}

export function ValidityFields({ draft, faults, onChange }: Props) {
  const t = useText()
  return (
    <fieldset className="group">
      <legend>{t('validity.legend')}</legend>
      <p className="hint" id="validity-hint">
        {t('validity.hint')}
      </p>
      <div className="field-row">
        {ENDS.map((end) => {
          const id = `validity-${end}`
          return (
            <TextField
              key={end}
              id={id}
              label={t(`validity.${end}Label`)}
              value={draft[end]}
              error={faults.find(({ field }) => field === id)?.message}
              describedBy="validity-hint"
              isShort
              onChange={(value) => onChange({ ...draft, [end]: value })}
            />
          )
        })}
      </div>
    </fieldset>
  )
}
