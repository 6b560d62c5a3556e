import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDoctrine, aTest, contested, factsWith, known } from '../../test/small-doctrine.ts'
import { CASE_VOCABULARY } from '../incident/case-vocabulary.ts'
import type { Fact } from '../kernel/fact.ts'
import type { Proof } from '../kernel/finding.ts'
import type { Rule } from '../kernel/rule.ts'
import type { Value } from '../kernel/value.ts'
import { and, isSettled, not, or, type Verdict } from '../kernel/verdict.ts'
import { compileDoctrine } from './compile-doctrine.ts'
import { DoctrineFault } from './compile-rule.ts'

const law = compileDoctrine(aDoctrine({}), CASE_VOCABULARY).on('2026-11-23')
const ask = (rule: Rule, facts: Readonly<Record<string, Value | Fact>>): Verdict =>
  law.rule(rule, 'q').verdict(law.read(factsWith(facts)))

const FLAGS = ['coercive', 'attempted', 'onlyMeans'] as const
const rule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.record({ fact: fc.constantFrom(...FLAGS), is: fc.constantFrom('==', '!='), value: fc.boolean() }),
    fc.record({
      fact: fc.constant('deaths'),
      is: fc.constantFrom('>', '>=', '<', '<='),
      value: fc.integer({ min: 0, max: 3 }),
    }),
    fc.record({
      fact: fc.constant('effects'),
      is: fc.constant('includes' as const),
      value: fc.subarray(['access', 'disruption', 'extortion'], { minLength: 1 }),
    }),
    fc.record({
      fact: fc.constant('physicalDamage'),
      is: fc.constant('in' as const),
      value: fc.constant(['minor', 'widespread']),
    }),
    fc.record({ human: fc.constant('Is it so?') }),
    fc.record({ all: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('rule') }),
  ),
})).rule

const factOf = (value: fc.Arbitrary<Value>): fc.Arbitrary<Fact> =>
  fc.oneof(
    value.map((one) => known(one)),
    fc
      .tuple(value, value)
      .map(([a, b]) => (JSON.stringify(a) === JSON.stringify(b) ? known(a) : contested(a, b))),
    fc.constant<Fact>({ state: 'unknown' }),
  )
const facts = fc.record({
  coercive: factOf(fc.boolean()),
  attempted: factOf(fc.boolean()),
  onlyMeans: factOf(fc.boolean()),
  deaths: factOf(fc.integer({ min: 0, max: 4 })),
  effects: factOf(fc.subarray(['access', 'disruption', 'extortion'])),
  physicalDamage: factOf(fc.constantFrom('none', 'minor', 'widespread')),
  'finding.q:human': factOf(fc.boolean().map((holds) => ({ holds, grounds: 'weighed' }))),
})

/** The verdict that a proof states, worked out again from its leaves. */
function workOut(proof: Proof): Verdict {
  const parts = proof.parts.map(workOut)
  switch (proof.node.type) {
    case 'all':
      return parts.reduce(and, 'true')
    case 'any':
      return parts.reduce(or, 'false')
    case 'not':
      return not(parts[0] ?? 'unknown')
    default:
      return proof.verdict
  }
}

const found = (holds: boolean) => ({ holds, grounds: `because ${holds}` })

