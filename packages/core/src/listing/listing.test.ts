import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../kernel/partial-date.ts'
import { doubtsAbout } from './doubts.ts'
import { type Listing, listingSchema } from './listing.ts'
import { countListings, listingsFollowing, listingsOn, standingOn } from './standing.ts'

const aListing = (changes: Partial<Listing> = {}): Listing => ({
  id: 'p99',
  annexRef: 'Annex I, part A, entry 99',
  name: 'Invented PERSON',
  type: 'natural person',
  aliases: [],
  transliterations: [],
  nationality: 'RU',
  countryOfLinkedState: 'RU',
  nationalityNote: null,
  function: 'Invented officer of an invented unit',
  identifyingInfo: {},
  listingDate: '2020-07-30',
  legalAct: {
    regulation: 'Council Implementing Regulation (EU) 2020/1125',
    regulationOJ: 'OJ L 246, 30.7.2020, p. 4',
    regulationVerified: true,
    decision: 'Council Decision (CFSP) 2020/1127',
    decisionVerified: true,
    source: null,
  },
  amendments: [],
  measures: ['asset freeze'],
  incidents: ['first-case'],
  reasonsSummary: 'Invented reasons.',
  status: { state: 'in force', asOf: '2026-07-13', delistedOn: null },
  sources: [{ title: 'Annex I', address: 'https://eur-lex.europa.eu/', addressOpened: true, readAt: '' }],
  verified: { incidentLinks: true },
  criteriaInReasons: { letters: [], words: [], note: '', basis: '' },
  officialCheck: {
    version: '2026-07-13',
    address: 'https://eur-lex.europa.eu/',
    locator: 'entry 99',
    checkedOn: '2026-11-23',
    agrees: ['name'],
  },
  ...changes,
})
const delisted = (delistedOn: string | null): Partial<Listing> => ({
  status: { state: 'delisted', asOf: '2026-07-13', delistedOn },
})

describe('a listing on a date', () => {
  it('stands from the day of listing, and after the last reading only as last read', () => {
    const listing = aListing()
    const days = ['2020-07-29', '2020-07-30', '2026-07-13', '2026-07-14']
    expect(days.map((day) => standingOn(listing, day))).toEqual([
      'not-yet-listed',
      'in-force',
      'in-force',
      'as-last-read',
    ])
  })

  it('ends on the day of its removal', () => {
    const listing = aListing(delisted('2024-03-01'))
    expect(standingOn(listing, '2024-02-29')).toBe('in-force')
    expect(standingOn(listing, '2024-03-01')).toBe('delisted')
  })

  it('of unknown removal stays in the register until the text that no longer has it', () => {
    const listing = aListing(delisted(null))
    expect(standingOn(listing, '2023-01-01')).toBe('removal-undated')
    expect(listingsOn([listing], '2023-01-01')).toEqual([listing])
    expect(listingsOn([listing], '2026-07-13')).toEqual([])
  })

  it('is never lost as time goes on unless somebody was removed', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2019-05-17', days))
    fc.assert(
      fc.property(fc.array(day), day, fc.nat(3000), (listed, from, later) => {
        const listings = listed.map((listingDate, index) => aListing({ id: `p${index}`, listingDate }))
        const before = listingsOn(listings, from)
        const after = listingsOn(listings, addDays(from, later))
        expect(after).toEqual(expect.arrayContaining([...before]))
        const { persons, entities } = countListings(after)
        expect(persons + entities).toBe(after.length)
      }),
    )
  })
})

describe('the listings that followed a case', () => {
  it('are those whose reasons speak of it, made by the date, newest first, also if removed since', () => {
    const early = aListing({ id: 'p1', ...delisted('2022-01-01') })
    const late = aListing({ id: 'p2', listingDate: '2024-06-24', incidents: ['first-case', 'second-case'] })
    const other = aListing({ id: 'p3', incidents: ['second-case'] })
    const ids = (slug: string, date: string) =>
      listingsFollowing([early, late, other], slug, date).map(({ id }) => id)
    expect(ids('first-case', '2026-01-01')).toEqual(['p2', 'p1'])
    expect(ids('first-case', '2021-01-01')).toEqual(['p1'])
    expect(ids('no-case', '2026-01-01')).toEqual([])
  })
})

describe('doubts about a listing', () => {
  it('are few when everything was read in the latest official text', () => {
    expect(doubtsAbout(aListing())).toEqual(['criteria-ours'])
  })

  it('name what was read from a transcription and which acts were not found', () => {
    const listing = aListing({
      officialCheck: null,
      verified: { incidentLinks: 'our mapping' },
      legalAct: { ...aListing().legalAct, regulation: null, regulationVerified: false },
      amendments: [{ act: null, what: 'reworded', verified: 'comparison', source: '' }],
    })
    expect(doubtsAbout(listing)).toEqual([
      'transcription-only',
      'regulation-unverified',
      'amending-act-unknown',
      'case-links-ours',
      'criteria-ours',
    ])
  })

  it('say so when the official text that was compared is older than the state shown', () => {
    const check = aListing().officialCheck
    const listing = aListing({ officialCheck: check && { ...check, version: '2025-01-27' } })
    expect(doubtsAbout(listing)).toContain('later-text-transcribed')
  })
})

it('is refused without a source, or with a date that does not exist', () => {
  expect(listingSchema.safeParse(aListing()).success).toBe(true)
  expect(listingSchema.safeParse(aListing({ sources: [] })).success).toBe(false)
  expect(listingSchema.safeParse(aListing({ listingDate: '2020-02-30' })).success).toBe(false)
})
