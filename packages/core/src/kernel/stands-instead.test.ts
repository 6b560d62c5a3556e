import { expect, test } from 'vitest'
import { aStatement } from '../../test/small-doctrine.ts'
import { changesOf, isWithdrawn, standsInstead } from './stands-instead.ts'

const at = (hour: number) => ({ assertedAt: `2026-03-01T${String(hour).padStart(2, '0')}:00:00.000Z` })
const first = aStatement({ deaths: 3, injured: 9 }, at(8))
const reference = { statement: first.id, property: 'deaths' }
const second = aStatement({ deaths: 2 }, { ...at(9), supersedes: [reference] })
const third = aStatement(
  { deaths: 1 },
  { ...at(10), supersedes: [{ statement: second.id, property: 'deaths' }] },
)
const values = (found: ReturnType<typeof standsInstead>) => found.map(({ assertion }) => assertion.value)

test('REC-07 what nobody changed still stands, and nothing stands instead', () => {
  expect(isWithdrawn([first], reference)).toBe(false)
  expect(standsInstead([first], reference)).toEqual([])
})

test('REC-07 through any number of corrections the last one stands instead', () => {
  expect(isWithdrawn([first, second, third], reference)).toBe(true)
  expect(values(standsInstead([third, first, second], reference))).toEqual([1])
  expect(changesOf([third, second, first], reference)).toEqual([second])
})

test('REC-07 in place of what was withdrawn nothing stands', () => {
  const withdrawal = aStatement({}, { ...at(11), retracts: [{ statement: second.id }] })
  const all = [first, second, withdrawal]
  expect(isWithdrawn(all, { statement: second.id })).toBe(true)
  expect(standsInstead(all, reference)).toEqual([])
})

test('REC-07 a correction of one property leaves the others of the statement', () => {
  expect(isWithdrawn([first, second], { statement: first.id, property: 'injured' })).toBe(false)
  expect(isWithdrawn([first, second], { statement: first.id })).toBe(false)
})

test('REC-07 of several values the one that was corrected is told from the others', () => {
  const claims = aStatement({ sourceReference: 'one' }, at(8))
  const of = (value: string) => ({ statement: claims.id, property: 'sourceReference', value })
  const corrected = aStatement({ sourceReference: 'two' }, { ...at(9), supersedes: [of('one')] })
  expect(isWithdrawn([claims, corrected], of('one'))).toBe(true)
  expect(values(standsInstead([claims, corrected], of('one')))).toEqual(['two'])
  expect(isWithdrawn([claims], of('three'))).toBe(false)
})
