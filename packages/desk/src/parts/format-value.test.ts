import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { countryCodes, formatPlace } from './format-value.ts'
import type { Say } from '../texts.ts'

const t: Say = (key, values) => i18next.t(key, values ?? {})

describe('values as people read them', () => {
  it('puts Member States in protocol order with the codes of EU usage, others after them', () => {
    expect(countryCodes(['UA', 'GB', 'SE', 'GR', 'DE'])).toBe('DE EL SE UK UA')
  })

  it('says a place in a data file in words and leaves a page of a document as it is', () => {
    expect(formatPlace(t, 'viasat-kasat-2022#/actors/0/attributedBy/4')).toBe(
      'case file, actors, entry 1, attributed by, entry 5',
    )
    expect(formatPlace(t, 'incident--00000000-0000-4000-8000-000000000002, relationships')).toBe(
      'incident object, relationships',
    )
    expect(formatPlace(t, 'p. 3, second paragraph')).toBe('p. 3, second paragraph')
  })
})
