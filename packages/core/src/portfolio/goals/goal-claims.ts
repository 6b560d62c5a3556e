/**
 * For which goals a record counts by what people say of it and by the rules of the goals, before anything is passed on.
 *
 * Pure. Rules: docs/rules/portfolio.md, GOL-02, GOL-03. Next door: `goal-picture.ts` passes it on to what names the record.
 */
import { facetOfRule, type Goal, type GoalLink } from './goal.ts'
import type { GoalGround, PicturedRecord } from './placed-record.ts'

/** By goal, why it counts; which goals people say it does not serve; and of which they say both. */
export interface OwnClaims {
  readonly grounds: Map<string, GoalGround[]>
  readonly setAside: ReadonlySet<string>
  readonly contested: ReadonlySet<string>
}

/** Gives what each record claims by itself. @param said what people say of it */
export function ownClaimsIn(
  goals: readonly Goal[],
): (record: PicturedRecord, said: readonly GoalLink[]) => OwnClaims {
  const isGoal = new Set(goals.map(({ entity }) => entity))
  const ofKind = rulesByKind(goals)
  return ({ kind, facets }, said) => {
    const grounds = new Map<string, GoalGround[]>()
    const setAside = new Set<string>()
    const contested = new Set<string>()
    const claim = (goal: string, ground: GoalGround): void => {
      if (setAside.has(goal)) return
      const why = grounds.get(goal)
      if (why) why.push(ground)
      else grounds.set(goal, [ground])
    }
    for (const [goal, own] of Map.groupBy(said, ({ goal: of }) => of)) {
      if (!isGoal.has(goal)) continue
      const words = new Set(own.flatMap(({ says }) => says))
      if (!words.has('yes')) setAside.add(goal)
      else if (words.has('no')) contested.add(goal)
      for (const { entity, says } of own) if (says.includes('yes')) claim(goal, { how: 'said', link: entity })
    }
    const byFacet = ofKind.get(kind)
    if (byFacet) {
      for (const one of [null, ...facets])
        for (const { goal, rule } of byFacet.get(one) ?? []) claim(goal, { how: 'rule', rule })
    }
    return { grounds, setAside, contested }
  }
}

interface RuleOfGoal {
  readonly goal: string
  readonly rule: number
}

/** The rules by kind, and under what they look for: a facet, or null for all of the kind. */
function rulesByKind(
  goals: readonly Goal[],
): ReadonlyMap<string, ReadonlyMap<string | null, readonly RuleOfGoal[]>> {
  const all = goals.flatMap(({ entity: goal, rules }) =>
    rules.map((one, rule) => ({ goal, rule, kind: one.kind, wanted: facetOfRule(one) })),
  )
  return new Map(
    [...Map.groupBy(all, ({ kind }) => kind)].map(([kind, own]) => [
      kind,
      Map.groupBy(own, ({ wanted }) => wanted),
    ]),
  )
}

const HOW = ['said', 'rule', 'through'] as const

/** What people say first, then rules, then what follows; the same whatever came first. */
export function groundsInOrder(a: GoalGround, b: GoalGround): number {
  const byHow = HOW.indexOf(a.how) - HOW.indexOf(b.how)
  if (byHow !== 0) return byHow
  if (a.how === 'rule' && b.how === 'rule') return a.rule - b.rule
  return keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0
}

function keyOf(ground: GoalGround): string {
  if (ground.how === 'through') return `${ground.property} ${ground.record}`
  return ground.how === 'said' ? ground.link : ''
}
