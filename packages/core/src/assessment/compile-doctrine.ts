/**
 * A doctrine pack becomes functions: every test, scale and norm compiled once, for the versions in force on a date.
 *
 * Takes a checked pack and the vocabulary of cases; gives, for any date, the law of that day. Entries may stand in the
 * pack in several dated versions; the one in force is used. Where none is in force yet, the first to come is used so that
 * its reasons can be shown, and whoever shows it says that it is not in force.
 *
 * Rules ASSESS-01 to ASSESS-03 and ASSESS-09 are in docs/rules/assessment.md. Next door: `compile-rule.ts`.
 */
import { derivedProperty } from '../incident/derived-properties.ts'
import type { DoctrineEntry } from '../kernel/doctrine-entry.ts'
import type { DimensionScale, Doctrine, Factor, Level, LegalTest, Norm } from '../kernel/doctrine.ts'
import { isInForce } from '../kernel/doctrine-entry.ts'
import type { Facts } from '../kernel/fact.ts'
import type { CalendarDate } from '../kernel/partial-date.ts'
import type { Rule } from '../kernel/rule.ts'
import type { Property, Vocabulary } from '../kernel/vocabulary.ts'
import { type CaseFrame, openFrame, type Slot } from './case-frame.ts'
import { type CompiledRule, compileRule, DoctrineFault, type RuleScope } from './compile-rule.ts'

/** One factor with its flags as functions. */
export interface CompiledFactor {
  readonly factor: Factor
  readonly inputs: readonly Slot[]
  readonly notable?: CompiledRule
  readonly strong?: CompiledRule
  readonly veryStrong?: CompiledRule
}

/** A test that decides something. */
export interface CompiledTest extends CompiledRule {
  readonly entry: LegalTest
  readonly factors: readonly CompiledFactor[]
  /** false: nothing in it is left to people */
  readonly readsJudgement: boolean
  /** the test whose factors are read on the intended effect, for tests of attempts */
  readonly readOnIntent?: string
}

export interface CompiledScale {
  readonly scale: DimensionScale
  /** lowest level first */
  readonly levels: readonly { readonly level: Level; readonly rule: CompiledRule }[]
  /** where a person's rating stands */
  readonly rating: Slot
  readonly slots: readonly Slot[]
}

export interface CompiledNorm {
  readonly norm: Norm
  readonly considerWhen?: CompiledRule
}

/** The law of one day as functions. */
export interface CompiledLaw {
  /** tests with a rule that ask about a case (not about the life of a listing), in the order of the pack */
  readonly tests: readonly CompiledTest[]
  readonly scales: readonly CompiledScale[]
  readonly norms: readonly CompiledNorm[]
  /** every slot made so far */
  readonly slots: readonly Slot[]
  /** a frame to ask the rules of this law with; it serves one case and remembers its verdicts */
  read(facts: Facts): CaseFrame
  test(id: string): CompiledTest | undefined
  slot(name: string): Slot
  /** compiles any other rule of the pack (availability of a measure …); the same rule object is compiled once */
  rule(rule: Rule, owner: string): CompiledRule
}

export interface CompiledDoctrine {
  readonly doctrine: Doctrine
  readonly vocabulary: Vocabulary
  /** the law of a calendar day in Brussels */
  on(date: CalendarDate): CompiledLaw
}

/**
 * Compiles a pack. All versions are compiled at once, so that a fault shows when the pack is loaded.
 * @throws DoctrineFault ASSESS-01 tests in a circle, ASSESS-02 unknown fact, ASSESS-03 unknown test
 */
export function compileDoctrine(doctrine: Doctrine, vocabulary: Vocabulary): CompiledDoctrine {
  const laws = new Map<string, CompiledLaw>()
  const byDate = new Map<CalendarDate, CompiledLaw>()
  const entries: readonly DoctrineEntry[] = [...doctrine.tests, ...doctrine.scales, ...doctrine.norms]
  const on = (date: CalendarDate): CompiledLaw => {
    const remembered = byDate.get(date)
    if (remembered) return remembered
    const chosen = versionsOn(entries, date)
    const key = entries.map((entry) => (chosen.has(entry) ? '1' : '0')).join('')
    let law = laws.get(key)
    if (!law) {
      law = compileLaw(doctrine, vocabulary, chosen)
      laws.set(key, law)
    }
    byDate.set(date, law)
    return law
  }
  const firstDays = new Set(entries.map((entry) => entry.inForce.from))
  for (const day of firstDays) on(day)
  return { doctrine, vocabulary, on }
}

/** The version of each entry to use on a day: the one in force, else the next to come, else the last that was. */
export function versionsOn<E extends DoctrineEntry>(
  entries: readonly E[],
  date: CalendarDate,
): ReadonlySet<E> {
  const byId = new Map<string, E>()
  for (const entry of entries) {
    const other = byId.get(entry.id)
    byId.set(entry.id, other === undefined ? entry : better(other, entry, date))
  }
  return new Set(byId.values())
}

function better<E extends DoctrineEntry>(a: E, b: E, date: CalendarDate): E {
  if (isInForce(a, date) !== isInForce(b, date)) return isInForce(a, date) ? a : b
  const [aComes, bComes] = [a.inForce.from > date, b.inForce.from > date]
  if (aComes !== bComes) return aComes ? a : b
  const later = a.inForce.from >= b.inForce.from ? a : b
  return aComes ? (later === a ? b : a) : later
}

