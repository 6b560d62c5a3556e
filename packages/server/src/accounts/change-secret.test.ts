import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { codeFor, PASSWORD } from '../../test/accounts-under-test.ts'
import { embeddedAccounts } from './account-database.ts'
import { keptSecret, replaceKeptSecret } from './account-secret.ts'
import { type AccountOptions, openAccounts } from './accounts.ts'
import { openLibrary } from './auth-library.ts'
import { changeSecret } from './change-secret.ts'
import { AccountSecretError } from './secret-note.ts'

const secretOf = (word: string) => `${word}-${'x'.repeat(40)}`
const OLD = secretOf('old')
const NEW = secretOf('new')
const THIRD = secretOf('third')
const CALLER = { address: '127.0.0.1', browser: 'a test' }

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'demarche-secret-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

let counter = 0
const open = (secret: string) => {
  const options: AccountOptions = {
    database: embeddedAccounts(directory),
    secret,
    publicUrl: 'http://localhost',
    sessionHours: 12,
    idleMinutes: 30,
    party: 'desk',
    secondFactorRequired: false,
    clock: () => new Date(),
    randomToken: () => `token-of-a-test-${(counter += 1)}-${'x'.repeat(20)}`,
  }
  return openAccounts(options)
}

/** Somebody with a second factor, under that secret: the address of their app and their backup codes. */
async function withSecondFactor(secret: string, name: string) {
  const accounts = await open(secret)
  const email = `${name}@example.org`
  const ceiling = { maxDistribution: 'LIMITE', maxTlp: 'TLP:AMBER' } as const
  const { id } = await accounts.people.add({ name, email, party: 'EE', roles: ['delegate'], ceiling })
  await accounts.signIn.setPassword(id, PASSWORD)
  const { session } = await accounts.sessions.open(id, CALLER, 'password')
  const { address, backupCodes } = await accounts.secondFactor.begin(session, PASSWORD)
  await accounts.secondFactor.confirm(session, codeFor(address), CALLER)
  await accounts.close()
  return { email, address, backupCodes }
}

/** Whether both ways of the second factor let that person in under this secret. */
async function letsIn(
  secret: string,
  { email, backupCodes }: Awaited<ReturnType<typeof withSecondFactor>>,
  backupCode = 0,
): Promise<boolean> {
  const accounts = await open(secret)
  try {
    const { cookies } = await accounts.signIn.withPassword(email, PASSWORD, CALLER, undefined)
    const sent = cookies.map((cookie) => cookie.split(';')[0]).join('; ')
    return await accounts.signIn.withCode(backupCodes[backupCode] ?? '', 'backup', CALLER, sent).then(
      () => true,
      () => false,
    )
  } finally {
    await accounts.close()
  }
}

/** Changes it; dies before the write of that number. */
async function change(from: string, to: string, dieBefore = Number.POSITIVE_INFINITY): Promise<number> {
  const database = embeddedAccounts(directory)
  const options = { database, secret: from, publicUrl: 'http://localhost', sessionHours: 12 }
  try {
    const { adapter } = await openLibrary(options)
    let writes = 0
    return await changeSecret(
      {
        ...adapter,
        update: (write) => {
          writes += 1
          if (writes === dieBefore) throw new Error('the process died')
          return adapter.update(write)
        },
      },
      from,
      to,
    )
  } finally {
    await database.close()
  }
}

it('ACC-18 second factors set up under the old secret work under the new one, and no more under the old', async () => {
  const mari = await withSecondFactor(OLD, 'mari')
  expect(await letsIn(OLD, mari, 0)).toBe(true)
  expect(await change(OLD, NEW)).toBe(1)
  expect(await letsIn(NEW, mari, 1)).toBe(true)
  await expect(open(OLD)).rejects.toThrow(AccountSecretError)
  // run once more it changes nothing
  expect(await change(OLD, NEW)).toBe(1)
  expect(await letsIn(NEW, mari, 2)).toBe(true)
})

it('ACC-18 cut off before any of its writes no desk opens half of it, and it ends when it is run again', async () => {
  const mari = await withSecondFactor(OLD, 'mari')
  const jaan = await withSecondFactor(OLD, 'jaan')
  await expect(change(OLD, NEW, 1)).rejects.toThrow('died')
  // nothing was begun
  expect(await letsIn(OLD, mari, 0)).toBe(true)
  for (const write of [2, 3, 4]) {
    await expect(change(OLD, NEW, write)).rejects.toThrow('died')
    for (const secret of [OLD, NEW]) await expect(open(secret)).rejects.toThrow('was cut off')
    await expect(change(OLD, THIRD)).rejects.toThrow('was cut off')
  }
  expect(await change(OLD, NEW)).toBe(2)
  for (const person of [mari, jaan]) expect(await letsIn(NEW, person, 1)).toBe(true)
}, 60_000)

it('ACC-18 accounts under another secret are left as they are', async () => {
  const mari = await withSecondFactor(OLD, 'mari')
  await expect(change(THIRD, NEW)).rejects.toThrow('another secret')
  expect(await letsIn(OLD, mari)).toBe(true)
})

it('ACC-18 a kept secret lies beside the old one until the accounts are under it', async () => {
  const before = keptSecret(directory)
  await expect(
    replaceKeptSecret(directory, () => Promise.reject(new Error('the process died'))),
  ).rejects.toThrow('died')
  expect(keptSecret(directory)).toBe(before)
  const begun = readFileSync(join(directory, 'secret.next'), 'utf8')
  const given: (readonly [string, string])[] = []
  await replaceKeptSecret(directory, async (from, to) => void given.push([from, to]))
  // what was begun is what goes on
  expect(given).toEqual([[before, begun]])
  expect(keptSecret(directory)).toBe(begun)
  expect(readdirSync(directory)).toEqual(['secret'])
})

it('ACC-18 cut off when only the file is left to be put in its place, the desk says to run it again', async () => {
  const before = keptSecret(directory)
  await (await open(before)).close()
  const cutOff = replaceKeptSecret(directory, async (from, to) => {
    await change(from, to)
    throw new Error('the process died')
  })
  await expect(cutOff).rejects.toThrow('died')
  await expect(open(keptSecret(directory))).rejects.toThrow(/change-secret` was cut off, run it again/)
  await replaceKeptSecret(directory, change)
  await (await open(keptSecret(directory))).close()
})
