import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountNoticesFor } from '../../notice/account-news.ts'
import { type DeskUnderTest, openDesk } from '../../../test/desk-under-test.ts'
import { softwareAuthenticator, type Wrong } from '../../../test/software-authenticator.ts'
import {
  addPasskey,
  beginToAdd,
  beginSignIn,
  cookiesOf,
  finishSignIn,
  ORIGIN,
  PASSWORD,
  passkeysOf,
  post,
  signInWith,
  somebody,
  somebodyWithPasskey,
} from '../../../test/somebody-with-passkeys.ts'

let desk: DeskUnderTest
let now = Date.now()
const clock = () => new Date(now)
beforeAll(async () => {
  desk = await openDesk({ withRecords: false, accounts: { clock } })
})
afterAll(() => desk.close())

/** What whoever is refused learns, without what differs by chance. */
const refusalOf = (answer: LightMyRequestResponse) => {
  expect(answer.statusCode, answer.body).toBe(401)
  expect(answer.cookies).toEqual([])
  return answer.body
}
const lastEvents = async (limit: number) =>
  (await desk.accounts.events.list(limit)).map(({ act, about, detail }) => ({ act, about, detail }))

describe('session.sign-in-with-passkey', () => {
  it('opens a session without asking who it is (ACC-16)', async () => {
    const { id, authenticator } = await somebodyWithPasskey(desk)
    const asked = await beginSignIn(desk)
    expect(asked).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
    expect(Object.keys(asked).toSorted()).toEqual(['challenge', 'rpId', 'timeout', 'userVerification'])
    const answer = await finishSignIn(desk, authenticator.sign(asked))
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.json()).toMatchObject({
      person: id,
      party: 'EE',
      role: 'delegate',
      needsSecondFactor: false,
    })
    const cookies = cookiesOf(answer)
    const { sessions } = (await desk.app.inject({ url: '/api/account/sessions', cookies })).json()
    expect(sessions).toMatchObject([{ way: 'passkey', own: true }, { way: 'link' }])
    expect(await desk.accounts.events.list(1)).toMatchObject([
      { act: 'signed-in', person: id, detail: 'passkey' },
    ])
    expect(await passkeysOf(desk, cookies)).toMatchObject([
      { name: 'Key on the ring', usedAt: clock().toISOString() },
    ])
  })

  it('takes authenticators that do not count, again and again', async () => {
    const { authenticator } = await somebodyWithPasskey(desk, false)
    for (let time = 0; time < 3; time += 1)
      expect((await signInWith(desk, authenticator)).statusCode).toBe(200)
  })

  it('takes counters of 32 bits', async () => {
    const { authenticator } = await somebodyWithPasskey(desk)
    expect((await signInWith(desk, authenticator, { counter: 4_294_967_294 })).statusCode).toBe(200)
    expect((await signInWith(desk, authenticator, { counter: 4_294_967_295 })).statusCode).toBe(200)
  })

  it('refuses everything that does not hold with the same words, whether or not there is such a passkey (ACC-09)', async () => {
    const mari = await somebodyWithPasskey(desk)
    const jaan = await somebodyWithPasskey(desk)
    const stranger = softwareAuthenticator(ORIGIN)
    const words = new Set<string>()
    const wrongs: readonly Wrong[] = [
      { origin: 'https://localhost.example.org' },
      { origin: 'http://localhost:8080' },
      { rpId: 'example.org' },
      { isVerified: false },
      { crossOrigin: true },
      { type: 'webauthn.create' },
      { challenge: 'bm90LXRoZS1jaGFsbGVuZ2U' },
      // the passkey of somebody else, and oneself said to be somebody else
      { id: jaan.authenticator.id },
      { userHandle: Buffer.from(jaan.id).toString('base64url') },
      { userHandle: 'AAAA' },
    ]
    for (const wrong of wrongs) words.add(refusalOf(await signInWith(desk, mari.authenticator, wrong)))
    const unknown = { userHandle: Buffer.from(mari.id).toString('base64url') }
    words.add(refusalOf(await signInWith(desk, stranger, unknown)))
    expect(await lastEvents(1)).toEqual([{ act: 'sign-in-refused', about: null, detail: 'passkey' }])
    words.add(refusalOf(await signInWith(desk, stranger, { ...unknown, id: mari.authenticator.id })))
    expect(await lastEvents(1)).toEqual([{ act: 'sign-in-refused', about: mari.id, detail: 'passkey' }])
    const { id, authenticator } = await somebodyWithPasskey(desk)
    const asked = await beginSignIn(desk)
    await desk.accounts.people.close(desk.officer.person, id)
    words.add(refusalOf(await finishSignIn(desk, authenticator.sign(asked))))
    expect([...words]).toHaveLength(1)
    expect([...words][0]).toContain('This passkey was not accepted')
    expect((await signInWith(desk, mari.authenticator)).statusCode).toBe(200)
  })

  it('refuses what is sent twice, late, or signed for something else', async () => {
    const { cookies, authenticator } = await somebodyWithPasskey(desk, false)
    const signed = authenticator.sign(await beginSignIn(desk))
    expect((await finishSignIn(desk, signed)).statusCode).toBe(200)
    refusalOf(await finishSignIn(desk, signed))

    const late = authenticator.sign(await beginSignIn(desk))
    now += 5 * 60_000
    refusalOf(await finishSignIn(desk, late))

    // a refusal uses the challenge up too
    const asked = await beginSignIn(desk)
    refusalOf(await finishSignIn(desk, authenticator.sign(asked, { isVerified: false })))
    refusalOf(await finishSignIn(desk, authenticator.sign(asked)))

    const { challenge } = (await beginToAdd(desk, cookies)).json()
    refusalOf(await finishSignIn(desk, authenticator.sign({ ...asked, challenge })))
  })

  it('lets in one of two who send the same at once', async () => {
    const { authenticator } = await somebodyWithPasskey(desk, false)
    const signed = authenticator.sign(await beginSignIn(desk))
    const answers = await Promise.all([finishSignIn(desk, signed), finishSignIn(desk, signed)])
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 401])
  })

  it('refuses the copy of an authenticator, and its person is told (ACC-14)', async () => {
    const { id, authenticator } = await somebodyWithPasskey(desk)
    const copy = authenticator.copy()
    expect((await signInWith(desk, authenticator)).statusCode).toBe(200)
    expect(refusalOf(await signInWith(desk, copy))).toContain('This passkey was not accepted')
    expect(await lastEvents(2)).toContainEqual({ act: 'passkey-copied', about: id, detail: null })
    const told = await accountNoticesFor(desk.accounts, id, clock())
    expect(told.map(({ kind }) => kind).toSorted()).toEqual(['passkey-added', 'passkey-copied'])
    // a wrong signature says nothing about copies
    const before = await desk.accounts.events.list(1000)
    await signInWith(desk, softwareAuthenticator(ORIGIN), {
      id: authenticator.id,
      userHandle: Buffer.from(id).toString('base64url'),
      counter: 1,
    })
    const after = await desk.accounts.events.list(1000)
    expect(after.slice(0, after.length - before.length).map(({ act }) => act)).toEqual(['sign-in-refused'])
  })

  it('refuses what cannot be read', async () => {
    const { authenticator } = await somebodyWithPasskey(desk)
    const signed = authenticator.sign(await beginSignIn(desk))
    const text = Buffer.from('not an object').toString('base64url')
    for (const spoilt of [{ clientDataJSON: text }, { authenticatorData: text }, { signature: text }])
      refusalOf(await finishSignIn(desk, { ...signed, ...spoilt }))
    const malformed = await finishSignIn(desk, { ...signed, signature: 'not base64url!' })
    expect(malformed.json()).toMatchObject({ code: 'malformed-request' })
  })

  it('is slowed down by network address (ACC-09)', async () => {
    const request = { method: 'POST', url: '/api/session/passkey', remoteAddress: '10.9.9.9' } as const
    const codes: number[] = []
    for (let attempt = 0; attempt < 21; attempt += 1) codes.push((await desk.app.inject(request)).statusCode)
    expect(codes.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 200))
    expect(codes[20]).toBe(429)
  })
})

