/**
 * A record in its place in the picture by goals: for which goals it counts and why, what marks it bears; and figures over many.
 *
 * Rules: docs/rules/portfolio.md, GOL-02 to GOL-07. Next door: `goal-picture.ts` places them.
 */
import type { PictureLayer } from '../record-kind.ts'
import type { Double } from './doubles.ts'
import type { Timing } from './timing.ts'

/** What the picture is told of a record. */
export interface PicturedRecord {
  readonly entity: string
  readonly kind: string
  /** its words, and the records and norms that it names, as `property=value` */
  readonly facets: readonly string[]
  readonly timing: Timing | null
}

/** Why a record counts: somebody said so; a rule of the goal; what it names counts. */
export type GoalGround =
  | { readonly how: 'said'; readonly link: string }
  | { readonly how: 'rule'; readonly rule: number }
  | { readonly how: 'through'; readonly property: string; readonly record: string }

export interface GoalClaim {
  readonly goal: string
  readonly grounds: readonly GoalGround[]
  /** some say that it does not serve the goal */
  readonly contested: boolean
}

export interface PlacedRecord {
  readonly entity: string
  readonly kind: string
  readonly layer: PictureLayer
  /** in the order of the goals; none: it counts for no goal */
  readonly claims: readonly GoalClaim[]
  /** goals that people say it does not serve */
  readonly setAside: readonly string[]
  readonly timing: Timing | null
  /** it names no other record and no norm, and no other record names it */
  readonly lonely: boolean
  readonly doubles: readonly Double[]
  /** records of the picture that it names or that name it */
  readonly linked: readonly string[]
}

/** What a figure of the picture can be narrowed to. `perhaps-doubled`: the search says so, and nobody has judged. */
export const PICTURE_MARKS = ['late', 'cannot-tell', 'lonely', 'doubled', 'perhaps-doubled'] as const
export type PictureMark = (typeof PICTURE_MARKS)[number]

/** How many records there are, and how many bear each mark. */
export interface GoalCell extends Readonly<Record<PictureMark, number>> {
  readonly total: number
}
export type GoalCells = Readonly<Record<PictureLayer, GoalCell>>

export function hasMark({ timing, lonely, doubles }: PlacedRecord, mark: PictureMark): boolean {
  if (mark === 'lonely') return lonely
  if (mark === 'doubled') return doubles.some(({ confirmed }) => confirmed)
  if (mark === 'perhaps-doubled') return doubles.length > 0 && !doubles.some(({ confirmed }) => confirmed)
  return timing === mark
}

const emptyCell = (): Figures => ({
  total: 0,
  late: 0,
  'cannot-tell': 0,
  lonely: 0,
  doubled: 0,
  'perhaps-doubled': 0,
})

type Figures = { -readonly [Figure in keyof GoalCell]: GoalCell[Figure] }

/** Figures to which records are added, and from which they are taken away. */
export type CountedCells = Readonly<Record<PictureLayer, Figures>>

export function noCells(): CountedCells {
  return {
    strategy: emptyCell(),
    instrument: emptyCell(),
    activity: emptyCell(),
    commitment: emptyCell(),
  }
}

/** @param by 1 where it is added, -1 where it is taken away */
export function countIn(cells: CountedCells, record: PlacedRecord, by: 1 | -1): void {
  const cell = cells[record.layer]
  cell.total += by
  for (const mark of PICTURE_MARKS) if (hasMark(record, mark)) cell[mark] += by
}

/** As they are at that moment. */
export function copyOf(cells: CountedCells): GoalCells {
  const { strategy, instrument, activity, commitment } = cells
  return {
    strategy: { ...strategy },
    instrument: { ...instrument },
    activity: { ...activity },
    commitment: { ...commitment },
  }
}

/** GOL-07: how much there is by layer; a record that serves two goals is counted with both. */
export function countCells(records: readonly PlacedRecord[]): GoalCells {
  const cells = noCells()
  for (const record of records) countIn(cells, record, 1)
  return cells
}

/** The records by goal, of no goal under null; a record that serves two goals stands with both. */
export function recordsByGoal(
  records: readonly PlacedRecord[],
): ReadonlyMap<string | null, readonly PlacedRecord[]> {
  const byGoal = new Map<string | null, PlacedRecord[]>()
  const add = (goal: string | null, record: PlacedRecord): void => {
    const own = byGoal.get(goal)
    if (own) own.push(record)
    else byGoal.set(goal, [record])
  }
  for (const record of records) {
    if (record.claims.length === 0) add(null, record)
    for (const { goal } of record.claims) add(goal, record)
  }
  return byGoal
}
