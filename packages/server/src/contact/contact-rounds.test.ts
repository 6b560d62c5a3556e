import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PostgresServer, startPostgres } from '../../../store/test/postgres.ts'
import { openProcesses } from '../../test/accounts-of-processes.ts'
import type { Accounts } from '../accounts/accounts.ts'

const server: PostgresServer | null = await startPostgres()
if (!server)
  process.stderr.write(
    'SKIPPED: no PostgreSQL on this machine; rounds of checks were taken on SQLite alone\n',
  )
afterAll(() => server?.stop())

describe.each(server ? (['SQLite', 'PostgreSQL'] as const) : (['SQLite'] as const))(
  'rounds of communication checks on %s',
  (engine) => {
    let now = Date.parse('2027-01-11T08:00:00Z')
    let processes: readonly Accounts[] = []
    beforeAll(async () => {
      processes = await openProcesses(engine === 'PostgreSQL' ? server : null, () => new Date(now))
    })
    afterAll(async () => {
      for (const one of processes) await one.close()
    })
    /** Each process tries three times, all at once; how many got it. */
    const takeAll = async (party: string, due: Date): Promise<number> => {
      const all = [...processes, ...processes, ...processes].map((one) => one.contactRounds.take(party, due))
      return (await Promise.all(all)).filter(Boolean).length
    }
    const rounds = () => {
      const last = processes.at(-1)
      if (!last) throw new Error('the accounts were not opened')
      return last.contactRounds
    }

    it('PFO-79 are taken by one process, and begun once', async () => {
      const due = new Date(now)
      expect(await takeAll('EE', due)).toBe(1)
      expect(await takeAll('FI', due)).toBe(1)
      await rounds().done('EE', due)
      now += 60 * 60_000
      expect(await takeAll('EE', due)).toBe(0)
      const next = new Date(now)
      expect(await takeAll('EE', next)).toBe(1)
      await rounds().done('EE', next)
      // a process whose clock is behind
      expect(await takeAll('EE', due)).toBe(0)
    })

    it('PFO-79 are taken up by another where one ended in between, and where more is left', async () => {
      const due = new Date(now)
      expect(await takeAll('LV', due)).toBe(1)
      now += 9 * 60_000
      expect(await takeAll('LV', due)).toBe(0)
      now += 60_000
      expect(await takeAll('LV', due)).toBe(1)
      await rounds().release('LV', due)
      expect(await takeAll('LV', due)).toBe(1)
    })
  },
)
