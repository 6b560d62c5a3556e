/** Narrows a screen about all kinds of record to a kind and a place, beside what else it asks; says how much is left. */
import type { RecordKind } from '@demarche/core'
import type { ReactNode } from 'react'
import { useText } from '../texts.ts'
import { capital } from './capital.ts'
import { PlaceField } from './place-field.tsx'

interface Props {
  /** of the field of the place */
  readonly id: string
  readonly kinds: readonly RecordKind[]
  readonly asked: { readonly kind?: string | undefined; readonly place?: string | undefined }
  /** in words; undefined until it is known */
  readonly count: string | undefined
  /** gets an empty text for all kinds, and for every place */
  readonly onChange: (values: { readonly kind: string } | { readonly place: string }) => void
  /** what else is asked, before the kind */
  readonly children: ReactNode
}

export function RecordFilters({ id, kinds, asked, count, onChange, children }: Props) {
  const t = useText()
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      {children}
      <label>
        <span>{t('openPoints.kind')}</span>
        <select value={asked.kind ?? ''} onChange={(event) => onChange({ kind: event.target.value })}>
          <option value="">{t('portfolio.any')}</option>
          {kinds.map((kind) => (
            <option key={kind.id} value={kind.id}>
              {capital(kind.plural)}
            </option>
          ))}
        </select>
      </label>
      <PlaceField
        id={id}
        className="chooser filter-place"
        label={t('portfolio.place')}
        value={asked.place ?? ''}
        onChange={(place) => onChange({ place })}
      />
      <p className="filter-count" role="status">
        {count}
      </p>
    </form>
  )
}
