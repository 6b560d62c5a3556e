import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aStatement } from '../../test/small-doctrine.ts'
import { CASE_VOCABULARY } from '../incident/case-vocabulary.ts'
import { knownBy, resolveFacts, standingAssertions } from './fact.ts'
import { parsePartialDate } from './partial-date.ts'
import { type DraftStatement, identify, type Statement } from './statement.ts'

const draftOf = ({ id, ...draft }: Statement): DraftStatement => {
  expect(id).toHaveLength(64)
  return draft
}
const resolve = (statements: readonly Statement[]) => resolveFacts(CASE_VOCABULARY, statements)
const reading = (statements: readonly Statement[]) => {
  const facts = resolve(statements)
  return facts.properties.toSorted().map((name) => [name, facts.one(name), facts.many(name)])
}

/** Statements about a few properties, some correcting, withdrawing or repeating earlier ones. */
const ledger = fc
  .array(
    fc.record({
      property: fc.constantFrom('deaths', 'injured', 'systemsAffected'),
      value: fc.integer({ min: 0, max: 3 }),
      day: fc.integer({ min: 1, max: 28 }),
      locator: fc.option(fc.constantFrom('p. 1', 'p. 2'), { nil: undefined }),
      reliability: fc.constantFrom('A', 'C', 'E', 'F'),
      sourceDate: fc.option(fc.constantFrom('2016', '2016-05', '2016-05-12', '2025'), { nil: undefined }),
      withdraws: fc.option(fc.nat({ max: 6 }), { nil: undefined, freq: 4 }),
      supersedes: fc.boolean(),
    }),
    { maxLength: 7 },
  )
  .map((rows) => {
    const statements: Statement[] = []
    rows.forEach((row, i) => {
      const earlier = row.withdraws === undefined ? undefined : statements[row.withdraws % Math.max(1, i)]
      const reference = earlier ? [{ statement: earlier.id }] : undefined
      statements.push(
        aStatement(
          { [row.property]: row.value },
          {
            assertedAt: `2026-03-${String(row.day).padStart(2, '0')}T10:00:00.${String(i).padStart(3, '0')}Z`,
            grading: { reliability: row.reliability, credibility: '2' },
            source: {
              document: 'An invented report',
              verified: true,
              ...(row.locator === undefined ? {} : { locator: row.locator }),
              ...(row.sourceDate === undefined ? {} : { date: parsePartialDate(row.sourceDate) }),
            },
            ...(reference ? (row.supersedes ? { supersedes: reference } : { retracts: reference }) : {}),
          },
        ),
      )
    })
    return statements
  })

describe('knownBy', () => {
  it('FACT-07 counts a source of this year from the day of its record, because it had spoken by then', () => {
    const statement = aStatement(
      { deaths: 1 },
      {
        assertedAt: '2026-03-01T10:00:00.000Z',
        source: { document: 'An invented report', verified: true, date: parsePartialDate('2026') },
      },
    )
    expect(knownBy([statement], { saidBy: '2026-02-28' })).toEqual([])
    expect(knownBy([statement], { saidBy: '2026-03-01' })).toEqual([statement])
  })
})

