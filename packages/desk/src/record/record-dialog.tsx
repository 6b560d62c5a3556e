/**
 * The drawer in which something is put on record about what is on screen: a value, a correction, a finding, a rating.
 *
 * It asks for the value and for whose word it is; the server's refusal stays beside what was typed.
 */
import { endsBeforeStart } from '@demarche/core/incident/date-order.ts'
import type { Marking, StatementReference, Value } from '@demarche/core'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { useMarkingChoice } from '../api/access-queries.ts'
import { useTyped } from '../frame/typed.ts'
import { Loading } from '../parts/await.tsx'
import { DialogActions } from '../parts/dialog-actions.tsx'
import { SideDialog } from '../parts/side-dialog.tsx'
import { knownOf } from '../screens/facts/fact-row.ts'
import { useText } from '../texts.ts'
import { ChangedMeanwhile, isChangedMeanwhile } from './changed-meanwhile.tsx'
import { AuthorityFields } from './authority-fields.tsx'
import {
  authorityDraftSchema,
  authorityFaults,
  draftAuthority,
  type FormerSource,
  toAuthority,
} from './authority-draft.ts'
import { ErrorSummary } from './error-summary.tsx'
import { faultOf, rawOf, rawSchema, readValue } from './raw-value.ts'
import { useOnRecord } from './on-record.ts'
import { type Act, useRecord } from './use-record.ts'
import {
  type ValidityDraft,
  ValidityFields,
  readValidity,
  validityDraftSchema,
  validityFaults,
} from './validity-fields.tsx'
import { ValueInput } from './value-input.tsx'

const draftSchema = z.strictObject({
  raw: rawSchema,
  authority: authorityDraftSchema,
  validity: validityDraftSchema,
})
type Draft = Readonly<z.infer<typeof draftSchema>>

/** The names of a first and a last day: of a case, of a record of the portfolio. */
const PERIODS = [
  ['startDate', 'endDate'],
  ['start', 'end'],
] as const

interface Props {
  readonly property: string
  /** replaces "Property" as the heading, e.g. for a finding */
  readonly title: string
  readonly intro?: string | undefined
  /** what the levels mean, or which questions are asked, one a line */
  readonly lines?: readonly string[] | undefined
  /** replaces the label of the property beside the field */
  readonly label?: string | undefined
  /** what the form starts with */
  readonly value?: Value | undefined
  /** the source of what is corrected, to be taken again by choice */
  readonly formerSource?: FormerSource | undefined
  /** for which days it was said to hold, where that is corrected */
  readonly validity?: ValidityDraft | undefined
  /** the statement that this corrects */
  readonly corrects?: readonly StatementReference[] | undefined
  readonly onClose: () => void
}

/** Waits for where the marking starts, which the server says; without an answer it is the marking of what is on screen. */
export function RecordDialog(props: Props) {
  const { corrects, title, onClose } = props
  const { entity, marking } = useOnRecord()
  const choice = useMarkingChoice(corrects?.[0]?.statement ?? entity)
  if (choice.isPending) {
    return (
      <SideDialog title={title} onClose={onClose}>
        <Loading />
      </SideDialog>
    )
  }
  return (
    <RecordForm {...props} parent={choice.data?.parent ?? marking} mayLower={choice.data?.mayLower ?? true} />
  )
}

function RecordForm({
  property: name,
  title,
  intro,
  lines = [],
  label,
  value,
  formerSource,
  validity: said,
  corrects: atFirst,
  parent,
  mayLower,
  onClose,
}: Props & { readonly parent: Marking; readonly mayLower: boolean }) {
  const t = useText()
  const { entity, facts, wording } = useOnRecord()
  const { vocabulary } = wording
  const property = vocabulary.find(name)
  // what is on record may change while it is open
  const [form] = useState(() => JSON.stringify([name, value, atFirst?.[0]]))
  const [empty] = useState<Draft>(() => ({
    raw: property ? rawOf(property.type, value) : '',
    authority: draftAuthority(parent),
    validity: said ?? { from: '', to: '' },
  }))
  const [typed, keep] = useTyped(entity, form, draftSchema)
  const draft = typed ?? empty
  const { raw, authority, validity } = draft
  const [corrects, setCorrects] = useState(atFirst)
  const [attempt, setAttempt] = useState(0)
  const record = useRecord()
  if (!property) return null
  const read = readValue(property.type, raw)
  const endsBefore = PERIODS.some(
    ([first, last]) =>
      (name === last && endsBeforeStart(knownOf(facts, first), read)) ||
      (name === first && endsBeforeStart(read, knownOf(facts, last))),
  )
  const needsReason = corrects !== undefined
  const valueFault = read === undefined ? t('fault.value') : faultOf(t, wording, name, read)
  const faults = [
    ...(valueFault ? [{ field: 'value', message: valueFault }] : []),
    ...(property.changesWithTime ? validityFaults(validity, vocabulary, name, t) : []),
    ...authorityFaults(authority, parent, needsReason, t, mayLower),
  ]
  const close = () => {
    keep(null)
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (faults.length > 0 || read === undefined) return
    const act: Act = {
      input: {
        assertions: [
          { property: name, value: read, ...(property.changesWithTime ? readValidity(validity) : {}) },
        ],
        ...toAuthority(authority),
        ...(corrects ? { supersedes: [...corrects] } : {}),
      },
      kind: corrects ? 'corrected' : 'stated',
      label: property.label,
    }
    record.mutate(act, { onSuccess: close })
  }
  const shown = attempt > 0 ? faults : []
  const isChanged = isChangedMeanwhile(record.error)
  const goOn = (instead: readonly StatementReference[] | undefined) => {
    setCorrects(instead)
    record.reset()
  }
  return (
    <SideDialog title={title} onClose={close}>
      <form onSubmit={submit} noValidate>
        {intro && <p>{intro}</p>}
        {lines.length > 0 && (
          <ul className="record-lines">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        <ErrorSummary faults={shown} error={isChanged ? null : record.error} attempt={attempt} />
        {isChanged && corrects?.[0] && (
          <ChangedMeanwhile
            entity={entity}
            reference={corrects[0]}
            isOneOfSeveral={property.cardinality === 'many'}
            goOn={t('meanwhile.correctInstead')}
            onGoOn={(instead) => goOn([instead])}
            otherwise={{ say: t('meanwhile.stateInstead'), act: () => goOn(undefined) }}
          />
        )}
        <ValueInput
          wording={wording}
          property={label === undefined ? property : { ...property, label }}
          id="value"
          raw={raw}
          error={shown.find(({ field }) => field === 'value')?.message}
          onChange={(next) => keep({ ...draft, raw: next })}
        />
        {property.changesWithTime && (
          <ValidityFields
            draft={validity}
            faults={shown}
            onChange={(next) => keep({ ...draft, validity: next })}
          />
        )}
        {endsBefore && (
          <p className="note" data-tone="warn" role="status">
            {t('record.endsBeforeStart')}
          </p>
        )}
        <AuthorityFields
          draft={authority}
          parent={parent}
          former={formerSource}
          faults={shown}
          needsReason={needsReason}
          onChange={(next) => keep({ ...draft, authority: next })}
        />
        <DialogActions
          submit={corrects ? t('record.correct') : t('record.save')}
          isSending={record.isPending}
          onClose={close}
        />
      </form>
    </SideDialog>
  )
}
