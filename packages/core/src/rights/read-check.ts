/**
 * Reads rights checks from the statements about a case: which questions are asked of a set of measures, what was answered,
 * what is open, and whether somebody stands for it.
 *
 * Takes the statements that a reader may see, so what a check says to them never depends on others. A signature covers what
 * stood when it was given: whatever came, was corrected or was withdrawn since makes it stale, and nothing of that is stored.
 *
 * Rules: docs/rules/rights.md, RGT-01 to RGT-07. Next door: `rights-check.ts` for the shapes, `weigh-opening.ts`.
 */
import {
  type RightsAnswer,
  rightsAnswerSchema,
  type RightsOpening,
  rightsOpeningSchema,
  rightsSignatureSchema,
  setOfMeasures,
} from '../incident/rights-statements.ts'
import { isInForce } from '../kernel/doctrine-entry.ts'
import type { Doctrine } from '../kernel/doctrine.ts'
import { type StandingAssertion, standingAssertions } from '../kernel/fact.ts'
import type { CalendarDate, Instant } from '../kernel/partial-date.ts'
import {
  type RightsDoctrine,
  type RightsLevel,
  type RightsQuestion,
  SEVERITY_DIMENSIONS,
} from '../kernel/rights-doctrine.ts'
import type { Statement } from '../kernel/statement.ts'
import type {
  AnswerOnRecord,
  CheckStanding,
  QuestionOutcome,
  QuestionReading,
  RightsCheck,
  SignatureOnRecord,
} from './rights-check.ts'

/** What is asked, of which measures; a pack without a rights check asks nothing. */
export type RightsLaw = Pick<Doctrine, 'rightsCheck' | 'measures'>

interface AskedQuestion {
  readonly question: RightsQuestion
  readonly about: readonly string[]
}

/** RGT-01: the questions asked of these measures on a day, each with those that it is asked of. */
export function questionsFor(
  { rightsCheck, measures: known }: RightsLaw,
  measures: readonly string[],
  on: CalendarDate,
): readonly AskedQuestion[] {
  const categories = new Map(
    known.filter((one) => isInForce(one, on)).map(({ id, category }) => [id, category]),
  )
  return (rightsCheck?.questions ?? [])
    .filter((question) => isInForce(question, on))
    .flatMap((question) => {
      const { appliesTo } = question
      const about = measures.filter((measure) => {
        if ('all' in appliesTo) return true
        if ('measures' in appliesTo) return appliesTo.measures.includes(measure)
        const category = categories.get(measure)
        return category !== undefined && appliesTo.categories.includes(category)
      })
      return about.length === 0 ? [] : [{ question, about }]
    })
}

/**
 * The checks of several sets of measures, in their order.
 * @param statements those about the case that the reader may see
 * @param on calendar day in Brussels: selects the doctrine, and says whether the day of review has passed
 */
export function readChecks(
  law: RightsLaw,
  sets: readonly (readonly string[])[],
  statements: readonly Statement[],
  on: CalendarDate,
): readonly RightsCheck[] {
  const said = statements.filter(({ assertions }) => assertions.some(({ property }) => isOfCheck(property)))
  // what withdraws an answer may say nothing of rights itself
  const standing = said.length === 0 ? [] : standingAssertions(statements)
  return sets.map((measures): RightsCheck => {
    const set = setOfMeasures(measures)
    const asked = questionsFor(law, set, on)
    const answers = answersAbout(set, standing)
    const questions = asked.map((one) => readQuestion(one, answers, law.rightsCheck))
    const { state, signature } = readSignature(set, statements, standing, answers, asked, on)
    return {
      measures: set,
      questions,
      unanswered: idsOf(questions, ({ outcome }) => outcome === 'unanswered'),
      open: idsOf(questions, ({ outcome }) => outcome === 'unanswered' || outcome === 'not-known'),
      concerns: questions
        .filter(({ outcome }) => outcome === 'concern')
        .toSorted(byGravity)
        .map(({ question }) => question),
      unmitigated: idsOf(questions, ({ unmitigated }) => unmitigated),
      standing: state ?? (answers.length === 0 ? 'none' : 'unsigned'),
      signature,
    }
  })
}

