import { describe, expect, it } from 'vitest'
import { aStatement, factsWith } from '../../test/small-doctrine.ts'
import type { MemberStateStance } from './attribution-view.ts'
import { CASE_VOCABULARY } from '../incident/case-vocabulary.ts'
import { resolveFacts } from '../kernel/fact.ts'
import { parsePartialDate } from '../kernel/partial-date.ts'
import type { DraftStatement } from '../kernel/statement.ts'
import { readAttribution } from './read-attribution.ts'

const TODAY = '2026-11-23'
const claim = (claimant: string, more: Readonly<Record<string, string | boolean>> = {}) => ({
  claimant,
  kind: 'political',
  accused: 'Unit 1',
  ...more,
})
const read = (
  claims: readonly (readonly [ReturnType<typeof claim>, Partial<DraftStatement>?])[],
  onDate = TODAY,
) => {
  const statements = claims.map(([attributionClaim, more]) => aStatement({ attributionClaim }, more))
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  return { statements, view: readAttribution(resolveFacts(CASE_VOCABULARY, statements), byId, onDate) }
}
const stanceOf = (stances: readonly MemberStateStance[], code: string) =>
  stances.find((stance) => stance.code === code)?.stance

const codesOn = (date: string) => read([], date).view.memberStates.map(({ code }) => code)

describe('readAttribution', () => {
  it('ATT-01 keeps every claim apart, by date, undated ones last', () => {
    const { view } = read([
      [claim('A vendor', { kind: 'technical' })],
      [claim('Latvia', { claimantState: 'LV', date: '2026-05-02' })],
      [claim('Estonia', { claimantState: 'EE', date: '2026-04' }), { confidence: 'high' }],
    ])
    expect(view.claims.map((row) => [row.claim.claimant, row.confidence])).toEqual([
      ['Estonia', 'high'],
      ['Latvia', undefined],
      ['A vendor', undefined],
    ])
  })

  it('shows the same claim from two statements as two rows', () => {
    const { view, statements } = read([
      [claim('Estonia', { claimantState: 'EE' })],
      [claim('Estonia', { claimantState: 'EE' }), { assertedBy: 'LV' }],
    ])
    expect(view.claims.map(({ statement }) => statement).toSorted()).toEqual(
      statements.map(({ id }) => id).toSorted(),
    )
  })

  it('ATT-04 lists the Member States in protocol order, the United Kingdom until 31 January 2020', () => {
    expect(codesOn(TODAY)).toHaveLength(27)
    expect(codesOn(TODAY).slice(0, 9)).toEqual(['BE', 'BG', 'CZ', 'DK', 'DE', 'EE', 'IE', 'GR', 'ES'])
    expect(codesOn('2020-01-31')).toHaveLength(28)
    expect(codesOn('2020-01-31').at(-1)).toBe('GB')
    expect(codesOn('2020-02-01')).toHaveLength(27)
  })

  it('ATT-05 a listing by the Union, or words that name no State, put nothing in the mouth of the Member States', () => {
    const { view } = read([
      [claim('the Union, listing', { claimantState: 'EU', kind: 'legal', accusedState: 'XA' })],
      [claim('the Union, declaration', { claimantState: 'EU' })],
    ])
    expect(stanceOf(view.memberStates, 'LV')).toBe('not-stated')
  })

  it('says who spoke alone, who through the Union, and who has not', () => {
    const alone = read([
      [claim('Estonia', { claimantState: 'EE' })],
      [claim('CERT.LV', { claimantState: 'LV', kind: 'technical' })],
    ])
    expect([stanceOf(alone.view.memberStates, 'EE'), stanceOf(alone.view.memberStates, 'LV')]).toEqual([
      'attributed',
      'not-stated',
    ])
    const joint = read([
      [claim('Estonia', { claimantState: 'EE' })],
      [claim('the Union', { claimantState: 'EU', accusedState: 'XA' })],
    ])
    expect([stanceOf(joint.view.memberStates, 'EE'), stanceOf(joint.view.memberStates, 'LV')]).toEqual([
      'attributed',
      'through-the-union',
    ])
  })

  it('foreign infrastructure is not read as attribution', () => {
    const view = readAttribution(
      factsWith({ infrastructureOutsideUnion: true, originOutsideUnion: true }),
      new Map(),
      TODAY,
    )
    expect(view.claims).toEqual([])
    expect(view.memberStates.every(({ stance }) => stance === 'not-stated')).toBe(true)
    expect(view.matrix).toEqual({ hypotheses: [], rows: [] })
  })

  it('a partial date is a date', () => {
    expect(read([[claim('Estonia', { date: parsePartialDate('2016') })]]).view.claims).toHaveLength(1)
  })
})

const reading = (hypothesis: string, evidence: string, word: string) => ({
  hypothesis,
  evidence,
  reading: word,
})

const matrixOf = (evidenceReading: readonly ReturnType<typeof reading>[]) =>
  readAttribution(
    factsWith(
      {},
      {
        hypothesis: ['h1', 'h2', 'h3'].map((id) => ({ id, text: `Explanation ${id}` })),
        evidence: ['e1', 'e2'].map((id) => ({ id, text: `Item ${id}` })),
        evidenceReading,
      },
    ),
    new Map(),
    TODAY,
  ).matrix

describe('weighHypotheses', () => {
  it('ATT-02 counts inconsistent items per hypothesis and invents no reading', () => {
    const matrix = matrixOf([
      reading('h1', 'e1', 'inconsistent'),
      reading('h1', 'e2', 'inconsistent'),
      reading('h2', 'e1', 'consistent'),
    ])
    expect(matrix.hypotheses.map(({ id, inconsistent }) => [id, inconsistent])).toEqual([
      ['h1', 2],
      ['h2', 0],
      ['h3', 0],
    ])
    expect(matrix.rows[1]?.readings).toEqual({ h1: 'inconsistent', h2: 'open', h3: 'open' })
  })

  it('ATT-03 an item that fits everything tells nothing apart; one that splits them tells most', () => {
    const fitsAll = ['h1', 'h2', 'h3'].map((id) => reading(id, 'e1', 'consistent'))
    const splits = [
      reading('h1', 'e2', 'consistent'),
      reading('h2', 'e2', 'inconsistent'),
      reading('h3', 'e2', 'neutral'),
    ]
    expect(matrixOf([...fitsAll, ...splits]).rows.map(({ diagnosticity }) => diagnosticity)).toEqual([0, 1])
    const [, half] = matrixOf([reading('h1', 'e2', 'consistent'), reading('h2', 'e2', 'inconsistent')]).rows
    expect(half?.diagnosticity).toBeCloseTo(1 / 3)
  })

  it('readings that differ are contested, count for neither side and tell nothing apart', () => {
    const matrix = matrixOf([
      reading('h1', 'e1', 'inconsistent'),
      reading('h1', 'e1', 'consistent'),
      reading('h2', 'e1', 'neutral'),
    ])
    expect(matrix.rows[0]).toMatchObject({ readings: { h1: 'contested' }, diagnosticity: 0 })
    expect(matrix.hypotheses[0]?.inconsistent).toBe(0)
  })
})
