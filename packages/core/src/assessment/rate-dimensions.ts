/**
 * The seven dimensions of proportionality as a profile: for each one a level 0–5, or what is still open about it.
 *
 * Takes a compiled pack, the facts of a case and the statements under them. The desk's own scale gives what the facts
 * support (lower) and what open facts could raise it to (upper); a person's rating wins over the scale, which is then
 * shown beside it. Two people who differ are shown both. There is never one number for the whole.
 *
 * Rules ASSESS-14 to ASSESS-17 in docs/rules/assessment.md. Next door: `response-band.ts`, `confidence.ts`.
 */
import type { DimensionFinding } from './profile.ts'
import { ratingSchema } from '../incident/case-vocabulary.ts'
import type { Dimension, DimensionScale, Level } from '../kernel/doctrine.ts'
import type { Alternative, Facts, Support } from '../kernel/fact.ts'
import type { Proof } from '../kernel/finding.ts'
import type { CalendarDate } from '../kernel/partial-date.ts'
import { decidingLeaves, decidingSupport } from '../kernel/read-proof.ts'
import type { Confidence } from '../kernel/statement.ts'
import { isSettled, type Verdict } from '../kernel/verdict.ts'
import { reasonInEnglish } from '../reason/english-voice.ts'
import { type ReasonWords, reasonOf, valueWords } from '../reason/reason-words.ts'
import { type CaseFrame, factAt } from './case-frame.ts'
import type { CompiledDoctrine, CompiledLaw, CompiledScale } from './compile-doctrine.ts'
import { confidenceOfFact, confidenceOfSupport, lowestConfidence, type StatementMap } from './confidence.ts'

/** What a scale makes of the facts. `null`: the facts say nothing about this dimension. */
export interface ScaleReading {
  readonly lower: Level
  readonly upper: Level
}

/**
 * Rates the dimensions of a case.
 *
 * @param statements the statements under the facts; they decide the confidence
 * @returns one finding per scale in the pack; `reasons`, their words, `support`, `confidence` and `proof` are computed when
 *   read; written as JSON, a finding has all of them
 */
export function rateDimensions(
  compiled: CompiledDoctrine,
  facts: Facts,
  onDate: CalendarDate,
  statements: StatementMap,
): readonly DimensionFinding[] {
  const law = compiled.on(onDate)
  const frame = law.read(facts)
  return law.scales.map((scale) => rateDimension(scale, frame, statements))
}

/** The properties that the rating of a dimension rests on, those aside that it names instead of a derived one. */
export function readByScale(_law: CompiledLaw, { rating, slots }: CompiledScale): readonly string[] {
  return [rating, ...slots].map(({ name }) => name)
}

/**
 * Reads a scale: the highest level whose rule holds is the lower bound, the highest whose rule does not fail the upper.
 * When no rule is settled the facts say nothing (null); when all fail the level is 0.
 */
export function readScale({ levels }: CompiledScale, frame: CaseFrame): ScaleReading | null {
  let [lower, upper]: [Level, Level] = [0, 0]
  let saysSomething = false
  for (const { level, rule } of levels) {
    const verdict = rule.verdict(frame)
    if (isSettled(verdict)) saysSomething = true
    if (verdict === 'true') lower = level
    if (verdict !== 'false') upper = level
  }
  return saysSomething ? { lower, upper } : null
}

/** Rates one dimension: the same finding as among all of them. */
export function rateDimension(
  compiled: CompiledScale,
  frame: CaseFrame,
  statements: StatementMap,
): DimensionFinding {
  const reading = readScale(compiled, frame)
  const rated = factAt(frame, compiled.rating)
  const ratings = rated.state === 'known' ? [rated] : rated.state === 'contested' ? rated.alternatives : []
  return ratings.length > 0
    ? byPerson(compiled, frame, reading, ratings, statements)
    : new ScaleFinding(compiled, frame, reading, statements)
}

