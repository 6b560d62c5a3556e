/** On the page of a project: what it overlaps with, why, and what people say of it. */
import { useOverlaps } from '../api/overlap-queries.ts'
import { useAsOf } from '../frame/address.ts'
import { GoLink } from '../frame/go-link.tsx'
import { useScreenMarking } from '../frame/screen-marking.tsx'
import { Await } from '../parts/await.tsx'
import { useText } from '../texts.ts'
import { markingsIn, PairList } from './pair-list.tsx'

const MOST = 50

export function ProjectOverlaps({ entity }: { readonly entity: string }) {
  const t = useText()
  const [asOf] = useAsOf()
  const overlaps = useOverlaps({ project: entity, limit: MOST, ...(asOf === undefined ? {} : { asOf }) })
  useScreenMarking(overlaps.data && markingsIn(overlaps.data))
  return (
    <section className="tied" aria-labelledby="overlaps">
      <div className="section-head">
        <h2 id="overlaps">{t('overlaps.section')}</h2>
        <GoLink to="/overlaps">{t('overlaps.all')}</GoLink>
      </div>
      <p className="quiet">{t('overlaps.sectionLead')}</p>
      <Await query={overlaps}>
        {({ pairs, projects }) =>
          pairs.length === 0 ? (
            <p>{t('overlaps.noneOfProject')}</p>
          ) : (
            <PairList pairs={pairs} projects={projects} around={entity} />
          )
        }
      </Await>
    </section>
  )
}
