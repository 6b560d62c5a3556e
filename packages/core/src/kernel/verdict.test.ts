import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { and, isSettled, not, or, type Verdict, VERDICTS } from './verdict.ts'

const verdict = fc.constantFrom<Verdict>(...VERDICTS)
const [T, F, U, C]: readonly Verdict[] = ['true', 'false', 'unknown', 'contested']
const order = [T, F, U, C]

/** Kleene's strong tables with the middle value split in two. Rows and columns: true, false, unknown, contested. */
const AND = [
  [T, F, U, C],
  [F, F, F, F],
  [U, F, U, U],
  [C, F, U, C],
]
const OR = [
  [T, T, T, T],
  [T, F, U, C],
  [T, U, U, U],
  [T, C, U, C],
]

describe('verdicts', () => {
  it('ASSESS-07 follow the table of conjunction', () => {
    expect(VERDICTS.map((a) => VERDICTS.map((b) => and(a, b)))).toEqual(AND)
    expect(VERDICTS).toEqual(order)
  })

  it('ASSESS-07 follow the table of disjunction', () => {
    expect(VERDICTS.map((a) => VERDICTS.map((b) => or(a, b)))).toEqual(OR)
  })

  it('ASSESS-07 negation turns true and false round and leaves doubt as it is', () => {
    expect(VERDICTS.map(not)).toEqual([F, T, U, C])
  })

  it('connectives do not care about order, grouping or repetition', () => {
    fc.assert(
      fc.property(verdict, verdict, verdict, (a, b, c) => {
        for (const join of [and, or]) {
          expect(join(a, b)).toBe(join(b, a))
          expect(join(join(a, b), c)).toBe(join(a, join(b, c)))
          expect(join(a, a)).toBe(a)
        }
      }),
    )
  })

  it('true is neutral and false final in a conjunction, and the other way round in a disjunction', () => {
    fc.assert(
      fc.property(verdict, (a) => {
        expect([and(a, 'true'), and(a, 'false'), or(a, 'false'), or(a, 'true')]).toEqual([
          a,
          'false',
          a,
          'true',
        ])
      }),
    )
  })

  it('De Morgan and double negation hold', () => {
    fc.assert(
      fc.property(verdict, verdict, (a, b) => {
        expect(not(and(a, b))).toBe(or(not(a), not(b)))
        expect(not(not(a))).toBe(a)
      }),
    )
  })

  it('distribute over each other as far as what is settled goes', () => {
    fc.assert(
      fc.property(verdict, verdict, verdict, (a, b, c) => {
        const [left, right] = [and(a, or(b, c)), or(and(a, b), and(a, c))]
        expect([isSettled(left), isSettled(left) ? left : '']).toEqual([
          isSettled(right),
          isSettled(right) ? right : '',
        ])
      }),
    )
  })

  it('losing knowledge never settles anything nor turns a verdict round', () => {
    fc.assert(
      fc.property(verdict, verdict, (a, b) => {
        for (const join of [and, or]) {
          const less = join('unknown', b)
          expect(!isSettled(less) || less === join(a, b)).toBe(true)
        }
      }),
    )
  })
})
