/**
 * The condition that a rule puts on one fact, with what is on record: `Deaths is at least 1 (on record: 2)`.
 *
 * Takes the comparison, the fact and its property; gives one line without a verdict. Next door: `phrase-proof.ts`.
 */
import { phraseFact, phraseValue } from '../incident/phrase-value.ts'
import type { Fact } from '../kernel/fact.ts'
import type { Comparison, Rule } from '../kernel/rule.ts'
import type { Value } from '../kernel/value.ts'
import type { Property } from '../kernel/vocabulary.ts'

const COMPARISON_WORDS: Readonly<Record<Comparison, string>> = {
  '==': 'is',
  '!=': 'is not',
  '>': 'is more than',
  '>=': 'is at least',
  '<': 'is less than',
  '<=': 'is at most',
  in: 'is one of',
  includes: 'includes one of',
  nonEmpty: 'names at least one',
}

/** @param property undefined for a fact that no vocabulary names: its name is split into words */
export function phraseCondition(
  rule: Extract<Rule, { fact: string }>,
  fact: Fact,
  property: Property | undefined,
): string {
  const label = property?.label ?? spacedOut(rule.fact)
  const say = (value: Value) => (property ? valueWords(property, value) : String(value))
  const seen = property
    ? phraseFact(property, fact)
    : fact.state === 'known'
      ? String(fact.value)
      : fact.state
  const wanted =
    rule.is === 'nonEmpty' || rule.value === undefined
      ? ''
      : ` ${(typeof rule.value === 'object' ? rule.value : [rule.value]).map(say).join(', ')}`
  return `${label} ${COMPARISON_WORDS[rule.is]}${wanted} (on record: ${seen})`
}

/** A value that a rule asks for; one word of a list reads like the list. */
function valueWords(property: Property, value: Value): string {
  const isList = property.type.type === 'set' || property.type.type === 'countries'
  return phraseValue(property, isList && typeof value === 'string' ? [value] : value)
}

function spacedOut(name: string): string {
  const words = name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