describe('resolveFacts', () => {
  it('does not depend on the order of the statements', () => {
    fc.assert(
      fc.property(
        ledger.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(reading(shuffled)).toEqual(reading(all))
        },
      ),
    )
  })

  it('adding a statement that corrects nothing never loses another', () => {
    fc.assert(
      fc.property(ledger, fc.integer({ min: 0, max: 3 }), (all, deaths) => {
        const added = aStatement({ deaths }, { assertedAt: '2026-04-01T10:00:00.000Z', assertedBy: 'LV' })
        const before = standingAssertions(all).map(({ statement, assertion }) => [
          statement.id,
          assertion.property,
        ])
        const after = standingAssertions([...all, added]).map(({ statement, assertion }) => [
          statement.id,
          assertion.property,
        ])
        expect(after).toEqual(expect.arrayContaining(before))
        expect(after).toHaveLength(before.length + 1)
      }),
    )
  })

  it('a statement recorded twice counts once', () => {
    fc.assert(
      fc.property(ledger, (all) => {
        const facts = resolve([...all, ...all])
        for (const name of facts.properties) {
          const fact = facts.one(name)
          expect(fact.state).toBe(resolve(all).one(name).state)
        }
      }),
    )
  })

  it('FACT-01 leaves out what was superseded or retracted, of a whole statement or of one property', () => {
    const first = aStatement({ deaths: 1, injured: 2 })
    const correction = aStatement(
      { deaths: 0 },
      { supersedes: [{ statement: first.id, property: 'deaths' }], assertedAt: '2026-03-04T10:00:00.000Z' },
    )
    const facts = resolve([correction, first])
    expect(facts.one('deaths')).toMatchObject({ state: 'known', value: 0 })
    expect(facts.one('injured')).toMatchObject({ state: 'known', value: 2 })
    const withdrawal = aStatement(
      {},
      { retracts: [{ statement: first.id }], assertedAt: '2026-03-05T10:00:00.000Z' },
    )
    expect(resolve([first, withdrawal]).properties).toEqual([])
  })

  it('FACT-02 a source that says the same passage again replaces its earlier self', () => {
    const source = { document: 'Daily report', locator: 'table 2', verified: true }
    const before = aStatement({ systemsAffected: 100 }, { source })
    const after = aStatement({ systemsAffected: 900 }, { source, assertedAt: '2026-03-09T10:00:00.000Z' })
    expect(resolve([after, before]).one('systemsAffected')).toMatchObject({ state: 'known', value: 900 })
  })

  it('FACT-02 two readings of one passage of one date contest each other: nothing recorded later changes a fact in silence', () => {
    const source = {
      document: 'Case file',
      locator: '/end',
      date: parsePartialDate('2017-05-12'),
      verified: true,
    }
    const before = aStatement({ deaths: 1 }, { source })
    const after = aStatement({ deaths: 2 }, { source, assertedAt: '2026-03-09T10:00:00.000Z' })
    expect(resolve([before, after]).one('deaths').state).toBe('contested')
  })

  it('FACT-02 a second victim named in the same passage stands beside the first', () => {
    const source = { document: 'Report', locator: 'p. 3', verified: true }
    const first = aStatement({ target: { country: 'DE', sector: 'energy' } }, { source })
    const second = aStatement(
      { target: { country: 'FR', sector: 'health' } },
      { source, assertedAt: '2026-03-09T10:00:00.000Z' },
    )
    expect(resolve([first, second]).many('target')).toHaveLength(2)
  })

  it('FACT-02 what was withdrawn replaces nothing: the earlier reading is back', () => {
    const source = { document: 'Daily report', locator: 'table 2', verified: true }
    const before = aStatement({ deaths: 1 }, { source })
    const after = aStatement({ deaths: 2 }, { source, assertedAt: '2026-03-09T10:00:00.000Z' })
    const undo = aStatement(
      {},
      { retracts: [{ statement: after.id }], assertedAt: '2026-03-10T10:00:00.000Z' },
    )
    expect(resolve([before, after, undo]).one('deaths')).toMatchObject({ state: 'known', value: 1 })
  })

  it('FACT-01 one of several values can be withdrawn, and the others stand', () => {
    const [de, fr] = [
      { country: 'DE', sector: 'energy' },
      { country: 'FR', sector: 'health' },
    ]
    const both: Statement = identify({
      ...draftOf(aStatement({})),
      assertions: [de, fr].map((value) => ({ property: 'target', value })),
    })
    const without = aStatement(
      {},
      {
        retracts: [{ statement: both.id, property: 'target', value: fr }],
        assertedAt: '2026-03-09T10:00:00.000Z',
      },
    )
    expect(
      resolve([both, without])
        .many('target')
        .map(({ value }) => value),
    ).toEqual([de])
  })

  it('FACT-03 an unreliable source does not contest a better one, but stands where there is no other', () => {
    const good = aStatement({ deaths: 0 })
    const bad = aStatement({ deaths: 9 }, { grading: { reliability: 'E', credibility: '5' } })
    expect(resolve([good, bad]).one('deaths')).toMatchObject({ state: 'known', value: 0 })
    expect(resolve([bad]).one('deaths')).toMatchObject({ state: 'known', value: 9 })
  })

  it('FACT-04 credible sources that differ are contested, and both sides keep their statements', () => {
    const one = aStatement({ deaths: 0 })
    const other = aStatement({ deaths: 1 }, { assertedBy: 'LV' })
    const fact = resolve([one, other]).one('deaths')
    expect(fact).toMatchObject({ state: 'contested' })
    expect(
      fact.state === 'contested' ? fact.alternatives.flatMap((a) => a.support.map((s) => s.statement)) : [],
    ).toEqual(expect.arrayContaining([one.id, other.id]))
  })

  it('FACT-05 no statement is unknown, never false or zero', () => {
    expect(resolve([]).one('deaths')).toEqual({ state: 'unknown' })
    expect(resolve([]).many('target')).toEqual([])
  })

  it('lists of words are the same claim in any order', () => {
    const one = aStatement({ effects: ['access', 'data-theft'] })
    const other = aStatement({ effects: ['data-theft', 'access'] }, { assertedBy: 'LV' })
    expect(resolve([one, other]).one('effects').state).toBe('known')
  })
})

const recorded = (assertedAt: string) =>
  aStatement({ deaths: 0 }, { assertedAt, source: { document: 'Note', verified: true } })

describe('knownBy', () => {
  it('travelling to a later day never loses a statement, and the last day knows all', () => {
    fc.assert(
      fc.property(
        ledger,
        fc.constantFrom('2016-05-11', '2016-05-12', '2016-12-30', '2016-12-31', '2026-03-10'),
        (all, saidBy) => {
          const then = knownBy(all, { saidBy })
          const later = knownBy(all, { saidBy: '2026-03-20' })
          expect(later).toEqual(expect.arrayContaining([...then]))
          expect(knownBy(all, { saidBy: '9999-12-31', recordedBy: '9999-12-31T00:00:00.000Z' })).toEqual(all)
        },
      ),
    )
  })

  it('a source dated 2016 counts from 31 December 2016', () => {
    const said = aStatement(
      { deaths: 0 },
      { source: { document: 'Yearbook', date: parsePartialDate('2016'), verified: true } },
    )
    expect(knownBy([said], { saidBy: '2016-12-30' })).toEqual([])
    expect(knownBy([said], { saidBy: '2016-12-31' })).toEqual([said])
  })

  it('FACT-07 an undated source counts from the day in Brussels on which it was recorded', () => {
    const late = recorded('2026-07-31T22:30:00.000Z')
    expect(knownBy([late], { saidBy: '2026-07-31' })).toEqual([])
    expect(knownBy([late], { saidBy: '2026-08-01' })).toEqual([late])
    // an hour later in winter
    const winter = recorded('2026-10-25T22:30:00.000Z')
    expect(knownBy([winter], { saidBy: '2026-10-25' })).toEqual([winter])
  })

  it('keeps what could be known apart from what this desk knew', () => {
    const said = aStatement(
      { deaths: 0 },
      { source: { document: 'Daily', date: parsePartialDate('2016-05-12'), verified: true } },
    )
    expect(knownBy([said], { saidBy: '2020-01-01' })).toEqual([said])
    expect(knownBy([said], { recordedBy: '2020-01-01T00:00:00.000Z' })).toEqual([])
  })
})
