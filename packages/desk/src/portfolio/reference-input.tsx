/** Another record, or a case, found by name: what a property points at. */
import { kindOfEntity } from '@demarche/core/portfolio/read-record.ts'
import { useDeferredValue, useState } from 'react'
import { useCases, useDossier } from '../api/queries.ts'
import { useKinds, useRecordOnFile, useRecordsOfKinds } from '../api/portfolio-queries.ts'
import { Chooser } from '../parts/chooser.tsx'
import { useText } from '../texts.ts'

const MOST = 12

interface Props {
  readonly id: string
  readonly label: string
  readonly hint: string
  /** an entity; empty for none */
  readonly value: string
  /** the kinds that it may be of */
  readonly kinds: readonly string[]
  readonly isInvalid: boolean
  readonly onChange: (entity: string) => void
}

export function ReferenceInput({ id, label, hint, value, kinds, isInvalid, onChange }: Props) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const asked = useDeferredValue(typed.trim())
  const known = useKinds().data?.kinds ?? []
  const name = useNameOf(value)
  const found = useRecordsOfKinds(
    kinds.filter((kind) => kind !== 'case'),
    { limit: MOST, ...(asked === '' ? {} : { q: asked }) },
  )
  const cases = useCases({ limit: MOST, ...(asked === '' ? {} : { q: asked }) }, kinds.includes('case'))
  const choices = [
    ...found.map((row) => ({
      id: row.entity,
      name: row.name,
      note: kinds.length > 1 ? known.find((kind) => kind.id === row.kind)?.label : undefined,
    })),
    ...(kinds.includes('case') ? (cases.data?.rows ?? []) : []).map((row) => ({
      id: row.entity,
      name: row.name,
      note: kinds.length > 1 ? t('portfolio.case') : undefined,
    })),
  ]
  if (value !== '') {
    return (
      <div className="chosen-one" id={id} tabIndex={-1} role="group" aria-label={label}>
        <span className="chosen-label">{label}</span>
        <span className="chosen-name">{name ?? value}</span>
        <button type="button" className="button-quiet" onClick={() => onChange('')}>
          {t('chooser.another')} <span className="sr-only">{label}</span>
        </button>
      </div>
    )
  }
  return (
    <Chooser
      id={id}
      label={label}
      hint={hint}
      choices={choices}
      typed={typed}
      whenEmpty={t('chooser.noRecord')}
      isInvalid={isInvalid}
      onType={setTyped}
      onChoose={(entity) => {
        setTyped('')
        onChange(entity)
      }}
      onLeave={() => setTyped('')}
    />
  )
}

/** The name of a record or a case that was chosen; undefined until it is known. */
function useNameOf(entity: string): string | undefined {
  const isCase = kindOfEntity(entity) === 'case'
  const record = useRecordOnFile(entity, undefined, entity !== '' && !isCase)
  const dossier = useDossier(isCase ? entity : '', undefined)
  return isCase ? dossier.data?.name : record.data?.record.name
}
