/** The picture by goals while something is recorded: it is shared by whoever sees nearly the same, and tells nobody more. */
import type { Store } from '@demarche/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DeskUnderTest, openDesk } from '../../test/desk-under-test.ts'
import { addToRecord, CLOSED, OPEN, putOnRecord } from '../../test/records-by-hand.ts'
import { readerOf } from '../session/session.ts'
import { openGoalsSummary } from './goals-summary.ts'

let desk: DeskUnderTest
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const TODAY = '2026-11-23'
const officer = readerOf({ party: 'desk', person: 'desk-officer' })
const outsider = { ...officer, person: 'outsider', maxDistribution: 'PUBLIC', maxTlp: 'TLP:CLEAR' } as const

/** @param meanwhile what happens once what is stated has been told, and before what it does not tell is read */
function summariesOf(meanwhile?: () => Promise<void>) {
  const store: Pick<Store, 'as'> = {
    as(who) {
      const ledger = desk.office.store.as(who)
      return {
        ...ledger,
        async statedRecords(...asked) {
          const stated = await ledger.statedRecords(...asked)
          await meanwhile?.()
          return stated
        },
      }
    },
  }
  const { kinds } = desk.office.portfolio
  return openGoalsSummary({
    store,
    kinds,
    overlaps: { doubles: () => Promise.resolve({ suggested: [], verdicts: [] }) },
  })
}

describe('the picture by goals', () => {
  it('tells nobody what another saw of a record while it was read (GOL-07)', async () => {
    // what holds from a day on is not told beside the record: it is read
    const open = await putOnRecord(desk, 'commitment', { name: 'Send a list', due: '2026-12' })
    await addToRecord(desk, open, { standing: 'open' }, OPEN, { validFrom: '2026-05' })
    const expected = await summariesOf().withRecords(outsider, TODAY, 'no')
    let isClosedToCome = true
    const summarise = summariesOf(async () => {
      if (!isClosedToCome) return
      isClosedToCome = false
      await addToRecord(desk, open, { madeAt: 'meeting:eu-uk-dialogue-3' }, CLOSED)
    })
    const { records } = await summarise.withRecords(officer, TODAY, 'no')
    expect(records.get('goal:partners')?.map(({ entity }) => entity)).toContain(open)
    expect(await summarise.withRecords(outsider, TODAY, 'no')).toEqual(expected)
  })
})
