import { describe, expect, it } from 'vitest'
import { aDoctrine, aScale, aTest, contested, factsWith } from '../../test/small-doctrine.ts'
import { CASE_VOCABULARY } from '../incident/case-vocabulary.ts'
import { deriveFacts } from '../incident/derive-facts.ts'
import { compileDoctrine } from './compile-doctrine.ts'
import { decisiveFacts } from './decisive-facts.ts'

const TODAY = '2026-11-23'
const compiled = compileDoctrine(
  aDoctrine({
    tests: [
      aTest('attack', { fact: 'actAccessToSystem', is: '==', value: true }),
      aTest('effect', { weigh: ['factor-a'] }),
      aTest('regime', { all: [{ test: 'attack' }, { test: 'effect' }] }),
      aTest('adviser', {
        all: [{ fact: 'coercive', is: '==', value: true }, { human: 'Does the adviser agree?' }],
      }),
      aTest('named', { fact: 'stateNamed', is: '==', value: true }),
      aTest('wide', { fact: 'memberStatesAffected', is: '>=', value: 4 }),
    ],
    scales: [aScale('impact', [{ level: 5, when: { fact: 'deaths', is: '>', value: 0 } }])],
  }),
  CASE_VOCABULARY,
)
const decisive = (...args: Parameters<typeof factsWith>) =>
  decisiveFacts(compiled, deriveFacts(factsWith(...args), TODAY), TODAY)
const pairs = (...args: Parameters<typeof factsWith>) =>
  decisive(...args).map(({ property, settles }) => [property, settles])

describe('decisiveFacts', () => {
  it('ASSESS-20 orders open facts by how many conclusions some answer settles, then as the tests are asked', () => {
    expect(pairs({})).toEqual([
      ['actAccessToSystem', ['attack', 'regime']],
      ['finding.effect', ['effect', 'regime']],
      ['coercive', ['adviser']],
      ['finding.adviser:human', ['adviser']],
      ['attributionClaim', ['named']],
      ['memberStatesAffected', ['wide']],
      ['deaths', ['impact']],
    ])
  })

  it('leaves out what is known and what no longer matters', () => {
    const left = pairs({ actAccessToSystem: false, deaths: 0, coercive: false, memberStatesAffected: 4 })
    expect(left).toEqual([
      ['finding.effect', ['effect']],
      ['attributionClaim', ['named']],
    ])
  })

  it('ASSESS-21 asks for what a derived fact follows from, never for itself', () => {
    expect(decisive({}).map(({ property }) => property)).not.toContain('stateNamed')
  })

  it('ASSESS-22 tries only the sides of a dispute', () => {
    const fact = decisive({ memberStatesAffected: contested(1, 2) }).find(
      ({ property }) => property === 'memberStatesAffected',
    )
    expect(fact).toBeUndefined()
    const disputed = decisive({ memberStatesAffected: contested(1, 9) }).find(
      ({ property }) => property === 'memberStatesAffected',
    )
    expect(disputed).toMatchObject({ state: 'contested', settles: ['wide'], askedOfPeople: false })
  })

  it('puts questions of weighing to people, in the words of the question', () => {
    expect(
      decisive({})
        .filter(({ askedOfPeople }) => askedOfPeople)
        .map(({ label }) => label),
    ).toEqual(['Test effect', 'Test adviser (Does the adviser agree?)'])
  })

  it('does not ask for a dimension that a person has rated', () => {
    expect(pairs({ 'rating.impact': { level: 3, reason: 'weighed' } }).flat(2)).not.toContain('impact')
  })
})
