import { describe, expect, it } from 'vitest'
import { aDoctrine, aScale, aStatement, contested, factsWith, known } from '../../test/small-doctrine.ts'
import type { DimensionFinding } from './profile.ts'
import { CASE_VOCABULARY } from '../incident/case-vocabulary.ts'
import { deriveFacts } from '../incident/derive-facts.ts'
import { resolveFacts } from '../kernel/fact.ts'
import type { Statement } from '../kernel/statement.ts'
import { compileDoctrine } from './compile-doctrine.ts'
import { rateDimensions } from './rate-dimensions.ts'

const TODAY = '2026-11-23'
const compiled = compileDoctrine(
  aDoctrine({
    scales: [
      aScale('impact', [
        { level: 1, when: { fact: 'economicLossEur', is: '>', value: 0 } },
        { level: 3, when: { fact: 'economicLossEur', is: '>=', value: 10_000_000 } },
        {
          level: 5,
          when: {
            any: [
              { fact: 'deaths', is: '>', value: 0 },
              { fact: 'economicLossEur', is: '>=', value: 1e9 },
            ],
          },
        },
      ]),
    ],
  }),
  CASE_VOCABULARY,
)
const rate = (facts: Parameters<typeof factsWith>[0]): DimensionFinding => {
  const [finding] = rateDimensions(compiled, deriveFacts(factsWith(facts), TODAY), TODAY, new Map())
  if (!finding) throw new Error('the doctrine has a scale')
  return finding
}
const rateStatements = (...statements: readonly Statement[]): DimensionFinding | undefined =>
  rateDimensions(
    compiled,
    resolveFacts(CASE_VOCABULARY, statements),
    TODAY,
    new Map(statements.map((statement) => [statement.id, statement])),
  )[0]

const bounds = ({ level }: DimensionFinding) =>
  level.state === 'known'
    ? [level.level, level.level]
    : level.state === 'between'
      ? [level.lower, level.upper]
      : [0, 5]

const graded = (reliability: 'A' | 'C' | 'D' | 'F', credibility: '1' | '3' | '4' | '6') => ({
  grading: { reliability, credibility },
})

describe('rateDimensions', () => {
  it('ASSESS-14 knows a level when the facts reach it and nothing open could raise it', () => {
    const finding = rate({ economicLossEur: 20_000_000, deaths: 0 })
    expect(finding).toMatchObject({ level: { state: 'known', level: 3 }, basis: 'scale', anchor: 'serious' })
    expect(finding.reasons).toEqual(['Level 3 (serious): Economic loss: EUR\u00A020\u202F000\u202F000.'])
  })

  it('says what the facts support and how high open facts could take it, by name', () => {
    const finding = rate({ economicLossEur: 20_000_000 })
    expect(finding.level).toEqual({ state: 'between', lower: 3, upper: 5 })
    expect(finding.reasons.at(-1)).toBe('Could be up to 5; open: Deaths.')
  })

  it('names the sides where sources differ', () => {
    const finding = rate({ economicLossEur: contested(5, 20_000_000), deaths: 0 })
    expect(finding.level).toEqual({ state: 'between', lower: 1, upper: 3 })
    expect(finding.reasons.at(-1)).toBe(
      'Could be up to 3; open: Economic loss (sources differ: EUR\u00A05 or EUR\u00A020\u202F000\u202F000).',
    )
  })

  it('ASSESS-15 is unknown, not zero, when the facts say nothing about it', () => {
    const finding = rate({ coercive: true })
    expect(finding).toMatchObject({
      level: { state: 'unknown' },
      basis: 'none',
      confidence: 'low',
      support: [],
    })
    expect('anchor' in finding).toBe(false)
  })

  it('ASSESS-15 is zero when every level is known not to be reached', () => {
    expect(rate({ economicLossEur: 0, deaths: 0 }).level).toEqual({ state: 'known', level: 0 })
  })

  it('ASSESS-16 a person’s rating wins, and the scale is shown beside it where it differs', () => {
    const facts = { economicLossEur: 20_000_000, deaths: 0 }
    const rated = rate({ ...facts, 'rating.impact': { level: 4, reason: 'the only hospital of a region' } })
    expect(rated).toMatchObject({
      level: { state: 'known', level: 4 },
      basis: 'person',
      reasons: ['Rated 4: the only hospital of a region'],
      scaleSuggests: { lower: 3, upper: 3 },
    })
    expect('scaleSuggests' in rate({ ...facts, 'rating.impact': { level: 3, reason: 'as the scale' } })).toBe(
      false,
    )
  })

  it('two people who differ are both shown', () => {
    const rated = rate({ 'rating.impact': contested({ level: 4, reason: 'a' }, { level: 2, reason: 'b' }) })
    expect(rated).toMatchObject({ level: { state: 'contested', levels: [2, 4] }, confidence: 'low' })
    expect(rated.reasons).toEqual(['Rated 4: a', 'Rated 2: b'])
  })

  it('losing a fact never lowers the upper bound nor raises the lower one', () => {
    const facts = { economicLossEur: known(20_000_000), deaths: known(0) }
    const [lower = 0, upper = 5] = bounds(rate(facts))
    for (const name of Object.keys(facts)) {
      const [less = 0, more = 5] = bounds(rate({ ...facts, [name]: { state: 'unknown' } }))
      expect(less).toBeLessThanOrEqual(lower)
      expect(more).toBeGreaterThanOrEqual(upper)
    }
  })

  it('ASSESS-17 is as sure as the best statement under its least sure fact', () => {
    const loss = { economicLossEur: 2_000_000_000 }
    expect(rateStatements(aStatement(loss, graded('A', '1')))?.confidence).toBe('high')
    expect(rateStatements(aStatement(loss, graded('C', '3')))?.confidence).toBe('moderate')
    expect(rateStatements(aStatement(loss, graded('F', '6')))?.confidence).toBe('moderate')
    expect(rateStatements(aStatement(loss, graded('D', '4')))?.confidence).toBe('low')
    expect(rateStatements(aStatement(loss, { confidence: 'low' }))?.confidence).toBe('low')
    expect(
      rateStatements(aStatement(loss, graded('D', '4')), aStatement(loss, graded('A', '1')))?.confidence,
    ).toBe('high')
  })

  it('is at most moderately sure while open facts could still raise it', () => {
    expect(rateStatements(aStatement({ economicLossEur: 5 }))).toMatchObject({
      level: { state: 'between', lower: 1, upper: 5 },
      confidence: 'moderate',
    })
  })

  it('stands on statements, named in its support and its proof', () => {
    const statement = aStatement({ economicLossEur: 20_000_000, deaths: 0 })
    const finding = rateStatements(statement)
    expect(finding?.support).toEqual([{ statement: statement.id, property: 'economicLossEur' }])
    expect(JSON.parse(JSON.stringify(finding))).toMatchObject({
      reasons: finding?.reasons,
      confidence: 'high',
      proof: { verdict: 'true', parts: [{ node: { id: 'impact:3', label: 'impact 3: serious' } }] },
    })
  })
})
