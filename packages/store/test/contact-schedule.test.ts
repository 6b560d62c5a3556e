/** The schedule of a party's communication checks on either engine: its last word counts, and it is no record of the portfolio. */
import { CONTACT_SCHEDULE, type DraftStatement, sayScheduleAs, scheduleOf } from '@demarche/core'
import { expect, vi } from 'vitest'
import { onBothEngines } from './both-engines.ts'
import { aDraft } from './ledgers.ts'
import { ANN, BOB, EVE } from './people.ts'

vi.setConfig({ hookTimeout: 180_000, testTimeout: 60_000 })

const entity = scheduleOf('EU')
const said = (state: 'on' | 'paused', assertedAt: string): DraftStatement => ({
  ...aDraft({ entity, kind: CONTACT_SCHEDULE }),
  assertions: sayScheduleAs({
    everyMonths: 6,
    firstDay: '2027-01-11',
    time: '09:00',
    networks: [],
    role: 'desk-officer',
    state,
  }),
  marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER', releasableTo: ['EU'] },
  assertedBy: 'EU',
  assertedAt,
})

await onBothEngines(({ on, ledger }) => {
  on(
    'PFO-76 says again what it said before, for its own party alone, and is in no list of records',
    async () => {
      const { store } = ledger
      const days = [
        '2026-03-01T10:00:00.000Z',
        '2026-03-02T10:00:00.000Z',
        '2026-03-03T10:00:00.000Z',
      ] as const
      await store.as(ANN).append([said('on', days[0])])
      await store.as(ANN).append([said('paused', days[1])])
      await store.as(ANN).append([said('on', days[2])])
      const seen = await store.as(BOB).statements(entity)
      expect(seen.map(({ assertedAt }) => assertedAt)).toEqual(days)
      expect(await store.as(EVE).statements(entity)).toEqual([])
      expect((await store.as(ANN).countRecords()).size).toBe(0)
      // of two who decide on the same the second is told
      const follows = { entity, statement: seen[1]?.id ?? '' }
      const late = store.as(BOB).append([said('paused', '2026-03-04T10:00:00.000Z')], { follows })
      await expect(late).rejects.toMatchObject({ code: 'stale-write' })
      await store.rebuild()
      expect((await store.as(BOB).statements(entity)).length).toBe(3)
      expect((await store.as(ANN).countRecords()).size).toBe(0)
      expect((await store.verify()).fault).toBeNull()
    },
  )
})
