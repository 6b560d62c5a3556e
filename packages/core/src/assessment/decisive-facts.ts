/**
 * What would decide it: the open facts of a case, by how many conclusions some answer to them would settle.
 *
 * For every fact that a rule reads and that is unknown or contested, the likely answers are supposed one after the
 * other (yes and no; each word of a list; each threshold that a rule names and its neighbours), and the tests and
 * dimensions that become settled are counted. The list is the desk's list of questions.
 *
 * Derived facts are not asked for: what they would settle is counted for what they follow from.
 * Rules ASSESS-20 to ASSESS-22 in docs/rules/assessment.md. Next door: `assess-law.ts`, `rate-dimensions.ts`.
 */
import type { DecisiveFact } from './decisive-fact.ts'
import type { Fact, Facts } from '../kernel/fact.ts'
import type { CalendarDate } from '../kernel/partial-date.ts'
import type { Rule, Scalar } from '../kernel/rule.ts'
import type { Value } from '../kernel/value.ts'
import { isSettled } from '../kernel/verdict.ts'
import { type CaseFrame, factAt, type Slot, supposing } from './case-frame.ts'
import type { CompiledDoctrine, CompiledLaw } from './compile-doctrine.ts'
import { statable } from './read-proof.ts'
import { readScale } from './rate-dimensions.ts'

/** Something that can become settled. */
interface Conclusion {
  readonly id: string
  readonly slots: ReadonlySet<Slot>
  readonly isSettled: (frame: CaseFrame) => boolean
}

/** The words and numbers that the rules of a law compare each fact with; collected once per law. */
const valuesByLaw = new WeakMap<CompiledLaw, ReadonlyMap<string, ReadonlySet<Scalar>>>()

/**
 * Lists the open facts that would settle something, most decisive first, then in the order in which the tests are asked.
 * Facts that no answer alone would settle anything for are left out.
 */
export function decisiveFacts(
  compiled: CompiledDoctrine,
  facts: Facts,
  onDate: CalendarDate,
): readonly DecisiveFact[] {
  const law = compiled.on(onDate)
  const frame = law.read(facts)
  const open = conclusionsOf(law, frame).filter((conclusion) => !conclusion.isSettled(frame))
  const settledBy = new Map<string, { property: string; settles: Set<string> }>()
  for (const slot of new Set(open.flatMap(({ slots }) => [...slots]))) {
    const fact = factAt(frame, slot)
    if (!isOpen(fact)) continue
    const concerned = open.filter(({ slots }) => slots.has(slot))
    for (const answer of answersFor(slot, fact, law)) {
      const supposed = supposing(frame, [[slot, { state: 'known', value: answer, support: [] }]])
      const settled = concerned.filter((conclusion) => conclusion.isSettled(supposed))
      if (settled.length === 0) continue
      const property = statable(slot.name, facts)
      const entry = settledBy.get(property) ?? { property, settles: new Set() }
      for (const { id } of settled) entry.settles.add(id)
      settledBy.set(property, entry)
    }
  }
  const places = new Map(law.tests.map(({ entry }, place) => [entry.id, place]))
  const placeOf = (settles: readonly string[]) =>
    Math.min(...settles.map((id) => places.get(id) ?? law.tests.length))
  return [...settledBy.values()]
    .map(({ property, settles }) => decisive(compiled, law, facts, property, [...settles].toSorted()))
    .toSorted(
      (a, b) =>
        b.settles.length - a.settles.length ||
        placeOf(a.settles) - placeOf(b.settles) ||
        (a.property < b.property ? -1 : 1),
    )
}

/** The properties that the list rests on, those aside that it names instead of a derived one. */
export function readByDecisive(law: CompiledLaw): readonly string[] {
  const slots = [
    ...law.tests.flatMap((test) => test.slots),
    ...law.scales.flatMap((scale) => [scale.rating, ...scale.slots]),
  ]
  return slots.map(({ name }) => name)
}

function conclusionsOf(law: CompiledLaw, frame: CaseFrame): readonly Conclusion[] {
  const tests = law.tests.map((test): Conclusion => ({
    id: test.entry.id,
    slots: new Set(test.slots),
    isSettled: (asked) => isSettled(test.verdict(asked)),
  }))
  const dimensions = law.scales
    .filter(({ rating }) => factAt(frame, rating).state === 'unknown')
    .map((scale): Conclusion => ({
      id: scale.scale.id,
      slots: new Set(scale.slots),
      isSettled: (asked) => {
        const reading = readScale(scale, asked)
        return reading !== null && reading.lower === reading.upper
      },
    }))
  return [...tests, ...dimensions]
}

