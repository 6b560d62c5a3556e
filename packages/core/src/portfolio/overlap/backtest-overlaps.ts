/**
 * How well the engine does on labelled pairs with fields hidden.
 *
 * The themes on record were given by hand and the labels follow from them, so a comparison that reads them proves
 * nothing. It is asked with the themes hidden, and again with countries, scope and dates hidden too: then it reads name,
 * objective, donors and implementers. Rules: docs/rules/overlap.md, OVL-13 to OVL-15.
 */
import type { OverlapOutcome, ProjectComparison } from './comparison.ts'
import type { LabelledFile, LabelledOutcome, LabelledPair } from './labelled-pairs.ts'
import { type OverlapContext, overlapContext, profileOf } from './profile.ts'
import type { ProjectFacts } from './project-facts.ts'
import { SHARED_THEME, type Weighed, weighProfiles } from './weigh-projects.ts'

export interface BinaryFigures {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** the F1 when the threshold is chosen, for each pair, on the pairs that share no project with it */
  readonly f1CrossValidated: number
  /** pairs of which the engine says that it cannot tell; they are scored by what they lean to */
  readonly cannotTell: number
}

/** Rows: what the label stands for. Columns: what the engine leans to. */
export type Confusion = Readonly<
  Record<LabelledOutcome, Readonly<Record<ProjectComparison['leaning'], number>>>
>

export interface JudgedPair {
  readonly pair: LabelledPair
  readonly names: readonly [string, string]
  readonly outcome: OverlapOutcome
  readonly leaning: ProjectComparison['leaning']
}

export interface OverlapBacktest {
  readonly pairs: number
  readonly themesHidden: BinaryFigures
  readonly textOnly: BinaryFigures
  readonly confusion: Confusion
  readonly confusionTextOnly: Confusion
  /** pairs judged otherwise than labelled, with the themes hidden */
  readonly missed: readonly JudgedPair[]
  readonly specialCases: readonly JudgedPair[]
}

const hideThemes = (project: ProjectFacts): ProjectFacts => ({
  ...project,
  themes: [],
  successorOf: undefined,
  partOf: undefined,
})
const hideFields = (project: ProjectFacts): ProjectFacts => ({
  ...hideThemes(project),
  countries: [],
  scope: null,
  start: null,
  end: null,
})

/** Judges every pair of the file twice, and counts. Deterministic. */
export function backtestOverlaps(
  file: LabelledFile,
  context: OverlapContext = overlapContext(),
): OverlapBacktest {
  const judge = judgeWith(file.projects.map(hideThemes), context)
  const judgeText = judgeWith(file.projects.map(hideFields), context)
  const names = new Map(file.projects.map(({ id, name }) => [id, name]))
  const judged = (pair: LabelledPair): JudgedPair => {
    const { outcome, leaning } = judge(pair, SHARED_THEME)
    return { pair, names: [names.get(pair.a) ?? pair.a, names.get(pair.b) ?? pair.b], outcome, leaning }
  }
  return {
    pairs: file.pairs.length,
    themesHidden: figures(file.pairs, judge),
    textOnly: figures(file.pairs, judgeText),
    confusion: confusionOf(file.pairs, judge),
    confusionTextOnly: confusionOf(file.pairs, judgeText),
    missed: file.pairs.map(judged).filter(({ pair, leaning }) => pair.overlap !== (leaning === 'duplicate')),
    specialCases: file.specialCases.map(judged),
  }
}

type Judge = (pair: LabelledPair, sharedTheme: number) => Weighed

function judgeWith(projects: readonly ProjectFacts[], context: OverlapContext): Judge {
  const profiles = new Map(projects.map((project) => [project.id, profileOf(project, context)]))
  return ({ a, b }, sharedTheme) => {
    const [one, other] = [profiles.get(a), profiles.get(b)]
    if (!one || !other) throw new RangeError(`no project ${one ? b : a} among the projects of the file`)
    return weighProfiles(one, other, sharedTheme)
  }
}

/** Thresholds that the cross-validation chooses from. */
const THRESHOLDS = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6] as const

function figures(pairs: readonly LabelledPair[], judge: Judge): BinaryFigures {
  const says = (pair: LabelledPair, threshold: number) => judge(pair, threshold).leaning === 'duplicate'
  const shipped = count(pairs, (pair) => says(pair, SHARED_THEME))
  const byThreshold = THRESHOLDS.map((threshold) => ({
    threshold,
    said: new Map(pairs.map((pair) => [pair, says(pair, threshold)])),
  }))
  const blind = count(pairs, (pair) => {
    const others = pairs.filter(({ a, b }) => ![a, b].some((id) => id === pair.a || id === pair.b))
    const ranked = byThreshold.map(({ said }) => ({
      said,
      f1: f1Of(count(others, (other) => said.get(other) === true)),
    }))
    const best = ranked.reduce(
      (top, each) => (each.f1 > top.f1 ? each : top),
      ranked[0] ?? { said: new Map(), f1: 0 },
    )
    return best.said.get(pair) === true
  })
  const { truePositive, falsePositive, falseNegative } = shipped
  return {
    precision: share(truePositive, truePositive + falsePositive),
    recall: share(truePositive, truePositive + falseNegative),
    f1: f1Of(shipped),
    f1CrossValidated: f1Of(blind),
    cannotTell: pairs.filter((pair) => judge(pair, SHARED_THEME).outcome === 'cannot-tell').length,
  }
}

interface Counts {
  readonly truePositive: number
  readonly falsePositive: number
  readonly falseNegative: number
}

function count(pairs: readonly LabelledPair[], says: (pair: LabelledPair) => boolean): Counts {
  const of = (label: boolean, said: boolean) =>
    pairs.filter((pair) => pair.overlap === label && says(pair) === said).length
  return { truePositive: of(true, true), falsePositive: of(false, true), falseNegative: of(true, false) }
}

function f1Of({ truePositive, falsePositive, falseNegative }: Counts): number {
  return share(2 * truePositive, 2 * truePositive + falsePositive + falseNegative)
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

function confusionOf(pairs: readonly LabelledPair[], judge: Judge): Confusion {
  const row = (expected: LabelledOutcome) => {
    const leanings = pairs
      .filter((pair) => pair.expected === expected)
      .map((pair) => judge(pair, SHARED_THEME).leaning)
    const of = (leaning: ProjectComparison['leaning']) => leanings.filter((each) => each === leaning).length
    return {
      duplicate: of('duplicate'),
      synergy: of('synergy'),
      successor: of('successor'),
      unrelated: of('unrelated'),
    }
  }
  return { duplicate: row('duplicate'), synergy: row('synergy'), unrelated: row('unrelated') }
}
