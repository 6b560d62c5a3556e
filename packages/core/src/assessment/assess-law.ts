/**
 * What the law says of a case: every legal test with its verdict, what it rests on and what stands in the way.
 *
 * Takes a compiled pack, the facts of a case and a date; gives one finding per test that decides something. Reasons are
 * built when they are read, so that a list of cases costs no more than its verdicts. Nothing here concludes on its own
 * where the law asks people to weigh: it suggests, and the finding is a statement by a person.
 *
 * Rules: docs/rules/assessment.md. Next door: `compile-doctrine.ts`, `weigh-factors.ts`, `read-proof.ts`.
 */
import { isInForce } from '../kernel/doctrine-entry.ts'
import type { Fact, Facts } from '../kernel/fact.ts'
import type { FactorFinding, LegalFinding, Proof, Suggestion } from '../kernel/finding.ts'
import type { CalendarDate } from '../kernel/partial-date.ts'
import { judgementsIn } from '../kernel/read-proof.ts'
import type { Verdict } from '../kernel/verdict.ts'
import { type CaseFrame, ignoringJudgement } from './case-frame.ts'
import type { CompiledDoctrine, CompiledLaw, CompiledTest } from './compile-doctrine.ts'
import { openFactsIn } from './read-proof.ts'
import { suggest, suggestForIntended, weighFactors } from './weigh-factors.ts'

const NO_FACTORS: readonly FactorFinding[] = []
const FACTORS_CODED = 'significantEffectFactorsCoded'
const INTENT = ['intendedEffectEvidence', 'accessDepth'] as const

/**
 * Answers every legal test of the pack for one case.
 *
 * @param facts resolved and derived facts (`deriveFacts`)
 * @param onDate calendar day in Brussels; selects the version of each test and says whether it was in force
 * @returns one finding per test that has a rule, in the order of the pack. `proof`, `openFacts` and
 *   `restsOnJudgement` are computed when first read; written as JSON, a finding has all of them.
 */
export function assessLaw(
  compiled: CompiledDoctrine,
  facts: Facts,
  onDate: CalendarDate,
): readonly LegalFinding[] {
  const law = compiled.on(onDate)
  const frame = law.read(facts)
  for (const test of law.tests) test.verdict(frame)
  const plain = hasJudgement(facts) ? ignoringJudgement(frame, law.slots) : frame
  return law.tests.map((test) => new ReadFinding(law, test, frame, plain, onDate))
}

/** Answers one test of that law: the same finding as among all of them. */
export function assessTest(
  law: CompiledLaw,
  test: CompiledTest,
  facts: Facts,
  onDate: CalendarDate,
): LegalFinding {
  const frame = law.read(facts)
  const plain = hasJudgement(facts) ? ignoringJudgement(frame, law.slots) : frame
  return new ReadFinding(law, test, frame, plain, onDate)
}

/** The properties that the finding of a test rests on, those aside that it names instead of a derived one. */
export function readByTest(law: CompiledLaw, test: CompiledTest): readonly string[] {
  const readOnIntent = test.readOnIntent === undefined ? undefined : law.test(test.readOnIntent)
  const factors = [...test.factors, ...(readOnIntent?.factors ?? [])]
  const flags = factors.flatMap(({ notable, strong, veryStrong }) => [notable, strong, veryStrong])
  const slots = [
    ...test.slots,
    ...factors.flatMap(({ inputs }) => inputs),
    ...flags.flatMap((flag) => flag?.slots ?? []),
  ]
  return [...slots.map(({ name }) => name), FACTORS_CODED, ...INTENT]
}

/** The verdict at once, its reasons when somebody reads them. */
class ReadFinding implements LegalFinding {
  readonly test: string
  readonly verdict: Verdict
  readonly withoutJudgement: Verdict
  readonly inForce: boolean
  readonly factors: readonly FactorFinding[]
  declare readonly suggestion?: Suggestion
  readonly #compiled: CompiledTest
  readonly #frame: CaseFrame
  #proof: Proof | undefined

  constructor(
    law: CompiledLaw,
    test: CompiledTest,
    frame: CaseFrame,
    plain: CaseFrame,
    onDate: CalendarDate,
  ) {
    this.#compiled = test
    this.#frame = frame
    this.test = test.entry.id
    this.verdict = test.verdict(frame)
    this.withoutJudgement = frame === plain || !test.readsJudgement ? this.verdict : test.verdict(plain)
    this.inForce = isInForce(test.entry, onDate)
    this.factors = test.factors.length > 0 ? weighFactors(test.factors, frame, coded(frame)) : NO_FACTORS
    const suggestion = suggestionFor(law, test, this.factors, frame)
    if (suggestion) this.suggestion = suggestion
  }

  get proof(): Proof {
    return (this.#proof ??= this.#compiled.prove(this.#frame))
  }

  get restsOnJudgement(): readonly string[] {
    return this.withoutJudgement === this.verdict ? [] : judgementsIn(this.proof)
  }

  get openFacts(): readonly string[] {
    return openFactsIn(this.proof, this.#frame.facts)
  }

  toJSON(): LegalFinding {
    const {
      test,
      verdict,
      restsOnJudgement,
      withoutJudgement,
      inForce,
      factors,
      suggestion,
      openFacts,
      proof,
    } = this
    return {
      test,
      verdict,
      restsOnJudgement,
      withoutJudgement,
      inForce,
      factors,
      ...(suggestion ? { suggestion } : {}),
      openFacts,
      proof,
    }
  }
}

function hasJudgement(facts: Facts): boolean {
  return facts.properties.some((name) => name.startsWith('finding.'))
}

function coded({ facts }: CaseFrame): Fact {
  return facts.one(FACTORS_CODED)
}

function suggestionFor(
  law: CompiledLaw,
  test: CompiledTest,
  factors: readonly FactorFinding[],
  frame: CaseFrame,
): Suggestion | undefined {
  if (factors.length > 0) return suggest(factors)
  if (test.readOnIntent === undefined) return undefined
  const weighed = weighFactors(law.test(test.readOnIntent)?.factors ?? [], frame, coded(frame))
  const [evidence, depth] = INTENT
  return suggestForIntended(weighed, frame.facts.one(evidence), frame.facts.one(depth))
}
