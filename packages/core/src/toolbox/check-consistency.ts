/**
 * The consistency check: where like cases were answered otherwise, or a graver one more lightly, the desk is told.
 *
 * Takes coded cases; gives notes with the distance and, where somebody has put it on record, the reason for differing.
 * A note is a question, not a reproach: the desk must give its reason, and then the note carries it.
 *
 * Rules (docs/rules/toolbox.md): TB-CONS-01 to TB-CONS-05. The two thresholds are our judgement.
 * Next door: `compare-cases.ts` for the distance, `response-class.ts` for the order of answers.
 */
import { z } from 'zod'
import type { CodedCase, ConsistencyNote } from './precedent.ts'
import type { Dimension } from '../kernel/doctrine.ts'
import type { Facts } from '../kernel/fact.ts'
import type { CalendarDate } from '../kernel/partial-date.ts'
import { reasonInEnglish } from '../reason/english-voice.ts'
import { reasonOf, type ReasonWords } from '../reason/reason-words.ts'
import { compareCases, MINIMUM_COMPARED, victimDistance } from './compare-cases.ts'
import { isNearer, mayServe, Nearest, type RankedPrecedent } from './nearest-precedents.ts'
import type { PrecedentIndex } from './precedent-index.ts'
import { classRank, responseClassOf, responsesBy } from './response-class.ts'

/** Cases are alike when they lie at most three tenths apart (our judgement; docs/rules/toolbox.md gives the reasons). */
const LIKE_DISTANCE = 0.3

/** The dimensions of harm. Complexity and sophistication say how an act was done, not what it did. */
const HARM_DIMENSIONS = ['scope', 'scale', 'duration', 'intensity', 'impact'] as const satisfies Dimension[]

/** Impact and intensity make the response band; a graver case is higher on one of them and lower on neither. */
const DECIDING: readonly Dimension[] = ['intensity', 'impact']

/** Fewer comparable dimensions of harm say too little about which case is graver (our judgement). */
const MINIMUM_HARM_DIMENSIONS = 3

/** A reason on record for answering one case otherwise than another. */
export interface DivergenceReason {
  /** entity or name of the other case */
  readonly precedent: string
  readonly reason: string
}

const divergenceReasonSchema = z.looseObject({ precedent: z.string(), reason: z.string() })

/** The reasons on record for differing from like cases. */
export function readDivergenceReasons(facts: Facts): readonly DivergenceReason[] {
  return facts
    .many('divergenceReason')
    .flatMap(({ value }) => divergenceReasonSchema.safeParse(value).data ?? [])
}

export type ContrastKind = ConsistencyNote['kind']

export interface Contrast {
  /** from the point of view of the first case */
  readonly kind: ContrastKind
  readonly distance: number
}

/**
 * Says whether two cases were answered inconsistently, seen from the first.
 * @returns null when they were answered in the same class, or are neither alike nor one graver than the other
 */
export function contrastOf(here: CodedCase, there: CodedCase): Contrast | null {
  const strength = classRank(here.responseClass) - classRank(there.responseClass)
  if (strength === 0) return null
  const { distance, compared } = compareCases(here, there)
  const kind = compared < MINIMUM_COMPARED ? null : kindOf(here, there, strength, distance)
  return kind === null ? null : { kind, distance }
}

/** @param strength how much stronger the first was answered: above 0, below 0, never 0 */
function kindOf(here: CodedCase, there: CodedCase, strength: number, distance: number): ContrastKind | null {
  if (strength < 0 && isGraver(here, there)) return 'graver-case-answered-more-lightly'
  if (strength > 0 && isGraver(there, here)) return 'lighter-case-answered-more-strongly'
  return distance <= LIKE_DISTANCE && mayBeAlike(here, there) ? 'like-case-answered-differently' : null
}

/** TB-CONS-04: what is known to differ in law is not alike, however near the rest lies. */
function mayBeAlike(a: CodedCase, b: CodedCase): boolean {
  if (a.victim && b.victim && victimDistance(a.victim, b.victim) === 1) return false
  return a.attempted === null || b.attempted === null || a.attempted === b.attempted
}

/**
 * True when `a` did at least the harm of `b` to a victim under the same protection, and more of it.
 *
 * More: higher on impact or intensity, lower on neither. On one other dimension it may be one level lower, which is no
 * more than two careful coders differ by. Unknown dimensions are left out; with fewer than three the answer is no.
 */
export function isGraver(a: CodedCase, b: CodedCase): boolean {
  if (!a.victim || !b.victim || victimDistance(a.victim, b.victim) === 1) return false
  // the levels of an attempt say what happened, not what was meant to: its harm cannot be set against a completed act
  if ((a.attempted === true) !== (b.attempted === true)) return false
  let compared = 0
  let higher = false
  let slightlyLower = 0
  for (const dimension of HARM_DIMENSIONS) {
    const here = a.levels[dimension]
    const there = b.levels[dimension]
    if (here === null || there === null) continue
    compared += 1
    const decides = DECIDING.includes(dimension)
    if (decides && here > there) higher = true
    if (here < there) {
      if (decides || there - here > 1) return false
      slightlyLower += 1
    }
  }
  return higher && slightlyLower <= 1 && compared >= MINIMUM_HARM_DIMENSIONS
}

