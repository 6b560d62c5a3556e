import { describe, expect, it } from 'vitest'
import { phraseParties } from './phrase-parties.ts'

describe('those who spoke or acted, in words', () => {
  it.each([
    [['US'], 'the United States'],
    [['CA', 'AU', 'UK'], 'Australia, Canada and the United Kingdom'],
    [['US', 'MS:NL', 'DE', 'EU'], 'the European Union, Germany, the Netherlands and the United States'],
    [['UK (NCSC)', 'EL'], 'Greece and the United Kingdom (NCSC)'],
    [['AU and others', 'NATO'], 'Australia and others and NATO'],
    [['partners and several MS'], 'partners and several Member States'],
    [["EU institutions' presidents"], "EU institutions' presidents"],
    [['GB', 'UK'], 'the United Kingdom'],
    [[], ''],
  ])('%j reads "%s"', (words, said) => {
    expect(phraseParties(words)).toBe(said)
  })
})
