import { expect, it } from 'vitest'
import { sayDeadline } from './say-deadline.ts'

it('says the end of a day by that day, and an hour as it is', () => {
  expect(sayDeadline('2026-12-10T23:00:00.000Z')).toBe('Thursday 10 December 2026, 23:59 CET')
  expect(sayDeadline('2026-07-31T15:00:00.000Z')).toBe('Friday 31 July 2026, 17:00 CEST')
})
