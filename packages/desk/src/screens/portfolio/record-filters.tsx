/** Search and filters above a list of records, made of its kind; the count is announced as it changes. */
import type { RecordNames } from '@demarche/api'
import { propertyOf } from '@demarche/core/portfolio/record-kind.ts'
import type { RecordKind } from '@demarche/core'
import type { RecordQuery } from '../../api/portfolio-queries.ts'
import { useAddressValues } from '../../frame/address.ts'
import { formatNumber } from '../../parts/format-value.ts'
import { OrderOfList } from '../../parts/order-of-list.tsx'
import { SearchInList } from '../../parts/search-in-list.tsx'
import { kindWording } from '../../portfolio/kind-wording.ts'
import { PlaceField } from '../../portfolio/place-field.tsx'
import { usePlaceName } from '../../portfolio/places.ts'
import { textOf } from '../../record/wording.ts'
import { useText } from '../../texts.ts'
import { facetName, facetsIn, filtersOf, hasPlaces, hasTime, sortsOf } from './record-query.ts'

interface Props {
  readonly kind: RecordKind
  readonly query: RecordQuery
  readonly total: number | undefined
  readonly names: RecordNames
  readonly onChange: (values: Readonly<Record<string, string | undefined>>) => void
}

export function RecordFilters({ kind, query, total, names, onChange }: Props) {
  const t = useText()
  const [search] = useAddressValues()
  const placeName = usePlaceName()
  const wording = kindWording(kind, { t, placeName, names })
  const filters = filtersOf(kind)
  const asked = facetsIn(kind, search)
  const others = asked.filter(({ property }) => !filters.some((filter) => filter.property === property))
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <SearchInList label={t('portfolio.search')} asked={query.q} onAsk={(q) => onChange({ q })} />
      {hasPlaces(kind) && (
        <PlaceField
          id="filter-place"
          className="chooser filter-place"
          label={t('portfolio.place')}
          value={query.place ?? ''}
          onChange={(place) => onChange({ place })}
        />
      )}
      {filters.map(({ property, label, words }) => (
        <label key={property}>
          <span>{label}</span>
          <select
            value={asked.find((one) => one.property === property)?.value ?? ''}
            onChange={(event) => onChange({ [facetName(property)]: event.target.value })}
          >
            <option value="">{t('portfolio.any')}</option>
            {words.map((word) => (
              <option key={word} value={word}>
                {propertyOf(kind, property)?.type === 'boolean'
                  ? textOf(wording.say(property, word === 'true'))
                  : wording.word(property, word)}
              </option>
            ))}
          </select>
        </label>
      ))}
      {hasTime(kind) &&
        (['from', 'to'] as const).map((end) => (
          <label key={end}>
            <span>{t(`portfolio.${end}`)}</span>
            <input
              type="date"
              value={query[end] ?? ''}
              onChange={(event) => onChange({ [end]: event.target.value })}
            />
          </label>
        ))}
      <OrderOfList
        label={t('portfolio.sort')}
        sort={query.sort ?? 'name'}
        order={query.order ?? 'asc'}
        sorts={sortsOf(kind)}
        say={(sort, order) =>
          sort === 'name' || sort === 'recorded'
            ? t(`portfolio.sort.${sort}.${order}`)
            : t(`portfolio.sort.date.${order}`, { label: wording.label(sort) })
        }
        onChange={onChange}
      />
      <p className="filter-count" role="status">
        {total !== undefined && t('portfolio.count', { count: total, number: formatNumber(total) })}
      </p>
      {others.length > 0 && (
        <ul className="asked">
          {others.map(({ property, value }) => (
            <li key={property}>
              <span>
                {t('portfolio.asked', {
                  label: wording.label(property.split('.')[0] ?? ''),
                  value: sayFacet(wording, kind, property, value),
                })}
              </span>
              <button
                type="button"
                className="button-quiet"
                onClick={() => onChange({ [facetName(property)]: undefined })}
              >
                {t('portfolio.dropAsked')} <span className="sr-only">{wording.label(property)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </form>
  )
}

/** A value that is asked for, in the words of its property. */
function sayFacet(
  wording: ReturnType<typeof kindWording>,
  kind: RecordKind,
  path: string,
  value: string,
): string {
  const [property = '', part] = path.split('.')
  if (part !== undefined) return wording.word(property, value, part)
  const type = propertyOf(kind, property)?.type
  if (type === 'boolean') return textOf(wording.say(property, value === 'true'))
  return textOf(wording.say(property, type === 'places' || type === 'set' ? [value] : value))
}
