import { createHmac } from 'node:crypto'
import { UNATTENDED_HEADER } from '@demarche/api'
import type { Party } from '@demarche/core'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type DeskUnderTest, openDesk, type SignedInForTest } from '../../../test/desk-under-test.ts'

const PASSWORD = 'seven grey herons waiting'
const CEILING = { maxDistribution: 'LIMITE', maxTlp: 'TLP:AMBER' } as const

const PARTIES = ['EE', 'FR', 'EEAS'].map((code): Party => ({
  id: code.toLowerCase(),
  code,
  label: code === 'EE' ? 'Estonia' : code,
  kind: code === 'EEAS' ? 'institution' : 'member-state',
  authority: 'binding-law',
  source: { document: 'an invented act', locator: 'Article 1' },
  inForce: { from: '2013-07-01' },
  verified: false,
}))

let desk: DeskUnderTest
let now = Date.now()
let count = 0
let email = ''
let administrator: SignedInForTest
/** confirms what the other one proposes (ACC-13) */
let second: SignedInForTest
beforeAll(async () => {
  desk = await openDesk({
    withRecords: false,
    parties: PARTIES,
    accounts: { clock: () => new Date(now), sessionHours: 12, idleMinutes: 30 },
  })
  second = await desk.signInAs({ party: 'desk', role: 'administrator' })
})
afterAll(() => desk.close())
beforeEach(async () => {
  // each test meets somebody else, on another day: nothing that one leaves behind can slow the next
  email = `mari-${(count += 1)}@example.org`
  administrator = await desk.signInAs({ party: 'desk', role: 'administrator' })
})

let lastAddress = 0
/** Asks from a network address of its own each time: limits per address are tested elsewhere. */
const post = (url: string, payload: object, cookies: Record<string, string> = {}) =>
  desk.app.inject({
    method: 'POST',
    url,
    payload,
    cookies,
    remoteAddress: `10.1.0.${(lastAddress += 1) % 250}`,
  })
/** Two administrators do it: the answer of the second one, where the first one's act waits. */
const asAdministrator = async (url: string, payload: object): Promise<LightMyRequestResponse> => {
  const answer = await administrator.ask({ method: 'POST', url, payload })
  if (answer.statusCode !== 202) return answer
  const confirmation = `/api/people/proposals/${answer.json().waiting.id}/confirmation`
  return second.ask({ method: 'POST', url: confirmation })
}
const cookiesOf = (answer: LightMyRequestResponse) =>
  Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]))

const invite = (roles: readonly string[] = ['delegate']) =>
  asAdministrator('/api/people', { name: 'Mari Maasikas', email, party: 'EE', roles, ceiling: CEILING })
/** Somebody with a password, signed in by accepting an invitation. */
async function accept() {
  const { token, person } = (await invite()).json()
  const answer = await post('/api/invitations', { token, password: PASSWORD })
  expect(answer.statusCode).toBe(200)
  return { id: person.id, cookies: cookiesOf(answer) }
}

const isOpen = async (cookies: Record<string, string>, headers: Record<string, string> = {}) =>
  (await desk.app.inject({ url: '/api/session', cookies, headers })).statusCode === 200

const signIn = (account: string, password: string) =>
  post('/api/session/password', { email: account, password })
const enterPassword = () => signIn(email, PASSWORD)
const begin = (cookies: Record<string, string>) =>
  post('/api/account/second-factor', { password: PASSWORD }, cookies)
