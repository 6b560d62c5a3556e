/**
 * What is open about a record, as work: what nobody knows, knows well, or has looked after in time, each by its sort.
 *
 * Two ways to the same points: from a record that was read, and, for counting many, from the text that the ledger keeps of
 * what is stated. The second says that it cannot tell where only reading the record can. Pure.
 *
 * Rules: docs/rules/portfolio.md, PFO-50 to PFO-52. Next door: `stated-properties.ts`; `../read-record.ts` finds the doubts.
 */
import type { CalendarDate } from '../../kernel/partial-date.ts'
import { lastDay } from '../partner/record-standing.ts'
import { type PortfolioRecord, type RecordDoubt, valuesOf, wordsIn } from '../read-record.ts'
import { propertyOf, type RecordKind } from '../record-kind.ts'
import { readStated } from './stated-properties.ts'

/** Sorts of open points, what asks first comes first. */
export const POINT_SORTS = [
  'overdue',
  'lapsed',
  'undated',
  'region',
  'missing',
  'contested',
  'unverified',
] as const
/**
 * `overdue`: its last day has passed, and nothing says that it is settled. `lapsed`: a point of contact that nobody tried in
 * time. `undated`: an expected date is missing. `region`: a region is named, and no countries. `missing`, `contested`,
 * `unverified`: as in a `RecordDoubt`.
 */
export type PointSort = (typeof POINT_SORTS)[number]

export interface RecordPoint {
  readonly sort: PointSort
  /** which property it is about; absent for a point of contact that lapsed */
  readonly property?: string
}

/** What settles a record before its last day: words of a property, or that it says anything at all. */
interface Settled {
  readonly property: string
  readonly words?: readonly string[]
}
const SETTLED_BY: Readonly<Record<string, Settled>> = {
  commitment: { property: 'standing', words: ['kept', 'late', 'not-kept', 'overtaken'] },
  'standards-item': { property: 'stage', words: ['published', 'withdrawn'] },
  consultation: { property: 'outcome' },
}

/** By which facets a record is found whose last day asks for nothing more. */
export const SETTLED_FACETS: readonly string[] = Object.values(SETTLED_BY).flatMap(
  ({ property, words = [] }) => words.map((word) => `${property}=${word}`),
)

/** PFO-51: the points of a record as read on a day, in order of their sorts. @param lapsed of a point of contact */
export function pointsOf(
  kind: RecordKind,
  record: Pick<PortfolioRecord, 'facts' | 'doubts'>,
  asOf: CalendarDate,
  lapsed = false,
): readonly RecordPoint[] {
  return inOrder(kind, record.doubts, {
    has: (property) => valuesOf(record, property).length > 0,
    overdue: isOverdue(kind, record, asOf),
    lapsed,
  })
}

/**
 * PFO-52: the same from what is stated of it; null where only reading the record can tell.
 * @param pastDue its last day has passed, and no word settles it (`SETTLED_FACETS`)
 */
export function pointsOfStated(
  kind: RecordKind,
  stated: string,
  pastDue: boolean,
): readonly RecordPoint[] | null {
  const known = readStated(stated)
  const doubts: RecordDoubt[] = []
  for (const { name, label, many, expected } of kind.properties) {
    const property = known.get(name)
    if (property?.differs && !many) return null
    if (!property) {
      if (expected) doubts.push({ property: name, label, what: 'missing' })
    } else if (!property.read) doubts.push({ property: name, label, what: 'unverified' })
  }
  const settled = SETTLED_BY[kind.id]
  const isSettled = settled !== undefined && settled.words === undefined && known.has(settled.property)
  return inOrder(kind, doubts, {
    has: (property) => known.has(property),
    overdue: pastDue && propertyOf(kind, 'due') !== undefined && !isSettled,
    lapsed: false,
  })
}

interface Standing {
  readonly has: (property: string) => boolean
  readonly overdue: boolean
  readonly lapsed: boolean
}

function inOrder(
  kind: RecordKind,
  doubts: readonly RecordDoubt[],
  { has, overdue, lapsed }: Standing,
): readonly RecordPoint[] {
  const points: RecordPoint[] = [
    ...(overdue ? [{ sort: 'overdue', property: 'due' } as const] : []),
    ...(lapsed ? [{ sort: 'lapsed' } as const] : []),
    ...doubts.map(({ property, what }): RecordPoint => {
      if (what !== 'missing') return { sort: what, property }
      const type = propertyOf(kind, property)?.type
      if (type === 'date') return { sort: 'undated', property }
      return { sort: type === 'places' && has('regions') ? 'region' : 'missing', property }
    }),
  ]
  return points.toSorted((a, b) => POINT_SORTS.indexOf(a.sort) - POINT_SORTS.indexOf(b.sort))
}

/** Its last day has passed by every source, and not every source says that it is settled. */
function isOverdue(kind: RecordKind, record: Pick<PortfolioRecord, 'facts'>, asOf: CalendarDate): boolean {
  const last = propertyOf(kind, 'due') && lastDay(record, 'due')
  return last !== undefined && last < asOf && !isRecordSettled(kind, record)
}

/** Whether every source that speaks of it says that it asks for nothing more by its last day. */
export function isRecordSettled(kind: RecordKind, record: Pick<PortfolioRecord, 'facts'>): boolean {
  const settled = SETTLED_BY[kind.id]
  if (!settled) return false
  if (!settled.words) return valuesOf(record, settled.property).length > 0
  const words = wordsIn(record, settled.property)
  return words.length > 0 && words.every((word) => settled.words?.includes(word))
}

/**
 * The same from what is stated of it; undefined where only reading the record can tell.
 * @param facets those of `SETTLED_FACETS` by which the record is found
 */
export function settledInStated(
  kind: RecordKind,
  known: ReturnType<typeof readStated>,
  facets: readonly string[],
): boolean | undefined {
  const settled = SETTLED_BY[kind.id]
  const stated = settled && known.get(settled.property)
  if (!settled || !stated) return false
  if (!settled.words) return true
  if (stated.differs) return undefined
  return settled.words.some((word) => facets.includes(`${settled.property}=${word}`))
}
