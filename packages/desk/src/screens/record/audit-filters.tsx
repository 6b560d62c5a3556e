/** The filters above the audit log. Texts count when the field is left or Enter is pressed. */
import { collatorOf } from '@demarche/core/places/name-of.ts'
import type { AuditListAnswer } from '@demarche/api'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'wouter'
import type { AuditFilters } from '../../api/record-queries.ts'
import { useText } from '../../texts.ts'
import { OUTCOMES } from './audit-query.ts'
import { useDeskLanguage } from '../../parts/place-name.ts'

type Change = (values: Readonly<Record<string, string | undefined>>) => void

interface Props {
  readonly filters: AuditFilters
  /** names by pseudonym, of those on the page */
  readonly people: Readonly<Record<string, string>>
  readonly verbs: AuditListAnswer['verbs']
  readonly onChange: Change
}

function Typed({
  label,
  name,
  type = 'text',
  value,
  onChange,
}: {
  readonly label: string
  readonly name: string
  readonly type?: 'text' | 'datetime-local'
  readonly value: string
  readonly onChange: Change
}) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const commit = () => {
    if (typed !== value) onChange({ [name]: typed.trim() || undefined })
  }
  return (
    <label>
      <span>{label}</span>
      <input
        type={type}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
        }}
      />
    </label>
  )
}

export function AuditFilterForm({ filters, people, verbs, onChange }: Props) {
  const t = useText()
  const [search] = useSearchParams()
  const { person = '', verb = '', outcome = '', party = '', target = '' } = filters
  const { compare } = collatorOf(useDeskLanguage())
  const known = Object.entries(people).toSorted(([, a], [, b]) => compare(a, b))
  return (
    <form className="filters" onSubmit={(event) => event.preventDefault()}>
      <Typed
        label={t('audit.from')}
        name="from"
        type="datetime-local"
        value={search.get('from') ?? ''}
        onChange={onChange}
      />
      <Typed
        label={t('audit.to')}
        name="to"
        type="datetime-local"
        value={search.get('to') ?? ''}
        onChange={onChange}
      />
      <label>
        <span>{t('audit.person')}</span>
        <select value={person} onChange={(event) => onChange({ person: event.target.value || undefined })}>
          <option value="">{t('cases.any')}</option>
          {person !== '' && people[person] === undefined && <option value={person}>{person}</option>}
          {known.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Typed label={t('audit.party')} name="party" value={party} onChange={onChange} />
      <label>
        <span>{t('audit.verb')}</span>
        <select value={verb} onChange={(event) => onChange({ verb: event.target.value || undefined })}>
          <option value="">{t('cases.any')}</option>
          {verb !== '' && !verbs.some((one) => one.verb === verb) && <option value={verb}>{verb}</option>}
          {verbs.map((one) => (
            <option key={one.verb} value={one.verb}>
              {one.says}
            </option>
          ))}
        </select>
      </label>
      <Typed label={t('audit.target')} name="target" value={target} onChange={onChange} />
      <label>
        <span>{t('audit.outcome')}</span>
        <select value={outcome} onChange={(event) => onChange({ outcome: event.target.value || undefined })}>
          <option value="">{t('cases.any')}</option>
          {OUTCOMES.map((one) => (
            <option key={one} value={one}>
              {t(`audit.outcome.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="audit-routine">
        <input
          type="checkbox"
          checked={filters.routine === undefined}
          onChange={(event) => onChange({ routine: event.target.checked ? 'shown' : undefined })}
        />
        <span>{t('audit.routine')}</span>
      </label>
    </form>
  )
}
