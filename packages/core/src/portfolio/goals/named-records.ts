/**
 * Which records and norms a record names, and which records any other names: what links the picture by goals.
 *
 * Pure. Rule: docs/rules/portfolio.md, GOL-05. Next door: `goal-picture.ts`; `../facets.ts` makes facets.
 */
import { VERDICT_KIND } from '../overlap/kinds.ts'
import type { RecordKind } from '../record-kind.ts'
import { GOAL_LINK_KIND } from './goal.ts'

/** Kinds whose records judge others: to be judged links nothing. */
const JUDGING_KINDS: readonly string[] = [GOAL_LINK_KIND, VERDICT_KIND]

/** Whether records of the kind judge others. */
export function isJudging(kind: string): boolean {
  return JUDGING_KINDS.includes(kind)
}

/** Properties by which records of these kinds name records or norms. */
function linkingProperties(kinds: readonly RecordKind[]): readonly string[] {
  return [
    ...new Set(
      kinds.flatMap(({ properties }) =>
        properties.flatMap(({ name, type, parts = {} }) => {
          if (type === 'reference' || name === 'norms') return [name]
          return Object.keys(parts).flatMap((part) => (part === 'norm' ? [`${name}.${part}`] : []))
        }),
      ),
    ),
  ]
}

/** By which property a record names another or a norm. */
export interface Named {
  readonly property: string
  readonly value: string
}

/** What is known of a record by its facets, as `property=value`. */
export interface Faceted {
  readonly entity: string
  readonly kind: string
  readonly facets: readonly string[]
}

/** Gives what a record names besides itself. Each facet is read once: among many records most come again and again. */
export function namesIn(
  kinds: readonly RecordKind[],
): (record: Pick<Faceted, 'entity' | 'facets'>) => readonly Named[] {
  const linksBy = new Set(linkingProperties(kinds))
  const known = new Map<string, Named | null>()
  const read = (facet: string): Named | null => {
    const at = facet.indexOf('=')
    const property = facet.slice(0, at)
    return linksBy.has(property) ? { property, value: facet.slice(at + 1) } : null
  }
  return ({ entity, facets }) => {
    let named: Named[] | undefined
    for (const facet of facets) {
      let one = known.get(facet)
      if (one === undefined) known.set(facet, (one = read(facet)))
      if (one && one.value !== entity) (named ??= []).push(one)
    }
    return named ?? NOTHING
  }
}

const NOTHING: readonly never[] = []
