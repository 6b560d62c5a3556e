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
    const link = desk.sessions.invite()
    const answer = await signIn(link)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({ party: 'desk', role: 'desk-officer' })
    const [cookie] = answer.cookies
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
    const cookies = { [cookie?.name ?? '']: cookie?.value ?? '' }
    expect((await desk.app.inject({ url: '/api/session', cookies })).json()).toEqual(answer.json())
    const again = await signIn(link)
    expect(again.statusCode).toBe(401)
    expect(again.json()).toMatchObject({ code: 'sign-in-refused' })
    expect(again.cookies).toEqual([])
  })

  it('refuses a token that was never printed', async () => {
    expect((await signIn('a-token-that-nobody-printed')).statusCode).toBe(401)
  })
})

describe('session.sign-out', () => {
  it('ends the session and takes the cookie back', async () => {
    const token = desk.sessions.signIn(desk.sessions.invite())?.token ?? ''
    const cookies = { 'demarche-session': token }
    const answer = await desk.app.inject({ method: 'DELETE', url: '/api/session', cookies })
    expect(answer.statusCode).toBe(204)
    expect(answer.cookies[0]?.value).toBe('')
    expect((await desk.app.inject({ url: '/api/session', cookies })).statusCode).toBe(401)
  })
})

describe('many attempts to sign in', () => {
  it('are slowed down', async () => {
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
