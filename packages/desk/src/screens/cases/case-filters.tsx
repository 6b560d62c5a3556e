/** Search and filters above the list; the count is announced as it changes. */
import type { CaseListQuery } from '@demarche/api'
import { MEMBER_STATES } from '@demarche/core/incident/member-states.ts'
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import { DENSITIES, usePreferences } from '../../frame/preferences.tsx'
import { formatPartialDate } from '../../parts/format-date.ts'
import { formatNumber } from '../../parts/format-value.ts'
import { OrderOfList } from '../../parts/order-of-list.tsx'
import { SearchInList } from '../../parts/search-in-list.tsx'
import { useText } from '../../texts.ts'
import { ANSWERS, type Change, SORTS } from './case-query.ts'

interface Props {
  readonly query: Partial<CaseListQuery>
  readonly total: number | undefined
  readonly onChange: Change
}

export function CaseFilters({ query, total, onChange }: Props) {
  const t = useText()
  const { density, choose } = usePreferences()
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <SearchInList label={t('cases.search')} asked={query.q} onAsk={(q) => onChange({ q })} />
      <label>
        <span>{t('cases.memberState')}</span>
        <select value={query.memberState ?? ''} onChange={(event) => onChange({ ms: event.target.value })}>
          <option value="">{t('cases.any')}</option>
          {MEMBER_STATES.map((code) => (
            <option key={code} value={code}>
              {euCountryCode(code)}
            </option>
          ))}
          <option value="GB">
            {t('cases.formerMember', { code: euCountryCode('GB'), until: formatPartialDate('2020-01-31') })}
          </option>
        </select>
      </label>
      <label>
        <span>{t('cases.answered')}</span>
        <select value={query.answered ?? ''} onChange={(event) => onChange({ answered: event.target.value })}>
          <option value="">{t('cases.any')}</option>
          {ANSWERS.map((one) => (
            <option key={one} value={one}>
              {t(`answered.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <OrderOfList
        label={t('cases.sort')}
        sort={query.sort ?? 'recorded'}
        order={query.order ?? 'desc'}
        sorts={SORTS}
        say={(sort, order) => t(`cases.sort.${sort}.${order}`)}
        onChange={onChange}
      />
      <label>
        <span>{t('cases.density')}</span>
        <select
          value={density}
          onChange={(event) => {
            const chosen = DENSITIES.find((one) => one === event.target.value)
            if (chosen) choose({ density: chosen })
          }}
        >
          {DENSITIES.map((one) => (
            <option key={one} value={one}>
              {t(`density.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <p className="filter-count" role="status">
        {total !== undefined && t('cases.count', { count: total, number: formatNumber(total) })}
      </p>
    </form>
  )
}
