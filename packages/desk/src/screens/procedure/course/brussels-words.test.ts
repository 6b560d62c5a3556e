import i18next from 'i18next'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { restOfTexts, type Say, speak } from '../../../texts.ts'
import { deadlineWords, sayBrussels, sayLeft, sayUtc } from './brussels-words.ts'

await restOfTexts()
vi.stubGlobal('document', { documentElement: { lang: 'en' } })
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

describe('what runs out, in the language of the desk', () => {
  afterEach(() => speak('en'))

  it('is said by its kind and its body', async () => {
    expect(deadlineWords(t, { kind: 'meeting', body: 'council' })).toBe('on the agenda (Council)')
    await speak('fr')
    expect(deadlineWords(t, { kind: 'meeting', body: 'council' })).toBe('à l’ordre du jour (Conseil)')
    expect(deadlineWords(t, { kind: 'review' })).toBe('réexamen prévu')
    await speak('pl')
    expect(deadlineWords(t, { kind: 'silence' })).toBe('milcząca zgoda: koniec terminu')
  })

  // a weekday takes a case after a preposition, and Intl knows the nominative alone
  it.each(['et', 'pl', 'sl'] as const)(
    '%s puts an instant after a colon, never after a preposition',
    async (language) => {
      await speak(language)
      const time = '§'
      const said = [
        t('course.since', { time }),
        t('course.fromTo', { from: time, to: time }),
        t('silence.until', { time }),
        t('silence.was', { time }),
        t('silence.extendedTo', { time, reason: '' }),
        t('notice.say.silence-opened', { who: '', until: time }),
        t('notice.say.silence-extended', { who: '', until: time }),
        t('notice.say.silence-ends-soon', { until: time }),
        ...(['broken', 'adopted', 'withdrawn'] as const).flatMap((how) => [
          t(`silence.ended.${how}`, { time }),
          t(`meeting.silence.${how}`, { until: time }),
        ]),
        t('meeting.silence.running', { until: time }),
      ]
      expect(said.filter((text) => !text.includes(time) || /(?<!: )§/.test(text))).toEqual([])
    },
  )
})