describe('compiled rules', () => {
  it('ASSESS-07 the fast path, the proof and the connectives of the kernel agree', () => {
    fc.assert(
      fc.property(rule, facts, (asked, stated) => {
        const frame = law.read(factsWith(stated))
        const compiled = law.rule(asked, 'q')
        const proof = compiled.prove(frame)
        expect(proof.verdict).toBe(compiled.verdict(frame))
        expect(workOut(proof)).toBe(proof.verdict)
      }),
      { numRuns: 500 },
    )
  })

  it('losing a fact never turns a settled verdict into the opposite', () => {
    fc.assert(
      fc.property(
        rule,
        facts,
        fc.constantFrom('coercive', 'attempted', 'deaths', 'effects', 'physicalDamage'),
        (asked, stated, lost) => {
          const before = ask(asked, stated)
          const after = ask(asked, { ...stated, [lost]: { state: 'unknown' } })
          expect(!isSettled(after) || after === before).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('settling a dispute one way or the other never contradicts what was settled before', () => {
    fc.assert(
      fc.property(rule, facts, (asked, stated) => {
        const before = ask(asked, stated)
        fc.pre(isSettled(before))
        for (const [name, fact] of Object.entries(stated)) {
          if (fact.state !== 'contested') continue
          for (const { value } of fact.alternatives)
            expect(ask(asked, { ...stated, [name]: known(value) })).toBe(before)
        }
      }),
      { numRuns: 500 },
    )
  })

  const cases: readonly [title: string, rule: Rule, fact: Value | Fact | undefined, verdict: Verdict][] = [
    ['ASSESS-04 an unknown fact is unknown', { fact: 'deaths', is: '>', value: 0 }, undefined, 'unknown'],
    ['a threshold is met at its value', { fact: 'deaths', is: '>=', value: 1 }, 1, 'true'],
    ['a threshold is missed below it', { fact: 'deaths', is: '>=', value: 2 }, 1, 'false'],
    [
      'ASSESS-05 sources that differ on the same side agree',
      { fact: 'deaths', is: '>=', value: 1 },
      contested(1, 9),
      'true',
    ],
    [
      'ASSESS-05 sources that differ across the threshold contest it',
      { fact: 'deaths', is: '>=', value: 5 },
      contested(1, 9),
      'contested',
    ],
    [
      'ASSESS-04 the word "unknown" is unknown',
      { fact: 'stateAttributable', is: 'in', value: ['yes', 'probable'] },
      'unknown',
      'unknown',
    ],
    ['and so is its denial', { fact: 'stateAttributable', is: '!=', value: 'no' }, 'unknown', 'unknown'],
    ['another word is not', { fact: 'stateAttributable', is: '!=', value: 'no' }, 'yes', 'true'],
    [
      'ASSESS-06 one shared word is enough',
      { fact: 'effects', is: 'includes', value: ['access', 'extortion'] },
      ['extortion'],
      'true',
    ],
    ['no shared word is not', { fact: 'effects', is: 'includes', value: ['access'] }, ['extortion'], 'false'],
    [
      'ASSESS-06 a list known to be empty is not filled',
      { fact: 'effects', is: 'nonEmpty', value: true },
      [],
      'false',
    ],
    [
      'ASSESS-06 a list that nobody stated is unknown',
      { fact: 'effects', is: 'nonEmpty', value: true },
      undefined,
      'unknown',
    ],
    [
      'ASSESS-04 a number against words is unknown, not false',
      { fact: 'name', is: '>', value: 3 },
      'KA-SAT',
      'unknown',
    ],
    [
      'a year before a day is certainly before',
      { fact: 'startDate', is: '<', value: '2019-05-17' },
      '2018',
      'true',
    ],
    [
      'ASSESS-06 a year around a day is neither before nor after',
      { fact: 'startDate', is: '>=', value: '2019-05-17' },
      '2019',
      'unknown',
    ],
    [
      'a year that begins later is after',
      { fact: 'startDate', is: '>=', value: '2019-05-17' },
      '2020',
      'true',
    ],
    [
      'a day in the year may be the day',
      { fact: 'startDate', is: '==', value: '2019-05-17' },
      '2019',
      'unknown',
    ],
    [
      'a day outside the year is not the day',
      { fact: 'startDate', is: '==', value: '2019-05-17' },
      '2018',
      'false',
    ],
  ]
  it.each(cases)('%s', (_title, asked, fact, verdict) => {
    const name = 'fact' in asked ? asked.fact : ''
    expect(ask(asked, fact === undefined ? {} : { [name]: fact })).toBe(verdict)
  })

  it('victims side by side read as a list', () => {
    const named: Rule = { fact: 'target', is: 'nonEmpty', value: true }
    const target = [{ country: 'EE', sector: 'energy' }]
    expect(law.rule(named, 'q').verdict(law.read(factsWith({}, { target })))).toBe('true')
    expect(ask(named, {})).toBe('unknown')
  })

  it('ASSESS-08 questions to people take only what a person found, and people may differ', () => {
    const questions: readonly [Rule, string][] = [
      [{ weigh: ['factor-a'] }, 'finding.q'],
      [{ human: 'Is it so?' }, 'finding.q:human'],
      [{ counterfactual: 'other' }, 'finding.q:counterfactual'],
      [{ conditions: ['one', 'two'] }, 'finding.q:conditions'],
    ]
    for (const [asked, property] of questions) {
      expect(ask(asked, {})).toBe('unknown')
      expect(ask(asked, { [property]: found(true) })).toBe('true')
      expect(ask(asked, { [property]: found(false) })).toBe('false')
      expect(ask(asked, { [property]: contested(found(true), found(false)) })).toBe('contested')
    }
  })

  it('ASSESS-08 two questions of one kind in one rule are two findings', () => {
    const asked: Rule = { all: [{ human: 'First?' }, { human: 'Second?' }] }
    expect(ask(asked, { 'finding.q:human': { holds: true, grounds: 'x' } })).toBe('unknown')
    const both = {
      'finding.q:human': { holds: true, grounds: 'x' },
      'finding.q:human-2': { holds: true, grounds: 'y' },
    }
    expect(ask(asked, both)).toBe('true')
  })
})

const compile =
  (...tests: ReturnType<typeof aTest>[]) =>
  () =>
    compileDoctrine(aDoctrine({ tests }), CASE_VOCABULARY)

describe('compileDoctrine', () => {
  it('ASSESS-01 refuses tests that ask for each other in a circle, and shows the circle', () => {
    const circle = compile(
      aTest('a', { test: 'b' }),
      aTest('b', { not: { test: 'c' } }),
      aTest('c', { any: [{ test: 'a' }] }),
    )
    expect(circle).toThrow(DoctrineFault)
    expect(circle).toThrow('a → b → c → a')
  })

  it('ASSESS-02 refuses a rule that reads a fact which no case has', () => {
    expect(compile(aTest('a', { fact: 'severityy', is: '>', value: 1 }))).toThrow(
      /a: its rule reads "severityy".*ASSESS-02/,
    )
  })

  it('ASSESS-03 refuses a rule that asks for a test that is missing or decides nothing', () => {
    expect(compile(aTest('a', { test: 'b' }))).toThrow(/"b", which is not in the pack.*ASSESS-03/)
    const { rule: _rule, ...explains } = aTest('b', { always: true })
    expect(() =>
      compileDoctrine(aDoctrine({ tests: [aTest('a', { test: 'b' }), explains] }), CASE_VOCABULARY),
    ).toThrow(/decides nothing/)
  })

  it('accepts derived facts beside the vocabulary', () => {
    expect(compile(aTest('a', { fact: 'stateNamed', is: '==', value: true }))).not.toThrow()
  })

  it('ASSESS-09 uses the version in force on the day, else the next to come, else the last', () => {
    const versions = [
      aTest('a', { always: false }, { inForce: { from: '2019-05-18', to: '2023-12-31' } }),
      aTest('a', { always: true }, { inForce: { from: '2024-01-01', to: '2024-12-31' } }),
    ]
    const compiled = compileDoctrine(aDoctrine({ tests: versions }), CASE_VOCABULARY)
    const on = (date: string) =>
      compiled
        .on(date)
        .test('a')
        ?.verdict(compiled.on(date).read(factsWith({})))
    expect(['2018-01-01', '2019-05-18', '2023-12-31', '2024-01-01', '2026-01-01'].map(on)).toEqual([
      'false',
      'false',
      'false',
      'true',
      'true',
    ])
  })
})
