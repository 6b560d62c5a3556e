import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brusselsTime, fromBrussels, silenceUntil } from './brussels-time.ts'

describe('PRC-20 the clock of the Council', () => {
  it('is an hour ahead of UTC in winter and two in summer', () => {
    expect(brusselsTime('2026-11-24T16:00:00.000Z')).toEqual({
      date: '2026-11-24',
      time: '17:00',
      zone: 'CET',
      offset: '+01:00',
    })
    expect(brusselsTime('2026-07-31T22:30:00.000Z')).toMatchObject({
      date: '2026-08-01',
      time: '00:30',
      zone: 'CEST',
    })
  })

  it('reads a time of day as the one instant that it means', () => {
    expect(fromBrussels('2026-11-27T18:00')).toEqual({ instant: '2026-11-27T17:00:00.000Z' })
    expect(fromBrussels('2026-06-01T18:00:30')).toEqual({ instant: '2026-06-01T16:00:30.000Z' })
  })

  it('refuses a time that the clock shows twice, with both instants', () => {
    const read = fromBrussels('2026-10-25T02:30')
    expect(read).toMatchObject({
      rule: 'PRC-20',
      instead: ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
    })
    expect('reason' in read && read.reason).toContain('twice')
  })

  it('refuses a time that the clock never shows', () => {
    const read = fromBrussels('2026-03-29T02:30')
    expect(read).toMatchObject({ rule: 'PRC-20' })
    expect('reason' in read && read.reason).toContain('never shows')
  })

  it.each(['tomorrow', '2026-02-30T10:00', '2026-11-27T25:00', '2026-11-27T18:00Z', ''])(
    'refuses "%s", which is no time of day',
    (text) => {
      expect(fromBrussels(text)).toMatchObject({ rule: 'PRC-20', instead: [] })
    },
  )

  it('finds every instant again from what the clock shows, or says that it is shown twice', () => {
    const minutes = fc.integer({
      min: Date.parse('2020-01-01') / 60_000,
      max: Date.parse('2035-01-01') / 60_000,
    })
    const aroundChanges = fc
      .tuple(
        fc.constantFrom('2026-03-29T01:00Z', '2026-10-25T01:00Z', '2027-10-31T01:00Z'),
        fc.integer({ min: -180, max: 180 }),
      )
      .map(([change, offset]) => Date.parse(change) / 60_000 + offset)
    fc.assert(
      fc.property(fc.oneof(minutes, aroundChanges), (minute) => {
        const instant = new Date(minute * 60_000).toISOString()
        const { date, time } = brusselsTime(instant)
        const read = fromBrussels(`${date}T${time}`)
        if ('instant' in read) expect(read.instant).toBe(instant)
        else expect(read.instead).toContain(instant)
      }),
    )
  })
})

describe('PRC-21 hours of silence are hours that pass', () => {
  it('over the end of summer time, 24 hours end an hour earlier by the clock', () => {
    const until = silenceUntil('2026-10-24T16:00:00.000Z', 24)
    expect(until).toBe('2026-10-25T16:00:00.000Z')
    expect([brusselsTime('2026-10-24T16:00:00.000Z').time, brusselsTime(until).time]).toEqual([
      '18:00',
      '17:00',
    ])
  })

  it('over the beginning of summer time, they end an hour later by the clock', () => {
    expect(brusselsTime(silenceUntil('2026-03-28T17:00:00.000Z', 24)).time).toBe('19:00')
  })

  it('refuses hours that are not above 0', () => {
    for (const hours of [0, -1, Number.NaN])
      expect(() => silenceUntil('2026-03-28T17:00:00.000Z', hours)).toThrow('PRC-21')
  })
})
