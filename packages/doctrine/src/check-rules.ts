/**
 * What the rules of a pack speak of must exist: facts of the vocabulary, tests of the pack, factors of the test.
 *
 * A comparison must also be able to hold: a fact of words is not compared with a number, and a word that the fact
 * cannot have is a typing error, not an unknown.
 *
 * Rests on: docs/rules/doctrine.md, DOC-15 to DOC-20. Next door: `check-references.ts`.
 */
import { CASE_VOCABULARY, derivedProperty, type Property, type PropertyType, type Rule } from '@demarche/core'
import type { Fault, Place } from './pack-file.ts'
import type { PackEntries } from './read-entries.ts'

interface Written {
  readonly rule: Rule
  readonly path: string
  readonly place: Place
}

/** The property that a rule may ask for: of the case, or derived from it; undefined when there is none. */
export function findFact(name: string): Property | undefined {
  return name.includes('.') ? undefined : (CASE_VOCABULARY.find(name) ?? derivedProperty(name))
}

/** Every rule of the pack, with the factors its `weigh` may name. */
function* writtenRules(entries: PackEntries): Generator<Written & { readonly factors: readonly string[] }> {
  for (const { entry, path, place } of entries.tests) {
    const factors = (entry.factors ?? []).map((factor) => factor.id)
    if (entry.rule) yield { rule: entry.rule, path, place: [...place, 'rule'], factors }
    for (const [index, factor] of (entry.factors ?? []).entries()) {
      for (const [flag, rule] of Object.entries(factor.flags)) {
        yield { rule, path, place: [...place, 'factors', index, 'flags', flag], factors: [] }
      }
    }
  }
  for (const { entry, path, place } of entries.scales) {
    for (const [index, { when }] of entry.levels.entries()) {
      yield { rule: when, path, place: [...place, 'levels', index, 'when'], factors: [] }
    }
  }
  for (const { entry, path, place } of entries.measures) {
    for (const [index, { rule }] of entry.availability.entries()) {
      yield { rule, path, place: [...place, 'availability', index, 'rule'], factors: [] }
    }
  }
  for (const { entry, path, place } of entries.norms) {
    if (entry.considerWhen)
      yield { rule: entry.considerWhen, path, place: [...place, 'considerWhen'], factors: [] }
  }
}

/** Every node of a rule, with its place. */
function* nodesOf(rule: Rule, place: Place): Generator<{ readonly node: Rule; readonly place: Place }> {
  yield { node: rule, place }
  if ('all' in rule)
    for (const [index, part] of rule.all.entries()) yield* nodesOf(part, [...place, 'all', index])
  if ('any' in rule)
    for (const [index, part] of rule.any.entries()) yield* nodesOf(part, [...place, 'any', index])
  if ('not' in rule) yield* nodesOf(rule.not, [...place, 'not'])
}

export function checkRules(entries: PackEntries): Fault[] {
  const faults: Fault[] = []
  const tests = new Set([...entries.tests.map(({ entry }) => entry.id), ...entries.unread.tests])
  const known = [...tests].toSorted().join(', ')
  for (const { rule, path, place: top, factors } of writtenRules(entries)) {
    const asked = new Set<string>()
    for (const { node, place } of nodesOf(rule, top)) {
      const fault = (at: string, number: Fault['rule'], message: string) =>
        faults.push({ path, place: [...place, at], rule: number, message })
      if ('fact' in node) {
        const property = findFact(node.fact)
        if (!property)
          fault(
            'fact',
            'DOC-15',
            `a case has no fact "${node.fact}"; see the vocabulary of cases for the names.`,
          )
        else {
          const why = comparisonFault(property, node)
          if (why) fault('value', 'DOC-16', why)
        }
      }
      const test = 'test' in node ? node.test : 'counterfactual' in node ? node.counterfactual : undefined
      if (test !== undefined && !tests.has(test)) {
        fault(
          'test' in node ? 'test' : 'counterfactual',
          'DOC-17',
          `the pack has no test "${test}"; it has ${known}.`,
        )
      }
      if ('weigh' in node) {
        for (const factor of node.weigh.filter((id) => !factors.includes(id))) {
          fault(
            'weigh',
            'DOC-19',
            `the test has no factor "${factor}"; it has ${factors.join(', ') || 'none'}.`,
          )
        }
      }
      for (const kind of ['weigh', 'counterfactual', 'human', 'conditions'] as const) {
        if (!(kind in node)) continue
        if (asked.has(kind)) {
          const message = `a second question of the kind "${kind}" in one rule; answers are kept by entry and kind, so ask it once or make it a test of its own.`
          fault(kind, 'DOC-20', message)
        }
        asked.add(kind)
      }
    }
  }
  for (const { entry, path, place } of entries.tests) {
    for (const [index, factor] of (entry.factors ?? []).entries()) {
      for (const [position, name] of factor.facts.entries()) {
        if (findFact(name)) continue
        const message = `a case has no fact "${name}"; see the vocabulary of cases for the names.`
        faults.push({ path, place: [...place, 'factors', index, 'facts', position], rule: 'DOC-15', message })
      }
    }
  }
  return [...faults, ...circles(entries)]
}

