import {
  COUNTRY_CODES,
  type CountryGroup,
  expandRegion,
  groupsOf,
  groupsWithin,
  isCountryCode,
  isMemberOf,
  isMemberState,
  LANGUAGES,
  membersOf,
  resolveGroup,
} from '@demarche/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadDoctrine } from './read-pack.ts'

const groups = loadDoctrine().countryGroups ?? []
const TODAY = '2026-11-23'
const aGroup = fc.constantFrom(...groups)
const aDay = fc
  .date({ min: new Date('1940-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const codes = (id: string, day = TODAY): readonly string[] =>
  membersOf(groups, id, day).map((one) => one.country)

const named = (group: CountryGroup): readonly string[] => [
  group.id,
  ...LANGUAGES.flatMap((language) => [
    group.names[language],
    ...(group.short ? [group.short[language]] : []),
  ]),
  ...(group.aliases ?? []),
]

describe('who belongs to what', () => {
  it('counts members as the organisations do', () => {
    const counts = ['un', 'eu', 'nato', 'osce', 'au', 'oas', 'asean', 'arf', 'coe', 'ecowas', 'oecd'].map(
      (id) => [id, codes(`org-${id}`).length] as const,
    )
    expect(Object.fromEntries(counts)).toEqual({
      un: 193,
      eu: 27,
      nato: 32,
      osce: 57,
      au: 55,
      oas: 33,
      asean: 11,
      arf: 27,
      coe: 46,
      ecowas: 12,
      oecd: 38,
    })
    expect(codes('org-eu', '2020-01-31')).toHaveLength(28)
    expect(codes('org-asean', '2025-01-01')).toHaveLength(10)
    expect(codes('org-ecowas', '2024-12-31')).toHaveLength(15)
  })

  it.each([
    ['org-eu', 'GB', '2020-01-31', '2020-02-01'],
    ['org-coe', 'RU', '2022-03-16', '2022-03-17'],
    ['org-ecowas', 'ML', '2025-01-28', '2025-01-29'],
    ['org-oas', 'NI', '2023-11-19', '2023-11-20'],
  ])('%s: %s is a member on %s and no longer on %s', (group, country, last, after) => {
    expect(isMemberOf(groups, group, country, last)).toBe(true)
    expect(isMemberOf(groups, group, country, after)).toBe(false)
  })

  it.each([
    ['FI', '2023-04-04'],
    ['SE', '2024-03-07'],
  ])('NATO: %s is a member from %s on', (country, first) => {
    const before = new Date(Date.parse(first) - 86_400_000).toISOString().slice(0, 10)
    expect(isMemberOf(groups, 'org-nato', country, before)).toBe(false)
    expect(isMemberOf(groups, 'org-nato', country, first)).toBe(true)
  })

  it('PLC-07: a day within a coarse date is unknown', () => {
    const held = (day: string) =>
      membersOf(groups, 'org-nato', day).find(({ country }) => country === 'DE')?.held
    expect(['1955-04-30', '1955-05-10', '1955-05-31'].map(held)).toEqual([undefined, 'unknown', 'true'])
    expect(expandRegion(groups, 'NATO', '1955-05-10').doubts).toContainEqual({
      kind: 'date-unclear',
      countries: ['DE'],
    })
  })

  it('PLC-08: the suspended are members, observers are not, regions have the countries of their parts', () => {
    expect(membersOf(groups, 'org-coe', '2022-03-01').find(({ country }) => country === 'RU')?.kind).toBe(
      'suspended',
    )
    expect(codes('org-un')).not.toContain('VA')
    expect(
      groupsOf(groups, 'VA', TODAY).map(({ group, membership }) => `${group.id}: ${membership.kind}`),
    ).toEqual(['org-coe: observer', 'org-osce: participant', 'org-un: observer'])
    expect(codes('neighbourhood')).toEqual(
      [...codes('eastern-partnership'), ...codes('southern-neighbourhood')].toSorted(),
    )
    expect(groupsWithin(groups, 'org-au', TODAY).map(({ id }) => id)).toContain('org-ecowas')
  })

  it('agrees with itself on every day', () => {
    fc.assert(
      fc.property(aGroup, aDay, ({ id }, day) => {
        const members = membersOf(groups, id, day)
        const countries = members.map(({ country }) => country)
        expect(new Set(countries).size).toBe(countries.length)
        for (const country of countries) {
          expect(country === 'EU' || isCountryCode(country)).toBe(true)
          expect(groupsOf(groups, country, day).map(({ group }) => group.id)).toContain(id)
        }
      }),
      { numRuns: 60 },
    )
    fc.assert(
      fc.property(fc.constantFrom(...COUNTRY_CODES), aDay, (country, day) => {
        expect(isMemberOf(groups, 'org-eu', country, day)).toBe(isMemberState(country, day))
      }),
    )
  })
})

describe('PLC-09: regions turned into countries', () => {
  it('are found in every language, as short form, alias and id', () => {
    for (const group of groups)
      for (const name of named(group)) expect(resolveGroup(groups, name)?.id, name).toBe(group.id)
  })

  it('keep their doubts', () => {
    expect(expandRegion(groups, 'Western Balkans', TODAY)).toMatchObject({
      countries: ['AL', 'BA', 'ME', 'MK', 'RS', 'XK'],
      doubts: [],
    })
    const lac = expandRegion(groups, 'Latin America and the Caribbean (35 countries)', TODAY)
    expect(lac.countries).toHaveLength(33)
    expect(lac.doubts).toContainEqual({ kind: 'count-differs', said: 35, found: 33 })
    expect(expandRegion(groups, 'Pays du Pacifique sud', TODAY)).toEqual({
      countries: [],
      doubts: [{ kind: 'not-known' }],
    })
    expect(expandRegion(groups, 'Sahel', TODAY).doubts.map(({ kind }) => kind)).toEqual([
      'no-agreed-list',
      'not-verified',
    ])
    expect(expandRegion(groups, 'ECOWAS countries', '2022-06-01').doubts.map(({ kind }) => kind)).toEqual([
      'not-verified',
      'suspended',
    ])
  })

  it('never hold a code that no country has, whatever the words', () => {
    const words = groups.flatMap(({ names, aliases }) => [...Object.values(names), ...(aliases ?? [])])
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...words), fc.string()), aDay, (text, day) => {
        const { group, countries, doubts } = expandRegion(groups, text, day)
        expect(countries.filter((code) => !isCountryCode(code))).toEqual([])
        expect(group === undefined).toBe(doubts.some(({ kind }) => kind === 'not-known'))
      }),
    )
  })
})
