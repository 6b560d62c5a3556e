import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Stance } from '../position.ts'
import { countVotes } from './count-votes.ts'
import { anyQuestion, anyTable, SHARES_2025, stancesOf } from '../../../test/example-votes.ts'
import { blockingMinorities, type MoveGoal, movingSets } from './moving-sets.ts'
import type { CountedRule, VoteQuestion } from './vote.ts'

const GOALS = ['adopt', 'block', 'block-by-declaration'] as const
const ask = (
  rule: CountedRule,
  others: Stance,
  exceptions: Parameters<typeof stancesOf>[2] = {},
): VoteQuestion => ({
  rule,
  population: SHARES_2025,
  stances: stancesOf(SHARES_2025, others, exceptions),
})
const states = (sets: ReturnType<typeof movingSets>['sets']) =>
  sets.map(({ moves }) => moves.map(({ state }) => state).join(' '))

describe('who would have to move', () => {
  it('VOT-16 the only one against, by an abstention at least', () => {
    const { sets, total } = movingSets(
      ask('rule-cfsp-unanimity', 'yes', { no: 'HU', abstain: 'AT' }),
      'adopt',
    )
    expect(total).toBe(1)
    expect(sets).toEqual([{ moves: [{ state: 'HU', from: 'no', to: 'abstain' }], share: '2.13 % ± 0.01' }])
  })

  it('VOT-16 whoever has not said must say, before an adoption is certain', () => {
    const { sets } = movingSets(ask('rule-cfsp-unanimity', 'yes', { no: 'HU', unknown: 'FI' }), 'adopt')
    expect(sets[0]?.moves).toEqual([
      { state: 'HU', from: 'no', to: 'abstain' },
      { state: 'FI', from: 'unknown', to: 'yes' },
    ])
  })

  it('VOT-16 one of four that block, or a large one with others', () => {
    const { sets, total, bySize } = movingSets(ask('rule-qmv', 'yes', { no: 'DE FR IT MT' }), 'adopt')
    expect(states(sets)).toEqual(['DE', 'FR', 'IT', 'MT'])
    expect({ total, bySize }).toEqual({ total: 4, bySize: [{ size: 1, count: 4 }] })
    expect(sets[0]?.moves).toEqual([{ state: 'DE', from: 'no', to: 'yes' }])
  })

  it('VOT-16 to stop a majority, by an abstention at least; against unanimity, by a vote', () => {
    const three = movingSets(ask('rule-qmv', 'yes', { no: 'DE FR IT' }), 'block')
    expect(three).toMatchObject({ total: 24, bySize: [{ size: 1, count: 24 }] })
    expect(three.sets[0]?.moves).toEqual([{ state: 'ES', from: 'yes', to: 'abstain' }])
    const any = movingSets(ask('rule-unanimity-tfeu', 'yes'), 'block')
    expect(any.total).toBe(27)
    expect(any.sets[0]?.moves).toEqual([{ state: 'DE', from: 'yes', to: 'no' }])
  })

  it('VOT-16 withdrawing declarations until they are less than one third of either', () => {
    const declaring = { 'abstain-with-declaration': 'DE FR MT LU CY EE LV SI LT' }
    const { total, bySize } = movingSets(ask('rule-cfsp-unanimity', 'yes', declaring), 'adopt')
    expect({ total, bySize }).toEqual({ total: 9, bySize: [{ size: 1, count: 9 }] })
  })

  it('VOT-16 who is against lifts its vote, and who has not said says yes: nobody is asked to abstain with all', () => {
    const { sets, total } = movingSets(ask('rule-listing', 'unknown', { no: 'HU', yes: 'FR' }), 'adopt')
    expect(total).toBe(1)
    const moves = sets[0]?.moves ?? []
    expect(moves.filter(({ to }) => to === 'abstain').map(({ state }) => state)).toEqual(['HU'])
    expect(moves.filter(({ to }) => to === 'yes')).toHaveLength(25)
  })

  it('VOT-04 all Member States together are the whole population, whatever the printed shares add up to', () => {
    const { sets } = movingSets(ask('rule-listing', 'unknown'), 'adopt')
    expect(sets[0]?.share).toBe('100.00 %')
    const others = movingSets(ask('rule-listing', 'unknown', { no: 'HU' }), 'adopt')
    expect(others.sets[0]?.share).toBe('100.00 %')
    const without = movingSets(ask('rule-listing', 'unknown', { yes: 'HU' }), 'adopt')
    expect(without.sets[0]?.share).toBe('97.87 % ± 0.01')
  })

  it('VOT-18 says of a silence that still runs that it stands there only if nobody objects', () => {
    const running = ask('rule-coreu-silence', 'unknown')
    expect(movingSets(running, 'adopt')).toMatchObject({ settled: true, atDeadline: true })
    const expired = { ...running, silence: 'expired' } as const
    expect(movingSets(expired, 'adopt')).toMatchObject({ settled: true, atDeadline: false })
    expect(movingSets(ask('rule-qmv', 'yes'), 'adopt')).toMatchObject({ settled: true, atDeadline: false })
  })

  it('VOT-18 nobody, where the vote already stands as wished', () => {
    expect(movingSets(ask('rule-qmv', 'yes'), 'adopt')).toMatchObject({ settled: true, total: 0, sets: [] })
    expect(movingSets(ask('rule-qmv', 'no'), 'block')).toMatchObject({ settled: true, total: 0 })
    expect(movingSets(ask('rule-coreu-silence', 'unknown'), 'adopt')).toMatchObject({ settled: true })
  })

  it('VOT-18 nobody can, while the brake stands, without a quorum, or past a member that is away', () => {
    const question = ask('rule-qmv', 'yes')
    expect(movingSets({ ...question, brake: ['HU'] }, 'adopt').stoppedBy?.id).toBe('brake')
    expect(movingSets({ ...question, present: ['DE'] }, 'adopt').stoppedBy?.id).toBe('quorum')
    const present = Object.keys(SHARES_2025.percent).slice(1)
    const away = movingSets({ ...ask('rule-cfsp-unanimity', 'yes'), present }, 'adopt')
    expect(away).toMatchObject({ total: 0, stoppedBy: { id: 'no-vote-against', states: ['DE'] } })
  })

  it('VOT-19 counts all and lists the first: smallest sets first, then the most populous States', () => {
    const question = ask('rule-qmv', 'unknown')
    const { sets, total, bySize } = movingSets(question, 'block', 600)
    expect(bySize[0]).toEqual({ size: 4, count: 513 })
    expect(total).toBe(bySize.reduce((sum, { count }) => sum + count, 0))
    expect(sets).toHaveLength(600)
    expect(sets.map(({ moves }) => moves.length)).toEqual([...Array(513).fill(4), ...Array(87).fill(5)])
    expect(new Set(states(sets)).size).toBe(600)
    expect(states(movingSets(question, 'block', 3).sets)).toEqual(states(sets.slice(0, 3)))
  })

  it('VOT-17 every listed set of the 27 suffices, and does not without any one of its States', () => {
    for (const goal of GOALS) {
      const question = ask(goal === 'block-by-declaration' ? 'rule-listing' : 'rule-qmv', 'unknown', {
        yes: 'DE MT',
      })
      for (const { moves } of movingSets(question, goal, 50).sets) {
        const all = moves.map(({ state }) => state)
        expect(isReached(question, goal, all)).toBe(true)
        for (const one of all)
          expect(
            isReached(
              question,
              goal,
              all.filter((state) => state !== one),
            ),
          ).toBe(false)
      }
    }
  })

  it('VOT-17 finds every minimal set of a small union, and no other', () => {
    fc.assert(
      fc.property(
        anyQuestion(fc.oneof(anyTable(7, 0), anyTable(7, 0.5))),
        fc.constantFrom(...GOALS),
        (question, goal) => {
          const { sets, total, settled } = movingSets(question, goal, 1000)
          const found = states(sets).toSorted()
          const expected = settled ? [] : byTrying(question, goal).toSorted()
          expect(found).toEqual(expected)
          expect(total).toBe(expected.length)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('blocking minorities', () => {
  it('VOT-17 have four members at least, whatever anybody says today', () => {
    const one = blockingMinorities(ask('rule-qmv', 'no', { unknown: 'DE' }), 5)
    expect(one).toEqual(blockingMinorities(ask('rule-qmv', 'yes'), 5))
    expect(one.bySize[0]?.size).toBe(4)
    expect(states(one.sets)[0]).toBe('DE ES FR IT')
  })

  it('VOT-17 are single States under unanimity, and leave out those that take no part', () => {
    expect(blockingMinorities(ask('rule-listing', 'yes', { 'not-participating': 'DK' })).total).toBe(26)
  })
})

/** Every set of States that take part, tried one by one with the count itself. */
function byTrying(question: VoteQuestion, goal: MoveGoal): string[] {
  const voting = Object.keys(question.stances)
    .filter((state) => question.stances[state] !== 'not-participating')
    .toSorted()
  const sets = voting.reduce<string[][]>((all, state) => [...all, ...all.map((set) => [...set, state])], [[]])
  const reaching = sets.filter((set) => isReached(question, goal, set))
  return reaching.filter((set) => !reaching.some((other) => isPart(other, set))).map((set) => set.join(' '))
}

function isReached(question: VoteQuestion, goal: MoveGoal, moving: readonly string[]): boolean {
  const to = targetOf(question.rule, goal)
  if (to === null) return false
  const stances = { ...question.stances, ...Object.fromEntries(moving.map((state) => [state, to])) }
  const silence =
    question.rule === 'rule-coreu-silence' && goal === 'adopt' ? { silence: 'expired' as const } : {}
  return countVotes({ ...question, ...silence, stances }).verdict === (goal === 'adopt' ? 'true' : 'false')
}

function targetOf(rule: CountedRule, goal: MoveGoal): Stance | null {
  const majority = rule === 'rule-qmv' || rule === 'rule-qmv-reinforced' || rule === 'rule-215'
  const declarations = rule === 'rule-cfsp-unanimity' || rule === 'rule-listing'
  if (goal === 'block-by-declaration') return declarations ? 'abstain-with-declaration' : null
  if (goal === 'block') return majority ? 'abstain' : 'no'
  return declarations || rule === 'rule-unanimity-tfeu' ? 'abstain' : 'yes'
}

function isPart(part: readonly string[], whole: readonly string[]): boolean {
  return part.length < whole.length && part.every((state) => whole.includes(state))
}
