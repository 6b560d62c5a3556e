/** What points at a record, by kind and property, and the way to add to it. */
import type { RecordNames, TiedSection } from '@demarche/api'
import { propertyOf } from '@demarche/core/portfolio/record-kind.ts'
import type { RecordKind } from '@demarche/core'
import { kindPath, newRecordPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { capital } from '../../portfolio/capital.ts'
import { RecordTable } from '../../portfolio/record-table.tsx'
import { MayRecord } from '../../record/may-record.tsx'
import { useText } from '../../texts.ts'
import { facetName } from './record-query.ts'

interface Props {
  readonly entity: string
  readonly kind: RecordKind
  readonly kinds: readonly RecordKind[]
  readonly sections: readonly TiedSection[]
  readonly names: RecordNames
}

export function Tied({ entity, kind, kinds, sections, names }: Props) {
  const t = useText()
  const ways = waysToPointAt(kind, kinds)
  const shown = ways.flatMap((way) => {
    const section = sections.find(
      (one) => one.kind === way.kind.id && one.property === way.property && one.total > 0,
    )
    return section ? [{ ...way, section }] : []
  })
  const others = ways.filter(
    (way) => !shown.some((one) => one.kind === way.kind && one.property === way.property),
  )
  return (
    <section className="tied" aria-labelledby="tied">
      <h2 id="tied">{t('portfolio.tied')}</h2>
      {shown.length === 0 && <p className="quiet">{t('portfolio.nothingTied')}</p>}
      {shown.map(({ kind: of, property, heading, section }) => (
        <section key={`${of.id}.${property}`} aria-labelledby={`tied-${of.id}-${property}`}>
          <div className="section-head">
            <h3 id={`tied-${of.id}-${property}`}>
              {heading} <span className="quiet">{section.total}</span>
            </h3>
            <div className="actions">
              {section.total > section.rows.length && (
                <GoLink to={kindPath(of.id, { [facetName(property)]: entity })}>
                  {t('portfolio.allOfThem', { count: section.total })}
                </GoLink>
              )}
              <MayRecord>
                <GoLink className="button" to={newRecordPath(of.id, { [property]: entity })}>
                  {t('portfolio.new', { kind: of.label })}
                </GoLink>
              </MayRecord>
            </div>
          </div>
          <RecordTable
            kind={of}
            rows={section.rows}
            names={names}
            caption={heading}
            columns={of.columns.filter((column) => column !== property)}
          />
        </section>
      ))}
      {others.length > 0 && (
        <MayRecord>
          <p className="add-tied">
            <span className="quiet">{t('portfolio.addTied')}</span>
            {others.map(({ kind: of, property, heading }) => (
              <GoLink key={`${of.id}.${property}`} to={newRecordPath(of.id, { [property]: entity })}>
                {heading === capital(of.plural)
                  ? of.label
                  : t('portfolio.addTiedWay', { kind: of.label, heading })}
              </GoLink>
            ))}
          </p>
        </MayRecord>
      )}
    </section>
  )
}

/** The properties of all kinds by which a record of the kind may be pointed at. */
function waysToPointAt(
  kind: RecordKind,
  kinds: readonly RecordKind[],
): readonly { readonly kind: RecordKind; readonly property: string; readonly heading: string }[] {
  return kinds.flatMap((of) =>
    of.properties.flatMap(({ name, type, to = [] }) =>
      type === 'reference' && to.includes(kind.id)
        ? [{ kind: of, property: name, heading: propertyOf(of, name)?.back ?? capital(of.plural) }]
        : [],
    ),
  )
}
