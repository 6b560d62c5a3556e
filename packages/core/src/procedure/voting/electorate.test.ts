import { describe, expect, it } from 'vitest'
import { countVotes } from './count-votes.ts'
import { aTable, countOf2025, reasonIn, SHARES_2025, stancesOf } from '../../../test/example-votes.ts'

describe('members that take no part', () => {
  it('VOT-11 thresholds are counted over those that take part', () => {
    const outcome = countOf2025('rule-qmv', { 'not-participating': 'DK PL HU', no: 'DE FR' })
    expect(reasonIn(outcome, 'states-in-favour')).toMatchObject({ least: 22, needed: 14 })
    expect(reasonIn(outcome, 'population-in-favour')?.text).toBe(
      '61.85 % ± 0.03 of the population that takes part in favour; 65 % needed',
    )
    expect(outcome.binds).toHaveLength(24)
  })

  it('VOT-07 the blocking minority is then the fewest with more than 35 %, plus one', () => {
    // without Poland and Hungary two States are more than 35 % of the rest, so three can block
    const outcome = countOf2025('rule-qmv', { 'not-participating': 'DK PL HU', no: 'DE FR' })
    expect(reasonIn(outcome, 'blocking-minority-of-four')).toMatchObject({ needed: 3, verdict: 'false' })
    expect(outcome.verdict).toBe('true')
    expect(countOf2025('rule-qmv', { 'not-participating': 'DK PL HU', no: 'DE FR MT' }).verdict).toBe('false')
  })

  it('VOT-07 exactly 35 % are not more than 35 %', () => {
    const population = aTable({ AA: 28, BB: 22, CC: 20, DD: 10, XX: 20 })
    const stances = stancesOf(population, 'yes', { no: 'AA BB', 'not-participating': 'XX' })
    const outcome = countVotes({ rule: 'rule-qmv', population, stances })
    // 28 of the 80 that take part are 35 %: it takes two States to have more, and three to block
    expect(reasonIn(outcome, 'blocking-minority-of-four')).toMatchObject({ least: 2, needed: 3 })
    expect(outcome.verdict).toBe('true')
  })

  it('VOT-09 one third of States and of population stay those of the whole Union', () => {
    const outcome = countOf2025('rule-cfsp-unanimity', {
      'not-participating': 'DK',
      'abstain-with-declaration': 'HU',
    })
    expect(reasonIn(outcome, 'declared-third-of-states')).toMatchObject({ needed: 9 })
    expect(outcome.binds).not.toContain('DK')
    expect(outcome.binds).toHaveLength(25)
  })

  it('VOT-11 a vote in which nobody takes part is refused', () => {
    const stances = stancesOf(SHARES_2025, 'not-participating')
    expect(() => countVotes({ rule: 'rule-qmv', population: SHARES_2025, stances })).toThrow(/VOT-11/)
  })
})

describe('when no vote is held', () => {
  it('VOT-15 there is none by qualified majority while the brake stands', () => {
    const outcome = countOf2025('rule-qmv', {}, { brake: ['HU'] })
    expect(outcome.verdict).toBe('false')
    expect(reasonIn(outcome, 'brake')).toMatchObject({ verdict: 'true', speaks: 'against', states: ['HU'] })
  })

  it('VOT-15 the brake does not touch unanimity or a regulation under TFEU Art. 215, and the reason says so', () => {
    for (const rule of ['rule-215', 'rule-cfsp-unanimity'] as const) {
      const outcome = countOf2025(rule, {}, { brake: ['HU'] })
      expect(outcome.verdict).toBe('true')
      expect(reasonIn(outcome, 'brake')?.text).toContain('without effect')
    }
  })

  it('VOT-12 a majority of the members must be present', () => {
    const present = 'BE BG CZ DK DE EE IE GR ES FR HR IT CY'.split(' ')
    expect(countOf2025('rule-qmv', {}, { present }).verdict).toBe('false')
    expect(reasonIn(countOf2025('rule-qmv', {}, { present }), 'quorum')?.text).toBe(
      '13 of 27 present; 14 needed for a quorum (recalled)',
    )
    expect(reasonIn(countOf2025('rule-qmv', {}, { present: [...present, 'LV'] }), 'quorum')?.verdict).toBe(
      'true',
    )
    expect(countOf2025('rule-wp-consensus', {}, { present }).verdict).toBe('true')
  })

  it('VOT-12 whoever is absent and not represented gives no vote', () => {
    const present = Object.keys(SHARES_2025.percent).filter((state) => state !== 'HU' && state !== 'MT')
    const proxies = { MT: 'IT' }
    expect(reasonIn(countOf2025('rule-qmv', {}, { present, proxies }), 'states-in-favour')?.least).toBe(26)
    expect(countOf2025('rule-cfsp-unanimity', {}, { present, proxies }).verdict).toBe('false')
    expect(
      reasonIn(countOf2025('rule-cfsp-unanimity', {}, { present, proxies }), 'no-vote-against'),
    ).toMatchObject({
      states: ['HU'],
      text: '1 vote against or missing (1 absent and not represented); one is enough to stop it',
    })
    expect(countOf2025('rule-cfsp-unanimity', {}, { present, proxies: { MT: 'IT', HU: 'AT' } }).verdict).toBe(
      'true',
    )
  })

  it.each([
    ['two votes of others', { MT: 'IT', HU: 'IT' }, /holds more than one/],
    ['a vote while absent', { MT: 'HU' }, /not present/],
    ['the vote of one that is there', { DE: 'IT' }, /present and represented/],
  ])('VOT-12 nobody holds %s', (_, proxies, message) => {
    const present = Object.keys(SHARES_2025.percent).filter((state) => state !== 'HU' && state !== 'MT')
    expect(() => countOf2025('rule-qmv', {}, { present, proxies })).toThrow(message)
  })
})
