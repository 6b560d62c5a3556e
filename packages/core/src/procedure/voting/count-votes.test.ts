import { describe, expect, it } from 'vitest'
import { countVotes } from './count-votes.ts'
import { aTable, countOf2025, reasonIn, SHARES_2025, stancesOf } from '../../../test/example-votes.ts'

describe('worked examples of a qualified majority', () => {
  // votes that nobody cast; the figures are sums of the shares of 2025
  it.each([
    {
      id: 'ex-qmv-1',
      against: 'HU SK',
      abstain: '',
      yes: 25,
      percent: 96.67,
      population: 'true',
      few: true,
      verdict: 'true',
    },
    {
      id: 'ex-qmv-2',
      against: 'DE FR IT',
      abstain: '',
      yes: 24,
      percent: 53.12,
      population: 'false',
      few: true,
      verdict: 'true',
    },
    {
      id: 'ex-qmv-3',
      against: 'DE FR IT MT',
      abstain: '',
      yes: 23,
      percent: 53.0,
      population: 'false',
      few: false,
      verdict: 'false',
    },
    {
      id: 'ex-qmv-4',
      against: 'LU MT',
      abstain: 'CY EE LV SI LT HR IE SK FI DK BG',
      yes: 14,
      percent: 90.44,
      population: 'true',
      few: false,
      verdict: 'false',
    },
    {
      id: 'ex-qmv-5',
      against: 'HU SK BG CY MT AT IE',
      abstain: '',
      yes: 20,
      percent: 91.7,
      population: 'true',
      few: false,
      verdict: 'true',
    },
  ] as const)(
    'VOT-06 $id: $yes in favour with $percent %',
    ({ against, abstain, yes, percent, population, few, verdict }) => {
      const outcome = countOf2025('rule-qmv', { no: against, ...(abstain ? { abstain } : {}) })
      expect(outcome.verdict).toBe(verdict)
      expect(reasonIn(outcome, 'states-in-favour')).toMatchObject({ least: yes, most: yes, needed: 15 })
      const inFavour = reasonIn(outcome, 'population-in-favour')
      expect(inFavour).toMatchObject({ verdict: population, needed: 65, tooThinToCall: false })
      expect(inFavour?.least).toBeLessThanOrEqual(percent)
      expect(inFavour?.most).toBeGreaterThanOrEqual(percent - 1e-9)
      expect(reasonIn(outcome, 'blocking-minority-of-four')?.verdict).toBe(few ? 'false' : 'true')
      expect(outcome.open).toEqual([])
    },
  )

  it('VOT-06 ex-qmv-6: without a proposal 19 of 27 are too few, whatever their population', () => {
    const outcome = countOf2025('rule-qmv-reinforced', { no: 'HU SK BG CY MT AT IE HR' })
    expect(outcome.verdict).toBe('false')
    expect(outcome.reasons.map(({ text }) => text)).toEqual([
      '19 of 27 in favour; 20 needed',
      '90.83 % ± 0.04 of the population in favour; 65 % needed',
    ])
  })

  it('VOT-08 a regulation under TFEU Art. 215 is counted like any act on a proposal', () => {
    expect(countOf2025('rule-215', { no: 'DE FR IT' }).verdict).toBe('true')
    expect(countOf2025('rule-215', { no: 'DE FR IT MT' }).verdict).toBe('false')
  })
})

describe('worked examples of unanimity in the CFSP', () => {
  it.each([
    {
      id: 'ex-un-1',
      no: '',
      abstain: 'HU SK',
      declare: '',
      states: 0,
      percent: 0,
      third: 'false',
      verdict: 'true',
      binds: 27,
    },
    {
      id: 'ex-un-2',
      no: 'HU',
      abstain: '',
      declare: '',
      states: 0,
      percent: 0,
      third: 'false',
      verdict: 'false',
      binds: 27,
    },
    {
      id: 'ex-un-3',
      no: '',
      abstain: '',
      declare: 'HU AT',
      states: 2,
      percent: 4.15,
      third: 'false',
      verdict: 'true',
      binds: 25,
    },
    {
      id: 'ex-un-4',
      no: '',
      abstain: '',
      declare: 'MT LU CY EE LV SI LT HR IE',
      states: 9,
      percent: 4.36,
      third: 'false',
      verdict: 'true',
      binds: 18,
    },
    {
      id: 'ex-un-5',
      no: '',
      abstain: '',
      declare: 'DE FR IT ES PL RO NL BE',
      states: 8,
      percent: 76.86,
      third: 'true',
      verdict: 'true',
      binds: 19,
    },
    {
      id: 'ex-un-6',
      no: '',
      abstain: '',
      declare: 'DE FR MT LU CY EE LV SI LT',
      states: 9,
      percent: 35.97,
      third: 'true',
      verdict: 'false',
      binds: 18,
    },
    {
      id: 'ex-un-7',
      no: '',
      abstain: '',
      declare: 'DE ES MT LU CY EE LV SI LT',
      states: 9,
      percent: 31.58,
      third: 'false',
      verdict: 'true',
      binds: 18,
    },
  ] as const)(
    'VOT-09 $id: $states declare with $percent %',
    ({ no, abstain, declare, states, percent, third, verdict, binds }) => {
      const exceptions = {
        ...(no && { no }),
        ...(abstain && { abstain }),
        ...(declare && { 'abstain-with-declaration': declare }),
      }
      for (const rule of ['rule-cfsp-unanimity', 'rule-listing'] as const) {
        const outcome = countOf2025(rule, exceptions)
        expect(outcome.verdict).toBe(verdict)
        expect(outcome.binds).toHaveLength(binds)
        expect(outcome.declaring.toSorted()).toEqual(declare.split(' ').filter(Boolean).toSorted())
        expect(reasonIn(outcome, 'declared-third-of-states')).toMatchObject({ least: states, needed: 9 })
        expect(reasonIn(outcome, 'declared-third-of-states')?.verdict).toBe(states >= 9 ? 'true' : 'false')
        const population = reasonIn(outcome, 'declared-third-of-population')
        expect(population).toMatchObject({ verdict: third, tooThinToCall: false })
        expect(population?.least).toBeLessThanOrEqual(percent + 1e-9)
        expect(population?.most).toBeGreaterThanOrEqual(percent - 1e-9)
      }
    },
  )

  it('VOT-10 under the general rule a declaration is an abstention like any other and exempts nobody', () => {
    const outcome = countOf2025('rule-unanimity-tfeu', {
      'abstain-with-declaration': 'DE FR MT LU CY EE LV SI LT',
    })
    expect(outcome.verdict).toBe('true')
    expect(outcome.declaring).toEqual([])
    expect(outcome.binds).toHaveLength(27)
  })
})

