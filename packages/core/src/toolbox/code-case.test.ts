import { PUBLIC } from '../kernel/marking.ts'
import { describe, expect, it } from 'vitest'
import type { DimensionFinding } from '../assessment/profile.ts'
import { deriveFacts } from '../incident/derive-facts.ts'
import { type Alternative, type Fact, factsOf } from '../kernel/fact.ts'
import type { Value } from '../kernel/value.ts'
import { codeCase } from './code-case.ts'
import { responseClassOf, responsesBy } from './response-class.ts'
import { aResponse } from '../../test/example-cases.ts'

const known = (value: Value): Fact => ({ state: 'known', value, support: [] })
const values = (...all: readonly Value[]): readonly Alternative[] =>
  all.map((value) => ({ value, support: [] }))

function code(
  one: Readonly<Record<string, Fact>>,
  many: Readonly<Record<string, readonly Alternative[]>> = {},
  profile: readonly DimensionFinding[] = [],
) {
  const facts = deriveFacts(
    factsOf(new Map(Object.entries(one)), new Map(Object.entries(many))),
    '2024-01-01',
  )
  return codeCase('case:x', facts, profile, PUBLIC)
}

const finding = (dimension: 'scope' | 'impact', level: DimensionFinding['level']): DimensionFinding => ({
  dimension,
  label: dimension,
  question: '',
  level,
  basis: 'scale',
  reasons: [],
  reasonWords: [],
  confidence: 'low',
  support: [],
  proof: { verdict: 'unknown', node: { type: 'always' }, support: [], parts: [] },
})

const claim = (more: Readonly<Record<string, Value>>) => ({
  claimant: 'A',
  kind: 'political',
  accused: 'Grey Heron',
  ...more,
})

describe('coding a case', () => {
  it('TB-CODE-01 takes the midpoint between two levels and nothing from a contested one', () => {
    const { levels } = code({}, {}, [
      finding('scope', { state: 'between', lower: 2, upper: 5 }),
      finding('impact', { state: 'contested', levels: [1, 4] }),
    ])
    expect(levels).toMatchObject({ scope: 3.5, impact: null, duration: null })
  })

  it('TB-CODE-02 leaves out what is unknown, contested or false', () => {
    const coded = code({
      criticalInfrastructureAffected: known(false),
      essentialServiceSectors: known(['health']),
      attempted: { state: 'contested', alternatives: values(true, false) },
    })
    expect(coded).toMatchObject({
      targetCategories: ['essential-services'],
      attempted: null,
      victim: null,
      name: 'Case without a name',
    })
  })

  it.each([
    [{ memberStates: known(['FR']), thirdStateTargeted: known(true) }, 'member-state'],
    [{ unionBodyTargeted: known(true), internationalOrganisationTargeted: known(true) }, 'union-body'],
    [{ thirdStateTargeted: known(true) }, 'third-state'],
    [{ internationalOrganisationTargeted: known(true) }, 'international-organisation'],
    [{}, null],
  ] as const)('TB-CODE-03 codes the victim %#', (facts, victim) => {
    expect(code(facts).victim).toBe(victim)
  })

  it('TB-CODE-04 keeps every State that a claim names, and direction only where claims agree', () => {
    const agreed = values(claim({ accusedState: 'XA', stateDirected: true }), claim({ accusedState: 'XB' }))
    expect(code({}, { attributionClaim: agreed })).toMatchObject({
      sponsorStates: ['XA', 'XB'],
      stateDirected: true,
      accused: ['Grey Heron'],
    })
    const split = values(claim({ stateDirected: true }), claim({ stateDirected: false }))
    expect(code({}, { attributionClaim: split }).stateDirected).toBeNull()
    expect(code({}, { attributionClaim: values({ ...claim({}), accused: 'not named' }) }).accused).toEqual([])
  })
})

describe('the class of an answer', () => {
  it('TB-CLASS-01 is the strongest category of the joint acts', () => {
    expect(responseClassOf([aResponse('stability', '2021'), aResponse('restrictive', '2020')])).toBe(
      'restrictive',
    )
    expect(responseClassOf([aResponse('lawful-response-support', '2021')])).toBe('support')
    expect(responseClassOf([])).toBe('none')
  })

  it('TB-CLASS-02 counts no act of one side alone', () => {
    expect(responseClassOf([{ ...aResponse('restrictive', '2021'), by: 'US', bySide: 'partners' }])).toBe(
      'none',
    )
    expect(responseClassOf([{ ...aResponse('stability', '2021'), bySide: 'EU-institution' }])).toBe('none')
  })

  it('counts an act dated by its year from the last day of that year', () => {
    expect(responsesBy([aResponse('stability', '2021')], '2021-12-30')).toEqual([])
    expect(responsesBy([aResponse('stability', '2021')], '2021-12-31')).toHaveLength(1)
  })
})
