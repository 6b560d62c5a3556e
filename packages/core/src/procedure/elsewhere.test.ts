import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDeclarationUnderSilence, delegate, doctrine, PRESIDENCY } from '../../test/a-procedure.ts'
import { type Marking, WORKING } from '../kernel/marking.ts'
import { type Assertion, identify, type Statement } from '../kernel/statement.ts'
import type { RecordedAct } from './act.ts'
import { actsElsewhere, entityElsewhere, heldActs, keptAct, PROCEDURE_ELSEWHERE } from './elsewhere.ts'
import { readProcedure } from './read-procedure.ts'

const PLACE = { desk: 'd'.repeat(64), case: 'case:invented', procedure: 'procedure:declaration' }
const LATER = '2026-03-07T00:00:00.000Z'

/** Estonia's declaration, to which France objects while the silence runs. */
const { acts } = aDeclarationUnderSilence()
  .do(delegate('EE'), { verb: 'comment-on-silence', comment: 'We agree.' })
  .do(delegate('FR'), { verb: 'break-silence', reason: 'Paragraph 2 goes too far.' })
  .do(PRESIDENCY, { verb: 'put-on-agenda', body: 'hwpci', meeting: '2026-03-12' })

function on(assertions: readonly Assertion[], marking: Marking = WORKING): Statement {
  return identify({
    entity: entityElsewhere(PLACE),
    kind: PROCEDURE_ELSEWHERE,
    assertions: [...assertions],
    source: { document: 'Act recorded at this desk', verified: true },
    grading: { reliability: 'A', credibility: '1' },
    marking,
    assertedBy: 'LV',
    assertedAt: '2026-11-27T09:00:00.000Z',
  })
}
function kept(recorded: RecordedAct, follows?: string, marking?: Marking): Statement {
  const { act, person, role, party, at, statement } = recorded
  const said: Assertion[] = [
    { property: 'act', value: act },
    { property: 'actor', value: { person, role } },
    ...(follows === undefined ? [] : [{ property: 'follows', value: follows }]),
  ]
  return on(keptAct(said, { ...PLACE, statement, party, at }), marking)
}
const keptOf = (some: readonly RecordedAct[]) =>
  some.map((one, index) => kept(one, some[index - 1]?.statement))
const held = (some: readonly RecordedAct[], at: string, marking?: Marking) =>
  on(heldActs({ ...PLACE, party: 'EE', at, acts: some.map(({ statement }) => statement) }), marking)

const justBefore = (at: string) => new Date(Date.parse(at) - 1).toISOString()

describe('a procedure of another desk', () => {
  it('RCD-16 reads as it did at that desk at the instant of the last archive, whatever the order and repetition', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: acts.length }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(cuts, fc.infiniteStream(fc.nat()), (lengths, dice) => {
        const archives = lengths.map((length) => ({
          acts: acts.slice(0, length),
          at: justBefore(acts[length]?.at ?? LATER),
        }))
        const statements = archives.flatMap((one) => [...keptOf(one.acts), held(one.acts, one.at)])
        const shuffled = statements
          .map((statement) => ({ statement, place: dice.next().value }))
          .toSorted((a, b) => a.place - b.place)
          .map(({ statement }) => statement)
        const last = archives.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
        const found = actsElsewhere(shuffled)
        expect(found).toMatchObject({ ...PLACE, party: 'EE', at: last?.at, parted: [], hasGap: false })
        expect(found && readProcedure(doctrine, found.acts, found.at)).toEqual(
          readProcedure(doctrine, acts, last?.at ?? ''),
        )
      }),
    )
  })

  it('RCD-16 says of a silence what had come of it by then, and not what came later', () => {
    const before = acts.slice(0, -2)
    const until = (at: string) => {
      const found = actsElsewhere([...keptOf(before), held(before, at)])
      return found && readProcedure(doctrine, found.acts, found.at)?.silence?.status
    }
    expect(until('2026-03-05T00:00:00.000Z')).toBe('running')
    expect(until(LATER)).toBe('adopted')
  })

  it('RCD-16 sets apart what only an earlier archive held, and reads without it', () => {
    const [first, second, third, ...rest] = acts
    if (!first || !second || !third) throw new Error('the declaration has acts')
    const found = actsElsewhere([
      ...keptOf(acts),
      held(acts, '2026-03-08T00:00:00.000Z'),
      held([first, second, third], '2026-03-09T00:00:00.000Z'),
    ])
    expect(found).toMatchObject({ acts: [first, second, third], parted: rest, hasGap: false })
  })

  it('RCD-16 takes the last archive of each marking: one that was made for readers of less parts nothing', () => {
    const red = { ...WORKING, tlp: 'TLP:RED' } as const
    const [low, high] = [acts.slice(0, 3), acts.slice(3, -1)]
    const [first, second] = ['2026-03-08T00:00:00.000Z', '2026-03-09T00:00:00.000Z']
    const chain = (one: RecordedAct, marking: Marking) =>
      kept(one, acts[acts.indexOf(one) - 1]?.statement, marking)
    const seenByAll = [...low.map((one) => chain(one, WORKING)), held(low, first), held(low, second)]
    const above = [...high.map((one) => chain(one, red)), held(high, first, red)]
    const last = { party: 'EE', at: second, hasGap: false }
    for (const statements of [
      [...seenByAll, ...above],
      [...above, ...seenByAll],
    ])
      expect(actsElsewhere(statements)).toMatchObject({ ...last, acts: [...low, ...high], parted: [] })
    expect(actsElsewhere(seenByAll)).toMatchObject({ ...last, acts: low, parted: [] })
    // what a later archive of their marking holds no more parts, under the other as well
    const [stays, ...gone] = high
    if (!stays) throw new Error('the declaration has acts')
    const later = held([stays], '2026-03-10T00:00:00.000Z', red)
    expect(actsElsewhere([...seenByAll, ...above, later])).toMatchObject({
      acts: [...low, stays],
      parted: gone,
    })
  })

  it('RCD-16 finds the gap where an act is not here that another follows, or that the archive held', () => {
    const all = keptOf(acts)
    expect(actsElsewhere([...all.toSpliced(2, 1), held(acts.toSpliced(2, 1), LATER)])?.hasGap).toBe(true)
    expect(actsElsewhere([...all.slice(0, -1), held(acts, LATER)])?.hasGap).toBe(true)
    const last = all.at(-1)
    if (!last) throw new Error('the declaration has acts')
    const erased = { ...last, assertions: [], erased: { authority: 'Decision 1', at: LATER } }
    expect(actsElsewhere([...all.slice(0, -1), erased, held(acts, LATER)])?.hasGap).toBe(true)
  })

  it('is nothing where no act is seen, and is as of its last act where no archive is', () => {
    expect(actsElsewhere([])).toBeNull()
    expect(actsElsewhere([held(acts, LATER)])).toBeNull()
    expect(actsElsewhere(keptOf(acts))).toMatchObject({ party: null, at: acts.at(-1)?.at, hasGap: false })
  })

  it('RCD-15 has one id for one procedure of one desk', () => {
    expect(entityElsewhere(PLACE)).toMatch(/^procedure-elsewhere:[0-9a-f]{32}$/)
    expect(entityElsewhere({ ...PLACE, desk: 'e'.repeat(64) })).not.toBe(entityElsewhere(PLACE))
  })
})
