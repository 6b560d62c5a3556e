import { describe, expect, it } from 'vitest'
import { dayInBrussels } from './brussels-day.ts'

describe('FACT-07 the day in Brussels', () => {
  it.each([
    ['winter, a minute before midnight', '2026-01-31T22:59:59.999Z', '2026-01-31'],
    ['winter, midnight', '2026-01-31T23:00:00.000Z', '2026-02-01'],
    ['summer, a minute before midnight', '2026-07-31T21:59:59.999Z', '2026-07-31'],
    ['summer, midnight', '2026-07-31T22:00:00.000Z', '2026-08-01'],
    ['the night on which summer time begins, before', '2026-03-28T22:59:59.999Z', '2026-03-28'],
    ['the night on which summer time begins, after', '2026-03-28T23:00:00.000Z', '2026-03-29'],
    ['the end of the day on which summer time begins', '2026-03-29T21:59:59.999Z', '2026-03-29'],
    ['the first midnight of summer time', '2026-03-29T22:00:00.000Z', '2026-03-30'],
    ['the midnight before summer time ends', '2026-10-24T22:00:00.000Z', '2026-10-25'],
    ['the day on which summer time ends, an hour longer', '2026-10-25T22:59:59.999Z', '2026-10-25'],
    ['the first midnight of winter time', '2026-10-25T23:00:00.000Z', '2026-10-26'],
    ['new year', '2025-12-31T23:30:00.000Z', '2026-01-01'],
  ])('%s', (_, instant, day) => {
    expect(dayInBrussels(instant)).toBe(day)
  })

  it('refuses what is no instant', () => {
    expect(() => dayInBrussels('yesterday')).toThrow(RangeError)
  })
})