function byPerson(
  compiled: CompiledScale,
  frame: CaseFrame,
  reading: ScaleReading | null,
  ratings: readonly Alternative[],
  statements: StatementMap,
): DimensionFinding {
  const { scale } = compiled
  const given = ratings.map(({ value, support }) => ({ ...ratingSchema.parse(value), support }))
  const levels = [...new Set(given.map(({ level }) => asLevel(level)))].toSorted((a, b) => a - b)
  const [only] = levels
  const known = levels.length === 1 && only !== undefined
  const reasonWords = given.map(({ level, reason }) => reasonOf('level.rated', { level, reason }))
  const differs = reading !== null && !(known && reading.lower === only && reading.upper === only)
  return {
    dimension: scale.id,
    label: scale.label,
    question: scale.question,
    level: known ? { state: 'known', level: only } : { state: 'contested', levels },
    basis: 'person',
    ...(known ? { anchor: scale.anchors[only] } : {}),
    reasons: reasonWords.map(reasonInEnglish),
    reasonWords,
    ...(differs ? { scaleSuggests: reading } : {}),
    confidence: known ? confidenceOfSupport(ratings[0]?.support ?? [], statements) : 'low',
    support: ratings.flatMap(({ support }) => support),
    proof: proofOf(compiled, frame, reading),
  }
}

/** What the scale says: the level at once, its reasons when somebody reads them. */
class ScaleFinding implements DimensionFinding {
  readonly dimension: Dimension
  readonly label: string
  readonly question: string
  readonly level: DimensionFinding['level']
  readonly basis: 'scale' | 'none'
  declare readonly anchor?: string
  readonly #compiled: CompiledScale
  readonly #frame: CaseFrame
  readonly #reading: ScaleReading | null
  readonly #statements: StatementMap
  #proof: Proof | undefined

  constructor(
    compiled: CompiledScale,
    frame: CaseFrame,
    reading: ScaleReading | null,
    statements: StatementMap,
  ) {
    const { scale } = compiled
    this.#compiled = compiled
    this.#frame = frame
    this.#reading = reading
    this.#statements = statements
    this.dimension = scale.id
    this.label = scale.label
    this.question = scale.question
    this.level = levelOf(reading)
    this.basis = reading ? 'scale' : 'none'
    if (reading) this.anchor = scale.anchors[reading.lower]
  }

