import { expect, it } from 'vitest'
import { kindsInOrder } from './kinds-in-order.ts'

it('puts the kinds with most records first, and those with as many by name', () => {
  const kinds = ['verdicts', 'projects', 'cards', 'acts'].map((plural) => ({ id: plural, plural }))
  const { compare } = new Intl.Collator('en')
  expect(kindsInOrder(kinds, { projects: 40, verdicts: 2 }, compare).map(({ id }) => id)).toEqual([
    'projects',
    'verdicts',
    'acts',
    'cards',
  ])
})
