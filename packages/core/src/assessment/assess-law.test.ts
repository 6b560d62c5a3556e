import { describe, expect, it } from 'vitest'
import { aDoctrine, aTest, contested, factsWith } from '../../test/small-doctrine.ts'
import { CASE_VOCABULARY } from '../incident/case-vocabulary.ts'
import { deriveFacts } from '../incident/derive-facts.ts'
import type { Factor } from '../kernel/doctrine.ts'
import type { FactorFinding, LegalFinding } from '../kernel/finding.ts'
import { assessLaw } from './assess-law.ts'
import { compileDoctrine } from './compile-doctrine.ts'
import { suggest } from './weigh-factors.ts'

const TODAY = '2026-11-23'
const factor = (letter: string, fact: string, [notable, strong, veryStrong]: readonly number[]): Factor => ({
  id: `factor-${letter}`,
  label: `Factor ${letter}`,
  facts: [fact],
  source: { document: 'Invented Act', locator: `Art. 2(${letter})` },
  verified: true,
  flags: {
    notable: { fact, is: '>=', value: notable ?? 0 },
    strong: { fact, is: '>=', value: strong ?? 0 },
    veryStrong: { fact, is: '>=', value: veryStrong ?? 0 },
  },
})

const compiled = compileDoctrine(
  aDoctrine({
    tests: [
      aTest('attack', {
        any: [
          { fact: 'actAccessToSystem', is: '==', value: true },
          { fact: 'deaths', is: '>', value: 0 },
        ],
      }),
      aTest(
        'effect',
        { weigh: ['factor-a', 'factor-c'] },
        {
          factors: [
            factor('a', 'disruptionSeverity', [2, 3, 4]),
            factor('c', 'memberStatesAffected', [2, 4, 8]),
          ],
        },
      ),
      aTest('attempt', { all: [{ fact: 'attempted', is: '==', value: true }, { counterfactual: 'effect' }] }),
      aTest('open', {
        all: [
          { test: 'attack' },
          { any: [{ test: 'effect' }, { fact: 'stateNamed', is: '==', value: true }] },
        ],
      }),
      aTest('later', { always: true }, { inForce: { from: '2019-05-18' } }),
    ],
  }),
  CASE_VOCABULARY,
)
const assess = (...args: Parameters<typeof factsWith>) =>
  assessLaw(compiled, deriveFacts(factsWith(...args), TODAY), TODAY)
const of = (findings: readonly LegalFinding[], test: string): LegalFinding => {
  const found = findings.find((finding) => finding.test === test)
  if (!found) throw new Error(`no finding for ${test}`)
  return found
}
const yes = { holds: true, grounds: 'two ministries stood still' }

const strengthsIn = (facts: Parameters<typeof factsWith>[0]) =>
  of(assess(facts), 'effect').factors.map(({ strength }) => strength)

const suggestionFor = (facts: Parameters<typeof factsWith>[0]) =>
  of(assess({ attempted: true, ...facts }), 'attempt').suggestion

