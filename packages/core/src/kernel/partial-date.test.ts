import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  earliestDay,
  isCalendarDate,
  isPartialDate,
  latestDay,
  parsePartialDate,
} from './partial-date.ts'

describe('a partial date', () => {
  it.each(['2016', '2016-05', '2016-05-12', '2024-02-29'])('%s is one', (text) => {
    expect(isPartialDate(text)).toBe(true)
  })

  it.each([
    '',
    '16',
    '2016-13',
    '2016-00',
    '2023-02-29',
    '2023-02-30',
    '2023-2-3',
    '2023-02-03T00:00',
    ' 2016',
  ])('"%s" is none', (text) => {
    expect(isPartialDate(text)).toBe(false)
  })

  it('is a calendar date only when it names a day that exists', () => {
    expect(['2016', '2016-05', '2016-05-12', '2026-02-31'].filter(isCalendarDate)).toEqual(['2016-05-12'])
  })

  it('covers the days of its year or month, the leap day included', () => {
    expect(latestDay(parsePartialDate('2024-02'))).toBe('2024-02-29')
    expect(latestDay(parsePartialDate('2100-02'))).toBe('2100-02-28')
    expect([earliestDay(parsePartialDate('2016')), latestDay(parsePartialDate('2016'))]).toEqual([
      '2016-01-01',
      '2016-12-31',
    ])
  })

  it('agrees with the calendar about every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80_000 }), (days) => {
        expect(isCalendarDate(addDays('1970-01-01', days))).toBe(true)
      }),
    )
  })
})
