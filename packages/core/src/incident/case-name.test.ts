import { expect, test } from 'vitest'
import { aStatement } from '../../test/small-doctrine.ts'
import { resolveFacts } from '../kernel/fact.ts'
import type { Statement } from '../kernel/statement.ts'
import { caseName } from './case-name.ts'
import { CASE_VOCABULARY } from './case-vocabulary.ts'

const named = (name: string, day: number, more: Parameters<typeof aStatement>[1] = {}) =>
  aStatement({ name }, { assertedAt: `2026-03-0${day}T10:00:00.000Z`, ...more })
const nameOf = (...statements: readonly Statement[]) =>
  caseName(resolveFacts(CASE_VOCABULARY, statements), new Map(statements.map((one) => [one.id, one])))

test('FACT-08 a case is called by its name on record', () => {
  expect(nameOf(named('Harbour', 1))).toBe('Harbour')
  expect(nameOf(aStatement({ deaths: 0 }))).toBeNull()
})

test('FACT-08 of names that contest each other the one recorded last is shown, in any order of reading', () => {
  const [first, second, again] = [named('Harbour', 1), named('Port', 2), named('Harbour', 3)]
  expect(nameOf(first, second)).toBe('Port')
  expect(nameOf(second, first)).toBe('Port')
  expect(nameOf(first, second, again)).toBe('Harbour')
})

test('FACT-08 a name from a source that is not credible does not take the place of a credible one', () => {
  const rumour = named('Rumour', 2, { grading: { reliability: 'E', credibility: '5' } })
  expect(nameOf(named('Harbour', 1), rumour)).toBe('Harbour')
})
