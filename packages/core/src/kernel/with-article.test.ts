import { describe, expect, it } from 'vitest'
import { withArticle } from './with-article.ts'

describe('the indefinite article', () => {
  it('is an before a vowel and a before anything else', () => {
    expect(['act of confidence building', 'item of evidence', 'need', 'case'].map(withArticle)).toEqual([
      'an act of confidence building',
      'an item of evidence',
      'a need',
      'a case',
    ])
  })
})
