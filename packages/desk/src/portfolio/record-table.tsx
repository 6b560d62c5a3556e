/**
 * Records of one kind in rows: the name and the columns of the kind. On a phone each row becomes a card.
 *
 * Used by lists and by whatever shows what is tied to something.
 */
import type { RecordNames, RecordRow } from '@demarche/api'
import { propertyOf } from '@demarche/core/portfolio/record-kind.ts'
import type { RecordKind } from '@demarche/core'
import { recordPath } from '../frame/address.ts'
import { GoLink } from '../frame/go-link.tsx'
import { MarkingLabel } from '../frame/marking-banner.tsx'
import { useText } from '../texts.ts'
import { FactValue } from './fact-value.tsx'
import { kindWording } from './kind-wording.ts'
import { usePrintedPlaceName } from './places.ts'

interface Props {
  readonly kind: RecordKind
  readonly rows: readonly RecordRow[]
  readonly names: RecordNames
  /** what the table is, for those who do not see where it stands */
  readonly caption: string
  /** properties beside the name; those of the kind when left out */
  readonly columns?: readonly string[]
}

export function RecordTable({ kind, rows, names, caption, columns = kind.columns }: Props) {
  const t = useText()
  const placeName = usePrintedPlaceName()
  const wording = kindWording(kind, { t, placeName, names, isBrief: true })
  return (
    <table className="table cards records">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{wording.label('name')}</th>
          {columns.map((column) => (
            <th scope="col" key={column}>
              {wording.label(column)}
            </th>
          ))}
          <th scope="col">{t('portfolio.marking')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.entity}>
            <th scope="row">
              <GoLink to={recordPath(row.entity)} data-row="">
                {row.name}
              </GoLink>
            </th>
            {columns.map((column) => (
              <td
                key={column}
                data-label={wording.label(column)}
                className={propertyOf(kind, column)?.type === 'date' ? 'of-date' : undefined}
              >
                <FactValue
                  row={row.facts.find(({ property }) => property === column)}
                  property={column}
                  wording={wording}
                  doubts={row.doubts}
                />
              </td>
            ))}
            <td data-label={t('portfolio.marking')}>
              <MarkingLabel marking={row.marking} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
