import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aStatement } from '../../test/small-doctrine.ts'
import { standingAssertions } from '../kernel/fact.ts'
import type { Marking } from '../kernel/marking.ts'
import type { Statement } from '../kernel/statement.ts'
import { lastNameOf, withdrawalsOf, withdrawnBy } from './withdraw-record.ts'

const MARKINGS: readonly Marking[] = [
  { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' },
  { distribution: 'LIMITE', tlp: 'TLP:GREEN' },
  { distribution: 'LIMITE', tlp: 'TLP:RED', releasableTo: ['FR'] },
]
const at = (minute: number) => `2026-03-01T10:${String(minute).padStart(2, '0')}:00.000Z`
const records = fc
  .array(fc.constantFrom(...MARKINGS), { minLength: 1, maxLength: 8 })
  .map((markings) =>
    markings.map((marking, place) => aStatement({ deaths: place }, { marking, assertedAt: at(place) })),
  )
const withdraw = (statements: readonly Statement[], seen: readonly Statement[]): readonly Statement[] => [
  ...statements,
  ...withdrawalsOf(seen).map(({ marking, retracts }) =>
    aStatement({}, { marking, retracts: [...retracts], assertedAt: at(30), reason: 'a mistake' }),
  ),
]

describe('PFO-07 a record is withdrawn as a whole', () => {
  it('for everybody who saw some of it, under the markings of what goes', () => {
    fc.assert(
      fc.property(records, fc.integer({ min: 0, max: 2 }), (statements, sight) => {
        const seenBy = (all: readonly Statement[]) =>
          all.filter(({ marking }) => MARKINGS.indexOf(marking) <= sight)
        const after = withdraw(statements, statements)
        expect(standingAssertions(seenBy(after))).toEqual([])
        expect(withdrawnBy(seenBy(after)) === null).toBe(seenBy(statements).length === 0)
      }),
    )
  })

  it('of what somebody does not see nothing goes', () => {
    fc.assert(
      fc.property(records, (statements) => {
        const seen = statements.filter(({ marking }) => marking === MARKINGS[0])
        expect(standingAssertions(withdraw(statements, seen))).toHaveLength(statements.length - seen.length)
      }),
    )
  })

  it('there is nothing to withdraw twice, and what stands is not withdrawn', () => {
    fc.assert(
      fc.property(records, (statements) => {
        expect(withdrawnBy(statements)).toBeNull()
        expect(withdrawalsOf(withdraw(statements, statements))).toEqual([])
      }),
    )
  })

  it('is still called what it was called last', () => {
    const first = aStatement({ name: 'Workshop' }, { assertedAt: at(0) })
    const second = aStatement({ name: 'Workshop in Tirana' }, { assertedAt: at(1) })
    expect(lastNameOf(withdraw([second, first], [first, second]))).toBe('Workshop in Tirana')
    expect(lastNameOf([aStatement({ deaths: 1 })])).toBeUndefined()
  })
})
