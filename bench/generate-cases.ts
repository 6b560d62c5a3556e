/**
 * Made-up cases and rules for benchmarks: the same seed gives the same ones, so that runs can be compared.
 */
import { type Fact, factsOf, type Facts, type Property, type Rule, type Value } from '@demarche/core'

/** A small linear congruential generator; numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** A value that fits the property, or undefined for the types that rules do not compare. */
export function makeValue({ type, name }: Property, random: () => number): Value | undefined {
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? ''
  switch (type.type) {
    case 'boolean':
      return random() < 0.5
    case 'integer':
    case 'number':
      return Math.floor(random() ** 4 * (type.max ?? 2_000_000))
    case 'enum':
      return pick(type.values)
    case 'set':
      return type.values ? [...new Set([pick(type.values), pick(type.values)])] : ['T1566', 'T1486']
    case 'record':
      return name.startsWith('finding.') ? { holds: random() < 0.5, grounds: 'weighed' } : undefined
    default:
      return undefined
  }
}

/** Cases with a share of their facts stated, some of them contested. */
export function makeCases(properties: readonly Property[], count: number, seed: number): readonly Facts[] {
  const random = seeded(seed)
  return Array.from({ length: count }, () => {
    const facts = new Map<string, Fact>()
    for (const property of properties) {
      if (property.cardinality === 'many' || random() < 0.4) continue
      const value = makeValue(property, random)
      const other = makeValue(property, random)
      if (value === undefined || other === undefined) continue
      const support = [{ statement: '0'.repeat(64), property: property.name }]
      facts.set(
        property.name,
        random() < 0.1 && JSON.stringify(value) !== JSON.stringify(other)
          ? { state: 'contested', alternatives: [value, other].map((each) => ({ value: each, support })) }
          : { state: 'known', value, support },
      )
    }
    return factsOf(facts)
  })
}

export const FLAGS = Array.from({ length: 12 }, (_, i) => `flag${i}`)
export const COUNTS = Array.from({ length: 8 }, (_, i) => `count${i}`)
export const WORDS = Array.from({ length: 4 }, (_, i) => `word${i}`)
export const CHOICES = ['none', 'low', 'moderate', 'high'] as const

/** A fact set for the comparison: every fact known, because the other engines know no unknown. */
export type FactSet = Readonly<Record<string, string | number | boolean>>

export function makeFactSets(count: number, seed: number): readonly FactSet[] {
  const random = seeded(seed)
  return Array.from({ length: count }, () =>
    Object.fromEntries([
      ...FLAGS.map((name) => [name, random() < 0.5] as const),
      ...COUNTS.map((name) => [name, Math.floor(random() * 100)] as const),
      ...WORDS.map((name) => [name, CHOICES[Math.floor(random() * 4)] ?? 'none'] as const),
    ]),
  )
}

/** Rules of the kind that packs hold: two or three levels of all and any over comparisons. */
export function makeRules(count: number, seed: number): readonly Rule[] {
  const random = seeded(seed)
  const pick = <T>(items: readonly T[], fallback: T): T =>
    items[Math.floor(random() * items.length)] ?? fallback
  const leaf = (): Rule => {
    const kind = random()
    if (kind < 0.5) return { fact: pick(FLAGS, 'flag0'), is: '==', value: random() < 0.7 }
    if (kind < 0.8) {
      return {
        fact: pick(COUNTS, 'count0'),
        is: pick(['>=', '>', '<', '<='] as const, '>='),
        value: Math.floor(random() * 100),
      }
    }
    return { fact: pick(WORDS, 'word0'), is: 'in', value: [pick(CHOICES, 'none'), pick(CHOICES, 'low')] }
  }
  const tree = (depth: number): Rule => {
    if (depth === 0 || random() < 0.2) return leaf()
    const parts = Array.from({ length: 2 + Math.floor(random() * 3) }, () => tree(depth - 1))
    return random() < 0.5 ? { all: parts } : { any: parts }
  }
  return Array.from({ length: count }, () => ({ all: [tree(2), tree(2)] }))
}
