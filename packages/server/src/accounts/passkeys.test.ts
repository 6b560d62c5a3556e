/** Passkeys on both engines, and between two server processes that share the accounts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PostgresServer, startPostgres } from '../../../store/test/postgres.ts'
import { type SoftwareAuthenticator, softwareAuthenticator } from '../../test/software-authenticator.ts'
import { accountOptions } from '../../test/account-options.ts'
import { type AccountDatabase, embeddedAccounts, serverAccounts } from './account-database.ts'
import { type AccountOptions, type Accounts, openAccounts } from './accounts.ts'

const CALLER = { address: '127.0.0.1', browser: 'a test' }
const ORIGIN = 'http://localhost'
const open = (database: AccountDatabase, more: Partial<AccountOptions> = {}) =>
  openAccounts(accountOptions(database, more))

/** Somebody new with a passkey, which one process asks for and the other one keeps. */
async function somebodyWithPasskey(one: Accounts, other: Accounts) {
  const { id } = await one.people.add({
    name: 'Mari Maasikas',
    email: null,
    party: 'EE',
    roles: ['delegate'],
    ceiling: { maxDistribution: 'LIMITE', maxTlp: 'TLP:AMBER' },
  })
  const { session } = await one.sessions.open(id, CALLER, 'link')
  const authenticator = softwareAuthenticator(ORIGIN)
  const made = authenticator.make(await one.passkeys.begin(session, undefined), 'Key')
  const added = await other.passkeys.add(session, made, CALLER)
  expect(await one.sessions.find(added.token)).toMatchObject({ person: id })
  return { id, authenticator, session: added.session }
}
const signIn = async (one: Accounts, other: Accounts, authenticator: SoftwareAuthenticator) =>
  other.passkeySignIn.finish(authenticator.sign(await one.passkeySignIn.begin()), CALLER)

/** What both engines hold to. */
async function holdsTo(one: Accounts, other: Accounts) {
  const { id, authenticator } = await somebodyWithPasskey(one, other)
  const { token, session } = await signIn(one, other, authenticator)
  expect(session).toMatchObject({ person: id, way: 'passkey' })
  expect(await one.sessions.find(token)).toMatchObject({ person: id })
  const signed = authenticator.sign(await one.passkeySignIn.begin(), { counter: 4_294_967_295 })
  const outcomes = await Promise.allSettled(
    [one, other, one, other].map((process) => process.passkeySignIn.finish(signed, CALLER)),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  // the counter of the one is known to the other
  await expect(signIn(other, one, authenticator)).rejects.toMatchObject({ code: 'sign-in-refused' })
  expect((await one.events.list(5)).map(({ act }) => act)).toContain('passkey-copied')
}

/** Two passkeys and nothing else, both taken away at the same moment. */
async function keepsOneOfTwo(one: Accounts, other: Accounts) {
  const { id, session } = await somebodyWithPasskey(one, other)
  const made = softwareAuthenticator(ORIGIN).make(await one.passkeys.begin(session, undefined), 'Telephone')
  const both = (await one.passkeys.add(session, made, CALLER)).session
  const [first, second] = await one.passkeys.list(id)
  const outcomes = await Promise.allSettled([
    one.passkeys.remove(both, first?.id ?? '', undefined, CALLER),
    other.passkeys.remove(both, second?.id ?? '', undefined, CALLER),
  ])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const refusal = { code: 'value-refused', faults: [{ rule: 'ACC-17' }] }
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refusal })
  expect(await one.passkeys.list(id)).toHaveLength(1)
}

const PROVIDER = {
  issuer: 'https://login.example.org',
  clientId: 'demarche',
  clientSecret: 'a-secret-of-the-test-provider',
  name: 'Test Login',
}

