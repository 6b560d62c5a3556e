/** What else is on record about a partner, by the parts of the portfolio: rights, confidence, norms, standards and the rest. */
import type { TiedSection } from '@demarche/api'
import { PORTFOLIO_AREAS, propertyOf } from '@demarche/core/portfolio/record-kind.ts'
import type { RecordKind } from '@demarche/core'
import { kindPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { capital } from '../../portfolio/capital.ts'
import { usePrintedPlaceName } from '../../portfolio/places.ts'
import { useText } from '../../texts.ts'
import { Known, useOnPage } from './on-page.tsx'
import { RecordLine, Rows } from './partner-rows.tsx'

/** Kinds that have a part of the page of their own. */
export const WITH_A_PART: readonly string[] = [
  'treaty-status',
  'vote',
  'process',
  'commitment',
  'meeting',
  'project',
  'contact-point',
  'contact-check',
  'case',
]

export function AlsoOnRecord() {
  const t = useText()
  const { kinds, sections } = useOnPage()
  return PORTFOLIO_AREAS.map((area) => {
    const own = kinds.flatMap((kind) =>
      kind.area === area && !WITH_A_PART.includes(kind.id)
        ? sections(kind.id).map((section) => ({ kind, section }))
        : [],
    )
    if (own.length === 0) return null
    return (
      <section key={area} className="partner-part" aria-labelledby={`also-${area}`}>
        <h2 id={`also-${area}`}>{t(`portfolio.area.${area}`)}</h2>
        {own.map(({ kind, section }) => (
          <KindPart key={`${kind.id}.${section.property}`} kind={kind} section={section} />
        ))}
      </section>
    )
  })
}

function KindPart({ kind, section }: { readonly kind: RecordKind; readonly section: TiedSection }) {
  const t = useText()
  const { answer } = useOnPage()
  const placeName = usePrintedPlaceName()
  const dated = propertyOf(kind, 'start') ? 'start' : propertyOf(kind, 'due') ? 'due' : undefined
  const tied = propertyOf(kind, section.property.split('.')[0] ?? '')
  const heading = t(tied?.tie === undefined ? 'partner.alsoOther' : 'partner.alsoHeading', {
    kinds: capital(kind.plural),
    tie: tied?.tie ?? tied?.label ?? '',
    name: placeName(answer.code),
  })
  return (
    <>
      <div className="section-head">
        <h3>{heading}</h3>
        <p className="partner-all">
          <GoLink to={kindPath(kind.id, { place: answer.code })}>
            {t('partner.allCounted', {
              count: section.total,
              kinds: section.total === 1 ? kind.label : kind.plural,
            })}
          </GoLink>
        </p>
      </div>
      <Rows
        most={4}
        rows={section.rows.map((row) => (
          <RecordLine
            key={row.entity}
            entity={row.entity}
            when={dated && <Known row={row} property={dated} />}
            details={kind.columns.filter((column) => column !== section.property && column !== dated)}
          />
        ))}
      />
    </>
  )
}