function comparisonFault(property: Property, { is, value }: Extract<Rule, { fact: string }>): string | null {
  const { type } = property
  const name = property.name
  const isSet = type.type === 'set' || type.type === 'countries'
  const values: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value]
  if (is === 'nonEmpty')
    return isSet || type.type === 'text' ? null : `"${name}" is no list, so "nonEmpty" cannot be asked of it.`
  if (values.length === 0) return `"${is}" needs a value to compare "${name}" with.`
  if (is === '>' || is === '>=' || is === '<' || is === '<=') {
    if (type.type === 'date')
      return typeof value === 'string' ? null : `"${name}" is a date; expected a date as text.`
    if (type.type !== 'integer' && type.type !== 'number')
      return `"${name}" is no number, so "${is}" cannot be asked of it.`
    return typeof value === 'number' ? null : `"${name}" is a number; seen ${JSON.stringify(value)}.`
  }
  if (is === 'includes' && !isSet)
    return `"${name}" is no list, so "includes" cannot be asked of it; use "==" or "in".`
  if ((is === 'in' || is === '==' || is === '!=') && isSet && !Array.isArray(value)) {
    return `"${name}" is a list; use "includes" or "nonEmpty".`
  }
  const wrong = values.find((item) => !fits(type, item))
  return wrong === undefined ? null : `"${name}" can never be ${JSON.stringify(wrong)}; ${allowed(type)}.`
}

function fits(type: PropertyType, value: unknown): boolean {
  switch (type.type) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'integer':
    case 'number':
      return typeof value === 'number' && value >= (type.min ?? value) && value <= (type.max ?? value)
    case 'enum':
      return typeof value === 'string' && type.values.includes(value)
    case 'set':
      return typeof value === 'string' && (type.values?.includes(value) ?? true)
    case 'record':
      return false
    default:
      return typeof value === 'string'
  }
}

function allowed(type: PropertyType): string {
  if (type.type === 'enum') return `it is one of ${type.values.join(', ')}`
  if (type.type === 'set' && type.values) return `its words are ${type.values.join(', ')}`
  if (type.type === 'integer' || type.type === 'number') return `it is a number of ${type.unit}`
  return type.type === 'record' ? 'it is a record, which rules cannot compare' : `it is a ${type.type}`
}

/** Tests that end up asking themselves. */
function circles(entries: PackEntries): Fault[] {
  const asks = new Map<string, string[]>()
  for (const { entry } of entries.tests) {
    const names = entry.rule
      ? [...nodesOf(entry.rule, [])].flatMap(({ node }) => ('test' in node ? [node.test] : []))
      : []
    asks.set(entry.id, [...(asks.get(entry.id) ?? []), ...names])
  }
  const reaches = (from: string, wanted: string, seen: Set<string>): boolean =>
    (asks.get(from) ?? []).some((next) => {
      if (next === wanted) return true
      if (seen.has(next)) return false
      seen.add(next)
      return reaches(next, wanted, seen)
    })
  return entries.tests
    .filter(({ entry }) => reaches(entry.id, entry.id, new Set()))
    .map(({ entry, path, place }) => ({
      path,
      place: [...place, 'rule'],
      rule: 'DOC-18' as const,
      message: `the test "${entry.id}" asks itself, directly or by way of others; it would never come to an answer.`,
    }))
}
