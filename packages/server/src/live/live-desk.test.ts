import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store } from '@demarche/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDraft, KEEPER } from '../../../store/test/ledgers.ts'
import { type PostgresServer, startPostgres } from '../../../store/test/postgres.ts'
import type { Session } from '../session/session.ts'
import { type LiveDesk, openLiveDesk } from './live-desk.ts'

const server: PostgresServer | null = await startPostgres()
if (!server)
  process.stderr.write(
    'SKIPPED: no PostgreSQL on this machine; live updates were not tried on two processes\n',
  )

const stores: Store[] = []
const store = (): Store => {
  const [first] = stores
  if (!first) throw new Error('the store was not opened')
  return first
}

const SESSION: Session = {
  id: 'session-1',
  person: 'person:0123456789abcdef',
  name: 'Mari Maasikas',
  party: 'EE',
  role: 'delegate',
  roles: ['delegate'],
  ceiling: { maxDistribution: 'LIMITE', maxTlp: 'TLP:RED' },
  way: 'link',
  needsSecondFactor: false,
  expiresAt: '2027-01-01T00:00:00.000Z',
}

describe.skipIf(!server)('live updates of two processes on one PostgreSQL server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-live-'))
  let live: LiveDesk
  let recorded = 0

  beforeAll(async () => {
    const made = await server?.newDatabase()
    if (!made) return
    for (const name of ['one', 'two']) {
      const { databaseUrl, ownerUrl } = made
      stores.push(await openStore({ dataDirectory: join(folder, name), databaseUrl, ownerUrl }))
    }
    live = openLiveDesk({
      store,
      sessions: { find: async () => SESSION },
      clock: () => new Date('2026-03-01T09:00:00.000Z'),
      tickMs: 20,
    })
  })
  afterAll(async () => {
    live?.close()
    for (const one of stores) await one.close()
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const record = (entity: string, marking: { releasableTo?: string[] }) => {
    recorded += 1
    const draft = aDraft({
      entity,
      assertions: [{ property: 'name', value: `Name ${recorded}` }],
      marking: { distribution: 'LIMITE', tlp: 'TLP:GREEN', ...marking },
      assertedAt: new Date(Date.parse('2026-03-01T10:00:00Z') + recorded * 1000).toISOString(),
    })
    return stores[1]?.as(KEEPER).append([draft])
  }

  it('tell in one what was recorded by the other, and nothing of what the reader may not see', async () => {
    const told: unknown[] = []
    const heard = Promise.withResolvers<void>()
    const disconnect = await live.connect('token', SESSION, {
      send(event, data) {
        if (event !== 'change') return
        told.push(data?.changed)
        heard.resolve()
      },
      end: () => undefined,
    })
    // hidden first: had it been told, it would come before the other
    await record('case:hidden', { releasableTo: ['EU', 'FR'] })
    // the ear of a process may need a moment to open; what is said again is recorded again
    const again = setInterval(() => void record('case:seen', {}), 300)
    await heard.promise
    clearInterval(again)
    disconnect()
    expect(told[0]).toEqual([{ case: 'case:seen' }, 'cases'])
    expect(JSON.stringify(told)).not.toContain('hidden')
  })
})
