/**
 * Facts out of facts: what follows from every reading of what others may be, with the support of all it follows from.
 *
 * A contested input gives a contested result, an unknown one leaves it unknown unless the rest decides, and silence is
 * never read as "no". Rests on: docs/rules/facts.md. Next door: `derive-facts.ts` says what follows from what.
 */
import { type Alternative, type Fact, type Support, UNKNOWN } from '../kernel/fact.ts'
import type { Value } from '../kernel/value.ts'

/** Something read from the record, with the statements that say it. */
export interface Supported<T> {
  readonly it: T
  readonly support: readonly Support[]
}

export function known(value: Value, from: readonly Supported<unknown>[]): Fact {
  return { state: 'known', value, support: from.flatMap(({ support }) => support) }
}

/** True when something supports it; otherwise unknown, because silence is not a denial. */
export function holdsFor(from: readonly Supported<unknown>[]): Fact {
  return from.length > 0 ? known(true, from) : UNKNOWN
}

/**
 * Computes a fact from every combination of what its inputs may be. An input that is unknown is passed as undefined;
 * when any combination leaves the result open, the result is unknown.
 */
export function follow(
  inputs: readonly Fact[],
  compute: (values: readonly (Value | undefined)[]) => Value | undefined,
): Fact {
  let combinations: { values: (Value | undefined)[]; support: readonly Support[] }[] = [
    { values: [], support: [] },
  ]
  for (const input of inputs) {
    const readings: readonly { value?: Value; support: readonly Support[] }[] =
      input.state === 'unknown' ? [{ support: [] }] : input.state === 'known' ? [input] : input.alternatives
    combinations = combinations.flatMap(({ values, support }) =>
      readings.map((reading) => ({
        values: [...values, reading.value],
        support: [...support, ...reading.support],
      })),
    )
  }
  const results: { value: Value; support: readonly Support[] }[] = []
  for (const { values, support } of combinations) {
    const value = compute(values)
    if (value === undefined) return UNKNOWN
    results.push({ value, support })
  }
  return settle(results)
}

/** One value: known. Several: contested. */
export function settle(results: readonly Alternative[]): Fact {
  const groups = new Map<string, { value: Value; support: Support[] }>()
  for (const { value, support } of results) {
    const key = JSON.stringify(value)
    const group = groups.get(key) ?? { value, support: [] }
    for (const item of support) {
      if (!group.support.some((s) => s.statement === item.statement && s.property === item.property)) {
        group.support.push(item)
      }
    }
    groups.set(key, group)
  }
  const alternatives = [...groups.values()]
  const [first] = alternatives
  if (!first) return UNKNOWN
  return alternatives.length === 1 ? { state: 'known', ...first } : { state: 'contested', alternatives }
}
