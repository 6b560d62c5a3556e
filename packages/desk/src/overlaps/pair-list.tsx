/** Pairs of projects below each other, each with its two sides and its reasons. */
import type { OverlapPair, OverlapProject } from '@demarche/api'
import { PROJECT_KIND, VERDICT_KIND } from '@demarche/core/portfolio/overlap/kinds.ts'
import { useKind } from '../api/portfolio-queries.ts'
import { StatusNotes } from '../portfolio/status-notes.tsx'
import { Loading } from '../parts/await.tsx'
import { PairCard } from './pair-card.tsx'

interface Props {
  readonly pairs: readonly OverlapPair[]
  readonly projects: Readonly<Record<string, OverlapProject>>
  readonly around?: string
}

export function PairList({ pairs, projects, around }: Props) {
  const project = useKind(PROJECT_KIND)
  const verdict = useKind(VERDICT_KIND)
  if (!project || !verdict) return <Loading />
  return (
    <>
      {pairs.map((pair) => (
        <PairCard
          key={`${pair.a} ${pair.b}`}
          pair={pair}
          projects={projects}
          project={project}
          verdict={verdict}
          {...(around === undefined ? {} : { around })}
        />
      ))}
      <StatusNotes
        named={pairs.flatMap(({ a, b }) => [a, b].flatMap((entity) => projects[entity]?.countries ?? []))}
      />
    </>
  )
}

/** The markings of all that is shown of these pairs. */
export function markingsIn({
  pairs,
  projects,
}: Pick<Props, 'pairs' | 'projects'>): readonly OverlapProject['marking'][] {
  return [
    ...Object.values(projects).map(({ marking }) => marking),
    ...pairs.flatMap(({ verdicts }) => verdicts.map(({ marking }) => marking)),
  ]
}
