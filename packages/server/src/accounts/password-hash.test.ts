import { hashPassword as hashByLibrary } from 'better-auth/crypto'
import { describe, expect, it } from 'vitest'
import { accountOptions } from '../../test/account-options.ts'
import { embeddedAccounts } from './account-database.ts'
import { openAccounts } from './accounts.ts'
import { openLibrary } from './auth-library.ts'
import { hashPassword, isOfPresentCost, verifyPassword } from './password-hash.ts'

const PASSWORD = 'seven grey herons, wàiting'

describe('a kept password', () => {
  it('says its cost, differs each time, and fits the password alone, however its accents were typed', async () => {
    const hash = await hashPassword(PASSWORD)
    expect(hash).toMatch(/^scrypt-65536-8-1:[0-9a-f]{32}:[0-9a-f]{128}$/)
    expect(await hashPassword(PASSWORD)).not.toBe(hash)
    expect(await verifyPassword({ hash, password: PASSWORD.normalize('NFD') })).toBe(true)
    expect(await verifyPassword({ hash, password: `${PASSWORD} ` })).toBe(false)
    expect(await verifyPassword({ hash: hash.slice(0, -2), password: PASSWORD })).toBe(false)
  })

  it('that was kept at the earlier cost lets in, and is kept at the present one from then on', async () => {
    const database = embeddedAccounts()
    const options = accountOptions(database)
    const accounts = await openAccounts(options)
    const { internalAdapter } = await openLibrary(options)
    const { id } = await accounts.people.add({
      name: 'Mari Maasikas',
      email: 'mari@example.org',
      party: 'EE',
      roles: ['delegate'],
      ceiling: { maxDistribution: 'LIMITE', maxTlp: 'TLP:AMBER' },
    })
    await accounts.signIn.setPassword(id, PASSWORD)
    await internalAdapter.updatePassword(id, await hashByLibrary(PASSWORD))
    const kept = async () => (await internalAdapter.findCredentialAccount(id))?.password ?? ''
    const signIn = (password: string) =>
      accounts.signIn.withPassword(
        'mari@example.org',
        password,
        { address: '127.0.0.1', browser: '' },
        undefined,
      )
    await expect(signIn('another password altogether')).rejects.toMatchObject({ code: 'sign-in-refused' })
    expect(isOfPresentCost(await kept())).toBe(false)
    await signIn(PASSWORD)
    expect(isOfPresentCost(await kept())).toBe(true)
    await signIn(PASSWORD)
    await accounts.close()
  })
})
