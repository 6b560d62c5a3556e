import i18next from 'i18next'
import { describe, expect, it } from 'vitest'
import { restOfTexts, type Say } from '../../../texts.ts'
import { sayBrussels, sayLeft, sayUtc } from './brussels-words.ts'

await restOfTexts()
const t: Say = (key, values) => i18next.t(key, values ?? {})

describe('a deadline in words', () => {
  it('says day and clock of Brussels with the zone of the season', () => {
    expect(sayBrussels('2026-11-27T17:00:00.000Z')).toBe('Friday 27 November 2026, 18:00 CET')
    expect(sayBrussels('2026-07-31T22:30:00.000Z')).toBe('Saturday 1 August 2026, 00:30 CEST')
  })

  it('tells the two readings of the same clock apart in the night of October', () => {
    expect(sayBrussels('2026-10-25T00:30:00.000Z')).toBe('Sunday 25 October 2026, 02:30 CEST')
    expect(sayBrussels('2026-10-25T01:30:00.000Z')).toBe('Sunday 25 October 2026, 02:30 CET')
  })

  it('says UTC beside it', () => {
    expect(sayUtc('2026-11-27T17:00:00.000Z')).toBe('2026-11-27 17:00 UTC')
  })

  it('says what is left and never less than nothing', () => {
    expect(sayLeft(t, 51 * 3_600_000)).toBe('2 d 3 h')
    expect(sayLeft(t, 200 * 60_000)).toBe('3 h 20 min')
    expect(sayLeft(t, 5 * 60_000 + 59_000)).toBe('5 min')
    expect(sayLeft(t, 30_000)).toBe('less than a minute')
    expect(sayLeft(t, -1)).toBe('less than a minute')
  })
})