/** The check of one set of measures; see `readChecks`. */
export function readCheck(
  law: RightsLaw,
  measures: readonly string[],
  statements: readonly Statement[],
  on: CalendarDate,
): RightsCheck {
  const [check] = readChecks(law, [measures], statements, on)
  if (!check) throw new Error('one set of measures has one check')
  return check
}

/** The sets of measures of which anything is on record, in order of the alphabet. */
export function setsOnRecord(statements: readonly Statement[]): readonly (readonly string[])[] {
  const sets = new Map<string, readonly string[]>()
  for (const { assertion } of standingAssertions(statements)) {
    const { property, value } = assertion
    const said =
      property === 'rights.answer'
        ? rightsAnswerSchema.safeParse(value)
        : property === 'rights.signature'
          ? rightsSignatureSchema.safeParse(value)
          : undefined
    if (said?.success) sets.set(keyOf(said.data.measures), said.data.measures)
  }
  return [...sets].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, set]) => set)
}

/** What a procedure was opened on, and why although something was open. */
export interface OpeningOnRecord {
  readonly opening: RightsOpening
  /** of the first act of the procedure, with which it went on record */
  readonly at: Instant
}

/**
 * RGT-12: all openings among the statements about a case, as they came. One counts at the instant of the first act of its
 * procedure: what was said of it at another instant is not it, nor is it taken back.
 */
export function openingsOf(statements: readonly Statement[]): readonly OpeningOnRecord[] {
  return statements.flatMap(({ assertedAt, assertions }) =>
    assertions.flatMap(({ property, value }): readonly OpeningOnRecord[] => {
      const said = property === 'rights.opening' ? rightsOpeningSchema.safeParse(value) : undefined
      return said?.success ? [{ opening: said.data, at: assertedAt }] : []
    }),
  )
}

/** RGT-04: a concern from gravest to slightest: its gravest dimension first, then the next, then likelihood. */
export function gravityOf({ severity, likelihood }: RightsAnswer): readonly number[] {
  const levels = SEVERITY_DIMENSIONS.map((dimension) => severity?.[dimension] ?? 0).toSorted((a, b) => b - a)
  return [...levels, likelihood ?? 0]
}

/** Below 0 when the first concern is the graver one, above 0 when the second is. RGT-04 */
export function compareGravity(a: RightsAnswer, b: RightsAnswer): number {
  const [one, other] = [gravityOf(a), gravityOf(b)]
  const at = one.findIndex((level, index) => level !== other[index])
  return at < 0 ? 0 : (other[at] ?? 0) - (one[at] ?? 0)
}

function answersAbout(
  set: readonly string[],
  standing: readonly StandingAssertion[],
): readonly AnswerOnRecord[] {
  const key = keyOf(set)
  return standing.flatMap(({ statement, assertion }) => {
    if (assertion.property !== 'rights.answer') return []
    const said = rightsAnswerSchema.safeParse(assertion.value)
    if (!said.success || keyOf(said.data.measures) !== key) return []
    return [{ ...byOf(statement), answer: said.data }]
  })
}

function readQuestion(
  { question, about }: AskedQuestion,
  all: readonly AnswerOnRecord[],
  rightsCheck: RightsDoctrine | undefined,
): QuestionReading {
  const answers = all.filter(({ answer }) => answer.question === question.id)
  const outcome = outcomeOf(answers)
  const concerns = answers.flatMap(({ answer }) => (answer.answer === 'concern' ? [answer] : []))
  const severe = concerns.filter((concern) => isSevere(concern, rightsCheck?.severity.severeFrom ?? 3))
  return {
    question: question.id,
    about,
    outcome,
    contested: outcome === 'concern' && answers.some(({ answer }) => answer.answer === 'no-concern'),
    answers,
    severe: severe.length > 0,
    unmitigated: severe.some(({ mitigation }) => mitigation === undefined),
  }
}

