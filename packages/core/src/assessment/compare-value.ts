/**
 * Comparisons: what a rule's `is` means for one value of a fact.
 *
 * Takes the comparison and its value; gives a function from a value to a verdict. Values that say "unknown" and values
 * of the wrong kind for the comparison are unknown, never false. Dates compare over the whole range they may mean:
 * "2019" is neither certainly before nor certainly after 17 May 2019.
 *
 * Rules ASSESS-04 to ASSESS-06 are in docs/rules/assessment.md. Next door: `compile-rule.ts`.
 */
import { earliestDay, isPartialDate, latestDay } from '../kernel/partial-date.ts'
import type { Rule, Scalar } from '../kernel/rule.ts'
import type { Value } from '../kernel/value.ts'
import { type Verdict, not, verdictOf } from '../kernel/verdict.ts'
import type { Property } from '../kernel/vocabulary.ts'

type FactRule = Extract<Rule, { fact: string }>
export type Comparator = (value: Value) => Verdict

/** The comparison of a rule as a function of the fact's value. */
export function comparatorOf(rule: FactRule, property: Property): Comparator {
  const compare = plainComparator(rule, property)
  return property.type.type === 'enum'
    ? (value) => (value === 'unknown' ? 'unknown' : compare(value))
    : compare
}

function plainComparator({ is, value }: FactRule, property: Property): Comparator {
  switch (is) {
    case 'nonEmpty': {
      const wanted = value !== false
      return (seen) =>
        verdictOf((Array.isArray(seen) || typeof seen === 'string' ? seen.length > 0 : true) === wanted)
    }
    case 'in': {
      const listed = new Set<Value>(listOf(value))
      return (seen) => verdictOf(listed.has(seen))
    }
    case 'includes': {
      const listed = new Set<Value>(listOf(value))
      return (seen) =>
        verdictOf(Array.isArray(seen) ? seen.some((item: Value) => listed.has(item)) : listed.has(seen))
    }
    case '==':
      return equality(value, property)
    case '!=': {
      const equals = equality(value, property)
      return (seen) => not(equals(seen))
    }
    default:
      return property.type.type === 'date' ? dateOrder(is, value) : numberOrder(is, value)
  }
}

function equality(value: Scalar | readonly Scalar[] | undefined, property: Property): Comparator {
  if (Array.isArray(value)) {
    const wanted = new Set<Value>(listOf(value))
    return (seen) =>
      Array.isArray(seen)
        ? verdictOf(wanted.size === new Set(seen).size && seen.every((item) => wanted.has(item)))
        : 'unknown'
  }
  if (property.type.type === 'date') {
    const [notBefore, notAfter] = [dateOrder('>=', value), dateOrder('<=', value)]
    // a less precise date may be the day asked for, or not
    return (seen) =>
      seen === value
        ? 'true'
        : notBefore(seen) === 'false' || notAfter(seen) === 'false'
          ? 'false'
          : 'unknown'
  }
  return (seen) => verdictOf(seen === value)
}

function numberOrder(is: '>' | '>=' | '<' | '<=', value: Scalar | readonly Scalar[] | undefined): Comparator {
  if (typeof value !== 'number') return () => 'unknown'
  switch (is) {
    case '>':
      return (seen) => (typeof seen === 'number' ? (seen > value ? 'true' : 'false') : 'unknown')
    case '>=':
      return (seen) => (typeof seen === 'number' ? (seen >= value ? 'true' : 'false') : 'unknown')
    case '<':
      return (seen) => (typeof seen === 'number' ? (seen < value ? 'true' : 'false') : 'unknown')
    case '<=':
      return (seen) => (typeof seen === 'number' ? (seen <= value ? 'true' : 'false') : 'unknown')
  }
}

function dateOrder(is: '>' | '>=' | '<' | '<=', value: Scalar | readonly Scalar[] | undefined): Comparator {
  if (typeof value !== 'string' || !isPartialDate(value)) return () => 'unknown'
  const [first, last] = [earliestDay(value), latestDay(value)]
  return (seen) => {
    if (typeof seen !== 'string' || !isPartialDate(seen)) return 'unknown'
    const [from, to] = [earliestDay(seen), latestDay(seen)]
    switch (is) {
      case '>':
        return from > last ? 'true' : to <= first ? 'false' : 'unknown'
      case '>=':
        return from >= last ? 'true' : to < first ? 'false' : 'unknown'
      case '<':
        return to < first ? 'true' : from >= last ? 'false' : 'unknown'
      case '<=':
        return to <= first ? 'true' : from > last ? 'false' : 'unknown'
    }
  }
}

function listOf(value: Scalar | readonly Scalar[] | undefined): readonly Scalar[] {
  if (value === undefined) return []
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? [value]
    : value
}
