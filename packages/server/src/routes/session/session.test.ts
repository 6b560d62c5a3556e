import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DeskUnderTest, openDesk } from '../../../test/desk-under-test.ts'

let desk: DeskUnderTest
beforeAll(async () => {
  desk = await openDesk({ withRecords: false })
})
afterAll(() => desk.close())

const signIn = (token: string) => desk.app.inject({ method: 'POST', url: '/api/session', payload: { token } })

describe('session.sign-in', () => {
  it('exchanges a link for a cookie that no script can read, once', async () => {
    const link = await desk.accounts.links.give('start', null)
    const answer = await signIn(link)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      party: 'desk',
      role: 'desk-officer',
      roles: ['desk-officer', 'administrator'],
      person: desk.officer.person,
    })
    const [cookie] = answer.cookies
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
    const cookies = { [cookie?.name ?? '']: cookie?.value ?? '' }
    expect((await desk.app.inject({ url: '/api/session', cookies })).json()).toEqual(answer.json())
    const again = await signIn(link)
    expect(again.statusCode).toBe(401)
    expect(again.json()).toMatchObject({ code: 'sign-in-refused' })
    expect(again.cookies).toEqual([])
  })

  it('gives and takes back over TLS a cookie that only this host can set, and that never travels in the clear', async () => {
    const overTls = await openDesk({ withRecords: false, publicUrl: 'https://desk.example.org' })
    const token = await overTls.accounts.links.give('start', null)
    const given = await overTls.app.inject({ method: 'POST', url: '/api/session', payload: { token } })
    const [cookie] = given.cookies
    expect(cookie).toMatchObject({ name: '__Host-demarche-session', secure: true, path: '/' })
    expect(cookie?.domain).toBeUndefined()
    const headers = { cookie: `__Host-demarche-session=${cookie?.value ?? ''}` }
    expect((await overTls.app.inject({ url: '/api/session', headers })).statusCode).toBe(200)
    const plain = { cookie: `demarche-session=${cookie?.value ?? ''}` }
    expect((await overTls.app.inject({ url: '/api/session', headers: plain })).statusCode).toBe(401)
    const taken = await overTls.app.inject({ method: 'DELETE', url: '/api/session', headers })
    expect(taken.cookies[0]).toMatchObject({ name: '__Host-demarche-session', value: '', secure: true })
    await overTls.close()
  })

  it('refuses a token that was never printed', async () => {
    expect((await signIn('a-token-that-nobody-printed')).statusCode).toBe(401)
  })

  it('knows its caller by a pseudonym (ACC-03)', async () => {
    expect(desk.officer.person).toMatch(/^person:[0-9a-f]{16}$/)
  })
})

describe('session.act-as', () => {
  it('changes what the session is there for, and says so in the log (ACC-05)', async () => {
    const { ask } = await desk.signInAs({ party: 'EE', role: 'delegate' })
    const refused = await ask({ method: 'POST', url: '/api/session/role', payload: { role: 'chair' } })
    expect(refused.statusCode).toBe(403)
    expect(refused.json()).toMatchObject({ code: 'not-allowed' })

    const act = (role: string) => desk.ask({ method: 'POST', url: '/api/session/role', payload: { role } })
    expect((await act('administrator')).json()).toMatchObject({ role: 'administrator' })
    expect((await desk.ask({ url: '/api/session' })).json()).toMatchObject({ role: 'administrator' })
    expect(await desk.accounts.events.list(1)).toMatchObject([
      { act: 'acted-as', person: desk.officer.person, detail: 'administrator' },
    ])
    await act('desk-officer')
  })
})

describe('session.list', () => {
  it('shows the own sessions and ends one of them at once', async () => {
    const other = await signIn(await desk.accounts.links.give('start', null))
    const cookies = { 'demarche-session': other.cookies[0]?.value ?? '' }
    const { sessions } = (await desk.ask({ url: '/api/account/sessions' })).json()
    const mine = sessions.find((one: { own: boolean }) => one.own)
    const newest = sessions[0]
    expect(newest.id).not.toBe(mine.id)
    expect(JSON.stringify(sessions)).not.toContain(cookies['demarche-session'])
    const url = `/api/account/sessions/${newest.id}`
    expect((await desk.ask({ method: 'DELETE', url })).statusCode).toBe(204)
    expect((await desk.app.inject({ url: '/api/session', cookies })).statusCode).toBe(401)
    expect((await desk.ask({ url: '/api/session' })).statusCode).toBe(200)
    const stranger = await desk.signInAs({ party: 'EE', role: 'analyst' })
    const theirs = await stranger.ask({ method: 'DELETE', url: `/api/account/sessions/${mine.id}` })
    expect(theirs.statusCode).toBe(404)
  })
})

describe('session.sign-out', () => {
  it('ends the session and takes the cookie back', async () => {
    const { ask } = await desk.signInAs({ party: 'FR', role: 'analyst' })
    const answer = await ask({ method: 'DELETE', url: '/api/session' })
    expect(answer.statusCode).toBe(204)
    expect(answer.cookies[0]?.value).toBe('')
    expect((await ask({ url: '/api/session' })).statusCode).toBe(401)
  })
})

describe('many attempts to sign in', () => {
  it('are slowed down (ACC-09)', async () => {
    const codes = new Set<number>()
    for (let attempt = 0; attempt < 25; attempt += 1)
      codes.add((await signIn(`guess-number-${attempt}-of-many`)).statusCode)
    expect(codes).toContain(429)
    expect((await signIn('guess-number-last-of-many')).json()).toMatchObject({
      code: 'too-many-requests',
      status: 429,
    })
  })
})
