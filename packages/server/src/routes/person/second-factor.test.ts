import { describe, expect, it } from 'vitest'
import {
  accountsUnderTest,
  CEILING,
  PASSWORD,
  codeFor,
  cookiesOf,
} from '../../../test/accounts-under-test.ts'
import { openDesk } from '../../../test/desk-under-test.ts'

const on = accountsUnderTest()

describe('a second factor', () => {
  it('is set up with the code of an app, and rotates the session (ACC-06)', async () => {
    const { before, cookies } = await on.withSecondFactor()
    expect((await on.desk.app.inject({ url: '/api/session', cookies: before })).statusCode).toBe(401)
    const account = await on.desk.app.inject({ url: '/api/account', cookies })
    expect(account.json()).toMatchObject({ hasSecondFactor: true })
    expect((await on.begin(cookies)).json()).toMatchObject({ code: 'already-exists' })
  })

  it('is asked for after the password, and each code works once (ACC-09)', async () => {
    const { address } = await on.withSecondFactor()
    const half = await on.enterPassword()
    expect(half.json()).toEqual({ session: null })
    expect(cookiesOf(half)['demarche-session']).toBeUndefined()
    const wrong = await on.post('/api/session/code', { code: '000000' }, cookiesOf(half))
    expect(wrong.json()).toMatchObject({ code: 'sign-in-refused' })
    const code = codeFor(address)
    const answer = await on.post('/api/session/code', { code }, cookiesOf(half))
    expect(answer.json()).toMatchObject({ party: 'EE', role: 'delegate' })
    const replayed = await on.post('/api/session/code', { code }, cookiesOf(await on.enterPassword()))
    expect(replayed.json()).toMatchObject({ code: 'sign-in-refused' })
  })

  it('can be replaced by a backup code, once', async () => {
    const { backupCodes } = await on.withSecondFactor()
    expect(backupCodes).toHaveLength(10)
    // 119 bits of letters and digits
    expect(backupCodes[0]).toMatch(/^[A-Za-z0-9]{5}-[A-Za-z0-9]{15}$/)
    const use = async () =>
      on.post(
        '/api/session/code',
        { code: backupCodes[0], kind: 'backup' },
        cookiesOf(await on.enterPassword()),
      )
    expect((await use()).statusCode).toBe(200)
    expect((await use()).statusCode).toBe(401)
  })

  it('is switched off with the password', async () => {
    const { id, cookies } = await on.withSecondFactor()
    const elsewhere = await on.desk.accounts.sessions.open(id, { address: '', browser: '' }, 'password')
    const off = await on.post('/api/account/second-factor/off', { password: PASSWORD }, cookies)
    expect(off.statusCode).toBe(200)
    // whoever stole the device is not left inside
    expect(await on.isOpen({ 'demarche-session': elsewhere.token })).toBe(false)
    expect(await on.isOpen(cookies)).toBe(false)
    expect(await on.isOpen(cookiesOf(off))).toBe(true)
    expect((await on.enterPassword()).json()).toMatchObject({ session: { party: 'EE' } })
  })

  it('goes with the password when an administrator gives a new link', async () => {
    const { id } = await on.withSecondFactor()
    const { token } = (await on.asAdministrator(`/api/people/${id}/invitation`, {})).json()
    const answer = await on.post('/api/invitations', { token, password: 'nine grey herons waiting' })
    const account = await on.desk.app.inject({ url: '/api/account', cookies: cookiesOf(answer) })
    expect(account.json()).toMatchObject({ hasSecondFactor: false })
  })
})

describe('a desk that asks for a second factor', () => {
  it('opens nothing but the own account before there is one', async () => {
    const strict = await openDesk({
      withRecords: false,
      accounts: { secondFactorRequired: true },
    })
    const { token } = await strict.accounts.people.invite(strict.officer.person, {
      name: 'Mari',
      email: on.email,
      party: 'EE',
      roles: ['delegate'],
      ceiling: CEILING,
    })
    const inject = (url: string, payload?: object, cookies: Record<string, string> = {}) =>
      strict.app.inject({ method: payload ? 'POST' : 'GET', url, ...(payload && { payload }), cookies })
    const cookies = cookiesOf(await inject('/api/invitations', { token, password: PASSWORD }))
    expect((await inject('/api/session', undefined, cookies)).json()).toMatchObject({
      needsSecondFactor: true,
    })
    expect((await inject('/api/cases', undefined, cookies)).json()).toMatchObject({
      code: 'second-factor-needed',
    })
    const { address } = (await inject('/api/account/second-factor', { password: PASSWORD }, cookies)).json()
    const confirmed = await inject('/api/account/second-factor/confirm', { code: codeFor(address) }, cookies)
    expect((await inject('/api/cases', undefined, cookiesOf(confirmed))).json()).toMatchObject({
      code: 'not-ready',
    })
    await strict.close()
  })
})