  get proof(): Proof {
    return (this.#proof ??= proofOf(this.#compiled, this.#frame, this.#reading))
  }

  get reasons(): readonly string[] {
    return this.reasonWords.map(reasonInEnglish)
  }

  get reasonWords(): readonly ReasonWords[] {
    return reasonsOf(this.#compiled, this.#reading, this.proof)
  }

  get confidence(): Confidence {
    return this.#reading ? confidenceOf(this.proof, this.#reading, this.#statements) : 'low'
  }

  get support(): readonly Support[] {
    return this.#reading ? decidingSupport(this.proof) : []
  }

  toJSON(): DimensionFinding {
    const { dimension, label, question, level, basis, anchor, confidence, support, proof, reasonWords } = this
    return {
      dimension,
      label,
      question,
      level,
      basis,
      ...(anchor === undefined ? {} : { anchor }),
      reasons: reasonWords.map(reasonInEnglish),
      reasonWords,
      confidence,
      support,
      proof,
    }
  }
}

function levelOf(reading: ScaleReading | null): DimensionFinding['level'] {
  if (!reading) return { state: 'unknown' }
  const { lower, upper } = reading
  return lower === upper ? { state: 'known', level: lower } : { state: 'between', lower, upper }
}

/** The proof of a dimension: the level reached and each level above it that is still open, as named parts. */
function proofOf({ scale, levels }: CompiledScale, frame: CaseFrame, reading: ScaleReading | null): Proof {
  const parts = levels.flatMap(({ level, rule }): Proof[] => {
    const verdict = rule.verdict(frame)
    const shown =
      reading === null || level === reading.lower || (level > reading.lower && verdict !== 'false')
    // where nothing is reached, the lowest level that fails says why
    const lowest = reading !== null && reading.upper === 0 && level === levels[0]?.level
    return shown || lowest ? [levelProof(scale, level, verdict, rule.prove(frame))] : []
  })
  return {
    verdict:
      reading === null
        ? 'unknown'
        : parts.some(({ verdict }) => verdict === 'true')
          ? 'true'
          : topVerdict(parts),
    node: { type: 'any' },
    authority: scale.authority,
    citation: scale.source,
    verified: scale.verified,
    support: [],
    parts,
  }
}

function levelProof(scale: DimensionScale, level: Level, verdict: Verdict, part: Proof): Proof {
  const step = { dimension: { id: scale.id, label: scale.label }, level, anchor: scale.anchors[level] }
  return {
    verdict,
    node: {
      type: 'test',
      id: `${scale.id}:${level}`,
      label: reasonInEnglish(reasonOf('level.step', step)),
      step,
    },
    authority: scale.authority,
    citation: scale.source,
    verified: scale.verified,
    support: [],
    parts: [part],
  }
}

function topVerdict(parts: readonly Proof[]): Verdict {
  return parts.length > 0 && parts.every(({ verdict }) => verdict === 'false')
    ? 'false'
    : parts.some(({ verdict }) => verdict === 'unknown')
      ? 'unknown'
      : 'contested'
}

function reasonsOf(
  { levels, slots, scale }: CompiledScale,
  reading: ScaleReading | null,
  proof: Proof,
): readonly ReasonWords[] {
  if (reading === null) {
    const asked = slots.map(({ name }) => reasonOf('fact.property', { property: name }))
    return [reasonOf('level.notSettled', { asked })]
  }
  const names = new Set(slots.map(({ name }) => name))
  const leavesOf = (level: Level) =>
    proof.parts
      .filter(({ node }) => 'id' in node && node.id === `${scale.id}:${level}`)
      .flatMap(decidingLeaves)
      .flatMap(({ node }) =>
        node.type === 'fact' && names.has(node.rule.fact)
          ? [{ property: node.rule.fact, value: valueWords(node.rule.fact, node.fact) }]
          : [],
      )
  const { lower: level } = reading
  const facts = unique(leavesOf(level).map((leaf) => reasonOf('fact.value', leaf)))
  const reason =
    facts.length > 0
      ? reasonOf('level.reached', { level, anchor: scale.anchors[level], facts })
      : reasonOf('level.noneAbove', { level })
  const open = levels.filter((one) => one.level > level && one.level <= reading.upper)
  const asked = unique(
    open
      .flatMap((one) => leavesOf(one.level))
      .map((leaf) =>
        leaf.value.oneOf.length > 1 ? reasonOf('fact.contested', leaf) : reasonOf('fact.property', leaf),
      ),
  )
  return asked.length > 0 ? [reason, reasonOf('level.couldBe', { level: reading.upper, asked })] : [reason]
}

function confidenceOf(proof: Proof, { lower, upper }: ScaleReading, statements: StatementMap): Confidence {
  const leaves = decidingLeaves(
    lower === 0 && proof.verdict !== 'true'
      ? proof
      : { ...proof, parts: proof.parts.filter((part) => part.verdict === 'true') },
  )
  const sure = leaves.flatMap(({ node }) => ('fact' in node ? [confidenceOfFact(node.fact, statements)] : []))
  if (sure.length === 0) return 'low'
  return lowestConfidence(lower === upper ? sure : [...sure, 'moderate'])
}

/** One reason for each property: what is read of a property is the same in every leaf. */
function unique(reasons: readonly ReasonWords[]): readonly ReasonWords[] {
  return [...new Map(reasons.map((reason) => [reason.values.property, reason])).values()]
}

function asLevel(level: number): Level {
  return level <= 0 ? 0 : level === 1 ? 1 : level === 2 ? 2 : level === 3 ? 3 : level === 4 ? 4 : 5
}
