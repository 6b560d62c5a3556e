/** Search and filters above the register; the count is announced as it changes. */
import { collatorOf } from '@demarche/core/places/name-of.ts'
import type { ListingListAnswer } from '@demarche/api'
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import { useText } from '../../texts.ts'
import { LISTING_KINDS, NO_STATE, type RegisterQuery, stateOf } from './register-filter.ts'
import { caseName } from './use-register.ts'
import { useDeskLanguage } from '../../parts/place-name.ts'

interface Props {
  readonly answer: ListingListAnswer
  readonly query: RegisterQuery
  readonly shown: number
  readonly onChange: (values: Readonly<Record<string, string>>) => void
}

export function RegisterFilters({ answer, query, shown, onChange }: Props) {
  const t = useText()
  const { compare } = collatorOf(useDeskLanguage())
  const { listings, cases } = answer
  const slugs = [...new Set([...listings.flatMap(({ incidents }) => incidents), query.caseSlug ?? []].flat())]
  const named = slugs
    .map((slug) => ({ slug, name: caseName(cases, slug) }))
    .toSorted((a, b) => compare(a.name, b.name))
  const states = [...new Set(listings.map((listing) => stateOf(listing) ?? NO_STATE))].toSorted()
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <label className="filter-search">
        <span>{t('register.search')}</span>
        <input
          type="search"
          value={query.q ?? ''}
          onChange={(event) => onChange({ q: event.target.value })}
        />
      </label>
      <label>
        <span>{t('register.column.kind')}</span>
        <select value={query.kind ?? ''} onChange={(event) => onChange({ kind: event.target.value })}>
          <option value="">{t('cases.any')}</option>
          {LISTING_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`register.kind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('register.column.state')}</span>
        <select value={query.state ?? ''} onChange={(event) => onChange({ state: event.target.value })}>
          <option value="">{t('cases.any')}</option>
          {states.map((state) => (
            <option key={state} value={state}>
              {state === NO_STATE ? t('register.noState') : euCountryCode(state)}
            </option>
          ))}
        </select>
      </label>
      <label className="filter-case">
        <span>{t('register.case')}</span>
        <select value={query.caseSlug ?? ''} onChange={(event) => onChange({ case: event.target.value })}>
          <option value="">{t('cases.any')}</option>
          {named.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <p className="filter-count" role="status">
        {t('register.count', { count: shown })}
      </p>
    </form>
  )
}
