import { describe, expect, it } from 'vitest'
import { CASE_VOCABULARY, SIGNIFICANT_EFFECT_FACTORS } from './case-vocabulary.ts'
import { phraseValue } from './phrase-value.ts'
import { joinWords, phraseWord } from './phrase-word.ts'

const phrase = (name: string, value: string | readonly string[]): string => {
  const property = CASE_VOCABULARY.find(name)
  if (!property) throw new Error(`no property ${name}`)
  return phraseValue(property, value)
}

describe('a word of the vocabulary', () => {
  it('is read without its hyphens, and as hours where it counts them', () => {
    expect(phraseWord('effects', 'data-made-unavailable')).toBe('data made unavailable')
    expect(phrase('disruptionClass', 'under-24h')).toBe('under 24 hours')
  })

  it('says what each factor of significant effect weighs, beside its letter', () => {
    for (const letter of SIGNIFICANT_EFFECT_FACTORS)
      expect(phraseWord('significantEffectFactorsCoded', letter)).toMatch(
        new RegExp(`^\\(${letter}\\) \\w{5}`),
      )
    expect(phrase('significantEffectFactorsCoded', ['c', 'd'])).toBe(
      '(c) number of Member States concerned; (d) amount of economic loss caused',
    )
  })

  it('tells numbers of techniques to be those of the source, and leaves names alone', () => {
    expect(phrase('techniques', ['T1485', 'T1566.001'])).toBe(
      'T1485, T1566.001 (numbers of MITRE ATT&CK techniques, as the source gives them)',
    )
    expect(joinWords('techniques', ['Phishing'])).toBe('Phishing')
    expect(joinWords('effects', ['T1485'])).toBe('T1485')
  })
})
