import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountNoticesFor } from '../../notice/account-news.ts'
import { type DeskUnderTest, openDesk } from '../../../test/desk-under-test.ts'
import { softwareAuthenticator, type Wrong } from '../../../test/software-authenticator.ts'
import {
  addPasskey,
  beginToAdd,
  type Cookies,
  cookiesOf,
  isOpen,
  keep,
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
beforeAll(async () => {
  desk = await openDesk({ withRecords: false, accounts: { clock: () => new Date(now) } })
})
afterAll(() => desk.close())

const remove = (cookies: Cookies, id: string, proof: object = {}) =>
  post(desk, `/api/account/passkeys/${id}/removal`, proof, cookies)
/** Somebody who signed in by a link and has nothing else. */
const byLink = async () => {
  const { person, cookies } = await desk.signInAs({ party: 'EE', role: 'analyst' })
  return { id: person, cookies }
}

describe('person.passkeys', () => {
  it('adds several, with names, and rotates the session each time (ACC-06)', async () => {
    const { id, before, cookies } = await somebodyWithPasskey(desk)
    expect(await isOpen(desk, before)).toBe(false)
    const elsewhere = await desk.accounts.sessions.open(id, { address: '', browser: '' }, 'password')
    const asked = (await beginToAdd(desk, cookies)).json()
    expect(asked).toMatchObject({
      rp: { id: 'localhost' },
      user: { id: Buffer.from(id).toString('base64url'), displayName: 'delegate of EE' },
      excludeCredentials: [{ type: 'public-key' }],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
    })
    const answer = await keep(desk, cookies, softwareAuthenticator(ORIGIN).make(asked, 'Telephone'))
    expect(answer.json()).toMatchObject({ person: id })
    expect(await isOpen(desk, cookies)).toBe(false)
    expect(await isOpen(desk, { 'demarche-session': elsewhere.token })).toBe(false)
    const list = await passkeysOf(desk, cookiesOf(answer))
    expect(list).toMatchObject([
      { name: 'Key on the ring', usedAt: null },
      { name: 'Telephone', usedAt: null },
    ])
    expect(await desk.accounts.people.get(id)).toMatchObject({ hasPasskey: true })
    expect(await desk.accounts.events.list(1)).toMatchObject([{ act: 'passkey-added', person: id }])
  })

  it('removes one by one, rotates the session, and ends the others (ACC-17)', async () => {
    const { id, cookies, authenticator } = await somebodyWithPasskey(desk)
    const second = softwareAuthenticator(ORIGIN)
    const added = cookiesOf(await addPasskey(desk, cookies, second))
    const elsewhere = cookiesOf(await signInWith(desk, second))
    const [first] = await passkeysOf(desk, added)
    const answer = await remove(added, first.id)
    expect(answer.statusCode, answer.body).toBe(200)
    expect([await isOpen(desk, added), await isOpen(desk, elsewhere)]).toEqual([false, false])
    expect(await passkeysOf(desk, cookiesOf(answer))).toHaveLength(1)
    expect((await signInWith(desk, authenticator)).statusCode).toBe(401)
    expect((await signInWith(desk, second)).statusCode).toBe(200)
    expect((await desk.accounts.events.list(10)).map(({ act }) => act)).toContain('passkey-removed')
    expect((await remove(cookiesOf(answer), first.id)).statusCode).toBe(404)
    const told = await accountNoticesFor(desk.accounts, id, new Date(now))
    expect(told.map(({ kind }) => kind)).toContain('passkey-removed')
  })

  it('asks for the password, and slows guessing down with the sign-in (ACC-09, ACC-17)', async () => {
    const { cookies, email } = await somebody(desk)
    expect((await beginToAdd(desk, cookies)).json()).toMatchObject({
      code: 'value-refused',
      faults: [{ place: '/password', rule: 'ACC-17' }],
    })
    const added = await addPasskey(desk, cookies, softwareAuthenticator(ORIGIN), {
      proof: { password: PASSWORD },
    })
    const after = cookiesOf(added)
    const [passkey] = await passkeysOf(desk, after)
    expect((await remove(after, passkey.id)).json()).toMatchObject({ faults: [{ place: '/password' }] })
    const codes = new Set<string>()
    for (let guess = 0; guess < 11; guess += 1)
      codes.add((await beginToAdd(desk, after, { password: `guess ${guess}` })).json().code)
    expect([...codes]).toEqual(['value-refused', 'too-many-requests'])
    const signIn = await post(desk, '/api/session/password', { email, password: PASSWORD })
    expect(signIn.json()).toMatchObject({ code: 'too-many-requests' })
  })

  it('asks whoever has no password for a sign-in within ten minutes (ACC-17)', async () => {
    const { cookies } = await byLink()
    now += 60 * 60_000
    // the first way to sign in: nothing could be asked for
    const authenticator = softwareAuthenticator(ORIGIN)
    const first = cookiesOf(await addPasskey(desk, cookies, authenticator))
    expect((await beginToAdd(desk, first)).json()).toMatchObject({
      code: 'value-refused',
      faults: [{ rule: 'ACC-17' }],
    })
    now = Date.now()
    const again = cookiesOf(await signInWith(desk, authenticator))
    const second = await addPasskey(desk, again, softwareAuthenticator(ORIGIN))
    expect(second.statusCode, second.body).toBe(200)
    now += 11 * 60_000
    const [one] = await passkeysOf(desk, cookiesOf(second))
    expect((await remove(cookiesOf(second), one.id)).json()).toMatchObject({ code: 'value-refused' })
    now = Date.now()
  })

  it('gives nobody a password for them on a screen that was left open (ACC-17)', async () => {
    const { id, cookies, authenticator } = await somebodyWithPasskey(desk)
    await desk.accounts.people.change(desk.officer.person, id, { email: 'left-open@example.org' })
    now += 11 * 60_000
    const refused = await post(desk, '/api/account/password', { password: PASSWORD }, cookies)
    expect(refused.json()).toMatchObject({ code: 'value-refused', faults: [{ rule: 'ACC-17' }] })
    expect(await desk.accounts.people.get(id)).toMatchObject({ hasPassword: false })
    expect(await isOpen(desk, cookies)).toBe(true)
    now = Date.now()
    const again = cookiesOf(await signInWith(desk, authenticator))
    const answer = await post(desk, '/api/account/password', { password: PASSWORD }, again)
    expect(answer.statusCode, answer.body).toBe(200)
  })

  it('keeps the only way to sign in (ACC-17)', async () => {
    const { cookies } = await byLink()
    const added = cookiesOf(await addPasskey(desk, cookies, softwareAuthenticator(ORIGIN)))
    const [only] = await passkeysOf(desk, added)
    const answer = await remove(added, only.id)
    expect(answer.json()).toMatchObject({ code: 'value-refused' })
    expect(answer.json().detail).toMatch(/only way to sign in/)
    expect(await passkeysOf(desk, added)).toHaveLength(1)
  })

  it('refuses a passkey that was not made for this desk just now by a verified person', async () => {
    const { cookies } = await byLink()
    const jaan = await somebodyWithPasskey(desk)
    const wrongs: readonly Wrong[] = [
      { origin: 'https://localhost.example.org' },
      { rpId: 'example.org' },
      { isVerified: false },
      { crossOrigin: true },
      { type: 'webauthn.get' },
      { challenge: 'bm90LXRoZS1jaGFsbGVuZ2U' },
      // that of somebody else
      { id: jaan.authenticator.id },
    ]
    const words = new Set<string>()
    for (const wrong of wrongs) {
      const answer = await addPasskey(desk, cookies, softwareAuthenticator(ORIGIN), { wrong })
      expect(answer.json(), JSON.stringify(wrong)).toMatchObject({ code: 'value-refused' })
      words.add(answer.body)
    }
    expect([...words]).toHaveLength(1)
    expect(await passkeysOf(desk, cookies)).toEqual([])
    expect((await signInWith(desk, jaan.authenticator)).statusCode).toBe(200)
  })

  it('takes a challenge once, in time, and for the session that asked', async () => {
    const mari = await byLink()
    const jaan = await byLink()
    const asked = (await beginToAdd(desk, mari.cookies)).json()
    const made = softwareAuthenticator(ORIGIN).make(asked, 'Key')
    expect((await keep(desk, jaan.cookies, made)).json()).toMatchObject({ code: 'value-refused' })
    // and it is void now
    expect((await keep(desk, mari.cookies, made)).json()).toMatchObject({ code: 'value-refused' })

    const late = softwareAuthenticator(ORIGIN).make((await beginToAdd(desk, mari.cookies)).json(), 'Key')
    now += 5 * 60_000
    expect((await keep(desk, mari.cookies, late)).json()).toMatchObject({ code: 'value-refused' })
    now = Date.now()

    const { challenge } = (await post(desk, '/api/session/passkey')).json()
    const ofSignIn = softwareAuthenticator(ORIGIN).make({ ...asked, challenge }, 'Key')
    expect((await keep(desk, mari.cookies, ofSignIn)).json()).toMatchObject({ code: 'value-refused' })
    expect(await passkeysOf(desk, mari.cookies)).toEqual([])
  })

  it('leaves those of others alone', async () => {
    const mari = await somebodyWithPasskey(desk)
    const jaan = await somebodyWithPasskey(desk)
    const [theirs] = await passkeysOf(desk, jaan.cookies)
    const answer = await remove(mari.cookies, theirs.id)
    expect(answer.statusCode).toBe(404)
    expect(answer.body).toBe((await remove(mari.cookies, 'nothing')).body)
    expect((await signInWith(desk, jaan.authenticator)).statusCode).toBe(200)
  })

  it('has a limit of twenty', async () => {
    let { cookies } = await byLink()
    for (let key = 0; key < 20; key += 1)
      cookies = cookiesOf(await addPasskey(desk, cookies, softwareAuthenticator(ORIGIN)))
    expect(await passkeysOf(desk, cookies)).toHaveLength(20)
    expect((await beginToAdd(desk, cookies)).json()).toMatchObject({ code: 'value-refused' })
  })
})

describe('where passkeys hold', () => {
  it('is said to the sign-in page, and elsewhere they are refused', async () => {
    expect((await desk.app.inject({ url: '/api/session/ways' })).json()).toMatchObject({ passkeys: ORIGIN })
    const plain = await openDesk({ withRecords: false, publicUrl: 'http://desk.example.org' })
    expect((await plain.app.inject({ url: '/api/session/ways' })).json()).toMatchObject({ passkeys: null })
    const answer = await plain.app.inject({ method: 'POST', url: '/api/session/passkey' })
    expect(answer.json()).toMatchObject({ code: 'not-found' })
    await plain.close()
  })
})
