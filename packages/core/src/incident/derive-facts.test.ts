import { describe, expect, it } from 'vitest'
import { contested, factsWith, known, supportFrom } from '../../test/small-doctrine.ts'
import type { Fact, Facts } from '../kernel/fact.ts'
import type { Value } from '../kernel/value.ts'
import { deriveFacts } from './derive-facts.ts'
import { DERIVED_NAMES, DERIVED_PROPERTIES } from './derived-properties.ts'

const TODAY = '2026-11-23'
const derive = (...args: Parameters<typeof factsWith>): Facts => deriveFacts(factsWith(...args), TODAY)
const values = (fact: Fact) =>
  fact.state === 'known'
    ? [fact.value]
    : fact.state === 'contested'
      ? fact.alternatives.map(({ value }) => value)
      : []

const estonia = {
  claimant: 'Estonia',
  claimantState: 'EE',
  kind: 'political',
  accused: 'Unit 1',
  accusedState: 'XA',
  date: '2026-05-01',
}
const vendor = { claimant: 'A vendor', kind: 'technical', accused: 'Group 9' }

describe('deriveFacts', () => {
  it('says nothing of a case about which nothing is known', () => {
    const facts = derive({})
    expect(DERIVED_NAMES.map((name) => facts.one(name).state)).toEqual(DERIVED_NAMES.map(() => 'unknown'))
  })

  it('carries the rule and the support of what it follows from', () => {
    expect(derive({ memberStates: ['EE', 'LV'] }).one('memberStatesAffected')).toEqual({
      state: 'known',
      value: 2,
      support: supportFrom('s', 'memberStates'),
      derivedBy: 'DER-01',
    })
  })

  it('never overrides what was stated, contested or stated as unknown', () => {
    const facts = derive(
      { memberStates: ['EE'], memberStatesAffected: contested(3, 4), stateAttributable: 'unknown' },
      { attributionClaim: [{ ...estonia, stateDirected: true }] },
    )
    expect(values(facts.one('memberStatesAffected'))).toEqual([3, 4])
    expect(facts.one('stateAttributable')).toMatchObject({
      value: 'unknown',
      support: supportFrom('s', 'stateAttributable'),
    })
  })

  it('leaves everything stated as it was', () => {
    const stated = factsWith(
      { deaths: 0, effects: ['access'] },
      { target: [{ country: 'EE', sector: 'energy' }] },
    )
    const facts = deriveFacts(stated, TODAY)
    expect(facts.one('deaths')).toBe(stated.one('deaths'))
    expect(facts.many('target')).toBe(stated.many('target'))
    expect(facts.properties).toEqual(expect.arrayContaining([...stated.properties]))
  })

  it('DER-01 leaves the number open where unnamed Member States may stand behind the list', () => {
    expect(derive({ memberStates: ['EE', 'EU'] }).one('memberStatesAffected').state).toBe('unknown')
    expect(derive({ memberStates: [] }).one('memberStatesAffected')).toMatchObject({ value: 0 })
  })

  it('contested inputs make contested derived facts, each side with its own support', () => {
    const memberStates: Fact = {
      state: 'contested',
      alternatives: [
        { value: ['EE'], support: supportFrom('a', 'memberStates') },
        { value: ['EE', 'LV'], support: supportFrom('b', 'memberStates') },
      ],
    }
    expect(derive({ memberStates }).one('memberStatesAffected')).toEqual({
      state: 'contested',
      alternatives: [
        { value: 1, support: supportFrom('a', 'memberStates') },
        { value: 2, support: supportFrom('b', 'memberStates') },
      ],
      derivedBy: 'DER-01',
    })
    expect(derive({ memberStates }).one('memberStateHit')).toMatchObject({ state: 'known', value: true })
  })

  it('DER-02 a Member State was hit when one is listed, counted, or among the victims', () => {
    expect(derive({ memberStates: ['EE'] }).one('memberStateHit')).toMatchObject({ value: true })
    expect(derive({ memberStatesAffected: 2 }).one('memberStateHit')).toMatchObject({ value: true })
    expect(derive({}, { target: [{ country: 'EE', sector: 'energy' }] }).one('memberStateHit')).toMatchObject(
      { value: true },
    )
    expect(derive({ memberStatesAffected: 0 }).one('memberStateHit')).toMatchObject({ value: false })
    expect(derive({}, { target: [{ country: 'GE', sector: 'courts' }] }).one('memberStateHit').state).toBe(
      'unknown',
    )
  })

  it('DER-02 unnamed Member States were hit when the victim is the Union and none of its bodies', () => {
    const target = [{ country: 'EU', sector: 'businesses' }]
    const hit = (unionBodyTargeted?: boolean) =>
      derive(unionBodyTargeted === undefined ? {} : { unionBodyTargeted }, { target }).one('memberStateHit')
    expect(hit(false)).toMatchObject({ state: 'known', value: true, derivedBy: 'DER-02' })
    expect(hit(true).state).toBe('unknown')
    expect(hit().state).toBe('unknown')
    expect(derive({ memberStates: ['EU'] }).one('memberStateHit')).toMatchObject({ value: true })
    expect(derive({ unionBodyTargeted: false }).one('memberStateHit').state).toBe('unknown')
  })

  it('DER-02 a victim on record against a stated count of none is contested', () => {
    const facts = derive({ memberStatesAffected: 0 }, { target: [{ country: 'EE', sector: 'energy' }] })
    expect(values(facts.one('memberStateHit'))).toEqual([false, true])
  })

  it('DER-03 reads membership on the day the activity began', () => {
    const target = [{ country: 'GB', sector: 'health' }]
    expect(derive({ startDate: '2017-05-12' }, { target }).one('thirdStateTargeted').state).toBe('unknown')
    expect(derive({ startDate: '2020-02-01' }, { target }).one('thirdStateTargeted')).toMatchObject({
      value: true,
    })
    expect(derive({ startDate: '2020' }, { target }).one('thirdStateTargeted').state).toBe('unknown')
  })

  it('DER-03 the Union and the whole world are no third State, and silence is not a denial', () => {
    const target = [
      { country: 'EU', sector: 'institutions' },
      { country: '*', sector: 'all' },
    ]
    expect(derive({}, { target }).one('thirdStateTargeted').state).toBe('unknown')
    expect(
      derive({}, { target: [{ country: 'EE', sector: 'energy' }] }).one('thirdStateTargeted').state,
    ).toBe('unknown')
  })

  it('DER-04 a partner was hit when a third State or an international organisation was', () => {
    expect(derive({ internationalOrganisationTargeted: true }).one('partnerHit')).toMatchObject({
      value: true,
    })
    expect(derive({ internationalOrganisationTargeted: false }).one('partnerHit').state).toBe('unknown')
    const neither = { internationalOrganisationTargeted: false, thirdStateTargeted: false }
    expect(derive(neither).one('partnerHit')).toMatchObject({ value: false })
  })

  it('DER-05 to DER-11 read who spoke, as what, and whom they named', () => {
    const facts = derive(
      { memberStates: ['EE'] },
      { attributionClaim: [estonia, vendor, { ...estonia, claimant: 'the Union', claimantState: 'EU' }] },
    )
    for (const name of [
      'technicalAttributionMade',
      'politicalAttributionMade',
      'memberStateAttributed',
      'victimAttributed',
      'unionAttributed',
      'stateNamed',
    ]) {
      expect([name, facts.one(name)]).toMatchObject([name, { state: 'known', value: true }])
    }
    expect(facts.one('accusedStates')).toMatchObject({ value: ['XA'] })
  })

  it('DER-07 reads the membership of a claimant on the day of the claim', () => {
    const [before, after] = ['2019-05-01', '2021-05-01'].map((date) =>
      derive({}, { attributionClaim: [{ ...estonia, claimantState: 'GB', date }] }).one(
        'memberStateAttributed',
      ),
    )
    expect(before).toMatchObject({ state: 'known', value: true })
    expect(after).toMatchObject({ state: 'unknown' })
  })

  it.each([
    ['DER-08', 'victimAttributed', { ...estonia, claimantState: 'LV' }, estonia],
    ['DER-09', 'unionAttributed', estonia, { ...estonia, claimantState: 'EU' }],
    ['DER-10', 'stateNamed', vendor, { ...vendor, accusedState: 'XA' }],
  ] as const)('%s %s takes one claim and not the next', (_rule, name, other, claim) => {
    const read = (...attributionClaim: readonly Value[]) =>
      derive({ memberStates: ['EE'] }, { attributionClaim }).one(name)
    expect(read(other).state).toBe('unknown')
    expect(read(other, claim)).toMatchObject({ state: 'known', value: true })
  })

  it('DER-06 a company that names a group is no political attribution, and nobody speaking is not "no"', () => {
    const facts = derive({}, { attributionClaim: [vendor] })
    expect(facts.one('politicalAttributionMade').state).toBe('unknown')
    expect(facts.one('stateNamed').state).toBe('unknown')
    expect(facts.one('technicalAttributionMade')).toMatchObject({ value: true })
  })

  it('DER-12 reads a government’s word of direction by a State as probable, never as yes', () => {
    expect(
      derive({}, { attributionClaim: [{ ...estonia, stateDirected: true }] }).one('stateAttributable'),
    ).toMatchObject({
      value: 'probable',
    })
    expect(derive({}, { attributionClaim: [estonia] }).one('stateAttributable').state).toBe('unknown')
    expect(
      derive({}, { attributionClaim: [{ ...vendor, stateDirected: true }] }).one('stateAttributable').state,
    ).toBe('unknown')
  })

  it('DER-13 counts days exactly where both dates are days, and keeps both ends where they are not', () => {
    expect(derive({ startDate: '2022-02-24', endDate: '2022-03-15' }).one('activityDays')).toMatchObject({
      value: 19,
    })
    expect(values(derive({ startDate: '2016', endDate: '2018' }).one('activityDays'))).toEqual([366, 1095])
    expect(values(derive({ startDate: '2016', endDate: '2016' }).one('activityDays'))).toEqual([0, 365])
  })

  it('DER-13 draws nothing from an end before the start, nor from one date alone', () => {
    expect(derive({ startDate: '2022-03-15', endDate: '2022-02-24' }).one('activityDays').state).toBe(
      'unknown',
    )
    expect(derive({ startDate: '2022-03-15' }).one('activityDays').state).toBe('unknown')
  })

  it('DER-14, DER-15, DER-16 and DER-17 count what is on record', () => {
    const facts = derive(
      { effects: ['access', 'access', 'data-theft'], techniques: [], memberStates: ['DE', 'FR'] },
      {
        target: [
          { country: 'UA', sector: 'government, military' },
          { country: 'DE', sector: 'Energy' },
          { country: 'DE', sector: 'military' },
        ],
      },
    )
    expect(
      ['sectorCount', 'victimCountryCount', 'effectCount', 'techniqueCount'].map((name) =>
        values(facts.one(name)),
      ),
    ).toEqual([[3], [3], [2], [0]])
    const world = derive({}, { target: [{ country: '*', sector: 'all' }] })
    expect(world.one('victimCountryCount')).toMatchObject({ value: 50 })
  })

  it('every derived property has a name, a rule and its own group', () => {
    expect(
      DERIVED_PROPERTIES.every(({ group, name }) => group === 'derived' && DERIVED_NAMES.includes(name)),
    ).toBe(true)
    expect(derive({ effects: known(['access']) }).one('effectCount')).toMatchObject({ derivedBy: 'DER-16' })
  })
})