describe('a passkey', () => {
  it('ends with the account, and does not come back with it (ACC-12)', async () => {
    const { id, authenticator } = await somebodyWithPasskey(desk)
    await desk.accounts.people.close(desk.officer.person, id)
    refusalOf(await signInWith(desk, authenticator))
    await desk.accounts.people.reopen(desk.officer.person, id)
    refusalOf(await signInWith(desk, authenticator))
    expect(await desk.accounts.people.get(id)).toMatchObject({ hasPasskey: false })
  })

  it('ends with the link that an administrator gives', async () => {
    const { id, authenticator } = await somebodyWithPasskey(desk)
    const { token } = await desk.accounts.people.inviteAgain(desk.officer.person, id)
    expect((await signInWith(desk, authenticator)).statusCode).toBe(200)
    const cookies = cookiesOf(
      await post(desk, '/api/invitations', { token, password: 'nine grey herons waiting' }),
    )
    expect(await passkeysOf(desk, cookies)).toEqual([])
    refusalOf(await signInWith(desk, authenticator))
  })
})

describe('a desk that asks for a second factor', () => {
  let strict: DeskUnderTest
  beforeAll(async () => {
    strict = await openDesk({ withRecords: false, accounts: { clock, secondFactorRequired: true } })
  })
  afterAll(() => strict.close())
  const mayWork = async (cookies: Record<string, string>) =>
    (await strict.app.inject({ url: '/api/cases', cookies })).json().code === 'not-ready'

  it('is content with a passkey (ACC-16)', async () => {
    const { cookies } = await somebody(strict)
    expect(await mayWork(cookies)).toBe(false)
    const authenticator = softwareAuthenticator(ORIGIN)
    const added = await addPasskey(strict, cookies, authenticator, { proof: { password: PASSWORD } })
    expect(added.json()).toMatchObject({ needsSecondFactor: false })
    expect(await mayWork(cookiesOf(added))).toBe(true)
    const answer = await signInWith(strict, authenticator)
    expect(answer.json()).toMatchObject({ needsSecondFactor: false })
    expect(await mayWork(cookiesOf(answer))).toBe(true)
  })

  it('lets nobody near the passkeys by the password alone (ACC-17)', async () => {
    const { email, id, cookies } = await somebody(strict)
    await addPasskey(strict, cookies, softwareAuthenticator(ORIGIN), { proof: { password: PASSWORD } })
    const alone = await post(strict, '/api/session/password', { email, password: PASSWORD })
    expect(alone.json()).toMatchObject({ code: 'second-factor-needed' })
    expect(alone.json().detail).toMatch(/ACC-17/)
    expect(cookiesOf(alone)['demarche-session']).toBeUndefined()
    expect(await strict.accounts.events.list(1)).toMatchObject([
      { act: 'sign-in-refused', about: id, detail: 'password' },
    ])
    const wrong = await post(strict, '/api/session/password', { email, password: 'another password' })
    expect(wrong.json()).toMatchObject({ code: 'sign-in-refused' })
  })

  it('lets whoever has a passkey set a first password, and stay', async () => {
    const { id, cookies } = await somebodyWithPasskey(strict)
    await strict.accounts.people.change(strict.officer.person, id, { email: 'jaan@example.org' })
    const answer = await post(strict, '/api/account/password', { password: PASSWORD }, cookies)
    expect(answer.json()).toMatchObject({ person: id, needsSecondFactor: false })
    expect(await mayWork(cookiesOf(answer))).toBe(true)
  })
})
