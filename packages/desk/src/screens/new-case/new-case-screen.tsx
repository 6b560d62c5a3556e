/** Opening a case by form: the essential fields first, the rest folded by group, whose word it is at the end. */
import { CASE_VOCABULARY } from '@demarche/core/incident/case-vocabulary.ts'
import type { Property } from '@demarche/core/kernel/vocabulary.ts'
import { WORKING } from '@demarche/core/kernel/marking.ts'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { useNewCase } from '../../api/queries.ts'
import { casePath, useGo } from '../../frame/address.ts'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { useTyped } from '../../frame/typed.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { AuthorityFields } from '../../record/authority-fields.tsx'
import {
  authorityDraftSchema,
  authorityFaults,
  draftAuthority,
  toAuthority,
} from '../../record/authority-draft.ts'
import { markingIn } from '../../record/marking-draft.ts'
import { inWordsOfDesk } from '../../record/case-texts.ts'
import { caseWording } from '../../record/case-wording.ts'
import { ErrorSummary } from '../../record/error-summary.tsx'
import { FormEnd } from '../../record/form-end.tsx'
import { useMayRecord, WhyNotRecord } from '../../record/may-record.tsx'
import { faultOf, rawOf, rawSchema, readValue } from '../../record/raw-value.ts'
import { ValueInput } from '../../record/value-input.tsx'
import { isTextKey, useText } from '../../texts.ts'

const draftSchema = z.strictObject({ raws: z.record(z.string(), rawSchema), authority: authorityDraftSchema })
const EMPTY: z.infer<typeof draftSchema> = { raws: {}, authority: draftAuthority(WORKING) }

const ESSENTIAL = ['name', 'summary', 'startDate', 'disclosedDate', 'memberStates', 'target', 'effects']
const GROUPS = Map.groupBy(
  CASE_VOCABULARY.properties.filter(({ name }) => !ESSENTIAL.includes(name)),
  ({ group }) => group,
)
const essential = ESSENTIAL.flatMap((name) => CASE_VOCABULARY.find(name) ?? [])
const fieldId = (property: Property): string => `case-${property.name}`

export default function NewCaseScreen() {
  const t = useText()
  if (useMayRecord()) return <NewCaseForm />
  return (
    <>
      <PageHead title={t('newCase.title')} />
      <WhyNotRecord />
    </>
  )
}

function NewCaseForm() {
  const t = useText()
  const go = useGo()
  const create = useNewCase()
  const wording = caseWording(t)
  const [typed, keep] = useTyped('new case', 'form', draftSchema)
  const form = typed ?? EMPTY
  const { raws, authority: draft } = form
  const [attempt, setAttempt] = useState(0)
  // an empty form shows nothing that could be marked
  useScreenMarking(typed ? [markingIn(draft)] : undefined)
  const read = CASE_VOCABULARY.properties.flatMap((property) => {
    const value = readValue(property.type, raws[property.name])
    return value === undefined ? [] : [{ property, value }]
  })
  const faults = [
    ...(read.some(({ property }) => property.name === 'name')
      ? []
      : [{ field: 'case-name', message: t('newCase.nameMissing') }]),
    ...read.flatMap(({ property, value }) => {
      const message = faultOf(t, wording, property.name, value)
      return message === null ? [] : [{ field: fieldId(property), message }]
    }),
    ...authorityFaults(draft, null, false, t),
  ]
  const shown = attempt > 0 ? faults : []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (faults.length > 0) return
    create.mutate(
      {
        ...toAuthority(draft),
        assertions: read.map(({ property, value }) => ({ property: property.name, value })),
      },
      {
        onSuccess: ({ entity }) => {
          keep(null)
          go(casePath(entity))
        },
      },
    )
  }
  const clear = () => {
    keep(null)
    setAttempt(0)
  }
  const field = (property: Property) => (
    <ValueInput
      key={property.name}
      property={inWordsOfDesk(property)}
      wording={wording}
      id={fieldId(property)}
      raw={raws[property.name] ?? rawOf(property.type, undefined)}
      error={shown.find((fault) => fault.field === fieldId(property))?.message}
      onChange={(raw) => keep({ ...form, raws: { ...raws, [property.name]: raw } })}
    />
  )
  return (
    <form className="form" onSubmit={submit} noValidate>
      <PageHead title={t('newCase.title')} lead={t('newCase.lead')} />
      <ErrorSummary faults={shown} error={create.error} attempt={attempt} />
      <fieldset className="group">
        <legend>{t('newCase.essential')}</legend>
        {essential.map(field)}
      </fieldset>
      {[...GROUPS].map(([group, properties]) => {
        const key = `group.${group}`
        const filled = read.filter(({ property }) => properties.includes(property)).length
        return (
          <details className="more group-more" key={group}>
            <summary>
              {isTextKey(key) ? t(key) : group}{' '}
              <span className="quiet">{t('newCase.filled', { filled, total: properties.length })}</span>
            </summary>
            {properties.map(field)}
          </details>
        )
      })}
      <AuthorityFields
        draft={draft}
        parent={null}
        faults={shown}
        onChange={(authority) => keep({ ...form, authority })}
      />
      <FormEnd
        submit={t('newCase.submit')}
        isSending={create.isPending}
        filled={read.length}
        onClear={typed ? clear : undefined}
      />
    </form>
  )
}
