import { readFileSync } from 'node:fs'
import { loadDoctrine } from '@demarche/doctrine'
import { readDocument, readEurepocLabels } from '@demarche/interchange'
import { sharedData } from '@demarche/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDoctrine, aScale, aStatement } from '../../test/small-doctrine.ts'
import { compileDoctrine } from '../assessment/compile-doctrine.ts'
import { CASE_VOCABULARY } from '../incident/case-vocabulary.ts'
import { deriveFacts } from '../incident/derive-facts.ts'
import { type Alternative, type Fact, factsOf } from '../kernel/fact.ts'
import { identify } from '../kernel/statement.ts'
import type { Value } from '../kernel/value.ts'
import { backtestEurepoc, spearman } from './backtest-eurepoc.ts'
import { legalVerdict, readLegalVerdict } from './legal-verdict.ts'

const compiled = compileDoctrine(loadDoctrine(), CASE_VOCABULARY)
const ON = '2023-04-01'

describe('Spearman’s rank correlation', () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 30 })

  it('REV-12 gives tied values the mean of their ranks', () => {
    // by hand: ranks 1, 2½, 2½, 4 against 1, 2, 3, 4
    expect(spearman([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12)
  })

  it('does not depend on the order of the pairs, and turns round with the order of the values', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const others = values.map((value, position) => (value * 7 + position) % 5)
        const forward = spearman(values, others)
        const shuffled = spearman(values.toReversed(), others.toReversed())
        const turned = spearman(
          values,
          others.map((value) => -value),
        )
        if (forward === null || shuffled === null || turned === null) return
        expect(shuffled).toBeCloseTo(forward, 9)
        expect(turned).toBeCloseTo(-forward, 9)
        expect(Math.abs(forward)).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })

  it('is not defined where all rank alike', () => {
    expect(spearman([1, 1, 1], [1, 2, 3])).toBeNull()
    expect(spearman([1], [1])).toBeNull()
  })
})

const incident = (n: number, facts: Readonly<Record<string, Value>>) => {
  const entity = `case:${n}`
  const statements = [aStatement({ name: `Incident ${n}`, ...facts }, { entity })]
  return { entity, statements, withoutEffectColumns: statements, weightedIntensity: n, legalVerdict: null }
}
const rated = (level: number) => ({ level, reason: 'for the test' })

const scale = (level: 2 | 4, inForce: { readonly from: string; readonly to?: string }) => ({
  ...aScale('impact', [{ level, when: { fact: 'deaths', is: '>=', value: 1 } }]),
  inForce,
})

describe('severity', () => {
  it('REV-11 is the band, within it the mean of what is not unknown; an unknown band ranks lowest', () => {
    const incidents = [
      incident(0, {}),
      incident(1, { 'rating.sophistication': rated(5) }),
      incident(2, { 'rating.impact': rated(2) }),
      incident(3, { 'rating.impact': rated(2), 'rating.sophistication': rated(5) }),
      incident(4, { 'rating.impact': rated(3), 'rating.sophistication': rated(0) }),
    ]
    const { report, outliers } = backtestEurepoc(incidents, compiled, ON)
    expect(report.spearman).toBeCloseTo(1, 12)
    expect(outliers).toContainEqual({ entity: 'case:3', intensity: 3, band: 2, mean: 3.5 })
  })

  it('REV-14 is read under the doctrine of one day, however old the incident', () => {
    const scales = [scale(2, { from: '2000-01-01', to: '2019-12-31' }), scale(4, { from: '2020-01-01' })]
    const changed = compileDoctrine(aDoctrine({ scales }), CASE_VOCABULARY)
    const meanOn = (day: string) =>
      backtestEurepoc([incident(1, { startDate: '2015', deaths: 1 })], changed, day).outliers[0]?.mean
    expect([meanOn('2016-01-01'), meanOn(ON)]).toEqual([2, 4])
  })
})

const verdict = (one: Readonly<Record<string, Value>>, claims: readonly Value[] = []) => {
  const known = new Map(
    Object.entries(one).map(([name, value]): [string, Fact] => [
      name,
      { state: 'known', value, support: [] },
    ]),
  )
  const many = new Map<string, readonly Alternative[]>([
    ['attributionClaim', claims.map((value) => ({ value, support: [] }))],
  ])
  return legalVerdict(deriveFacts(factsOf(known, many), ON), compiled, ON)
}

describe('the legal verdict', () => {
  const byState = [{ claimant: 'X', kind: 'technical', accused: 'Grey Heron', accusedState: 'XA' }]

  it.each([
    [
      'a State named and functions of a State hit',
      { criticalStateFunctionsAffected: ['governance'] },
      byState,
      'countermeasures',
    ],
    [
      'a State named and nothing shown that breaches the law',
      { effects: ['data-theft'] },
      byState,
      'retorsion',
    ],
    ['service lost and nobody named', { effects: ['disruption'] }, [], 'retorsion'],
    ['neither', { effects: ['data-theft'] }, [], 'none'],
    ['nothing known at all', {}, [], 'none'],
  ] as const)('REV-13 %s', (_, facts, claims, expected) => {
    expect(verdict(facts, claims)).toBe(expected)
  })

  it('reads the words of the coders, and nothing from what they left open', () => {
    expect(readLegalVerdict('Countermeasures under international law justified (…)')).toBe('countermeasures')
    expect(readLegalVerdict('Unfriendly acts/retorsions justified (…)')).toBe('retorsion')
    expect(readLegalVerdict('No response justified (…)')).toBe('none')
    expect(readLegalVerdict('Not available')).toBeNull()
    expect(readLegalVerdict(null)).toBeNull()
  })
})

const csv = sharedData('data/eurepoc/global_1.1.csv')

describe.skipIf(csv === null)(
  'the back-test over EuRepoC (skipped where the data set is not beside the checkout)',
  () => {
    it('REV-12 ranks incidents much as their coders do, with and without the columns their score is made of', async () => {
      const bytes = readFileSync(csv ?? '')
      const read = async (withoutEffectColumns: boolean) => {
        const options = {
          filename: 'g.csv',
          assertedBy: 'test',
          assertedAt: '2026-11-23T00:00:00.000Z',
          withoutEffectColumns,
        }
        return Map.groupBy(
          (await readDocument(bytes, options)).statements.map(identify),
          ({ entity }) => entity,
        )
      }
      const [full, blind, labels] = [await read(false), await read(true), await readEurepocLabels(bytes)]
      const { report, ranked, disagreements } = backtestEurepoc(
        labels.map(({ entity, weightedIntensity, legalResponse }) => ({
          entity,
          statements: full.get(entity) ?? [],
          withoutEffectColumns: blind.get(entity) ?? [],
          weightedIntensity,
          legalVerdict: readLegalVerdict(legalResponse),
        })),
        compiled,
        ON,
      )
      expect(report.incidents).toBe(1077)
      expect(ranked).toBeGreaterThan(1000)
      expect(report.spearman).toBeGreaterThan(0.6)
      expect(report.spearmanWithoutEffectColumns).toBeGreaterThan(0.5)
      expect(report.spearmanWithoutEffectColumns).toBeLessThan(report.spearman ?? 0)
      expect(report.legal.scored).toBe(124)
      expect(report.legal.agree / report.legal.scored).toBeGreaterThan(0.6)
      expect(disagreements).toHaveLength(report.legal.scored - report.legal.agree)
    })
  },
)