function decisive(
  compiled: CompiledDoctrine,
  law: CompiledLaw,
  facts: Facts,
  property: string,
  settles: readonly string[],
): DecisiveFact {
  const askedOfPeople = property.startsWith('finding.')
  return {
    property,
    label: askedOfPeople
      ? questionLabel(law, property)
      : (compiled.vocabulary.find(property)?.label ?? property),
    state: facts.one(property).state === 'contested' ? 'contested' : 'unknown',
    askedOfPeople,
    settles,
  }
}

/** A question to people by the label of its test and, for a question inside a test, the question itself. */
function questionLabel(law: CompiledLaw, property: string): string {
  const key = property.slice('finding.'.length)
  const colon = key.indexOf(':')
  const test = law.test(colon < 0 ? key : key.slice(0, colon))
  if (!test) return key
  const question = colon < 0 ? undefined : questionIn(test.entry.rule, key.slice(colon + 1))
  return question === undefined ? test.entry.label : `${test.entry.label} (${question})`
}

function questionIn(rule: Rule | undefined, suffix: string): string | undefined {
  const [kind = '', number = '1'] = suffix.split('-')
  const found: string[] = []
  const walk = (part: Rule): void => {
    if ('all' in part) part.all.forEach(walk)
    else if ('any' in part) part.any.forEach(walk)
    else if ('not' in part) walk(part.not)
    else if ('human' in part && kind === 'human') found.push(part.human)
    else if ('counterfactual' in part && kind === 'counterfactual') found.push('on the intended effect')
    else if ('conditions' in part && kind === 'conditions') found.push(part.conditions.join('; '))
  }
  if (rule) walk(rule)
  return found[Number(number) - 1]
}

function isOpen(fact: Fact): boolean {
  return fact.state !== 'known' || fact.value === 'unknown'
}

/** The answers worth supposing: for a contested fact its own alternatives, else what the type and the rules suggest. */
function answersFor({ name, property }: Slot, fact: Fact, law: CompiledLaw): readonly Value[] {
  if (fact.state === 'contested') return fact.alternatives.map(({ value }) => value)
  const { type } = property
  const named = [...(valuesNamed(law).get(name) ?? [])]
  switch (type.type) {
    case 'boolean':
      return [true, false]
    case 'enum':
      return type.values.filter((value) => value !== 'unknown')
    case 'integer':
    case 'number': {
      const step = type.type === 'integer' ? 1 : 0.5
      const near = named.flatMap((value) =>
        typeof value === 'number' ? [value - step, value, value + step] : [],
      )
      const [min, max] = [type.min ?? Number.NEGATIVE_INFINITY, type.max ?? Number.POSITIVE_INFINITY]
      return [...new Set([0, ...near])].filter((value) => value >= min && value <= max)
    }
    case 'set':
    case 'countries':
      return [[], ...named.map((value) => [value]), ...(named.length === 0 ? [['?']] : [named])]
    case 'text':
    case 'date':
    case 'places':
    case 'reference':
    case 'address':
      return named
    case 'record':
      return name.startsWith('finding.') ? [true, false].map((holds) => ({ holds, grounds: 'supposed' })) : []
  }
}

function valuesNamed(law: CompiledLaw): ReadonlyMap<string, ReadonlySet<Scalar>> {
  const remembered = valuesByLaw.get(law)
  if (remembered) return remembered
  const values = new Map<string, Set<Scalar>>()
  const walk = (rule: Rule): void => {
    if ('all' in rule) rule.all.forEach(walk)
    else if ('any' in rule) rule.any.forEach(walk)
    else if ('not' in rule) walk(rule.not)
    else if ('fact' in rule && rule.value !== undefined) {
      const entry = values.get(rule.fact) ?? new Set()
      for (const value of typeof rule.value === 'object' ? rule.value : [rule.value]) entry.add(value)
      values.set(rule.fact, entry)
    }
  }
  for (const { entry } of law.tests) if (entry.rule) walk(entry.rule)
  for (const { scale } of law.scales) for (const { when } of scale.levels) walk(when)
  valuesByLaw.set(law, values)
  return values
}