/** RGT-03: a concern counts before no concern, and whoever knows before those who do not. */
function outcomeOf(answers: readonly AnswerOnRecord[]): QuestionOutcome {
  const said = new Set(answers.map(({ answer }) => answer.answer))
  if (said.has('concern')) return 'concern'
  if (said.has('no-concern')) return 'no-concern'
  return said.has('not-known') ? 'not-known' : 'unanswered'
}

function isSevere({ severity }: RightsAnswer, from: RightsLevel): boolean {
  return severity !== undefined && SEVERITY_DIMENSIONS.some((dimension) => severity[dimension] >= from)
}

function byGravity(a: QuestionReading, b: QuestionReading): number {
  const [one, other] = [gravestOf(a), gravestOf(b)]
  return one && other ? compareGravity(one, other) : 0
}

/** The gravest concern among the answers to a question; undefined where nobody has one. */
export function gravestOf({ answers }: Pick<QuestionReading, 'answers'>): RightsAnswer | undefined {
  return answers
    .flatMap(({ answer }) => (answer.answer === 'concern' ? [answer] : []))
    .toSorted(compareGravity)[0]
}

/**
 * RGT-06: a signature stands while the answers are those that stood when it was given, and each question has one.
 * RGT-07: until its day of review.
 */
function readSignature(
  set: readonly string[],
  statements: readonly Statement[],
  standing: readonly StandingAssertion[],
  answers: readonly AnswerOnRecord[],
  asked: readonly AskedQuestion[],
  on: CalendarDate,
): { readonly state: CheckStanding | null; readonly signature: SignatureOnRecord | null } {
  const key = keyOf(set)
  const signatures = standing.flatMap(({ statement, assertion }): SignatureOnRecord[] => {
    if (assertion.property !== 'rights.signature') return []
    const said = rightsSignatureSchema.safeParse(assertion.value)
    if (!said.success || keyOf(said.data.measures) !== key) return []
    return [{ ...byOf(statement), reviewBy: said.data.reviewBy }]
  })
  const last = signatures.at(-1)
  if (!last) return { state: null, signature: null }
  const isWhole = asked.every(({ question }) => answers.some(({ answer }) => answer.question === question.id))
  const now = idsText(answers)
  const then = (at: string) =>
    answersAbout(set, standingAssertions(statements.filter(({ assertedAt }) => assertedAt <= at)))
  // several people may sign: the one stands who stands for it the longest
  const [covers] = signatures
    .filter(({ at }) => isWhole && idsText(then(at)) === now)
    .toSorted((a, b) => (a.reviewBy < b.reviewBy ? 1 : a.reviewBy > b.reviewBy ? -1 : 0))
  if (!covers) return { state: 'stale', signature: last }
  return { state: covers.reviewBy < on ? 'review-due' : 'signed', signature: covers }
}

function isOfCheck(property: string): boolean {
  return property === 'rights.answer' || property === 'rights.signature'
}

function byOf(statement: Statement): Omit<SignatureOnRecord, 'reviewBy'> {
  return {
    statement: statement.id,
    party: statement.assertedBy,
    ...(statement.recordedBy === undefined ? {} : { person: statement.recordedBy }),
    at: statement.assertedAt,
  }
}

function idsText(answers: readonly AnswerOnRecord[]): string {
  return answers
    .map(({ statement, answer }) => `${statement} ${answer.question} ${answer.answer}`)
    .toSorted()
    .join('\n')
}

function idsOf(
  questions: readonly QuestionReading[],
  isOne: (one: QuestionReading) => boolean,
): readonly string[] {
  return questions.filter(isOne).map(({ question }) => question)
}

function keyOf(measures: readonly string[]): string {
  return measures.join(' ')
}
