import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountsUnderTest, CEILING, PASSWORD, cookiesOf } from '../../../test/accounts-under-test.ts'
import { type DeskUnderTest, openDesk } from '../../../test/desk-under-test.ts'

const on = accountsUnderTest()

describe('person.invite', () => {
  it('gives a link once, of which only a hash is kept (ACC-06)', async () => {
    const answer = await on.invite()
    expect(answer.statusCode).toBe(201)
    const { person, token } = answer.json()
    expect(person).toMatchObject({
      name: 'Mari Maasikas',
      party: 'EE',
      roles: ['delegate'],
      ceiling: CEILING,
      state: 'invited',
    })
    expect((await on.administrator.ask({ url: '/api/people' })).body).not.toContain(token)
    const look = await on.post('/api/invitations/look', { token })
    expect(look.json()).toMatchObject({
      name: 'Mari Maasikas',
      party: 'EE',
      partyName: 'Estonia',
      roles: ['delegate'],
    })
  })

  it('is for somebody who acts as administrator', async () => {
    const delegate = await on.desk.signInAs({ party: 'FR', role: 'delegate' })
    const url = '/api/people'
    expect((await delegate.ask({ url })).json()).toMatchObject({ code: 'not-allowed', status: 403 })
    expect((await on.desk.ask({ url })).json().detail).toMatch(/Act as administrator first/)
  })

  it('refuses an e-mail address in use, and a party that nobody knows (ACC-01)', async () => {
    await on.invite()
    expect((await on.invite()).json()).toMatchObject({ code: 'already-exists' })
    const answer = await on.asAdministrator('/api/people', {
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
    const { token } = (await on.invite()).json()
    const weak = await on.post('/api/invitations', { token, password: 'short' })
    expect(weak.json()).toMatchObject({ code: 'value-refused', faults: [{ rule: 'ACC-08' }] })
    const leaked = await on.post('/api/invitations', { token, password: 'Password-1234' })
    expect(leaked.json()).toMatchObject({ code: 'value-refused', faults: [{ rule: 'ACC-08' }] })
    const own = await on.post('/api/invitations', { token, password: `${on.email}1` })
    expect(own.json()).toMatchObject({ code: 'value-refused', faults: [{ rule: 'ACC-08' }] })
    const answer = await on.post('/api/invitations', { token, password: PASSWORD })
    expect(answer.json()).toMatchObject({ party: 'EE', role: 'delegate', ceiling: CEILING })
    const again = await on.post('/api/invitations', { token, password: PASSWORD })
    expect(again.json()).toMatchObject({ code: 'sign-in-refused' })
  })

  it('is refused after a week, and when the invitation was withdrawn', async () => {
    const first = (await on.invite()).json()
    on.letPass(8 * 86_400_000)
    expect((await on.post('/api/invitations/look', { token: first.token })).statusCode).toBe(401)
    on.letPass(-8 * 86_400_000)
    await on.administrator.ask({ method: 'DELETE', url: `/api/people/${first.person.id}/invitation` })
    expect((await on.post('/api/invitations', { token: first.token, password: PASSWORD })).statusCode).toBe(
      401,
    )
  })

  it('is refused for the link of the start, and the other way round', async () => {
    const start = await on.desk.accounts.links.give('start', null)
    expect((await on.post('/api/invitations', { token: start, password: PASSWORD })).statusCode).toBe(401)
    const { token } = (await on.invite()).json()
    expect((await on.post('/api/session', { token })).statusCode).toBe(401)
  })
})

describe('person.change', () => {
  it('closes an account, and its sessions end at once (ACC-12)', async () => {
    const { id, cookies } = await on.accept()
    const url = '/api/session'
    expect((await on.asAdministrator(`/api/people/${id}`, { open: false })).json()).toMatchObject({
      person: { state: 'closed' },
    })
    expect((await on.desk.app.inject({ url, cookies })).statusCode).toBe(401)
    const refused = await on.post('/api/session/password', { email: on.email, password: PASSWORD })
    expect(refused.json()).toMatchObject({ code: 'sign-in-refused' })
    await on.asAdministrator(`/api/people/${id}`, { open: true })
    const back = await on.post('/api/session/password', { email: on.email, password: PASSWORD })
    expect(back.statusCode).toBe(200)
  })

  it('takes effect in sessions that are open', async () => {
    const { id, cookies } = await on.accept()
    await on.asAdministrator(`/api/people/${id}`, { roles: ['analyst'], party: 'EEAS' })
    const session = await on.desk.app.inject({ url: '/api/session', cookies })
    expect(session.json()).toMatchObject({ party: 'EEAS', role: 'analyst', roles: ['analyst'] })
  })

  it('lets an administrator end the sessions of anybody', async () => {
    const { id, cookies } = await on.accept()
    const { sessions } = (await on.administrator.ask({ url: `/api/people/${id}/sessions` })).json()
    expect(sessions).toMatchObject([{ role: 'delegate', way: 'password', own: false }])
    await on.administrator.ask({ method: 'DELETE', url: `/api/people/${id}/sessions` })
    expect((await on.desk.app.inject({ url: '/api/session', cookies })).statusCode).toBe(401)
  })
})

describe('the own account', () => {
  it('changes its password, which ends the other sessions and rotates this one (ACC-06)', async () => {
    const { cookies } = await on.accept()
    const other = await on.post('/api/session/password', { email: on.email, password: PASSWORD })
    const next = 'eight grey herons waiting'
    const leaked = await on.post(
      '/api/account/password',
      { current: PASSWORD, password: 'Password-1234' },
      cookies,
    )
    expect(leaked.json()).toMatchObject({ code: 'value-refused', faults: [{ rule: 'ACC-08' }] })
    const wrong = await on.post('/api/account/password', { current: 'wrong', password: next }, cookies)
    expect(wrong.json()).toMatchObject({ code: 'value-refused', faults: [{ place: '/current' }] })
    const answer = await on.post('/api/account/password', { current: PASSWORD, password: next }, cookies)
    expect(answer.statusCode).toBe(200)
    const url = '/api/session'
    expect((await on.desk.app.inject({ url, cookies })).statusCode).toBe(401)
    expect((await on.desk.app.inject({ url, cookies: cookiesOf(other) })).statusCode).toBe(401)
    expect((await on.desk.app.inject({ url, cookies: cookiesOf(answer) })).statusCode).toBe(200)
  })

  it('leaves party and e-mail address to administrators (ACC-02)', async () => {
    const { cookies } = await on.accept()
    for (const change of [{ party: 'FR' }, { email: 'somebody@example.org' }])
      expect((await on.post('/api/account', change, cookies)).json()).toMatchObject({ code: 'not-allowed' })
    expect((await on.post('/api/account', { name: 'M. Maasikas' }, cookies)).json()).toMatchObject({
      person: { name: 'M. Maasikas', party: 'EE' },
      waiting: null,
    })
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
