import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FactRow } from '../../kernel/fact-row.ts'
import { type CustodyGap, readCustody } from './read-custody.ts'
import { questionBeforeListing, weighListingUse } from './weigh-listing-use.ts'

const row = (property: string, value: string | string[]): FactRow => ({
  property,
  label: property,
  group: 'what',
  cardinality: 'one',
  fact: { state: 'known', value, support: [{ statement: 's', property }] },
})
const record = (facts: Record<string, string | string[]>) => ({
  facts: Object.entries(facts).map(([property, value]) => row(property, value)),
})
const entry = (name: string, facts: Record<string, string>) => ({
  entity: `custody-entry:${name}`,
  name,
  ...record({ holder: 'CERT', ...facts }),
})
const SOUND = readCustody([
  entry('acquired', { start: '2026-03-01', hashAfter: 'aa' }),
  entry('handed over', { start: '2026-03-02', hashBefore: 'aa', hashAfter: 'aa' }),
])
const GOOD = {
  originator: ['EE'],
  legalBasis: 'lb-voluntary',
  purposeLimit: 'attribution and listing',
  listingUse: 'allowed',
  summary: 'Traffic of the unit reached the servers.',
  hash: 'aa',
}
const useOf = (change: Record<string, string | string[]>, custody = SOUND) =>
  weighListingUse(record({ ...GOOD, ...change }), custody).use
const without = (property: string) => {
  const { [property]: _, ...rest } = GOOD as Record<string, string | string[]>
  return weighListingUse(record(rest), SOUND).use
}

const questionOf = (change: Record<string, string | string[]>) =>
  questionBeforeListing(weighListingUse(record({ ...GOOD, ...change }), SOUND))
const questionOfUnknownOrigin = (change: Record<string, string>) => {
  const { originator: _, ...rest } = GOOD
  return questionBeforeListing(weighListingUse(record({ ...rest, ...change }), SOUND))
}

describe('whether an item may carry a listing', () => {
  it('nothing stands in the way when origin, basis, purpose, permission, summary and custody are in order', () => {
    expect(useOf({})).toBe('nothing-in-the-way')
  })

  it('data from criminal procedure is not sanctions data by default: counsel is asked (PFO-43)', () => {
    expect(useOf({ legalBasis: 'lb-eevidence', listingUse: 'not-asked' })).toBe('ask-counsel')
    expect(useOf({ legalBasis: 'lb-mla', listingUse: 'counsel-asked' })).toBe('ask-counsel')
    expect(useOf({ legalBasis: 'lb-eevidence', listingUse: 'counsel-agrees' })).toBe('nothing-in-the-way')
  })

  it('a second source does not open what the first one closed (PFO-43, PFO-45)', () => {
    expect(questionOf({ legalBasis: ['lb-mla', 'lb-voluntary'], listingUse: 'not-asked' })).toBe(
      'ask-counsel',
    )
    expect(questionOf({ listingUse: ['refused', 'allowed'] })).toBe('refused')
    expect(useOf({ listingUse: ['allowed', 'counsel-agrees'] })).toBe('incomplete')
  })

  it('an item of unknown origin can inform and cannot carry a listing (PFO-44)', () => {
    expect(without('originator')).toBe('informs-only')
  })

  it('an item of unknown origin from criminal procedure is asked about all the same (EVI-04)', () => {
    expect(questionOfUnknownOrigin({ legalBasis: 'lb-mla', listingUse: 'not-asked' })).toBe('ask-counsel')
    expect(questionOfUnknownOrigin({ legalBasis: 'lb-mla', listingUse: 'allowed' })).toBeNull()
    expect(questionOfUnknownOrigin({ listingUse: 'not-asked' })).toBeNull()
    expect(questionOfUnknownOrigin({ listingUse: 'refused' })).toBe('refused')
  })

  it('a refusal ends it, whatever else is in order (PFO-45)', () => {
    expect(useOf({ listingUse: 'refused' })).toBe('refused')
  })

  it.each(['legalBasis', 'purposeLimit', 'listingUse', 'summary', 'hash'])(
    'without %s it is incomplete, not forbidden',
    (property) => {
      expect(without(property)).toBe('incomplete')
    },
  )

  it('a gap in custody leaves it incomplete, and so does a chain that nobody recorded (PFO-46)', () => {
    expect(useOf({}, readCustody([]))).toBe('incomplete')
    expect(useOf({}, readCustody([entry('acquired', { start: '2026-03-01' })]))).toBe('incomplete')
  })
})

function gapsOf(...entries: ReturnType<typeof entry>[]): CustodyGap[] {
  return readCustody(entries).gaps.map(({ gap }) => gap)
}

describe('a chain of custody', () => {
  it('has no gap where each entry begins with the hash with which the one before ended', () => {
    expect(SOUND.gaps).toEqual([])
    expect(SOUND.entries.map(({ name }) => name)).toEqual(['acquired', 'handed over'])
  })

  it('shows a hash that is another one than before, between two entries and inside one', () => {
    expect(
      gapsOf(
        entry('one', { start: '2026-03-01', hashAfter: 'aa' }),
        entry('two', { start: '2026-03-02', hashBefore: 'bb' }),
      ),
    ).toEqual(['hash-changed'])
    expect(gapsOf(entry('one', { start: '2026-03-01', hashBefore: 'aa', hashAfter: 'bb' }))).toEqual([
      'hash-changed',
    ])
  })

  it('shows what an entry does not say', () => {
    expect(gapsOf(entry('one', {}))).toEqual(['undated', 'hash-missing'])
  })

  it('does not depend on the order in which its entries come', () => {
    const entries = ['2026-03-01', '2026-03-02', '2026-03-03'].map((start, index) =>
      entry(`entry ${index}`, { start, hashBefore: 'aa', hashAfter: index === 1 ? 'bb' : 'aa' }),
    )
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: 3 }), (shuffled) => {
        expect(readCustody(shuffled)).toEqual(readCustody(entries))
      }),
    )
  })
})
