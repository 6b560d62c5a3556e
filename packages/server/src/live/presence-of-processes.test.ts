import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Marking } from '@demarche/core'
import { LONGEST_WORD, openStore, type Store } from '@demarche/store'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { aDraft, aRemarking, KEEPER } from '../../../store/test/ledgers.ts'
import { type PostgresServer, run, startPostgres } from '../../../store/test/postgres.ts'
import { accountOptions } from '../../test/account-options.ts'
import { type PresenceReply, type PresenceSetup, replySchema } from '../../test/presence-messages.ts'
import { serverAccounts } from '../accounts/account-database.ts'
import { type Accounts, openAccounts } from '../accounts/accounts.ts'
import type { Session } from '../session/session.ts'
import { openPresenceDesk, type PresenceDesk } from './presence-desk.ts'

const server: PostgresServer | null = await startPostgres()
if (!server)
  process.stderr.write('SKIPPED: no PostgreSQL on this machine; presence was not tried on two processes\n')

const BEAT = 300
const SHARED: Marking = { distribution: 'LIMITE', tlp: 'TLP:GREEN' }
const NOT_FOR_FRANCE: Marking = { ...SHARED, releasableTo: ['EU', 'EE'] }

const someBeats = () => new Promise((resolve) => setTimeout(resolve, 5 * BEAT))

/** Another server process, and what it says. */
class OtherProcess {
  readonly told: { readonly told: readonly string[]; readonly entity: string }[] = []
  readonly child: ChildProcess
  readonly #answers: PresenceReply[] = []

