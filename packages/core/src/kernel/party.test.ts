import { describe, expect, it } from 'vitest'
import { type PresidencyOrder, presidencyOn } from './party.ts'

const entry = {
  label: 'invented',
  authority: 'binding-law',
  source: { document: 'an invented act', locator: 'Article 1' },
  verified: false,
} as const
const order = (id: string, from: string, ...terms: PresidencyOrder['terms']): PresidencyOrder => ({
  ...entry,
  id,
  inForce: { from },
  terms,
})

describe('the Presidency of the Council', () => {
  const first = order('first', '2016-07-26', { from: '2026-07-01', to: '2026-12-31', code: 'IE' })

  it('belongs to one Member State on each day of its half-year', () => {
    for (const day of ['2026-07-01', '2026-11-24', '2026-12-31'])
      expect(presidencyOn([first], day)).toEqual({ code: 'IE', verified: false })
  })

  it('is unknown outside the order, and without one', () => {
    expect(presidencyOn([first], '2027-01-01')).toBeNull()
    expect(presidencyOn(undefined, '2026-11-24')).toBeNull()
  })

  it('follows the later act where two speak of one day', () => {
    const later = order('later', '2026-01-01', { from: '2026-10-01', to: '2026-12-31', code: 'HR' })
    expect(presidencyOn([first, later], '2026-11-24')?.code).toBe('HR')
    expect(presidencyOn([first, later], '2026-08-01')?.code).toBe('IE')
  })
})
