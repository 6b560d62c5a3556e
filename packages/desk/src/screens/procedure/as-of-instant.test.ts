import { describe, expect, it } from 'vitest'
import { endOfDay } from './as-of-instant.ts'

describe('a procedure as it stood', () => {
  it('is shown for the end of the day in Brussels, in winter and in summer', () => {
    expect(endOfDay('2026-11-20', '2026-11-24')).toBe('2026-11-20T22:59:59.000Z')
    expect(endOfDay('2026-07-20', '2026-11-24')).toBe('2026-07-20T21:59:59.000Z')
  })

  it('is shown as it stands for today and for days ahead', () => {
    expect(endOfDay('2026-11-24', '2026-11-24')).toBeUndefined()
    expect(endOfDay('2027-01-01', '2026-11-24')).toBeUndefined()
  })
})
