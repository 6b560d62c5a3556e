import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PostgresServer, startPostgres } from '../../../store/test/postgres.ts'
import { openProcesses } from '../../test/accounts-of-processes.ts'
import type { Accounts } from '../accounts/accounts.ts'

const server: PostgresServer | null = await startPostgres()
if (!server)
  process.stderr.write('SKIPPED: no PostgreSQL on this machine; notices were kept on SQLite alone\n')
afterAll(() => server?.stop())

const ID = 'a'.repeat(32)
const OTHER = 'b'.repeat(32)

describe.each(server ? (['SQLite', 'PostgreSQL'] as const) : (['SQLite'] as const))(
  'what is kept about notices on %s',
  (engine) => {
    let now = Date.parse('2026-11-23T09:00:00Z')
    let processes: readonly Accounts[] = []
    const keeping = () => {
      const [first] = processes
      if (!first) throw new Error('the accounts were not opened')
      return first.noticeKeeping
    }

    beforeAll(async () => {
      processes = await openProcesses(engine === 'PostgreSQL' ? server : null, () => new Date(now))
    })
    afterAll(async () => {
      for (const one of processes) await one.close()
    })

    it('marks are those of one person, and can be taken back', async () => {
      const { marks } = keeping()
      await marks.markRead('person:a', [ID, OTHER])
      await marks.markMailed('person:a', [ID])
      expect(await marks.of('person:a')).toEqual({ read: new Set([ID, OTHER]), mailed: new Set([ID]) })
      await marks.markUnread('person:a', [OTHER])
      expect((await marks.of('person:a')).read).toEqual(new Set([ID]))
      expect((await marks.of('person:b')).read.size).toBe(0)
    })

    it('marks are forgotten when their notice has long gone', async () => {
      const { marks } = keeping()
      now += 91 * 86_400_000
      await marks.markRead('person:b', ['c'.repeat(32)])
      expect((await marks.of('person:a')).read.size).toBe(0)
    })

    it('NOT-13 a mail waits once, is taken by one, and comes back later each time it fails', async () => {
      const { mailQueue } = keeping()
      await mailQueue.put('person:a', 'delegate', [ID, OTHER])
      await mailQueue.put('person:a', 'delegate', [OTHER, ID])
      expect(await mailQueue.length()).toBe(1)
      const takers = [...processes, ...processes, ...processes].map((one) =>
        one.noticeKeeping.mailQueue.take(),
      )
      const taken = (await Promise.all(takers)).filter((one) => one !== null)
      expect(taken).toMatchObject([{ person: 'person:a', role: 'delegate', notices: [ID, OTHER] }])
      const key = taken[0]?.key ?? ''
      const pauses: number[] = []
      for (let round = 0; round < 4; round += 1) {
        await mailQueue.failed(key)
        let minutes = 0
        while ((await mailQueue.take()) === null) {
          now += 60_000
          minutes += 1
        }
        pauses.push(minutes)
      }
      expect(pauses).toEqual([1, 2, 4, 8])
      now += 4 * 86_400_000
      await mailQueue.failed(key)
      expect(await mailQueue.length()).toBe(0)
    })

    it('a mail whose process ended while it was being sent is taken by another', async () => {
      const { mailQueue } = keeping()
      await mailQueue.put('person:a', 'delegate', [ID])
      const first = await mailQueue.take()
      expect(await mailQueue.take()).toBeNull()
      now += 10 * 60_000
      expect((await mailQueue.take())?.key).toBe(first?.key)
      await mailQueue.done(first?.key ?? '')
      expect(await mailQueue.length()).toBe(0)
    })

    it('NOT-12 of a token only the hash is kept', async () => {
      const { feedTokens } = keeping()
      const token = await feedTokens.give('person:a', 'calendar', 'delegate')
      expect(await feedTokens.find(token, 'calendar')).toMatchObject({ person: 'person:a', role: 'delegate' })
      expect(await feedTokens.find(token, 'feed')).toBeNull()
      expect(JSON.stringify(await feedTokens.of('person:a'))).not.toContain(token)
      expect(await feedTokens.withdraw('person:a', 'calendar')).toBe(true)
      expect(await feedTokens.find(token, 'calendar')).toBeNull()
    })

    it('who wants mail says so, and the day of the last daily mail is noted', async () => {
      const { mailChoices } = keeping()
      await mailChoices.set('person:a', 'daily', 'chair')
      await mailChoices.noteDay('person:a', '2026-11-24')
      expect(await mailChoices.all()).toMatchObject([
        { person: 'person:a', mail: 'daily', role: 'chair', lastDay: '2026-11-24' },
      ])
      await mailChoices.set('person:a', 'none', 'chair')
      expect(await mailChoices.all()).toEqual([])
      expect(await mailChoices.get('person:a')).toBe('none')
    })
  },
)
