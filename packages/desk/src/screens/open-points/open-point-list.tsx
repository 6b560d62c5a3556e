/** Records with what is open about each: every point a way to its place on the record, with what would settle it. */
import type { OpenPointsRow } from '@demarche/api'
import { POINT_SORTS } from '@demarche/core/portfolio/open-points/points-of-record.ts'
import { propertyOf } from '@demarche/core/portfolio/record-kind.ts'
import type { PointSort, RecordKind, RecordPoint } from '@demarche/core'
import { recordPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { RaisedMarking } from '../../parts/raised-marking.tsx'
import { capital } from '../../portfolio/capital.ts'
import { useText } from '../../texts.ts'

interface Props {
  readonly rows: readonly OpenPointsRow[]
  readonly kinds: readonly RecordKind[]
}

export function OpenPointList({ rows, kinds }: Props) {
  const t = useText()
  return (
    <section aria-label={t('openPoints.list')}>
      {[...Map.groupBy(rows, ({ kind }) => kind)].map(([id, own]) => {
        const kind = kinds.find((one) => one.id === id)
        return kind ? (
          <section key={id} className="point-kind" aria-labelledby={`points-${id}`}>
            <h2 id={`points-${id}`}>{capital(kind.plural)}</h2>
            <ul className="plain-rows">
              {own.map((row) => (
                <PointsOfRecord key={row.entity} row={row} kind={kind} />
              ))}
            </ul>
          </section>
        ) : null
      })}
    </section>
  )
}

function PointsOfRecord({ row, kind }: { readonly row: OpenPointsRow; readonly kind: RecordKind }) {
  return (
    <li className="point-record">
      <p>
        <GoLink to={recordPath(row.entity)} data-row="">
          {row.name}
        </GoLink>
        <RaisedMarking marking={row.marking} />
      </p>
      <ul className="point-sorts">
        {POINT_SORTS.map((sort) => {
          const own = row.points.filter((point) => point.sort === sort)
          return own.length > 0 && <PointLine key={sort} row={row} kind={kind} sort={sort} points={own} />
        })}
      </ul>
    </li>
  )
}

interface LineProps {
  readonly row: OpenPointsRow
  readonly kind: RecordKind
  readonly sort: PointSort
  readonly points: readonly RecordPoint[]
}

function PointLine({ row, kind, sort, points }: LineProps) {
  const t = useText()
  return (
    <li>
      <span className="tag">{t(`openPoints.sort.${sort}`)}</span>{' '}
      {points.map(({ property }, index) => (
        <span key={property ?? ''}>
          {index > 0 && ', '}
          <GoLink to={`${recordPath(row.entity)}?at=${placeOf(kind, sort, property)}`}>
            {(property !== undefined && propertyOf(kind, property)?.label) || t('openPoints.checks')}
          </GoLink>
        </span>
      ))}
      {'. '}
      <span className="quiet">{t('openPoints.settles', { what: t(`openPoints.settle.${sort}`) })}</span>
    </li>
  )
}

/** Where on the page of the record the point stands: its doubt, the facts around it, or what points at the record. */
function placeOf(kind: RecordKind, sort: PointSort, property: string | undefined): string {
  if (property === undefined) return 'tied'
  if (sort !== 'overdue') return `doubt-${property}`
  return `facts-${propertyOf(kind, property)?.group ?? ''}`
}
