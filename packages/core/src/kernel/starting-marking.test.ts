import { expect, test } from 'vitest'
import type { Marking } from './marking.ts'
import { isLowered, startingMarking } from './starting-marking.ts'

const marked = (id: string, assertedAt: string, tlp: Marking['tlp'], needToKnow?: string) => ({
  id,
  assertedAt,
  marking: { distribution: 'LIMITE', tlp, ...(needToKnow === undefined ? {} : { needToKnow }) } as const,
})
const LIST = 'list:abcdefghijkl'
const OPENING = marked('a', '2026-01-01T00:00:00.000Z', 'TLP:GREEN')
const LATER = marked('b', '2026-01-02T00:00:00.000Z', 'TLP:RED')

test('REC-06 a statement starts at the marking of the act that opened its case', () => {
  expect(startingMarking([LATER, OPENING])).toEqual(OPENING.marking)
})

test('REC-06 what was opened in several statements at once starts at the strictest of them', () => {
  const same = marked('c', OPENING.assertedAt, 'TLP:AMBER')
  expect(startingMarking([OPENING, same])?.tlp).toBe('TLP:AMBER')
})

test('REC-06 a correction starts at what it corrects, whatever the case is marked', () => {
  expect(startingMarking([OPENING, LATER], [{ statement: 'b' }])).toEqual(LATER.marking)
})

test('a case opened under a need-to-know list hands the list on', () => {
  const listed = marked('a', '2026-01-01T00:00:00.000Z', 'TLP:AMBER', LIST)
  expect(startingMarking([listed])?.needToKnow).toBe(LIST)
  expect(isLowered({ distribution: 'LIMITE', tlp: 'TLP:RED' }, listed.marking)).toBe(true)
})

test('nothing on record gives nothing to start from', () => {
  expect(startingMarking([])).toBeNull()
})

test('fewer parties are no lowering; more are', () => {
  const two: Marking = { distribution: 'LIMITE', tlp: 'TLP:AMBER', releasableTo: ['EE', 'FR'] }
  expect(isLowered({ ...two, releasableTo: ['EE'] }, two)).toBe(false)
  expect(isLowered({ distribution: 'LIMITE', tlp: 'TLP:AMBER' }, two)).toBe(true)
})
