/**
 * Which projects overlap, as far as a reader may see, and what people said of it.
 *
 * What the comparison says and what people say stand side by side; neither replaces the other (OVL-19). Rests on:
 * core's `portfolio/overlap`. Next door: `project-shelf.ts` keeps the projects and their index.
 */
import {
  type GapsAnswer,
  type gapsQuerySchema,
  type OverlapCheckAnswer,
  type overlapCheckSchema,
  type OverlapPair,
  type OverlapsAnswer,
  type overlapsQuerySchema,
  PLAN,
  type VerdictOnRecord,
} from '@demarche/api'
import {
  comparedProject,
  compareOnRecord,
  type ComparedProject,
  type CountryGroup,
  findGroup,
  fitsFilter,
  gapMap,
  knownBy,
  membersOf,
  nearestTo,
  OUTCOMES_IN_ORDER,
  type OverlapContext,
  pairKey,
  PROJECT_KIND,
  projectOf,
  projectOfPlan,
  type ProjectProfile,
  readRecord,
  type RecordKind,
  VERDICT_KIND,
  verdictIn,
} from '@demarche/core'
import type { Reader, Store } from '@demarche/store'
import type { z } from 'zod'
import { notOnRecord } from '../not-on-record.ts'
import { keepWhatIsMade } from '../dossier/made-of-statements.ts'
import { byListOrder, openProjectShelves, type ProjectShelf, type RankedPair } from './project-shelf.ts'

type Query = z.output<typeof overlapsQuerySchema>
type GapsQuery = z.output<typeof gapsQuerySchema>
type Plan = z.output<typeof overlapCheckSchema>

export interface OverlapDesk {
  /** @throws DemarcheError not-found when the reader may see nothing of the project asked about */
  list(reader: Reader, query: Query): Promise<OverlapsAnswer>
  /** Where projects and needs of a year are among the countries of a place, and where none is known. */
  gaps(reader: Reader, query: GapsQuery): Promise<GapsAnswer>
  /** What may be the same work twice: pairs of which the search says so, unless it is left out, and what people say of any two projects. */
  doubles(reader: Reader, asOf: string, search?: 'yes' | 'no'): Promise<Doubles>
  /** Compares a plan with what is on record; records nothing. */
  check(reader: Reader, plan: Plan): Promise<OverlapCheckAnswer>
}

interface Doubles {
  readonly suggested: readonly (readonly [string, string])[]
  readonly verdicts: readonly VerdictOnRecord[]
}

export interface OverlapParts {
  readonly store: Pick<Store, 'as'>
  readonly kinds: readonly RecordKind[]
  readonly groups: readonly CountryGroup[]
  /** the present calendar day in Brussels */
  readonly today: () => string
}

const NEED_KIND = 'need'
/** So many are looked at around one project. */
const MOST_AROUND = 50

