/**
 * Rules become functions: a condition of a doctrine pack is compiled once, then asked about any number of cases.
 *
 * `verdict` is the fast path and makes nothing but the answer; `prove` builds the tree of reasons when somebody asks.
 * Unknown facts make unknown verdicts; contested facts are read in every alternative and only what all of them agree
 * on is settled. Questions left to people read the person's finding, property `finding.<key>`.
 *
 * Rules ASSESS-01 to ASSESS-08 are in docs/rules/assessment.md. Next door: `compile-doctrine.ts`, `compare-value.ts`.
 */
import { type Fact, supportOf } from '../kernel/fact.ts'
import type { Proof } from '../kernel/finding.ts'
import type { Rule } from '../kernel/rule.ts'
import type { Value } from '../kernel/value.ts'
import { not, type Verdict, verdictOf } from '../kernel/verdict.ts'
import { type CaseFrame, factAt, type Slot } from './case-frame.ts'
import { type Comparator, comparatorOf } from './compare-value.ts'

/** A rule as functions of a case. */
export interface CompiledRule {
  readonly rule: Rule
  /** the answer alone */
  readonly verdict: (frame: CaseFrame) => Verdict
  /** the answer with its reasons */
  readonly prove: (frame: CaseFrame) => Proof
  /** the slots that it reads, those of the tests it asks for included */
  readonly slots: readonly Slot[]
}

/** What a rule may refer to; the doctrine compiler provides it. */
export interface RuleScope {
  /** @throws DoctrineFault ASSESS-02 when no property has that name */
  slot(name: string, owner: string): Slot
  /** @throws DoctrineFault ASSESS-01 on a circle, ASSESS-03 when there is no such test */
  test(id: string, owner: string): CompiledRule
}

/** A pack that cannot be compiled: which entry, which rule, what to mend. */
export class DoctrineFault extends Error {
  readonly rule: 'ASSESS-01' | 'ASSESS-02' | 'ASSESS-03'
  readonly entry: string

  constructor(rule: DoctrineFault['rule'], entry: string, message: string) {
    super(`${entry}: ${message} Rule ${rule}.`)
    this.name = 'DoctrineFault'
    this.rule = rule
    this.entry = entry
  }
}

/**
 * Compiles one rule.
 *
 * @param owner id of the entry that the rule belongs to; names the findings by people (`<owner>`, `<owner>:human`,
 *   `<owner>:counterfactual`, `<owner>:conditions`). A second question of the same kind in one rule ends in `-2`.
 * @throws DoctrineFault when the rule names a fact or a test that does not exist
 */
export function compileRule(rule: Rule, owner: string, scope: RuleScope): CompiledRule {
  const asked = new Map<string, number>()
  const keyOf = (suffix: string) => {
    const times = (asked.get(suffix) ?? 0) + 1
    asked.set(suffix, times)
    return times === 1 ? `${owner}${suffix}` : `${owner}${suffix}-${times}`
  }

  const compile = (part: Rule): CompiledRule => {
    if ('all' in part) return junction(part, 'all', part.all.map(compile))
    if ('any' in part) return junction(part, 'any', part.any.map(compile))
    if ('not' in part) return negation(part, compile(part.not))
    if ('fact' in part) return comparison(part, scope.slot(part.fact, owner))
    if ('test' in part) return scope.test(part.test, owner)
    if ('always' in part) return constant(part, verdictOf(part.always))
    const [type, suffix, questions] = questionOf(part)
    const key = keyOf(suffix)
    return question(part, type, key, questions, scope.slot(`finding.${key}`, owner))
  }
  return compile(rule)
}

type QuestionRule = Exclude<
  Rule,
  | { all: unknown }
  | { any: unknown }
  | { not: unknown }
  | { fact: unknown }
  | { test: unknown }
  | { always: unknown }
>
type QuestionType = 'weigh' | 'human' | 'counterfactual' | 'conditions'

