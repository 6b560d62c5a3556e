/** What we do not know: everything open across all kinds of record, counted, narrowed, and each point on its record. */
import type { OpenPointsAnswer } from '@demarche/api'
import { POINT_SORTS } from '@demarche/core/portfolio/open-points/points-of-record.ts'
import type { RecordKind } from '@demarche/core'
import { type OpenPointQuery, useOpenPoints } from '../../api/open-point-queries.ts'
import { useKinds } from '../../api/portfolio-queries.ts'
import { useAddressValues, useAsOf } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await } from '../../parts/await.tsx'
import { Empty } from '../../parts/empty.tsx'
import { formatNumber } from '../../parts/format-value.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { Pager } from '../../parts/pager.tsx'
import { TakeFile } from '../../parts/take-file.tsx'
import { KindFilter } from '../../portfolio/kind-filter.tsx'
import { PlaceField } from '../../portfolio/place-field.tsx'
import { useText } from '../../texts.ts'
import { OpenPointCounts } from './open-point-counts.tsx'
import { OpenPointList } from './open-point-list.tsx'

const LIMIT = 50
const PLACE = /^[A-Za-z][A-Za-z0-9-]{1,40}$/
const KIND = /^[a-z][a-z-]{1,59}$/

export type Change = (values: Readonly<Record<string, string | undefined>>) => void

export default function OpenPointsScreen() {
  const t = useText()
  const [search, setValues] = useAddressValues()
  const [asOf] = useAsOf()
  const kinds = useKinds()
  const query = readQuery(search)
  const points = useOpenPoints(query)
  useScreenMarking(points.data?.rows.map(({ marking }) => marking))
  const change: Change = (values) => setValues({ offset: undefined, ...values })
  const { offset, limit: _, ...asked } = query
  return (
    <>
      <p className="crumb">
        <GoLink to="/portfolio">{t('portfolio.title')}</GoLink>
      </p>
      <PageHead title={t('openPoints.title')} lead={t('openPoints.lead')} />
      {asOf !== undefined && (
        <p className="note" data-tone="info">
          {t('openPoints.today')}
        </p>
      )}
      <Await query={kinds}>
        {(known) => (
          <>
            <Filters query={query} kinds={known.kinds} answer={points.data} onChange={change} />
            <Await query={points}>
              {({ counts, rows, total }) => (
                <>
                  <OpenPointCounts
                    counts={counts}
                    kinds={known.kinds}
                    asked={query}
                    onAsk={(kind, sort) => change({ kind, sort })}
                  />
                  {rows.length === 0 ? (
                    <Empty title={t('openPoints.noneTitle')} text={t('openPoints.noneText')}>
                      <button
                        type="button"
                        onClick={() => change({ kind: undefined, sort: undefined, place: undefined })}
                      >
                        {t('openPoints.clear')}
                      </button>
                    </Empty>
                  ) : (
                    <>
                      <OpenPointList rows={rows} kinds={known.kinds} />
                      <Pager
                        total={total}
                        offset={offset ?? 0}
                        shown={rows.length}
                        limit={LIMIT}
                        label={t('openPoints.pages')}
                        onGo={(next) => change({ offset: String(next) })}
                      />
                      <TakeFile
                        path="/api/portfolio/open-points/export"
                        values={asked}
                        name="open-points.csv"
                        label={t('openPoints.export')}
                      />
                    </>
                  )}
                </>
              )}
            </Await>
          </>
        )}
      </Await>
    </>
  )
}

interface FiltersProps {
  readonly query: OpenPointQuery
  readonly kinds: readonly RecordKind[]
  readonly answer: OpenPointsAnswer | undefined
  readonly onChange: Change
}

function Filters({ query, kinds, answer, onChange }: FiltersProps) {
  const t = useText()
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <KindFilter kinds={kinds} value={query.kind} onChange={(kind) => onChange({ kind })} />
      <label>
        <span>{t('openPoints.sort')}</span>
        <select value={query.sort ?? ''} onChange={(event) => onChange({ sort: event.target.value })}>
          <option value="">{t('portfolio.any')}</option>
          {POINT_SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(`openPoints.sort.${sort}`)}
            </option>
          ))}
        </select>
      </label>
      <PlaceField
        id="open-points-place"
        className="chooser filter-place"
        label={t('portfolio.place')}
        value={query.place ?? ''}
        onChange={(place) => onChange({ place: place === '' ? undefined : place })}
      />
      <p className="filter-count" role="status">
        {answer && t('openPoints.count', { count: answer.total, number: formatNumber(answer.total) })}
      </p>
    </form>
  )
}

/** The question in an address; what cannot be read is not asked. */
function readQuery(search: URLSearchParams): OpenPointQuery {
  const kind = search.get('kind')?.trim()
  const place = search.get('place')?.trim()
  const sort = POINT_SORTS.find((one) => one === search.get('sort'))
  return {
    ...(kind !== undefined && KIND.test(kind) ? { kind } : {}),
    ...(sort === undefined ? {} : { sort }),
    ...(place !== undefined && PLACE.test(place) ? { place } : {}),
    offset: Math.max(0, Number.parseInt(search.get('offset') ?? '0', 10) || 0),
    limit: LIMIT,
  }
}
