/** How much is open, by kind of record and by sort; each figure narrows the list to what it counts. */
import type { OpenPointsAnswer } from '@demarche/api'
import { POINT_SORTS } from '@demarche/core/portfolio/open-points/points-of-record.ts'
import type { PointSort, RecordKind } from '@demarche/core'
import { formatNumber } from '../../parts/format-value.ts'
import { capital } from '../../portfolio/capital.ts'
import { useText } from '../../texts.ts'

interface Props {
  readonly counts: OpenPointsAnswer['counts']
  readonly kinds: readonly RecordKind[]
  readonly asked: { readonly kind?: string | undefined; readonly sort?: string | undefined }
  readonly onAsk: (kind: string, sort: PointSort) => void
}

export function OpenPointCounts({ counts, kinds, asked, onAsk }: Props) {
  const t = useText()
  const pointsOf = (kind: string, sort: PointSort) =>
    counts.find((one) => one.kind === kind && one.sort === sort)?.points ?? 0
  const sorts = POINT_SORTS.filter((sort) => counts.some((one) => one.sort === sort))
  const shown = kinds.filter(({ id }) => counts.some(({ kind }) => kind === id))
  if (shown.length === 0) return null
  return (
    <table className="table cards point-counts">
      <caption className="sr-only">{t('openPoints.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('openPoints.record')}</th>
          {sorts.map((sort) => (
            <th scope="col" key={sort} className="num">
              {t(`openPoints.sort.${sort}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ id, plural }) => (
          <tr key={id}>
            <th scope="row">{capital(plural)}</th>
            {sorts.map((sort) => {
              const points = pointsOf(id, sort)
              const label = t(`openPoints.sort.${sort}`)
              return points === 0 ? (
                <td key={sort} className="num point-none" />
              ) : (
                <td key={sort} className="num" data-label={label}>
                  <button
                    type="button"
                    className="button-quiet"
                    aria-pressed={asked.kind === id && asked.sort === sort}
                    aria-label={t('openPoints.narrow', {
                      count: formatNumber(points),
                      kind: plural,
                      sort: label,
                    })}
                    onClick={() => onAsk(id, sort)}
                  >
                    {formatNumber(points)}
                  </button>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
