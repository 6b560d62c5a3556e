/**
 * Somebody of a desk under test who sets passkeys up and signs in with them, asking the routes. For tests.
 */
import type { AddPasskeyInput, PasskeyCreation, PasskeyRequest, PasskeySignInInput } from '@demarche/api'
import type { LightMyRequestResponse } from 'fastify'
import type { DeskUnderTest } from './desk-under-test.ts'
import { type SoftwareAuthenticator, softwareAuthenticator, type Wrong } from './software-authenticator.ts'

export const PASSWORD = 'seven grey herons waiting'
/** Where a desk under test says it is, unless told otherwise. */
export const ORIGIN = 'http://localhost'

export type Cookies = Record<string, string>

export const cookiesOf = (answer: LightMyRequestResponse): Cookies =>
  Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]))

let count = 0
/** Asks from a network address of its own each time: limits per address are tested elsewhere. */
export function post(desk: DeskUnderTest, url: string, payload: object = {}, cookies: Cookies = {}) {
  const remoteAddress = `10.2.${Math.floor((count += 1) / 250)}.${count % 250}`
  return desk.app.inject({ method: 'POST', url, payload, cookies, remoteAddress })
}

export const isOpen = async (desk: DeskUnderTest, cookies: Cookies): Promise<boolean> =>
  (await desk.app.inject({ url: '/api/session', cookies })).statusCode === 200

/** Somebody who was invited and has a password; signed in. */
export async function somebody(desk: DeskUnderTest) {
  const email = `mari-${(count += 1)}@example.org`
  const { person, token } = await desk.accounts.people.invite(desk.officer.person, {
    name: 'Mari Maasikas',
    email,
    party: 'EE',
    roles: ['delegate'],
    ceiling: { maxDistribution: 'LIMITE', maxTlp: 'TLP:AMBER' },
  })
  const cookies = cookiesOf(await post(desk, '/api/invitations', { token, password: PASSWORD }))
  return { id: person.id, email, cookies }
}

export const beginToAdd = (desk: DeskUnderTest, cookies: Cookies, proof: object = {}) =>
  post(desk, '/api/account/passkeys', proof, cookies)
export const keep = (desk: DeskUnderTest, cookies: Cookies, made: AddPasskeyInput) =>
  post(desk, '/api/account/passkeys/confirm', made, cookies)
/** Adds a passkey made by that authenticator; answers what the desk says to it. */
export async function addPasskey(
  desk: DeskUnderTest,
  cookies: Cookies,
  authenticator: SoftwareAuthenticator,
  { wrong = {}, proof }: { readonly wrong?: Wrong; readonly proof?: object } = {},
): Promise<LightMyRequestResponse> {
  const asked: PasskeyCreation = (await beginToAdd(desk, cookies, proof)).json()
  return keep(desk, cookies, authenticator.make(asked, 'Key on the ring', wrong))
}

export const beginSignIn = async (desk: DeskUnderTest): Promise<PasskeyRequest> =>
  (await post(desk, '/api/session/passkey')).json()
export const finishSignIn = (desk: DeskUnderTest, signed: PasskeySignInInput) =>
  post(desk, '/api/session/passkey/confirm', signed)
export async function signInWith(
  desk: DeskUnderTest,
  authenticator: SoftwareAuthenticator,
  wrong: Wrong = {},
): Promise<LightMyRequestResponse> {
  return finishSignIn(desk, authenticator.sign(await beginSignIn(desk), wrong))
}

/** Somebody who came by a link and has a passkey, and no password; `cookies` are those after adding it. */
export async function somebodyWithPasskey(desk: DeskUnderTest, counts = true) {
  const { person: id, cookies: before } = await desk.signInAs({ party: 'EE', role: 'delegate' })
  const authenticator = softwareAuthenticator(ORIGIN, counts)
  const added = await addPasskey(desk, before, authenticator)
  if (added.statusCode !== 200) throw new Error(`the passkey was not kept: ${added.body}`)
  return { id, before, cookies: cookiesOf(added), authenticator }
}

export const passkeysOf = async (desk: DeskUnderTest, cookies: Cookies) =>
  (await desk.app.inject({ url: '/api/account/passkeys', cookies })).json().passkeys
