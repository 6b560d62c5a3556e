import { expect, test } from 'vitest'
import { datesInWords } from './phrase-dates.ts'

test('dates in a note are written as all other dates are', () => {
  expect(datesInWords('coded in hindsight on 2026-11-23; ended 2022-03-15.')).toBe(
    'coded in hindsight on 23 November 2026; ended 15 March 2022.',
  )
})

test.each([
  '2026-02-30',
  'https://example.org/2026-11-23/a',
  'INVENTED-2026-01-14',
  'eu-2026-11-23',
  '2026-11-23-b',
])('what is no date of its own stays: %s', (text) => expect(datesInWords(text)).toBe(text))
