import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  highestMarking,
  isAtLeastAsStrict,
  type Marking,
  markingKey,
  markingSchema,
  PUBLIC,
  TLP_LABELS,
  WORKING,
} from './marking.ts'
import { mayRead, type Readable, whyMayRead, withLimitsOf } from './may-read.ts'
import type { Reader } from './reader.ts'
import { mayLower } from './remarking.ts'

const ANN: Reader = {
  party: 'EE',
  person: 'person:aaaaaaaaaaaaaaaa',
  role: 'desk-officer',
  maxDistribution: 'LIMITE',
  maxTlp: 'TLP:RED',
}
const list = (letter: string) => `list:${letter.repeat(12)}`
const failing = (reader: Reader, marking: Marking, assertedBy = 'EU', lists: string[] = []) =>
  whyMayRead(reader, { marking, assertedBy }, lists).flatMap(({ rule, holds }) => (holds ? [] : rule))

describe('LED-04 who may read, and why', () => {
  it('names each rule that stands in the way', () => {
    expect(failing(ANN, WORKING)).toEqual([])
    expect(failing({ ...ANN, maxDistribution: 'PUBLIC', maxTlp: 'TLP:GREEN' }, WORKING)).toEqual([
      'distribution',
      'tlp',
    ])
    expect(failing(ANN, { ...WORKING, releasableTo: ['FI'], needToKnow: list('a') })).toEqual([
      'parties',
      'need-to-know',
    ])
    expect(failing({ ...ANN, role: 'administrator' }, PUBLIC)).toEqual(['role'])
    expect(failing({ ...ANN, party: 'public' }, PUBLIC)).toEqual([])
    expect(failing({ ...ANN, party: 'public' }, { ...PUBLIC, releasableTo: ['public'] })).toEqual(['public'])
  })

  it('LED-13 leaves AMBER+STRICT and RED with the party that asserted them unless they name others', () => {
    for (const tlp of ['TLP:AMBER+STRICT', 'TLP:RED'] as const) {
      const marking: Marking = { ...WORKING, tlp }
      expect(mayRead(ANN, { marking, assertedBy: 'EE' }, [])).toBe(true)
      expect(failing(ANN, marking)).toEqual(['parties'])
      expect(failing(ANN, { ...marking, releasableTo: ['EE'] })).toEqual([])
      expect(failing(ANN, { ...marking, needToKnow: list('a') }, 'EU', [list('a')])).toEqual([])
    }
  })

  it('LED-15 asks for every list when things of several lists are put together', () => {
    const both = highestMarking([
      { ...WORKING, needToKnow: list('b') },
      { ...PUBLIC, needToKnow: list('a') },
    ])
    expect(markingSchema.parse(both)).toEqual({ ...WORKING, needToKnow: `${list('a')}+${list('b')}` })
    expect(failing(ANN, both, 'EU', [list('a')])).toEqual(['need-to-know'])
    expect(failing(ANN, both, 'EU', [list('a'), list('b')])).toEqual([])
    expect(isAtLeastAsStrict(both, { ...PUBLIC, needToKnow: list('a') })).toBe(true)
    expect(markingKey(WORKING)).toBe('LIMITE|TLP:AMBER|*')
  })

  const PARTIES = ['EE', 'FI', 'EU']
  const LISTS = [list('a'), list('b')]
  const readables: fc.Arbitrary<Readable> = fc.record({
    marking: fc.record(
      {
        distribution: fc.constantFrom('PUBLIC', 'LIMITE'),
        tlp: fc.constantFrom(...TLP_LABELS),
        releasableTo: fc.subarray(PARTIES, { minLength: 1 }),
        needToKnow: fc.constantFrom(...LISTS),
      },
      { requiredKeys: ['distribution', 'tlp'] },
    ),
    assertedBy: fc.constantFrom(...PARTIES),
  })
  const readers: fc.Arbitrary<Reader> = fc.record({
    party: fc.constantFrom(...PARTIES),
    person: fc.constant(ANN.person),
    role: fc.constant('analyst'),
    maxDistribution: fc.constantFrom('PUBLIC', 'LIMITE'),
    maxTlp: fc.constantFrom(...TLP_LABELS),
  })

  it('LED-12 lets read what is recorded beside others exactly those who may read it and all of them', () => {
    fc.assert(
      fc.property(
        readables,
        fc.array(readables, { maxLength: 3 }),
        readers,
        fc.subarray(LISTS),
        (own, others, reader, lists) => {
          const marking = withLimitsOf(own, others)
          expect(mayRead(reader, { ...own, marking }, lists)).toBe(
            [own, ...others].every((one) => mayRead(reader, one, lists)),
          )
          expect(withLimitsOf(own, [own])).toBe(own.marking)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('LED-16 lets the asserting party alone lower a marking, in three roles', () => {
    expect(mayLower(ANN, 'EE')).toBe(true)
    expect(mayLower(ANN, 'EU')).toBe(false)
    expect(mayLower({ ...ANN, role: 'analyst' }, 'EE')).toBe(false)
  })
})
