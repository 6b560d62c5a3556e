import type { Listing } from '@demarche/core'
import { describe, expect, it } from 'vitest'
import { filterListings, kindOf, stateOf } from './register-filter.ts'

const aListing = (changes: Partial<Listing>): Listing => ({
  id: 'p99',
  annexRef: 'Annex I, part A, entry 99',
  name: 'Ábel PERSON',
  type: 'natural person',
  aliases: ['Invented Alias'],
  transliterations: ['Абель'],
  nationality: null,
  countryOfLinkedState: null,
  nationalityNote: null,
  function: 'Officer',
  identifyingInfo: { dateOfBirth: '1970-01-01' },
  listingDate: '2020-07-30',
  legalAct: {
    regulation: 'Council Implementing Regulation (EU) 2020/1125',
    regulationOJ: null,
    regulationVerified: true,
    decision: null,
    decisionVerified: false,
    source: null,
  },
  amendments: [],
  measures: [],
  incidents: ['cloud-hopper'],
  reasonsSummary: 'Took part in cyberattacks.',
  status: { state: 'in force', asOf: '2026-07-13', delistedOn: null },
  sources: [],
  verified: {},
  criteriaInReasons: { letters: [], words: [], note: '', basis: '' },
  officialCheck: null,
  ...changes,
})
const person = aListing({ id: 'person' })
const body = aListing({
  id: 'body',
  name: 'Some Company',
  type: 'legal person, entity or body',
  countryOfLinkedState: 'CN',
  incidents: ['i-soon-2026'],
})
const found = (query: Parameters<typeof filterListings>[1]) =>
  filterListings([person, body], query, (slug) => (slug === 'cloud-hopper' ? 'Operation Hop' : slug)).map(
    ({ id }) => id,
  )

describe('the filters of the register', () => {
  it('find a name without its accents, an alias, an act and a case by name', () => {
    for (const q of ['abel', 'invented alias', '2020/1125 person', 'operation hop', 'абель']) {
      expect(found({ q }), q).toContain('person')
    }
    expect(found({ q: 'abel company' })).toEqual([])
  })

  it('find cyber-attacks however they are spelt', () => {
    expect(found({ q: 'cyber-attacks' })).toEqual(['person', 'body'])
  })

  it('do not search in dates of birth', () => {
    expect(found({ q: '1970' })).toEqual([])
  })

  it('narrow by case, State and kind, also to those who are linked to no State', () => {
    expect(found({ caseSlug: 'i-soon-2026' })).toEqual(['body'])
    expect(found({ state: 'CN' })).toEqual(['body'])
    expect(found({ state: 'none' })).toEqual(['person'])
    expect(found({ kind: 'entity' })).toEqual(['body'])
    expect([kindOf(person), stateOf(person), stateOf(body)]).toEqual(['person', null, 'CN'])
  })
})