describe('passkeys in a folder', () => {
  it('never leave somebody without a way in, of two removals at the same moment one is refused (ACC-17)', async () => {
    const accounts = await open(embeddedAccounts())
    await keepsOneOfTwo(accounts, accounts)
    await accounts.close()
  })

  it('stand alone once the provider of single sign-on is switched off (ACC-17)', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'demarche-passkeys-'))
    const withProvider = await open(embeddedAccounts(directory), { singleSignOn: PROVIDER })
    const { id, session } = await somebodyWithPasskey(withProvider, withProvider)
    const file = new DatabaseSync(join(directory, 'accounts.sqlite'))
    file
      .prepare(
        `insert into account (id, "accountId", "providerId", "userId", "createdAt", "updatedAt")
         values ('account-of-mari', 'mari', 'oidc', ?, ?, ?)`,
      )
      .run(id, new Date().toISOString(), new Date().toISOString())
    file.close()
    expect(await withProvider.people.get(id)).toMatchObject({ hasSingleSignOn: true })
    await withProvider.close()

    const without = await open(embeddedAccounts(directory))
    expect(await without.people.get(id)).toMatchObject({ hasSingleSignOn: false, hasPasskey: true })
    const [only] = await without.passkeys.list(id)
    const refused = without.passkeys.remove(session, only?.id ?? '', undefined, CALLER)
    await expect(refused).rejects.toMatchObject({ code: 'value-refused', faults: [{ rule: 'ACC-17' }] })
    await without.close()

    const again = await open(embeddedAccounts(directory), { singleSignOn: PROVIDER })
    await again.passkeys.remove(session, only?.id ?? '', undefined, CALLER)
    expect(await again.people.get(id)).toMatchObject({ hasSingleSignOn: true, hasPasskey: false })
    await again.close()
    rmSync(directory, { recursive: true })
  })

  it('hold to the same rules as on a server, and outlive a restart', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'demarche-passkeys-'))
    const [one, other] = [await open(embeddedAccounts(directory)), await open(embeddedAccounts(directory))]
    await holdsTo(one, other)
    const { id, authenticator } = await somebodyWithPasskey(one, other)
    await one.close()
    await other.close()
    const after = await open(embeddedAccounts(directory))
    expect((await signIn(after, after, authenticator)).session).toMatchObject({ person: id })
    await after.close()
    rmSync(directory, { recursive: true })
  })

  it('end what a password alone had opened, once the desk asks for a second factor (ACC-17)', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'demarche-passkeys-'))
    const before = await open(embeddedAccounts(directory))
    const { id, authenticator } = await somebodyWithPasskey(before, before)
    const { token } = await before.sessions.open(id, CALLER, 'password')
    expect(await before.sessions.find(token)).toMatchObject({ person: id })
    await before.close()
    const strict = await open(embeddedAccounts(directory), { secondFactorRequired: true })
    expect(await strict.sessions.find(token)).toBeNull()
    expect((await signIn(strict, strict, authenticator)).session).toMatchObject({ needsSecondFactor: false })
    await strict.close()
    rmSync(directory, { recursive: true })
  })

  it('are a way back in: no link is printed for an administrator who has one', async () => {
    const accounts = await open(embeddedAccounts())
    const { session } = await accounts.signIn.withLink((await accounts.startLink()) ?? '', CALLER)
    expect(await accounts.startLink()).not.toBeNull()
    const made = softwareAuthenticator(ORIGIN).make(await accounts.passkeys.begin(session, undefined), 'Key')
    await accounts.passkeys.add(session, made, CALLER)
    expect(await accounts.startLink()).toBeNull()
    await accounts.close()
  })
})

const server: PostgresServer | null = await startPostgres()
describe.skipIf(!server)('passkeys on a PostgreSQL server', () => {
  let url = ''
  let ownerUrl = ''
  beforeAll(async () => {
    if (!server) return
    const made = await server.newDatabase()
    url = made.databaseUrl
    ownerUrl = made.ownerUrl
  })
  afterAll(() => server?.stop())

  it('are shared by two processes, challenges and counters too', async () => {
    const one = await open(await serverAccounts(url, ownerUrl))
    const other = await open(await serverAccounts(url, ownerUrl))
    await holdsTo(one, other)
    for (let round = 0; round < 5; round += 1) await keepsOneOfTwo(one, other)
    await one.close()
    await other.close()
  })
})
