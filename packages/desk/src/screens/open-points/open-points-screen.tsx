/** What we do not know: everything open across all kinds of record, counted, narrowed, and each point on its record. */
import { POINT_SORTS } from '@demarche/core/portfolio/open-points/points-of-record.ts'
import type { PointSort } from '@demarche/core'
import { type OpenPointQuery, useOpenPoints } from '../../api/open-point-queries.ts'
import { useKinds } from '../../api/portfolio-queries.ts'
import { useAddressValues, useAsOf } from '../../frame/address.ts'
import { askedCode, askedKind, askedOffset } from '../../frame/asked.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await } from '../../parts/await.tsx'
import { Empty } from '../../parts/empty.tsx'
import { formatNumber } from '../../parts/format-value.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { Pager } from '../../parts/pager.tsx'
import { TakeFile } from '../../parts/take-file.tsx'
import { RecordFilters } from '../../portfolio/record-filters.tsx'
import { useText } from '../../texts.ts'
import { OpenPointCounts } from './open-point-counts.tsx'
import { OpenPointList } from './open-point-list.tsx'

const LIMIT = 50

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
            <RecordFilters
              id="open-points-place"
              kinds={known.kinds}
              asked={query}
              count={
                points.data &&
                t('openPoints.count', { count: points.data.total, number: formatNumber(points.data.total) })
              }
              onChange={change}
            >
              <SortFilter sort={query.sort} onChange={(sort) => change({ sort })} />
            </RecordFilters>
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

interface SortFilterProps {
  readonly sort: PointSort | undefined
  /** @param sort empty for all */
  readonly onChange: (sort: string) => void
}

function SortFilter({ sort, onChange }: SortFilterProps) {
  const t = useText()
  return (
    <label>
      <span>{t('openPoints.sort')}</span>
      <select value={sort ?? ''} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('portfolio.any')}</option>
        {POINT_SORTS.map((one) => (
          <option key={one} value={one}>
            {t(`openPoints.sort.${one}`)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The question in an address; what cannot be read is not asked. */
function readQuery(search: URLSearchParams): OpenPointQuery {
  return {
    kind: askedKind(search),
    sort: POINT_SORTS.find((one) => one === search.get('sort')),
    place: askedCode(search, 'place'),
    offset: askedOffset(search),
    limit: LIMIT,
  }
}
