import { loadDoctrine } from '@demarche/doctrine'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileDoctrine } from '../assessment/compile-doctrine.ts'
import { CASE_VOCABULARY } from '../incident/case-vocabulary.ts'
import { DERIVATIONS } from '../incident/derived-properties.ts'
import { deriveFacts } from '../incident/derive-facts.ts'
import { type Alternative, type Fact, type Facts, factsOf } from '../kernel/fact.ts'
import type { Value } from '../kernel/value.ts'
import type { Property } from '../kernel/vocabulary.ts'
import type { Statement } from '../kernel/statement.ts'
import { byId, type Findings, FINDINGS_AFRESH, weighCase } from '../toolbox/weigh-case.ts'
import { keepFindings } from './keep-findings.ts'

const compiled = compileDoctrine(loadDoctrine(), CASE_VOCABULARY)
const DAYS = ['2026-11-23', '2019-05-17', '2010-01-01']
const slots = compiled.on('2026-11-23').slots.map(({ property }) => property)
const properties = [
  ...CASE_VOCABULARY.properties,
  ...slots.filter(({ name }) => /^(?:finding|rating)\./.test(name)),
]
/** what some rule reads, and what such a fact is derived from */
const read = new Set(slots.flatMap(({ name }) => [name, ...(DERIVATIONS[name]?.from ?? [])]))

function valueOf({ name, type }: Property): fc.Arbitrary<Value> {
  switch (type.type) {
    case 'boolean':
      return fc.boolean()
    case 'enum':
      return fc.constantFrom(...type.values)
    case 'integer':
    case 'number':
      return fc.integer({ min: type.min ?? 0, max: type.max ?? 9 })
    case 'set':
    case 'countries':
    case 'places':
      return fc.subarray(['EE', 'FI', 'XA', 'energy', 'c', 'd'])
    case 'text':
    case 'address':
    case 'reference':
      return fc.constantFrom('one', 'other')
    case 'date':
      return fc.constantFrom('2022-02-24', '2022-03')
    case 'record':
      return name.startsWith('finding.')
        ? fc.boolean().map((holds) => ({ holds, grounds: 'drawn' }))
        : name.startsWith('rating.')
          ? fc.integer({ min: 0, max: 5 }).map((level) => ({ level, reason: 'drawn' }))
          : fc.constantFrom(
              { kind: 'political', accused: 'Unit 1', accusedState: 'XA', claimantState: 'EE' },
              { country: 'EE', sector: 'energy', name: 'Grid' },
            )
  }
}

const support = fc.constantFrom('s1', 's2').map((statement) => [{ statement, property: 'said' }])

interface Change {
  readonly property: Property
  readonly alternatives: readonly Alternative[]
}

const versionsOf = (property: Property): fc.Arbitrary<Change> =>
  fc
    .array(fc.record({ value: valueOf(property), support }), { maxLength: 2 })
    .map((alternatives) => ({ property, alternatives }))
/** One property with something known of it, or taken back. */
const change = fc.constantFrom(...properties).chain(versionsOf)
/** The same of a property that some rule reads, again and again. */
const changesOfOne = fc
  .constantFrom(...properties.filter(({ name }) => read.has(name)))
  .chain((property) => fc.array(versionsOf(property), { minLength: 2, maxLength: 5 }))

function factsAfter(changes: readonly Change[]): Facts {
  const one = new Map<string, Fact>()
  const many = new Map<string, readonly Alternative[]>()
  for (const { property, alternatives } of changes) {
    const { name, cardinality } = property
    one.delete(name)
    many.delete(name)
    const [first, second] = alternatives
    if (!first) continue
    if (cardinality === 'many') many.set(name, alternatives)
    else one.set(name, second ? { state: 'contested', alternatives } : { state: 'known', ...first })
  }
  return factsOf(one, many)
}

/** under the facts that are drawn; one is surer than the other */
const statements = byId(
  (['A', 'D'] as const).map((reliability, place): Statement => ({
    id: `s${place + 1}`,
    entity: 'case:x',
    kind: 'case',
    assertions: [],
    source: { document: 'drawn', verified: true },
    grading: { reliability, credibility: '2' },
    marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' },
    assertedBy: 'EU',
    assertedAt: '2026-11-23T08:00:00.000Z',
  })),
)

const said = (findings: Findings, facts: Facts, day: string): string =>
  JSON.stringify([
    weighCase(compiled, facts, day, statements, findings),
    findings.decisive(compiled, facts, day),
  ])

describe('findings that are kept', () => {
  it('are those made afresh, whatever cases were asked about before', () => {
    const cases = fc.record({
      known: fc.array(change, { maxLength: 30 }),
      changes: fc.array(changesOfOne, { minLength: 1, maxLength: 3 }),
      days: fc.subarray(DAYS, { minLength: 1 }),
    })
    fc.assert(
      fc.property(cases, ({ known, changes, days }) => {
        const kept = keepFindings()
        for (const one of [known, ...changes.flat().map((last) => [...known, last])]) {
          for (const day of days) {
            const facts = deriveFacts(factsAfter(one), day)
            expect(said(kept, facts, day)).toBe(said(FINDINGS_AFRESH, facts, day))
          }
        }
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  it('are the very same where a new fact is none that they rest on', () => {
    const kept = keepFindings()
    const find = (facts: Facts) => [
      ...kept.tests(compiled, facts, '2026-11-23'),
      ...kept.measures(compiled, facts, '2026-11-23'),
      ...kept.profile(compiled, facts, '2026-11-23', statements),
    ]
    const before = find(factsOf(new Map()))
    const told = find(factsOf(new Map([['summary', { state: 'known', value: 'Told.', support: [] }]])))
    expect(told.every((finding, place) => finding === before[place])).toBe(true)
    const coercive = find(factsOf(new Map([['coercive', { state: 'known', value: true, support: [] }]])))
    const changed = coercive.filter((finding, place) => finding !== before[place])
    expect(changed.length).toBeGreaterThan(0)
    expect(changed.length).toBeLessThan(before.length / 2)
    const packages = (facts: Facts) => weighCase(compiled, facts, '2026-11-23', statements, kept).packages
    const none = packages(factsOf(new Map()))
    expect(packages(factsOf(new Map([['summary', { state: 'known', value: 'Told.', support: [] }]])))).toBe(
      none,
    )
  })
})