function compileLaw(
  doctrine: Doctrine,
  vocabulary: Vocabulary,
  chosen: ReadonlySet<DoctrineEntry>,
): CompiledLaw {
  const slots = new Map<string, Slot>()
  const slotList: Slot[] = []
  const tests = new Map(doctrine.tests.filter((entry) => chosen.has(entry)).map((entry) => [entry.id, entry]))
  const compiled = new Map<string, CompiledTest>()
  const open: string[] = []

  const slot = (name: string, owner: string): Slot => {
    let found = slots.get(name)
    if (!found) {
      const property = propertyOf(vocabulary, name)
      if (!property) {
        throw new DoctrineFault(
          'ASSESS-02',
          owner,
          `its rule reads "${name}", which no ${vocabulary.label} has. Name a property of the vocabulary or a derived one.`,
        )
      }
      found = { index: slotList.length, name, property, isJudgement: name.startsWith('finding.') }
      slots.set(name, found)
      slotList.push(found)
    }
    return found
  }

  const scope: RuleScope = {
    slot,
    test: (id, owner) => compileTest(id, owner),
  }

  const compileTest = (id: string, owner: string): CompiledTest => {
    const done = compiled.get(id)
    if (done) return done
    const entry = tests.get(id)
    if (!entry?.rule) {
      const what = entry ? 'which explains but decides nothing' : 'which is not in the pack'
      throw new DoctrineFault('ASSESS-03', owner, `its rule asks for the test "${id}", ${what}.`)
    }
    if (open.includes(id)) {
      const circle = [...open.slice(open.indexOf(id)), id].join(' → ')
      throw new DoctrineFault('ASSESS-01', owner, `tests ask for each other in a circle: ${circle}.`)
    }
    open.push(id)
    const rule = compileRule(entry.rule, id, scope)
    open.pop()
    const readOnIntent = counterfactualOf(entry.rule)
    const factors = (entry.factors ?? []).map((factor) => compileFactor(factor, id, scope))
    const index = compiled.size
    const test: CompiledTest = {
      rule: { test: id },
      // asked for by several other tests: worked out once per case
      verdict: (frame) => (frame.verdicts[index] ??= rule.verdict(frame)),
      slots: rule.slots,
      prove: (frame) => ({
        verdict: rule.verdict(frame),
        node: { type: 'test', id, label: entry.label },
        authority: entry.authority,
        citation: entry.source,
        verified: entry.verified,
        support: [],
        parts: [rule.prove(frame)],
      }),
      entry,
      readsJudgement: rule.slots.some(({ isJudgement }) => isJudgement),
      factors,
      ...(readOnIntent === undefined ? {} : { readOnIntent }),
    }
    compiled.set(id, test)
    return test
  }

  for (const entry of tests.values()) if (entry.rule) compileTest(entry.id, entry.id)
  const scales = doctrine.scales
    .filter((scale) => chosen.has(scale))
    .map((scale) => compileScale(scale, scope))
  const norms = doctrine.norms
    .filter((norm) => chosen.has(norm))
    .map((norm): CompiledNorm =>
      norm.considerWhen ? { norm, considerWhen: compileRule(norm.considerWhen, norm.id, scope) } : { norm },
    )
  const others = new WeakMap<Rule, CompiledRule>()
  return {
    tests: [...tests.values()]
      .filter(({ family }) => family !== 'life-of-a-listing')
      .flatMap(({ id }) => compiled.get(id) ?? []),
    scales,
    norms,
    slots: slotList,
    read: openFrame,
    test: (id) => compiled.get(id),
    slot: (name) => slot(name, name),
    rule(rule, owner) {
      let found = others.get(rule)
      if (!found) {
        found = compileRule(rule, owner, scope)
        others.set(rule, found)
      }
      return found
    },
  }
}

function compileFactor(factor: Factor, test: string, scope: RuleScope): CompiledFactor {
  const { notable, strong, veryStrong } = factor.flags
  const owner = `${test} ${factor.id}`
  return {
    factor,
    inputs: factor.facts.map((name) => scope.slot(name, owner)),
    ...(notable ? { notable: compileRule(notable, owner, scope) } : {}),
    ...(strong ? { strong: compileRule(strong, owner, scope) } : {}),
    ...(veryStrong ? { veryStrong: compileRule(veryStrong, owner, scope) } : {}),
  }
}

function compileScale(scale: DimensionScale, scope: RuleScope): CompiledScale {
  const levels = scale.levels
    .toSorted((a, b) => a.level - b.level)
    .map(({ level, when }) => ({ level, rule: compileRule(when, `${scale.id}:${level}`, scope) }))
  return {
    scale,
    levels,
    rating: scope.slot(`rating.${scale.id}`, scale.id),
    slots: [...new Set(levels.flatMap(({ rule }) => rule.slots))],
  }
}

function propertyOf(vocabulary: Vocabulary, name: string): Property | undefined {
  return vocabulary.find(name) ?? derivedProperty(name)
}

/** The test that a rule reads on the intended effect, if it has such a part. */
function counterfactualOf(rule: Rule): string | undefined {
  if ('counterfactual' in rule) return rule.counterfactual
  const parts = 'all' in rule ? rule.all : 'any' in rule ? rule.any : 'not' in rule ? [rule.not] : []
  for (const part of parts) {
    const found = counterfactualOf(part)
    if (found !== undefined) return found
  }
  return undefined
}