/**
 * Checks one case against the precedents known on a date.
 * @param isOpen true while nobody has recorded an answer nor decided that there is none; the notes then say so
 * @param limit how many notes of each kind at most, nearest first
 */
export function checkConsistency(
  target: CodedCase,
  index: PrecedentIndex,
  asOf: CalendarDate,
  {
    reasons = [],
    isOpen = false,
    limit = 5,
  }: {
    readonly reasons?: readonly DivergenceReason[]
    readonly isOpen?: boolean
    readonly limit?: number
  } = {},
): readonly ConsistencyNote[] {
  const { distance, compared } = index.distances(target)
  const here = { ...target, responseClass: responseClassOf(responsesBy(target.responses, asOf)) }
  const rank = classRank(here.responseClass)
  const found = new Map<ContrastKind, Nearest<RankedPrecedent>>()
  index.cases.forEach((precedent, position) => {
    const share = compared[position] ?? 0
    const strength = rank - index.answerRank(position, asOf)
    if (share < MINIMUM_COMPARED || strength === 0 || !mayServe(precedent, target, asOf)) return
    const apart = distance[position] ?? 1
    const kind = kindOf(here, precedent, strength, apart)
    if (kind === null) return
    const nearest = found.get(kind) ?? new Nearest(limit, isNearer)
    found.set(kind, nearest)
    nearest.offer({ position, precedent, distance: apart, compared: share })
  })
  return [...found]
    .flatMap(([kind, nearest]) =>
      nearest.kept.map((ranked): ConsistencyNote => toNote(kind, here, ranked, asOf, reasons, isOpen)),
    )
    .toSorted((a, b) => a.distance - b.distance || (a.precedent < b.precedent ? -1 : 1))
}

function toNote(
  kind: ContrastKind,
  here: CodedCase,
  { precedent, distance }: RankedPrecedent,
  asOf: CalendarDate,
  reasons: readonly DivergenceReason[],
  isOpen: boolean,
): ConsistencyNote {
  const there = { ...precedent, responseClass: responseClassOf(responsesBy(precedent.responses, asOf)) }
  const reason = reasonFor(precedent, reasons)
  const words = wordsOf(kind, here, there, isOpen)
  return {
    kind,
    precedent: precedent.entity,
    precedentName: precedent.name,
    marking: precedent.marking,
    text: reasonInEnglish(words),
    words,
    distance,
    ...(reason === undefined ? {} : { reason }),
  }
}

/** One pair of a set that was answered inconsistently. */
export interface FlaggedPair extends Contrast {
  readonly cases: readonly [string, string]
}

/** Checks every pair of a set, each once, in the order of the set. */
export function checkPairs(cases: readonly CodedCase[]): readonly FlaggedPair[] {
  return cases.flatMap((here, position) =>
    cases.slice(position + 1).flatMap((there): FlaggedPair[] => {
      const contrast = here.entity === there.entity ? null : contrastOf(here, there)
      return contrast ? [{ ...contrast, cases: [here.entity, there.entity] }] : []
    }),
  )
}

function wordsOf(kind: ContrastKind, ours: CodedCase, theirs: CodedCase, isOpen: boolean): ReasonWords {
  const here = reasonOf(isOpen ? 'answer.open' : `answer.${ours.responseClass}`, {})
  const { name, disclosed } = theirs
  const answer = reasonOf(`answer.${theirs.responseClass}`, {})
  const there =
    disclosed === null
      ? reasonOf('contrast.undated', { name, here: answer })
      : reasonOf('contrast.case', { name, year: disclosed.slice(0, 4), here: answer })
  if (kind === 'like-case-answered-differently') return reasonOf('contrast.like', { here, there })
  const harm = HARM_DIMENSIONS.flatMap((id) => {
    const [level, other] = [ours.levels[id], theirs.levels[id]]
    const dimension = { id, label: id }
    return level === null || other === null ? [] : [reasonOf('contrast.harm', { dimension, level, other })]
  })
  return kind === 'graver-case-answered-more-lightly'
    ? reasonOf('contrast.lighter', { here, there, harm })
    : reasonOf('contrast.graver', { here, there, harm })
}

function reasonFor(precedent: CodedCase, reasons: readonly DivergenceReason[]): string | undefined {
  const slug = precedent.entity.slice(precedent.entity.indexOf(':') + 1)
  return reasons.find((given) => [precedent.entity, slug, precedent.name].includes(given.precedent))?.reason
}
