import { describe, expect, it } from 'vitest'
import { ENGLISH } from './english/index.ts'
import { inWords, type RefusalCode, withSeen } from './refusal-words.ts'
import { placesIn, sayRefusal, VALUE_NAMES } from './say-refusal.ts'

const codes = Object.keys(ENGLISH).filter((code): code is RefusalCode => code in ENGLISH)

describe('what a refusal says in English', () => {
  it('fills in parties by their codes, times in Brussels time, labels as doctrine has them', () => {
    expect(sayRefusal(inWords('reserve-open', { party: ['GR', 'PL'] }))).toContain('EL, PL')
    expect(sayRefusal(inWords('silence-runs', { until: '2026-11-27T17:00:00.000Z' }))).toBe(
      'Silence runs until Friday 27 November 2026, 18:00 CET; it ends then by itself, or is withdrawn.',
    )
    expect(
      sayRefusal(inWords('papers-not-brought', { papers: [{ label: 'Proposal' }, { label: 'Annex' }] })),
    ).toBe('Not on file, and not brought along: Proposal, Annex.')
  })

  it('names the parties that may do it, and nobody where there is none', () => {
    const values = { party: 'EE', role: 'desk-officer' } as const
    const by = [{ id: 'council', label: 'Council', through: [{ label: 'General Secretariat' }] }]
    expect(sayRefusal(inWords('not-yours', { ...values, by }))).toBe(
      'This is done by: Council, through General Secretariat. You act as: desk officer, EE.',
    )
    expect(sayRefusal(inWords('not-yours', { ...values, by: [] }))).toContain('nobody whom doctrine names')
  })

  it('says behind its sentence what stands in a file, and what a library says of it as its words', () => {
    expect(sayRefusal(withSeen(inWords('form-no-number'), { found: 'many' }))).toBe(
      'It is no number. In the file: many.',
    )
    expect(sayRefusal(withSeen(inWords('file-not-xml'), { quote: 'Unclosed tag: title' }))).toBe(
      'This is no well-formed XML, as IATI asks for. In its own words: Unclosed tag: title.',
    )
  })

  it('has a way to say whatever a sentence fills in', () => {
    expect(codes.flatMap((code) => placesIn(ENGLISH[code]).filter((name) => !VALUE_NAMES.has(name)))).toEqual(
      [],
    )
  })

  it('is a sentence: it ends as one', () => {
    expect(codes.filter((code) => !/[.?]$/.test(ENGLISH[code]))).toEqual([])
  })
})