describe('assessLaw', () => {
  it('says what a conclusion rests on and what it would be without it', () => {
    const open = of(assess({ actAccessToSystem: true, 'finding.effect': yes }), 'open')
    expect(open).toMatchObject({ verdict: 'true', withoutJudgement: 'unknown' })
    expect(open.restsOnJudgement).toEqual(['effect'])
    expect(open.openFacts).toEqual([])
  })

  it('rests on no judgement where the facts alone are enough', () => {
    const claim = {
      claimant: 'Estonia',
      claimantState: 'EE',
      kind: 'political',
      accused: 'Unit 1',
      accusedState: 'XA',
    }
    const open = of(
      assess({ actAccessToSystem: true, 'finding.effect': yes }, { attributionClaim: [claim] }),
      'open',
    )
    expect(open).toMatchObject({ verdict: 'true', withoutJudgement: 'true', restsOnJudgement: [] })
  })

  it('names the open facts that stand in the way, derived ones by what they follow from', () => {
    const open = of(assess({ actAccessToSystem: true }), 'open')
    expect(open.verdict).toBe('unknown')
    expect(open.openFacts).toEqual(['finding.effect', 'attributionClaim'])
  })

  it('names only what decides: a conjunction that fails for one reason asks for nothing', () => {
    expect(of(assess({ actAccessToSystem: false, deaths: 0 }), 'open')).toMatchObject({
      verdict: 'false',
      openFacts: [],
    })
  })

  it('ASSESS-10 flags a factor without a known input as unknown, never as none', () => {
    expect(strengthsIn({})).toEqual(['unknown', 'unknown'])
    expect(strengthsIn({ disruptionSeverity: 0, memberStatesAffected: 8 })).toEqual(['none', 'very-strong'])
    expect(strengthsIn({ disruptionSeverity: 2, memberStates: ['EE', 'LV', 'LT', 'FI'] })).toEqual([
      'notable',
      'strong',
    ])
    expect(strengthsIn({ disruptionSeverity: contested(1, 3) })).toEqual(['contested', 'unknown'])
  })

  it('ASSESS-11 counts a factor that a person coded as at least strong, and shows it as coded', () => {
    const effect = of(
      assess({ significantEffectFactorsCoded: ['a', 'c'], memberStatesAffected: 1 }),
      'effect',
    )
    expect(effect.factors).toMatchObject([
      { id: 'factor-a', strength: 'unknown', codedByPerson: true },
      { id: 'factor-c', strength: 'none', codedByPerson: true },
    ])
    expect(effect.suggestion).toBe('likely-met')
    expect(effect.verdict).toBe('unknown')
  })

  it('ASSESS-13 suggests for an attempt only on coded factors and evidence of what was intended', () => {
    expect(suggestionFor({ disruptionSeverity: 5 })).toBe('insufficient-information')
    expect(suggestionFor({ significantEffectFactorsCoded: ['a', 'c'] })).toBe('insufficient-information')
    expect(
      suggestionFor({ significantEffectFactorsCoded: ['a', 'c'], intendedEffectEvidence: 'strong' }),
    ).toBe('likely-met')
    expect(suggestionFor({ significantEffectFactorsCoded: ['a'], accessDepth: 'ot-control' })).toBe(
      'arguable',
    )
    expect(suggestionFor({ intendedEffectEvidence: 'weak', accessDepth: 'perimeter' })).toBe('weak')
  })

  it('suggests nothing for tests that are plain logic', () => {
    expect('suggestion' in of(assess({}), 'attack')).toBe(false)
  })

  it('says that a test was not yet in force, and still shows what it would say', () => {
    const facts = factsWith({})
    const on = (date: string) => of(assessLaw(compiled, facts, date), 'later')
    expect(on('2019-05-17')).toMatchObject({ inForce: false, verdict: 'true' })
    expect(on('2019-05-18')).toMatchObject({ inForce: true, verdict: 'true' })
  })

  it('gives the same JSON as what can be read from it, and the same each time', () => {
    const findings = assess({ actAccessToSystem: true, 'finding.effect': yes })
    const written = JSON.stringify(findings)
    expect(written).toBe(JSON.stringify(assess({ actAccessToSystem: true, 'finding.effect': yes })))
    const open = of(findings, 'open')
    expect(JSON.parse(written)[3]).toMatchObject({
      test: 'open',
      restsOnJudgement: open.restsOnJudgement,
      openFacts: open.openFacts,
      proof: { verdict: 'true', node: { type: 'test', id: 'open' }, citation: { locator: 'Art. 1' } },
    })
  })
})

const strengths = (...list: readonly FactorFinding['strength'][]): FactorFinding[] =>
  list.map((strength, i) => ({
    id: `factor-${i}`,
    label: '',
    strength,
    codedByPerson: false,
    facts: [],
    citation: { document: 'Invented Act', locator: 'Art. 2' },
    notes: [],
  }))

describe('suggest', () => {
  it.each([
    [['very-strong', 'none'], 'likely-met'],
    [['strong', 'strong'], 'likely-met'],
    [['strong', 'notable', 'notable'], 'likely-met'],
    [['strong', 'notable'], 'arguable'],
    [['notable', 'notable'], 'arguable'],
    [['notable', 'none', 'unknown', 'unknown'], 'weak'],
    [['notable', 'unknown', 'contested', 'unknown'], 'insufficient-information'],
    [[], 'weak'],
  ] as const)('ASSESS-12 %j suggests %s', (list, suggestion) => {
    expect(suggest(strengths(...list))).toBe(suggestion)
  })
})
