/** A new record by form, made of its kind: what is expected first, the rest folded by group, whose word it is at the end. */
import { WORKING } from '@demarche/core/kernel/marking.ts'
import type { Property } from '@demarche/core/kernel/vocabulary.ts'
import type { RecordKind } from '@demarche/core'
import { type FormEvent, Suspense, useState } from 'react'
import { useParams } from 'wouter'
import { z } from 'zod'
import { useKinds, useNewRecord } from '../../api/portfolio-queries.ts'
import { kindPath, recordPath, useAddressValues, useGo } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { useTyped } from '../../frame/typed.ts'
import { Await, Loading } from '../../parts/await.tsx'
import { NotFound } from '../../parts/not-found.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { capital } from '../../portfolio/capital.ts'
import { kindWording } from '../../portfolio/kind-wording.ts'
import { usePlaceName } from '../../portfolio/places.ts'
import {
  authorityDraftSchema,
  authorityFaults,
  draftAuthority,
  toAuthority,
} from '../../record/authority-draft.ts'
import { AuthorityFields } from '../../record/authority-fields.tsx'
import { ErrorSummary } from '../../record/error-summary.tsx'
import { FormEnd } from '../../record/form-end.tsx'
import { markingIn } from '../../record/marking-draft.ts'
import { useMayRecord, WhyNotRecord } from '../../record/may-record.tsx'
import { rawOf, rawSchema } from '../../record/raw-value.ts'
import { ValueInput } from '../../record/value-input.tsx'
import { useText } from '../../texts.ts'
import { entryAidOf } from './entry-aids.ts'
import { endsTooEarly, entriesFrom, entriesOf, fieldId, layoutOf, readEntries } from './new-record.ts'

const draftSchema = z.strictObject({
  entries: z.record(z.string(), z.array(rawSchema).readonly()),
  authority: authorityDraftSchema,
})

export default function NewRecordScreen() {
  const { kind: id } = useParams<{ kind: string }>()
  const t = useText()
  const kinds = useKinds()
  const mayRecord = useMayRecord()
  return (
    <Await query={kinds}>
      {(answer) => {
        const kind = answer.kinds.find((one) => one.id === id)
        if (!kind) return <NotFound />
        if (mayRecord) return <NewRecordForm key={id} kind={kind} />
        return (
          <>
            <PageHead title={t('portfolio.new', { kind: kind.label })} />
            <WhyNotRecord />
          </>
        )
      }}
    </Await>
  )
}

function NewRecordForm({ kind }: { readonly kind: RecordKind }) {
  const t = useText()
  const go = useGo()
  const create = useNewRecord(kind.id)
  const placeName = usePlaceName()
  const wording = kindWording(kind, { t, placeName })
  const [search] = useAddressValues()
  const [given] = useState(() => entriesFrom(kind, search))
  const [typed, keep] = useTyped(`new ${kind.id}`, JSON.stringify(given), draftSchema)
  const form = typed ?? { entries: given, authority: draftAuthority(WORKING) }
  const { entries, authority } = form
  const [attempt, setAttempt] = useState(0)
  // an empty form shows nothing that could be marked
  useScreenMarking(typed ? [markingIn(authority)] : undefined)
  const read = readEntries(wording, entries, t)
  const faults = [...read.faults, ...authorityFaults(authority, null, false, t)]
  const shown = attempt > 0 ? faults : []
  const { first, groups } = layoutOf(kind, given)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (faults.length > 0) return
    create.mutate(
      { ...toAuthority(authority), assertions: [...read.assertions] },
      {
        onSuccess: ({ entity }) => {
          keep(null)
          go(recordPath(entity))
        },
      },
    )
  }
  const clear = () => {
    keep(null)
    setAttempt(0)
  }
  const field = (name: string) => {
    const property = wording.vocabulary.find(name)
    if (!property) return null
    const own = entriesOf(entries, property)
    const set = (next: typeof own) => keep({ ...form, entries: { ...entries, [name]: next } })
    return (
      <div key={name} className="entries-of">
        {own.map((raw, index) => (
          <div key={index}>
            <ValueInput
              property={own.length > 1 ? numbered(property, index) : property}
              wording={wording}
              id={fieldId(name, index)}
              raw={raw}
              error={shown.find((fault) => fault.field === fieldId(name, index))?.message}
              onChange={(next) => set(own.toSpliced(index, 1, next))}
            />
            {own.length > 1 && (
              <p className="entry-acts">
                <button type="button" className="button-quiet" onClick={() => set(own.toSpliced(index, 1))}>
                  {t('portfolio.removeEntry')}{' '}
                  <span className="sr-only">{numbered(property, index).label}</span>
                </button>
              </p>
            )}
          </div>
        ))}
        {property.cardinality === 'many' && (
          <p className="entry-acts">
            <button
              type="button"
              className="button-quiet"
              onClick={() => set([...own, rawOf(property.type, undefined)])}
            >
              {t('portfolio.anotherEntry')} <span className="sr-only">{property.label}</span>
            </button>
          </p>
        )}
      </div>
    )
  }
  const Aid = entryAidOf(kind.id)
  const filledIn = (names: readonly string[]) =>
    names.filter((name) => read.assertions.some(({ property }) => property === name)).length
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p className="crumb">
        <GoLink to="/portfolio">{t('portfolio.title')}</GoLink>
        {' / '}
        <GoLink to={kindPath(kind.id)}>{capital(kind.plural)}</GoLink>
      </p>
      <PageHead title={t('portfolio.new', { kind: kind.label })} lead={t('portfolio.newLead')} />
      <ErrorSummary faults={shown} error={create.error} attempt={attempt} />
      <fieldset className="group">
        <legend>{t('portfolio.expected')}</legend>
        {first.map(field)}
      </fieldset>
      {Aid && (
        <Suspense fallback={<Loading />}>
          <Aid entries={entries} onChange={(own) => keep({ ...form, entries: { ...entries, ...own } })} />
        </Suspense>
      )}
      {groups.map(({ id, title, properties }) => (
        <details className="more group-more" key={id}>
          <summary>
            {title}{' '}
            <span className="quiet">
              {t('newCase.filled', { filled: filledIn(properties), total: properties.length })}
            </span>
          </summary>
          {properties.map(field)}
        </details>
      ))}
      {endsTooEarly(read.assertions) && (
        <p className="note" data-tone="warn" role="status">
          {t('record.endsBeforeStart')}
        </p>
      )}
      <AuthorityFields
        draft={authority}
        parent={null}
        faults={shown}
        onChange={(next) => keep({ ...form, authority: next })}
      />
      <FormEnd
        submit={t('record.save')}
        isSending={create.isPending}
        filled={read.assertions.length}
        onClear={typed ? clear : undefined}
      />
    </form>
  )
}

/** One of several entries, told apart from the others. */
function numbered(property: Property, index: number): Property {
  return { ...property, label: `${property.label} ${index + 1}` }
}
