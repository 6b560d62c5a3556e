/** On the page of a project: what it overlaps with, a line each; why, and what people say of it, once it is opened. */
import type { OverlapPair, OverlapProject } from '@demarche/api'
import { useState } from 'react'
import { useOverlaps } from '../api/overlap-queries.ts'
import { overlapsPath, useAsOf } from '../frame/address.ts'
import { GoLink } from '../frame/go-link.tsx'
import { useScreenMarking } from '../frame/screen-marking.tsx'
import { Await } from '../parts/await.tsx'
import { useText } from '../texts.ts'
import { markingsIn, PairList } from './pair-list.tsx'
import { OUTCOME_WORDS } from './say-overlap.ts'

/** So many are shown here; the screen of overlaps has them all. */
const MOST = 5

export function ProjectOverlaps({ entity }: { readonly entity: string }) {
  const t = useText()
  const [asOf] = useAsOf()
  const overlaps = useOverlaps({ project: entity, limit: MOST, ...(asOf === undefined ? {} : { asOf }) })
  useScreenMarking(overlaps.data && markingsIn(overlaps.data))
  const total = overlaps.data?.total ?? 0
  return (
    <section className="tied" aria-labelledby="overlaps">
      <div className="section-head">
        <h2 id="overlaps">{t('overlaps.section')}</h2>
        {total > MOST ? (
          <GoLink to={overlapsPath(entity)}>{t('overlaps.allOfProject', { count: total })}</GoLink>
        ) : (
          <GoLink to={overlapsPath()}>{t('overlaps.all')}</GoLink>
        )}
      </div>
      <p className="quiet">{t('overlaps.sectionLead')}</p>
      <Await query={overlaps}>
        {({ pairs, projects }) =>
          pairs.length === 0 ? (
            <p>{t('overlaps.noneOfProject')}</p>
          ) : (
            pairs.map((pair) => (
              <PairLine key={`${pair.a} ${pair.b}`} pair={pair} projects={projects} around={entity} />
            ))
          )
        }
      </Await>
    </section>
  )
}

interface LineProps {
  readonly pair: OverlapPair
  readonly projects: Readonly<Record<string, OverlapProject>>
  readonly around: string
}

function PairLine({ pair, projects, around }: LineProps) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const other = pair.a === around ? pair.b : pair.a
  return (
    <details className="pair-line" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {projects[other]?.name ?? other} <span className="tag">{t(OUTCOME_WORDS[pair.outcome])}</span>
      </summary>
      {isOpen && <PairList pairs={[pair]} projects={projects} around={around} />}
    </details>
  )
}
