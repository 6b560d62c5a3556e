import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type PostgresServer, startPostgres } from '../../../store/test/postgres.ts'
import { accountOptions, SECRET } from '../../test/account-options.ts'
import { type AccountDatabase, embeddedAccounts, serverAccounts } from './account-database.ts'
import { keptSecret } from './account-secret.ts'
import { type AccountOptions, openAccounts } from './accounts.ts'
import { AccountSecretError } from './secret-note.ts'

const CALLER = { address: '127.0.0.1', browser: 'a test' }
const open = (database: AccountDatabase, more: Partial<AccountOptions> = {}) =>
  openAccounts(accountOptions(database, more))
const MARI = {
  name: 'Mari Maasikas',
  email: 'mari@example.org',
  party: 'EE',
  roles: ['delegate'],
  ceiling: { maxDistribution: 'LIMITE', maxTlp: 'TLP:AMBER' },
} as const

describe('accounts in a folder', () => {
  let directory: string
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'demarche-accounts-'))
  })
  afterEach(() => rmSync(directory, { recursive: true }))

  it('outlive a restart, sessions included', async () => {
    const before = await open(embeddedAccounts(directory))
    const { id } = await before.people.add(MARI)
    const { token } = await before.sessions.open(id, CALLER, 'link')
    await before.close()
    const after = await open(embeddedAccounts(directory))
    expect(await after.sessions.find(token)).toMatchObject({ person: id, party: 'EE', role: 'delegate' })
    await after.close()
  })

  it('hold neither tokens nor passwords, in files for their owner alone (ACC-06)', async () => {
    const accounts = await open(embeddedAccounts(directory))
    const { person, token } = await accounts.people.invite('person:0', MARI)
    const invitation = token
    await accounts.signIn.setPassword(person.id, 'seven grey herons waiting')
    const session = (await accounts.sessions.open(person.id, CALLER, 'password')).token
    await accounts.close()
    for (const name of readdirSync(directory)) {
      const text = readFileSync(join(directory, name), 'latin1')
      for (const told of [invitation, session, 'seven grey herons waiting'])
        expect(text.includes(told), name).toBe(false)
      expect(statSync(join(directory, name)).mode & 0o077, name).toBe(0)
    }
  })

  it('are not opened with another secret, under which no second factor could be read', async () => {
    await (await open(embeddedAccounts(directory))).close()
    const other = open(embeddedAccounts(directory), { secret: `${SECRET}-another` })
    await expect(other).rejects.toThrow(AccountSecretError)
  })

  it('keep a secret of their own, the same at each start', () => {
    const secret = keptSecret(directory)
    expect(secret.length).toBeGreaterThan(40)
    expect(keptSecret(directory)).toBe(secret)
    expect(statSync(join(directory, 'secret')).mode & 0o077).toBe(0)
  })

  it('can be copied while they are open, and the copy takes their place', async () => {
    const database = embeddedAccounts(directory)
    const accounts = await open(database)
    const { id } = await accounts.people.add(MARI)
    const copies = join(directory, 'copies')
    mkdirSync(copies)
    database.copyTo?.(join(copies, 'accounts.sqlite'))
    await accounts.close()
    expect(statSync(join(copies, 'accounts.sqlite')).mode & 0o077).toBe(0)
    const restored = await open(embeddedAccounts(copies))
    expect(await restored.people.get(id)).toMatchObject({ name: 'Mari Maasikas' })
    await restored.close()
  })
})

describe('a one-time link', () => {
  it('lets in one of two who use it at once', async () => {
    const accounts = await open(embeddedAccounts())
    const token = await accounts.links.give('start', null)
    const outcomes = await Promise.allSettled([
      accounts.signIn.withLink(token, CALLER),
      accounts.signIn.withLink(token, CALLER),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await accounts.people.list()).toHaveLength(1)
    await accounts.close()
  })

  it('is refused after a day', async () => {
    let now = Date.now()
    const accounts = await open(embeddedAccounts(), { clock: () => new Date(now) })
    const token = await accounts.links.give('start', null)
    now += 86_400_000
    await expect(accounts.signIn.withLink(token, CALLER)).rejects.toMatchObject({ code: 'sign-in-refused' })
    await accounts.close()
  })
})

const server: PostgresServer | null = await startPostgres()
describe.skipIf(!server)('accounts on a PostgreSQL server', () => {
  let url = ''
  let ownerUrl = ''
  beforeAll(async () => {
    if (!server) return
    const made = await server.newDatabase()
    url = made.databaseUrl
    ownerUrl = made.ownerUrl
  })
  afterAll(() => server?.stop())

  it('are shared by server processes that start at the same time', async () => {
    const [one, two] = await Promise.all([serverAccounts(url, ownerUrl), serverAccounts(url, ownerUrl)])
    const [first, second] = await Promise.all([open(one), open(two)])
    const { id } = await first.people.add(MARI)
    const { token } = await first.sessions.open(id, CALLER, 'link')
    expect(await second.sessions.find(token)).toMatchObject({ person: id, party: 'EE' })
    await second.people.close(id, id)
    expect(await first.sessions.find(token)).toBeNull()
    await first.close()
    await second.close()
  })

  it('sign in with a password there too, and use a link once', async () => {
    const accounts = await open(await serverAccounts(url, ownerUrl))
    const { person, token } = await accounts.people.invite('person:0', { ...MARI, email: 'jaan@example.org' })
    await accounts.signIn.withInvitation(token, 'seven grey herons waiting', CALLER)
    await expect(
      accounts.signIn.withInvitation(token, 'seven grey herons waiting', CALLER),
    ).rejects.toMatchObject({ code: 'sign-in-refused' })
    const { opened } = await accounts.signIn.withPassword(
      'jaan@example.org',
      'seven grey herons waiting',
      CALLER,
      undefined,
    )
    expect(opened?.session).toMatchObject({ person: person.id })
    expect((await accounts.events.list(10)).map(({ act }) => act)).toContain('invitation-accepted')
    await accounts.close()
  })
})