export function openOverlapDesk({ store, kinds, groups, today }: OverlapParts): OverlapDesk {
  const shelfFor = openProjectShelves(store, kindOf(kinds, PROJECT_KIND), groups)
  const verdictKind = kindOf(kinds, VERDICT_KIND)
  const needKind = kindOf(kinds, NEED_KIND)
  const read = keepWhatIsMade((entity, statements) => ({ entity, statements }))

  /** By pair, the oldest address first. */
  const verdictsOf = async (
    reader: Reader,
    asOf: string,
  ): Promise<ReadonlyMap<string, readonly VerdictOnRecord[]>> => {
    const view = store.as(reader)
    const { digests } = await view.kindSeen(VERDICT_KIND)
    const { made } = await read(view, digests)
    const verdicts = [...made.values()].flatMap(({ entity, statements }): VerdictOnRecord[] => {
      const record = readRecord({ kind: verdictKind, entity, statements, asOf })
      const verdict = verdictIn(record)
      if (!verdict) return []
      const by = statements
        .filter(({ id }) => verdict.statements.includes(id))
        .map(({ assertedBy }) => assertedBy)
      return [{ ...verdict, marking: record.marking, by: [...new Set(by)] }]
    })
    return Map.groupBy(verdicts, ({ first, second }) => pairKey(first, second))
  }

  /** What is needed, as the reader sees it. */
  const needsFor = async (reader: Reader, asOf: string) => {
    const view = store.as(reader)
    const { digests } = await view.kindSeen(NEED_KIND)
    const { made } = await read(view, digests)
    return [...made.values()].flatMap(({ entity, statements }) => {
      const known = knownBy(statements, { saidBy: asOf })
      if (known.length === 0) return []
      const record = readRecord({ kind: needKind, entity, statements, asOf })
      const { facts } = projectOf(record, groups)
      return [
        { need: { ...facts, regions: facts.regions ?? [] }, name: record.name, marking: record.marking },
      ]
    })
  }

  return {
    async list(reader, { project, outcome, judged, offset, limit, asOf = today(), ...asked }) {
      const shelf = await shelfFor(reader, asOf)
      const verdicts = await verdictsOf(reader, asOf)
      const found = project === undefined ? await shelf.pairs() : pairsAround(shelf, project)
      const filter = {
        theme: asked.theme,
        from: asked.from,
        to: asked.to,
        countries: asked.place === undefined ? undefined : countriesOf(groups, asked.place, asOf),
      }
      const fitting = withJudged(shelf, found, verdicts, project).filter(
        ({ a, b }) =>
          fitsFilter(a.profile, b.profile, filter) &&
          (judged === undefined || verdicts.has(keyOf({ a, b })) === (judged === 'yes')),
      )
      const wanted = outcome === undefined ? fitting : fitting.filter((pair) => pair.outcome === outcome)
      const page = wanted.slice(offset, offset + limit)
      return {
        asOf,
        total: wanted.length,
        counts: Object.fromEntries(
          OUTCOMES_IN_ORDER.map((one) => [one, fitting.filter((pair) => pair.outcome === one).length]),
        ),
        pairs: page.map((pair) => written(pair, shelf.context, verdicts.get(keyOf(pair)))),
        projects: Object.fromEntries(
          page.flatMap(({ a, b }) => [a, b].map(({ shown }) => [shown.entity, shown] as const)),
        ),
      }
    },
    async gaps(reader, { place, theme, asOf = today(), year = Number(asOf.slice(0, 4)) }) {
      const { projects } = await shelfFor(reader, asOf)
      const needs = await needsFor(reader, asOf)
      const countries = countriesOf(groups, place, asOf)
      const map = gapMap(
        [...projects.values()].map(({ project: { facts }, budgets }) => ({
          facts,
          hasMoney: budgets.length > 0,
        })),
        countries,
        year,
        needs.map(({ need }) => need),
      )
      const isAsked = (cell: { readonly theme: string }) => theme === undefined || cell.theme === theme
      const cells = map.cells.filter(isAsked)
      const needed = map.needs.filter(isAsked)
      const named = new Set([
        ...map.nowhere,
        ...cells.flatMap(({ certain, perhaps }) => [...certain, ...perhaps]),
      ])
      const stated = new Set(needed.flatMap(({ certain, perhaps }) => [...certain, ...perhaps]))
      return {
        ...map,
        cells,
        needs: needed,
        asOf,
        countries,
        projects: Object.fromEntries(
          [...named].flatMap((entity) => {
            const project = projects.get(entity)
            return project ? [[entity, { ...project.shown, budgets: project.budgets }] as const] : []
          }),
        ),
        stated: Object.fromEntries(
          needs.flatMap(({ need: { id }, name, marking }) =>
            stated.has(id) ? [[id, { name, marking }] as const] : [],
          ),
        ),
      }
    },
    async doubles(reader, asOf, search = 'yes') {
      const pairs = search === 'yes' ? await (await shelfFor(reader, asOf)).pairs() : []
      const suggested = pairs.flatMap(({ a, b, outcome }) =>
        outcome === 'duplicate' ? [[a.project.facts.id, b.project.facts.id] as const] : [],
      )
      return { suggested, verdicts: [...(await verdictsOf(reader, asOf)).values()].flat() }
    },
    async check(reader, { asOf = today(), ...facts }) {
      const shelf = await shelfFor(reader, asOf)
      const plan = comparedProject(
        projectOfPlan({ ...facts, id: PLAN, scope: null }, groups, asOf),
        shelf.context,
      )
      const others = nearestTo(shelf.index, plan.profile, MOST_AROUND).flatMap(
        ({ facts: { id } }) => shelf.projects.get(id) ?? [],
      )
      const pairs = others
        .map((other) => written({ a: plan, b: other }, shelf.context, []))
        .toSorted((p, q) => OUTCOMES_IN_ORDER.indexOf(p.outcome) - OUTCOMES_IN_ORDER.indexOf(q.outcome))
      return {
        asOf,
        total: pairs.length,
        pairs,
        projects: Object.fromEntries(others.map(({ shown }) => [shown.entity, shown])),
        read: whatWasRead(plan.profile),
      }
    },
  }
}

