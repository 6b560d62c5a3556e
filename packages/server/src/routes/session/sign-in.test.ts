import { UNATTENDED_HEADER } from '@demarche/api'
import { describe, expect, it } from 'vitest'
import { accountsUnderTest, PASSWORD } from '../../../test/accounts-under-test.ts'

const on = accountsUnderTest()

/** Eleven wrong passwords for one account, each from another network address: what the desk answers. */
async function tries(account: string) {
  const codes: string[] = []
  for (let attempt = 0; attempt < 11; attempt += 1) {
    const answer = await on.desk.app.inject({
      method: 'POST',
      url: '/api/session/password',
      payload: { email: account, password: 'a guess that is wrong' },
      remoteAddress: `10.0.0.${attempt}`,
    })
    codes.push(answer.json().code)
  }
  return codes
}

describe('session.sign-in-with-password', () => {
  it('opens a session with a token of its own each time (ACC-06)', async () => {
    const { cookies } = await on.accept()
    const answer = await on.signIn(on.email.toUpperCase(), PASSWORD)
    expect(answer.json()).toMatchObject({ session: { party: 'EE', role: 'delegate' } })
    expect(answer.cookies.map(({ name }) => name)).toEqual(['demarche-session'])
    expect(answer.cookies[0]?.value).not.toBe(cookies['demarche-session'])
  })

  it('does not say whether there is such an account (ACC-09)', async () => {
    const { id } = await on.accept()
    const wrong = await on.signIn(on.email, 'not this password at all')
    const unknown = await on.signIn('nobody@example.org', 'not this password at all')
    expect(wrong.statusCode).toBe(401)
    expect(wrong.json()).toEqual(unknown.json())
    // who investigates does learn which account was tried, by its pseudonym
    const told = await on.desk.accounts.events.list(2)
    expect(told).toMatchObject([
      { act: 'sign-in-refused', about: null },
      { act: 'sign-in-refused', about: id },
    ])
  })

  it('is slowed down for each account, known or not, and only for a while (ACC-09)', async () => {
    await on.accept()
    const known = await tries(on.email)
    expect(known.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'sign-in-refused'))
    expect(known[10]).toBe('too-many-requests')
    expect(await tries('nobody-at-all@example.org')).toEqual(known)
    on.letPass(16 * 60_000)
    expect((await on.signIn(on.email, PASSWORD)).statusCode).toBe(200)
  }, 120_000)

  it('ends after its hours, however busy it is', async () => {
    const { cookies } = await on.accept()
    for (let minute = 0; minute < 12 * 60 - 10; minute += 20) {
      expect(await on.isOpen(cookies)).toBe(true)
      on.letPass(20 * 60_000)
    }
    expect(await on.isOpen(cookies)).toBe(false)
    on.letPass(-12 * 60 * 60_000)
  })

  it('ends when nobody does anything for half an hour, whatever the desk asks by itself meanwhile (ACC-15)', async () => {
    const { id, cookies } = await on.accept()
    const byItself = { [UNATTENDED_HEADER]: '1' }
    for (let minute = 0; minute < 28; minute += 4) {
      on.letPass(4 * 60_000)
      expect(await on.isOpen(cookies, byItself)).toBe(true)
      await on.desk.app.inject({ url: '/api/live', cookies })
    }
    on.letPass(4 * 60_000)
    expect(await on.desk.accounts.sessions.list(id)).toEqual([])
    expect(await on.isOpen(cookies)).toBe(false)
  })

  it('stays open while somebody does something, and for whoever has no other way back in', async () => {
    const { cookies } = await on.accept()
    const byLink = await on.desk.signInAs({ party: 'EE', role: 'delegate' })
    for (let minute = 0; minute < 120; minute += 29) {
      on.letPass(29 * 60_000)
      expect(await on.isOpen(cookies)).toBe(true)
    }
    expect(await on.isOpen(byLink.cookies)).toBe(true)
  })
})
