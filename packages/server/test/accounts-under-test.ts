/**
 * A desk without records on which people are invited, sign in and have second factors: what tests of accounts share.
 *
 * Each test meets somebody else, on another day, so that nothing that one leaves behind can slow the next.
 */
import { createHmac } from 'node:crypto'
import type { Party } from '@demarche/core'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { type DeskUnderTest, openDesk, type SignedInForTest } from './desk-under-test.ts'

export const PASSWORD = 'seven grey herons waiting'
export const CEILING = { maxDistribution: 'LIMITE', maxTlp: 'TLP:AMBER' } as const

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

/** What tests of accounts work with; opened before the first test of a file, closed after the last. */
export function accountsUnderTest() {
  let desk: DeskUnderTest
  let administrator: SignedInForTest
  /** confirms what the other one proposes (ACC-13) */
  let second: SignedInForTest
  let now = Date.now()
  let count = 0
  let lastAddress = 0
  let email = ''

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
    email = `mari-${(count += 1)}@example.org`
    administrator = await desk.signInAs({ party: 'desk', role: 'administrator' })
  })

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
  const invite = (roles: readonly string[] = ['delegate']) =>
    asAdministrator('/api/people', { name: 'Mari Maasikas', email, party: 'EE', roles, ceiling: CEILING })
  /** Somebody with a password, signed in by accepting an invitation. */
  const accept = async () => {
    const { token, person } = (await invite()).json()
    const answer = await post('/api/invitations', { token, password: PASSWORD })
    expect(answer.statusCode).toBe(200)
    return { id: person.id, cookies: cookiesOf(answer) }
  }
  const begin = (cookies: Record<string, string>) =>
    post('/api/account/second-factor', { password: PASSWORD }, cookies)
  const signIn = (account: string, password: string) =>
    post('/api/session/password', { email: account, password })

  return {
    get desk() {
      return desk
    },
    get administrator() {
      return administrator
    },
    /** of whom the test meets */
    get email() {
      return email
    },
    letPass: (milliseconds: number) => void (now += milliseconds),
    post,
    asAdministrator,
    invite,
    accept,
    begin,
    signIn,
    enterPassword: () => signIn(email, PASSWORD),
    isOpen: async (cookies: Record<string, string>, headers: Record<string, string> = {}) =>
      (await desk.app.inject({ url: '/api/session', cookies, headers })).statusCode === 200,
    /** Somebody with a second factor, and what their app and their list of backup codes hold. */
    async withSecondFactor() {
      const { id, cookies } = await accept()
      const { address, backupCodes } = (await begin(cookies)).json()
      const on = await post('/api/account/second-factor/confirm', { code: codeFor(address) }, cookies)
      expect(on.statusCode).toBe(200)
      return { id, address, backupCodes, before: cookies, cookies: cookiesOf(on) }
    },
  }
}

export function cookiesOf(answer: LightMyRequestResponse): Record<string, string> {
  return Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]))
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** The code that an authenticator app shows for an otpauth:// address (RFC 6238). */
export function codeFor(address: string, at = Date.now()): string {
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