function kindOf(kinds: readonly RecordKind[], id: string): RecordKind {
  const kind = kinds.find((one) => one.id === id)
  if (!kind) throw new RangeError(`The desk has no kind of record "${id}".`)
  return kind
}

function keyOf({ a, b }: { readonly a: ComparedProject; readonly b: ComparedProject }): string {
  return pairKey(a.project.facts.id, b.project.facts.id)
}

/** @throws DemarcheError not-found */
function pairsAround({ projects, index, context }: ProjectShelf, project: string): readonly RankedPair[] {
  const a = projects.get(project)
  if (!a) throw notOnRecord(project)
  return nearestTo(index, a.profile, MOST_AROUND)
    .flatMap(({ facts: { id } }) => projects.get(id) ?? [])
    .map((b): RankedPair => ({ a, b, outcome: compareOnRecord(a, b, context).outcome }))
    .toSorted(byListOrder)
}

/** With the pairs that people judged though nothing was found between them. */
function withJudged(
  { projects, context }: ProjectShelf,
  found: readonly RankedPair[],
  verdicts: ReadonlyMap<string, readonly VerdictOnRecord[]>,
  project: string | undefined,
): readonly RankedPair[] {
  if (verdicts.size === 0) return found
  const known = new Set(found.map(keyOf))
  const others = [...verdicts].flatMap(([key, [verdict]]): RankedPair[] => {
    if (known.has(key) || !verdict) return []
    const { first, second } = verdict
    if (project !== undefined && project !== first && project !== second) return []
    const [a, b] = (project === second ? [second, first] : [first, second]).map((id) => projects.get(id))
    return a && b ? [{ a, b, outcome: compareOnRecord(a, b, context).outcome }] : []
  })
  return others.length === 0 ? found : [...found, ...others].toSorted(byListOrder)
}

/** The pair with its reasons, without a score. */
function written(
  { a, b }: { readonly a: ComparedProject; readonly b: ComparedProject },
  context: OverlapContext,
  verdicts: readonly VerdictOnRecord[] = [],
): OverlapPair {
  const { score: _, themeLikelihood: __, ...comparison } = compareOnRecord(a, b, context)
  return { ...comparison, verdicts }
}

function countriesOf(groups: readonly CountryGroup[], place: string, day: string): readonly string[] {
  return findGroup(groups, place) ? membersOf(groups, place, day).map(({ country }) => country) : [place]
}

function whatWasRead({ places, themes }: ProjectProfile): OverlapCheckAnswer['read'] {
  return {
    countries: places.countries,
    fromNames: places.names,
    themes: [...themes.signs].map(([theme, { words }]) => ({ theme, words })),
  }
}