function questionOf(rule: QuestionRule): readonly [QuestionType, string, readonly string[]] {
  if ('weigh' in rule) return ['weigh', '', rule.weigh]
  if ('human' in rule) return ['human', ':human', [rule.human]]
  if ('counterfactual' in rule) return ['counterfactual', ':counterfactual', [rule.counterfactual]]
  return ['conditions', ':conditions', rule.conditions]
}

/** `all` and `any` are one fold: one verdict decides at once; else doubt outweighs what the settled parts agree on. */
function junction(rule: Rule, type: 'all' | 'any', parts: readonly CompiledRule[]): CompiledRule {
  const verdicts = parts.map((part) => part.verdict)
  const decides = verdictOf(type === 'any')
  const agreed = verdictOf(type === 'all')
  const verdict = (frame: CaseFrame): Verdict => {
    let result = agreed
    for (const part of verdicts) {
      const seen = part(frame)
      if (seen === decides) return seen
      if (seen === 'unknown' || (seen === 'contested' && result === agreed)) result = seen
    }
    return result
  }
  return connective(rule, type, verdict, parts)
}

function negation(rule: Rule, part: CompiledRule): CompiledRule {
  return connective(rule, 'not', (frame) => not(part.verdict(frame)), [part])
}

function connective(
  rule: Rule,
  type: 'all' | 'any' | 'not',
  verdict: (frame: CaseFrame) => Verdict,
  parts: readonly CompiledRule[],
): CompiledRule {
  return {
    rule,
    verdict,
    prove: (frame) => ({
      verdict: verdict(frame),
      node: { type },
      support: [],
      parts: parts.map((part) => part.prove(frame)),
    }),
    slots: [...new Set(parts.flatMap((part) => part.slots))],
  }
}

function constant(rule: Rule, verdict: Verdict): CompiledRule {
  return {
    rule,
    verdict: () => verdict,
    prove: () => ({ verdict, node: { type: 'always' }, support: [], parts: [] }),
    slots: [],
  }
}

function comparison(rule: Extract<Rule, { fact: string }>, slot: Slot): CompiledRule {
  const compare = comparatorOf(rule, slot.property)
  const { index } = slot
  const verdict = (frame: CaseFrame): Verdict => {
    const fact = frame.cells[index] ?? factAt(frame, slot)
    return fact.state === 'known' ? compare(fact.value) : read(fact, compare)
  }
  return {
    rule,
    verdict,
    prove: (frame) => {
      const fact = factAt(frame, slot)
      return {
        verdict: read(fact, compare),
        node: { type: 'fact', rule, fact },
        support: supportOf(fact),
        parts: [],
      }
    },
    slots: [slot],
  }
}

function question(
  rule: Rule,
  type: QuestionType,
  key: string,
  questions: readonly string[],
  slot: Slot,
): CompiledRule {
  const verdict = (frame: CaseFrame) => read(factAt(frame, slot), holds)
  return {
    rule,
    verdict,
    prove: (frame) => {
      const fact = factAt(frame, slot)
      return {
        verdict: read(fact, holds),
        node: { type, key, questions, fact },
        support: supportOf(fact),
        parts: [],
      }
    },
    slots: [slot],
  }
}

/** What a person found: `{ holds, grounds }`. */
function holds(value: Value): Verdict {
  return typeof value === 'object' && 'holds' in value && typeof value.holds === 'boolean'
    ? verdictOf(value.holds)
    : 'unknown'
}

/** A fact under a comparison: contested facts are settled only where every alternative agrees. */
function read(fact: Fact, compare: Comparator): Verdict {
  if (fact.state === 'known') return compare(fact.value)
  if (fact.state === 'unknown') return 'unknown'
  let common: Verdict | undefined
  for (const alternative of fact.alternatives) {
    const seen = compare(alternative.value)
    if (common !== undefined && common !== seen) return 'contested'
    common = seen
  }
  return common ?? 'unknown'
}
