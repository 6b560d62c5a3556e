import { expect, test } from 'vitest'
import { endsBeforeStart } from './date-order.ts'

test.each([
  ['2022-02-24', '2010', true],
  ['2022', '2022-02', false],
  ['2022-02-24', '2022', false],
  ['2022-02-24', '2022-01', true],
  ['2022-02-24', undefined, false],
  [2022, '2010', false],
] as const)('DER-13 an activity that starts %s and ends %s ends before it starts: %s', (start, end, odd) => {
  expect(endsBeforeStart(start, end)).toBe(odd)
})