/** Eleven wrong passwords for one account, each from another network address: what the desk answers. */
async function tries(account: string) {
  const codes: string[] = []
  for (let attempt = 0; attempt < 11; attempt += 1) {
    const answer = await desk.app.inject({
      method: 'POST',
      url: '/api/session/password',
      payload: { email: account, password: 'a guess that is wrong' },
      remoteAddress: `10.0.0.${attempt}`,
    })
    codes.push(answer.json().code)
  }
  return codes
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** The code that an authenticator app shows for an otpauth:// address (RFC 6238). */
function codeFor(address: string, at = Date.now()): string {
  const bits = [...(new URL(address).searchParams.get('secret') ?? '')]
    .map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = mac.readUInt8(19) & 15
  return String((mac.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0')
}

/** Somebody with a second factor, and what their app and their list of backup codes hold. */
async function withSecondFactor() {
  const { id, cookies } = await accept()
  const { address, backupCodes } = (await begin(cookies)).json()
  const code = codeFor(address)
  const on = await post('/api/account/second-factor/confirm', { code }, cookies)
  expect(on.statusCode).toBe(200)
  return { id, address, backupCodes, before: cookies, cookies: cookiesOf(on) }
}

describe('person.invite', () => {
  it('gives a link once, of which only a hash is kept (ACC-06)', async () => {
    const answer = await invite()
    expect(answer.statusCode).toBe(201)
    const { person, token } = answer.json()
    expect(person).toMatchObject({
      name: 'Mari Maasikas',
      party: 'EE',
      roles: ['delegate'],
      ceiling: CEILING,
      state: 'invited',
    })
    expect((await administrator.ask({ url: '/api/people' })).body).not.toContain(token)
    const look = await post('/api/invitations/look', { token })
    expect(look.json()).toMatchObject({
      name: 'Mari Maasikas',
      party: 'EE',
      partyName: 'Estonia',
      roles: ['delegate'],
    })
  })

  it('is for somebody who acts as administrator', async () => {
    const delegate = await desk.signInAs({ party: 'FR', role: 'delegate' })
    const url = '/api/people'
    expect((await delegate.ask({ url })).json()).toMatchObject({ code: 'not-allowed', status: 403 })
    expect((await desk.ask({ url })).json().detail).toMatch(/Act as administrator first/)
  })

  it('refuses an e-mail address in use, and a party that nobody knows (ACC-01)', async () => {
    await invite()
    expect((await invite()).json()).toMatchObject({ code: 'already-exists' })
    const answer = await asAdministrator('/api/people', {
      name: 'X',
      email: 'x@example.org',
      party: 'Atlantis',
      roles: ['analyst'],
      ceiling: CEILING,
    })
    expect(answer.json()).toMatchObject({ code: 'value-refused', faults: [{ place: '/party' }] })
  })
})

describe('invitation.accept', () => {
  it('sets the password, signs in for the party and role, and works once', async () => {
    const { token } = (await invite()).json()
    const weak = await post('/api/invitations', { token, password: 'short' })
    expect(weak.json()).toMatchObject({ code: 'value-refused', faults: [{ rule: 'ACC-08' }] })
    const leaked = await post('/api/invitations', { token, password: 'Password-1234' })
    expect(leaked.json()).toMatchObject({ code: 'value-refused', faults: [{ rule: 'ACC-08' }] })
    const own = await post('/api/invitations', { token, password: `${email}1` })
    expect(own.json()).toMatchObject({ code: 'value-refused', faults: [{ rule: 'ACC-08' }] })
    const answer = await post('/api/invitations', { token, password: PASSWORD })
    expect(answer.json()).toMatchObject({ party: 'EE', role: 'delegate', ceiling: CEILING })
    const again = await post('/api/invitations', { token, password: PASSWORD })
    expect(again.json()).toMatchObject({ code: 'sign-in-refused' })
  })

  it('is refused after a week, and when the invitation was withdrawn', async () => {
    const first = (await invite()).json()
    now += 8 * 86_400_000
    expect((await post('/api/invitations/look', { token: first.token })).statusCode).toBe(401)
    now -= 8 * 86_400_000
    await administrator.ask({ method: 'DELETE', url: `/api/people/${first.person.id}/invitation` })
    expect((await post('/api/invitations', { token: first.token, password: PASSWORD })).statusCode).toBe(401)
  })

  it('is refused for the link of the start, and the other way round', async () => {
    const start = await desk.accounts.links.give('start', null)
    expect((await post('/api/invitations', { token: start, password: PASSWORD })).statusCode).toBe(401)
    const { token } = (await invite()).json()
    expect((await post('/api/session', { token })).statusCode).toBe(401)
  })
})

describe('session.sign-in-with-password', () => {
  it('opens a session with a token of its own each time (ACC-06)', async () => {
    const { cookies } = await accept()
    const answer = await signIn(email.toUpperCase(), PASSWORD)
    expect(answer.json()).toMatchObject({ session: { party: 'EE', role: 'delegate' } })
    expect(answer.cookies.map(({ name }) => name)).toEqual(['demarche-session'])
    expect(answer.cookies[0]?.value).not.toBe(cookies['demarche-session'])
  })

  it('does not say whether there is such an account (ACC-09)', async () => {
    const { id } = await accept()
    const wrong = await signIn(email, 'not this password at all')
    const unknown = await signIn('nobody@example.org', 'not this password at all')
    expect(wrong.statusCode).toBe(401)
    expect(wrong.json()).toEqual(unknown.json())
    // who investigates does learn which account was tried, by its pseudonym
    const told = await desk.accounts.events.list(2)
    expect(told).toMatchObject([
      { act: 'sign-in-refused', about: null },
      { act: 'sign-in-refused', about: id },
    ])
  })

  it('is slowed down for each account, known or not, and only for a while (ACC-09)', async () => {
    await accept()
    const known = await tries(email)
    expect(known.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'sign-in-refused'))
    expect(known[10]).toBe('too-many-requests')
    expect(await tries('nobody-at-all@example.org')).toEqual(known)
    now += 16 * 60_000
    expect((await signIn(email, PASSWORD)).statusCode).toBe(200)
  }, 30_000)

  it('ends after its hours, however busy it is', async () => {
    const { cookies } = await accept()
    for (let minute = 0; minute < 12 * 60 - 10; minute += 20) {
      expect(await isOpen(cookies)).toBe(true)
      now += 20 * 60_000
    }
    expect(await isOpen(cookies)).toBe(false)
    now -= 12 * 60 * 60_000
  })

  it('ends when nobody does anything for half an hour, whatever the desk asks by itself meanwhile (ACC-15)', async () => {
    const { id, cookies } = await accept()
    const byItself = { [UNATTENDED_HEADER]: '1' }
    for (let minute = 0; minute < 28; minute += 4) {
      now += 4 * 60_000
      expect(await isOpen(cookies, byItself)).toBe(true)
      await desk.app.inject({ url: '/api/live', cookies })
    }
    now += 4 * 60_000
    expect(await desk.accounts.sessions.list(id)).toEqual([])
    expect(await isOpen(cookies)).toBe(false)
  })

  it('stays open while somebody does something, and for whoever has no other way back in', async () => {
    const { cookies } = await accept()
    const byLink = await desk.signInAs({ party: 'EE', role: 'delegate' })
    for (let minute = 0; minute < 120; minute += 29) {
      now += 29 * 60_000
      expect(await isOpen(cookies)).toBe(true)
    }
    expect(await isOpen(byLink.cookies)).toBe(true)
  })
})

describe('person.change', () => {
  it('closes an account, and its sessions end at once (ACC-12)', async () => {
    const { id, cookies } = await accept()
    const url = '/api/session'
    expect((await asAdministrator(`/api/people/${id}`, { open: false })).json()).toMatchObject({
      person: { state: 'closed' },
    })
    expect((await desk.app.inject({ url, cookies })).statusCode).toBe(401)
    const refused = await post('/api/session/password', { email, password: PASSWORD })
    expect(refused.json()).toMatchObject({ code: 'sign-in-refused' })
    await asAdministrator(`/api/people/${id}`, { open: true })
    const back = await post('/api/session/password', { email, password: PASSWORD })
    expect(back.statusCode).toBe(200)
  })

  it('takes effect in sessions that are open', async () => {
    const { id, cookies } = await accept()
    await asAdministrator(`/api/people/${id}`, { roles: ['analyst'], party: 'EEAS' })
    const session = await desk.app.inject({ url: '/api/session', cookies })
    expect(session.json()).toMatchObject({ party: 'EEAS', role: 'analyst', roles: ['analyst'] })
  })

  it('lets an administrator end the sessions of anybody', async () => {
    const { id, cookies } = await accept()
    const { sessions } = (await administrator.ask({ url: `/api/people/${id}/sessions` })).json()
    expect(sessions).toMatchObject([{ role: 'delegate', way: 'password', own: false }])
    await administrator.ask({ method: 'DELETE', url: `/api/people/${id}/sessions` })
    expect((await desk.app.inject({ url: '/api/session', cookies })).statusCode).toBe(401)
  })
})

describe('the own account', () => {
  it('changes its password, which ends the other sessions and rotates this one (ACC-06)', async () => {
    const { cookies } = await accept()
    const other = await post('/api/session/password', { email, password: PASSWORD })
    const next = 'eight grey herons waiting'
    const leaked = await post(
      '/api/account/password',
      { current: PASSWORD, password: 'Password-1234' },
      cookies,
    )
    expect(leaked.json()).toMatchObject({ code: 'value-refused', faults: [{ rule: 'ACC-08' }] })
    const wrong = await post('/api/account/password', { current: 'wrong', password: next }, cookies)
    expect(wrong.json()).toMatchObject({ code: 'value-refused', faults: [{ place: '/current' }] })
    const answer = await post('/api/account/password', { current: PASSWORD, password: next }, cookies)
    expect(answer.statusCode).toBe(200)
    const url = '/api/session'
    expect((await desk.app.inject({ url, cookies })).statusCode).toBe(401)
    expect((await desk.app.inject({ url, cookies: cookiesOf(other) })).statusCode).toBe(401)
    expect((await desk.app.inject({ url, cookies: cookiesOf(answer) })).statusCode).toBe(200)
  })

  it('leaves party and e-mail address to administrators (ACC-02)', async () => {
    const { cookies } = await accept()
    for (const change of [{ party: 'FR' }, { email: 'somebody@example.org' }])
      expect((await post('/api/account', change, cookies)).json()).toMatchObject({ code: 'not-allowed' })
    expect((await post('/api/account', { name: 'M. Maasikas' }, cookies)).json()).toMatchObject({
      person: { name: 'M. Maasikas', party: 'EE' },
      waiting: null,
    })
  })
})

describe('a second factor', () => {
  it('is set up with the code of an app, and rotates the session (ACC-06)', async () => {
    const { before, cookies } = await withSecondFactor()
    expect((await desk.app.inject({ url: '/api/session', cookies: before })).statusCode).toBe(401)
    const account = await desk.app.inject({ url: '/api/account', cookies })
    expect(account.json()).toMatchObject({ hasSecondFactor: true })
    expect((await begin(cookies)).json()).toMatchObject({ code: 'already-exists' })
  })

  it('is asked for after the password, and each code works once (ACC-09)', async () => {
    const { address } = await withSecondFactor()
    const half = await enterPassword()
    expect(half.json()).toEqual({ session: null })
    expect(cookiesOf(half)['demarche-session']).toBeUndefined()
    const wrong = await post('/api/session/code', { code: '000000' }, cookiesOf(half))
    expect(wrong.json()).toMatchObject({ code: 'sign-in-refused' })
    const code = codeFor(address)
    const answer = await post('/api/session/code', { code }, cookiesOf(half))
    expect(answer.json()).toMatchObject({ party: 'EE', role: 'delegate' })
    const replayed = await post('/api/session/code', { code }, cookiesOf(await enterPassword()))
    expect(replayed.json()).toMatchObject({ code: 'sign-in-refused' })
  })

  it('can be replaced by a backup code, once', async () => {
    const { backupCodes } = await withSecondFactor()
    expect(backupCodes).toHaveLength(10)
    const use = async () =>
      post('/api/session/code', { code: backupCodes[0], kind: 'backup' }, cookiesOf(await enterPassword()))
    expect((await use()).statusCode).toBe(200)
    expect((await use()).statusCode).toBe(401)
  })

  it('is switched off with the password', async () => {
    const { id, cookies } = await withSecondFactor()
    const elsewhere = await desk.accounts.sessions.open(id, { address: '', browser: '' }, 'password')
    const off = await post('/api/account/second-factor/off', { password: PASSWORD }, cookies)
    expect(off.statusCode).toBe(200)
    // whoever stole the device is not left inside
    expect(await isOpen({ 'demarche-session': elsewhere.token })).toBe(false)
    expect(await isOpen(cookies)).toBe(false)
    expect(await isOpen(cookiesOf(off))).toBe(true)
    expect((await enterPassword()).json()).toMatchObject({ session: { party: 'EE' } })
  })

  it('goes with the password when an administrator gives a new link', async () => {
    const { id } = await withSecondFactor()
    const { token } = (await asAdministrator(`/api/people/${id}/invitation`, {})).json()
    const answer = await post('/api/invitations', { token, password: 'nine grey herons waiting' })
    const account = await desk.app.inject({ url: '/api/account', cookies: cookiesOf(answer) })
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
      email,
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
    const on = await inject('/api/account/second-factor/confirm', { code: codeFor(address) }, cookies)
    expect((await inject('/api/cases', undefined, cookiesOf(on))).json()).toMatchObject({ code: 'not-ready' })
    await strict.close()
  })
})

describe('a new desk', () => {
  let fresh: DeskUnderTest
  beforeAll(async () => {
    fresh = await openDesk({ withRecords: false })
    await asFirst('/api/session/role', { role: 'administrator' })
  })
  afterAll(() => fresh.close())
  const asFirst = (url: string, payload: object) => fresh.ask({ method: 'POST', url, payload })

  it('never leaves a desk that nobody can administer', async () => {
    const own = `/api/people/${fresh.officer.person}`
    for (const change of [{ open: false }, { roles: ['desk-officer'] }]) {
      expect((await asFirst(own, change)).json()).toMatchObject({
        code: 'value-refused',
        faults: [{ rule: 'ACC-11' }],
      })
    }
  })

  it('gives the first person a name, an address and a password, after which no link is printed', async () => {
    expect(await fresh.accounts.startLink()).not.toBeNull()
    const refused = await asFirst('/api/account/password', { password: PASSWORD })
    expect(refused.json()).toMatchObject({ code: 'value-refused' })
    const change = { name: 'Jaan Tamm', email: 'jaan@example.org' }
    expect((await asFirst('/api/account', change)).json()).toMatchObject({ person: change, waiting: null })
    const answer = await asFirst('/api/account/password', { password: PASSWORD })
    expect(answer.json()).toMatchObject({ role: 'administrator' })
    expect(await fresh.accounts.startLink()).toBeNull()
    expect(await fresh.accounts.startLink(true)).not.toBeNull()
  })
})