  constructor(setup: PresenceSetup) {
    const file = fileURLToPath(new URL('../../test/presence-process.ts', import.meta.url))
    this.child = fork(file, [JSON.stringify(setup)], { execArgv: [] })
    this.child.on('message', (message) => {
      const reply = replySchema.parse(message)
      if (typeof reply === 'object' && 'told' in reply) this.told.push(reply)
      else this.#answers.push(reply)
    })
  }
  async answer(): Promise<PresenceReply> {
    await vi.waitFor(() => expect(this.#answers).not.toEqual([]), { timeout: 30_000 })
    return this.#answers.shift() ?? 'ready'
  }
  say(session: Session, entity: string, open = true): Promise<PresenceReply> {
    this.child.send({ session: session.id, entity, open })
    return this.answer()
  }
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const gone = once(this.child, 'exit')
    this.child.kill('SIGKILL')
    await gone
  }
}

describe.skipIf(!server)('presence of two processes on one PostgreSQL server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-presence-'))
  const told: unknown[] = []
  let setup: PresenceSetup
  let adminUrl: string
  let store: Store
  let accounts: Accounts
  let presence: PresenceDesk
  let other: OtherProcess
  let estonia: Session
  let france: Session
  let recorded = 0

  beforeAll(async () => {
    const made = await server?.newDatabase()
    if (!made) return
    const { databaseUrl, ownerUrl } = made
    adminUrl = made.adminUrl
    setup = { databaseUrl, ownerUrl, folder, beatMs: BEAT }
    store = await openStore({ dataDirectory: folder, databaseUrl, ownerUrl })
    accounts = await openAccounts(accountOptions(await serverAccounts(databaseUrl, ownerUrl)))
    const signIn = async (party: string): Promise<Session> => {
      const { id } = await accounts.people.add({
        name: `Delegate of ${party}`,
        email: null,
        party,
        roles: ['delegate'],
        ceiling: { maxDistribution: 'LIMITE', maxTlp: 'TLP:RED' },
      })
      const caller = { address: '127.0.0.1', browser: 'a test' }
      return (await accounts.sessions.open(id, caller, 'link')).session
    }
    estonia = await signIn('EE')
    france = await signIn('FR')
    presence = openPresenceDesk({
      store: () => store,
      sessions: accounts.sessions,
      clock: () => new Date(),
      changed: (sessions, entity) => told.push([sessions, entity]),
      beatMs: BEAT,
    })
  })
  afterAll(async () => {
    presence?.close()
    await accounts?.close()
    await store?.close()
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  beforeEach(async () => {
    told.length = 0
    other = new OtherProcess(setup)
    expect(await other.answer()).toBe('ready')
  })
  afterEach(() => other.kill())

  const record = async (slug: string, marking = SHARED) => {
    const entity = `case:${slug}`
    const assertedAt = new Date(Date.parse('2026-03-01T10:00:00Z') + (recorded += 1) * 1000).toISOString()
    const { statements } = await store.as(KEEPER).append([aDraft({ entity, marking, assertedAt })])
    return { entity, statement: statements[0]?.id ?? '' }
  }
  const inEstonia = async (entity: string): Promise<readonly string[]> =>
    (await presence.open(estonia, entity)).others.map(({ name }) => name)
  const untilSeen = (entity: string, names: readonly string[]) =>
    vi.waitFor(async () => expect(await inEstonia(entity)).toEqual(names), { timeout: 20_000, interval: 50 })

  it('NOT-15 each sees who comes and goes at the other, and is told; the records know nothing of it', async () => {
    const { entity } = await record('both')
    const before = await store.as(KEEPER).version()
    expect(await inEstonia(entity)).toEqual([])
    // nobody has anything open there yet: it asks who is where as soon as somebody has
    await other.say(france, entity)
    await vi.waitFor(() => expect(told).toContainEqual([[estonia.id], entity]), { timeout: 20_000 })
    expect(await inEstonia(entity)).toEqual(['Delegate of FR'])
    await vi.waitFor(
      async () => expect(await other.say(france, entity)).toEqual({ others: ['Delegate of EE'] }),
      { timeout: 20_000 },
    )
    other.told.length = 0
    presence.leave(estonia, entity)
    await vi.waitFor(() => expect(other.told).toEqual([{ told: [france.id], entity }]), { timeout: 20_000 })
    expect(await other.say(france, entity)).toEqual({ others: [] })
    other.told.length = 0
    await inEstonia(entity)
    await vi.waitFor(() => expect(other.told).toEqual([{ told: [france.id], entity }]), { timeout: 20_000 })
    expect(await other.say(france, entity)).toEqual({ others: ['Delegate of EE'] })
    told.length = 0
    await other.say(france, entity, false)
    await vi.waitFor(() => expect(told).toEqual([[[estonia.id], entity]]), { timeout: 20_000 })
    expect(await inEstonia(entity)).toEqual([])
    expect(await store.as(KEEPER).version()).toBe(before)
  })

  it('NOT-15 the people of a process that was killed are gone after four beats, and those who stay are told', async () => {
    const { entity } = await record('killed')
    await inEstonia(entity)
    await other.say(france, entity)
    await untilSeen(entity, ['Delegate of FR'])
    await someBeats()
    expect(await inEstonia(entity)).toEqual(['Delegate of FR'])
    told.length = 0
    const killedAt = Date.now()
    await other.kill()
    expect(await inEstonia(entity)).toEqual(['Delegate of FR'])
    await vi.waitFor(() => expect(told).toEqual([[[estonia.id], entity]]), { timeout: 20_000, interval: 20 })
    // and the time that a busy machine takes to ask
    expect(Date.now() - killedAt).toBeLessThan(4 * BEAT + 1500)
    expect(await inEstonia(entity)).toEqual([])
  })

  it('NOT-15 whoever may not see it is neither shown nor the cause of anything told', async () => {
    const { entity, statement } = await record('closed')
    await inEstonia(entity)
    await other.say(france, entity)
    await untilSeen(entity, ['Delegate of FR'])
    await vi.waitFor(() => expect(other.told).toContainEqual({ told: [france.id], entity }), {
      timeout: 20_000,
    })
    await store.as(KEEPER).append([aRemarking({ id: statement, entity }, NOT_FOR_FRANCE)])
    told.length = other.told.length = 0
    // still open on that screen, and said so with each beat
    expect(await inEstonia(entity)).toEqual([])
    await someBeats()
    expect(await inEstonia(entity)).toEqual([])
    await other.say(france, entity, false)
    const refused = await other.say(france, entity)
    expect(refused).toEqual({ refused: expect.stringContaining('Nothing that you may see') })
    await someBeats()
    expect(told).toEqual([])
    expect(await inEstonia(entity)).toEqual([])
    expect(other.told).toEqual([])
  })

  it('a session that has ended is shown no more, though its process still says that it is there', async () => {
    const { entity } = await record('ended')
    await inEstonia(entity)
    const { session } = await accounts.sessions.open(
      france.person,
      { address: '127.0.0.1', browser: 'another' },
      'link',
    )
    await other.say(session, entity)
    await untilSeen(entity, ['Delegate of FR'])
    await accounts.sessions.end(france.person, session.id)
    expect(await inEstonia(entity)).toEqual([])
  })

  it('NOT-15 says names of sessions and entities alone, on the one connection that each process has for news', async () => {
    const { entity } = await record('overheard')
    const ear = new pg.Client({ connectionString: setup.databaseUrl })
    await ear.connect()
    const words: string[] = []
    ear.on('notification', ({ payload = '' }) => words.push(payload))
    try {
      await ear.query('listen demarche_presence')
      await inEstonia(entity)
      await other.say(france, entity)
      await untilSeen(entity, ['Delegate of FR'])
      await vi.waitFor(() => expect(words.join()).toContain(france.id), { timeout: 20_000 })
      for (const word of words) {
        expect(Buffer.byteLength(word)).toBeLessThanOrEqual(LONGEST_WORD)
        expect(word).not.toMatch(/Delegate|person:|"(EE|FR)"/)
      }
      await run(setup.databaseUrl, `select pg_notify('demarche_presence', 'nonsense')`)
      const unaskable = JSON.stringify(['here', [[entity, '\0']]])
      await run(setup.databaseUrl, `select pg_notify('demarche_presence', '${unaskable}')`)
      // heard, and not yet forgotten
      await new Promise((resolve) => setTimeout(resolve, BEAT))
      expect(await inEstonia(entity)).toEqual(['Delegate of FR'])
      const news = await run(
        adminUrl,
        `select count(*)::int as connections from pg_stat_activity where application_name = 'demarche news'`,
      )
      expect(news).toEqual([{ connections: 2 }])
    } finally {
      await ear.end()
    }
  })

  it('is known again when the connections for news were lost', async () => {
    const { entity } = await record('lost')
    await inEstonia(entity)
    await other.say(france, entity)
    await untilSeen(entity, ['Delegate of FR'])
    await run(
      adminUrl,
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'demarche news'`,
    )
    await untilSeen(entity, [])
    await untilSeen(entity, ['Delegate of FR'])
  })
})