describe('worked examples of a silence procedure', () => {
  const silent = stancesOf(SHARES_2025, 'unknown')

  it('ex-sil-1: nobody spoke by the deadline, so the text is adopted', () => {
    const outcome = countOf2025('rule-coreu-silence', {}, { stances: {}, silence: 'expired' })
    expect(outcome).toMatchObject({ verdict: 'true', open: [] })
  })

  it('ex-sil-2: one objection stops it, before the deadline and after', () => {
    for (const silence of ['running', 'expired'] as const) {
      const outcome = countOf2025('rule-coreu-silence', {}, { stances: { ...silent, EE: 'no' }, silence })
      expect(outcome.verdict).toBe('false')
      expect(reasonIn(outcome, 'no-objection')).toMatchObject({ states: ['EE'] })
    }
  })

  it('ex-sil-3: a comment that leaves the position open is no objection', () => {
    const outcome = countOf2025(
      'rule-coreu-silence',
      {},
      { stances: { ...silent, FI: 'unknown' }, silence: 'expired' },
    )
    expect(outcome.verdict).toBe('true')
  })

  it('VOT-13 before the deadline silence says nothing', () => {
    expect(countOf2025('rule-coreu-silence', {}, { stances: silent }).verdict).toBe('unknown')
    expect(countOf2025('rule-coreu-silence', {}, { stances: silent, silence: 'running' }).open).toHaveLength(
      27,
    )
  })
})

describe('what is not known', () => {
  it('VOT-01 a State that has not said is unknown, never a yes', () => {
    const outcome = countVotes({
      rule: 'rule-cfsp-unanimity',
      population: SHARES_2025,
      stances: { DE: 'yes' },
    })
    expect(outcome.verdict).toBe('unknown')
    expect(outcome.open).toHaveLength(26)
    expect(reasonIn(outcome, 'no-vote-against')?.text).toBe(
      'no vote against, up to 26 with those still open; one is enough to stop it',
    )
  })

  it('VOT-01 a code that is no Member State is refused and never left out in silence', () => {
    expect(() => countOf2025('rule-qmv', {}, { stances: { EL: 'no' } })).toThrow(
      /"EL" is no Member State of the table "populations-example".*VOT-01/,
    )
    expect(() => countOf2025('rule-qmv', {}, { stances: { GB: 'yes' } })).toThrow(/VOT-01/)
  })

  it('VOT-03 a table that does not add up is refused', () => {
    const population = aTable({ DE: 60, FR: 30 }, 0.5)
    expect(() => countVotes({ rule: 'rule-qmv', population, stances: {} })).toThrow(/90 %.*VOT-03/)
  })

  it('VOT-05 a margin thinner than the rounding is not called', () => {
    const outcome = countOf2025('rule-qmv', { no: 'DE FR', abstain: 'IE LU' })
    expect(outcome).toMatchObject({ verdict: 'unknown', open: [] })
    expect(reasonIn(outcome, 'population-in-favour')).toMatchObject({
      verdict: 'unknown',
      tooThinToCall: true,
      text: '65.00 % ± 0.02 of the population in favour; 65 % needed: too thin to call with rounded figures',
    })
    // one hundredth of a point more than the rounding is enough to call it
    expect(countOf2025('rule-qmv', { no: 'DE FR', abstain: 'IE SI' }).verdict).toBe('false')
  })

  it('VOT-05 the same margin is called with a table that is exact', () => {
    const population = aTable({ AA: 30, BB: 2, CC: 2, DD: 1, EE: 25, FF: 20, GG: 10, HH: 5, II: 5 })
    const stances = stancesOf(population, 'yes', { no: 'AA BB CC DD' })
    expect(countVotes({ rule: 'rule-qmv', population, stances }).verdict).toBe('true')
    expect(
      countVotes({ rule: 'rule-qmv', population: { ...population, rounding: 0.5 }, stances }).verdict,
    ).toBe('unknown')
  })
})

it('VOT-14 a working party has consensus when nobody objects and nothing is reserved', () => {
  expect(countOf2025('rule-wp-consensus', { abstain: 'HU' }).verdict).toBe('true')
  expect(countOf2025('rule-wp-consensus', { unknown: 'FI' })).toMatchObject({
    verdict: 'unknown',
    open: ['FI'],
  })
  expect(countOf2025('rule-wp-consensus', { no: 'HU' }).verdict).toBe('false')
})
