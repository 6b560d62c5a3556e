import { STANCES } from '@demarche/core/procedure/position.ts'
import { COUNTED_RULES } from '@demarche/core/procedure/voting/vote.ts'
import { MEMBER_STATES } from '@demarche/core/incident/member-states.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Board,
  boardOnRecord,
  isMoved,
  movedStates,
  readBoard,
  withBrake,
  withMoves,
  withStance,
  writeBoard,
} from './board.ts'

const onRecord: Board = {
  rule: 'rule-listing',
  stances: Object.fromEntries(MEMBER_STATES.map((state) => [state, state === 'EE' ? 'yes' : 'unknown'])),
  brake: ['PL'],
  silenceExpired: false,
}

const aBoard = fc.record({
  rule: fc.constantFrom(...COUNTED_RULES),
  stances: fc
    .tuple(...MEMBER_STATES.map(() => fc.constantFrom(...STANCES)))
    .map((stances) =>
      Object.fromEntries(MEMBER_STATES.map((state, index) => [state, stances[index] ?? 'unknown'])),
    ),
  brake: fc.subarray([...MEMBER_STATES]),
  silenceExpired: fc.boolean(),
})

describe('the what-if board', () => {
  it('starts from the positions on record: who has not said is unknown', () => {
    const board = boardOnRecord(
      {
        positions: [{ party: 'EE', position: 'support', stance: 'yes', paragraphs: [], history: [] }],
        standingBrakes: [{ party: 'PL', statement: 's', at: '2026-11-23T09:00:00.000Z', reason: 'Vital.' }],
        silence: null,
        vote: { rule: 'rule-qmv', outcome: null, remark: null, table: null },
      },
      { percent: { EE: 40, PL: 60 } },
    )
    expect(board).toEqual({
      rule: 'rule-qmv',
      stances: { EE: 'yes', PL: 'unknown' },
      brake: ['PL'],
      silenceExpired: false,
    })
  })

  it('is kept by its address, whatever was moved', () => {
    fc.assert(
      fc.property(aBoard, (board) => {
        const address = writeBoard(new URLSearchParams('asOf=2026-11-24'), board, onRecord)
        const again = readBoard(new URLSearchParams(address.toString()), onRecord)
        expect({ ...again, brake: again.brake.toSorted() }).toEqual({
          ...board,
          brake: board.brake.toSorted(),
        })
        expect(address.get('asOf')).toBe('2026-11-24')
      }),
    )
  })

  it('has an address of its own only where it differs from what is on record', () => {
    expect(writeBoard(new URLSearchParams(), onRecord, onRecord).toString()).toBe('')
    const moved = withBrake(withStance(onRecord, 'HU', 'no'), 'PL', false)
    expect([...writeBoard(new URLSearchParams(), moved, onRecord)]).toEqual([
      ['move', 'HU:no'],
      ['brake', ''],
    ])
    expect(isMoved(moved, onRecord)).toBe(true)
    expect(isMoved(withStance(moved, 'HU', 'unknown'), onRecord)).toBe(true)
    expect(isMoved(readBoard(new URLSearchParams(), onRecord), onRecord)).toBe(false)
  })

  it('leaves out what an address makes up', () => {
    expect(
      readBoard(new URLSearchParams('move=XX:no,HU:perhaps,,&rule=rule-coin&brake=XX'), onRecord),
    ).toEqual({
      ...onRecord,
      brake: [],
    })
  })

  it('takes a set of moves and says what was moved', () => {
    const set = { moves: [{ state: 'HU', from: 'unknown', to: 'abstain' } as const] }
    expect(movedStates(withMoves(onRecord, set), onRecord)).toEqual([
      { state: 'HU', was: 'unknown', now: 'abstain' },
    ])
  })
})
