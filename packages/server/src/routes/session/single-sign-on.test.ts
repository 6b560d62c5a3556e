import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DeskUnderTest, openDesk } from '../../../test/desk-under-test.ts'

const DESK = 'http://desk.test'
const CALLBACK = '/api/session/single-sign-on/callback/oidc'

let provider: ChildProcess
let desk: DeskUnderTest
beforeAll(async () => {
  const port = await freePort()
  provider = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('../../../test/oidc-provider.mjs', import.meta.url)),
      String(port),
      `${DESK}${CALLBACK}`,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  await said(provider, 'listening')
  desk = await openDesk({
    withRecords: false,
    publicUrl: DESK,
    accounts: {
      singleSignOn: {
        issuer: `http://127.0.0.1:${port}`,
        clientId: 'demarche',
        clientSecret: 'a-secret-of-the-test-provider',
        name: 'Test Login',
      },
    },
  })
})
afterAll(async () => {
  provider?.kill()
  await desk?.close()
})

const invite = (email: string) =>
  desk.accounts.people.invite(desk.officer.person, {
    name: 'Mari Maasikas',
    email,
    party: 'EE',
    roles: ['delegate'],
    ceiling: { maxDistribution: 'LIMITE', maxTlp: 'TLP:AMBER' },
  })

/** Goes through the pages of the provider as a browser would, and answers where it sends the browser in the end. */
async function signInAtProvider(start: string, login: string): Promise<URL> {
  const jar = new Map<string, string>()
  let next = new URL(start)
  let form: URLSearchParams | null = null
  for (let step = 0; step < 20; step += 1) {
    if (next.origin === DESK) return next
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer: Response = await fetch(next, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie },
      ...(form && { body: form }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location !== null) {
      form = null
      next = new URL(location, next)
      continue
    }
    const page = await answer.text()
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1]
    if (action === undefined) throw new Error(`the provider answered ${answer.status}:\n${page}`)
    form = page.includes('name="login"')
      ? new URLSearchParams({ prompt: 'login', login, password: 'whatever' })
      : new URLSearchParams({ prompt: 'consent' })
    next = new URL(action, next)
  }
  throw new Error('the provider sends the browser in circles')
}

/** The whole way: from the button on the sign-in page to the answer of the desk. */
async function signInAs(login: string) {
  const begun = await desk.app.inject({ method: 'POST', url: '/api/session/single-sign-on' })
  expect(begun.statusCode).toBe(200)
  const back = await signInAtProvider(begun.json().address, login)
  const cookies = Object.fromEntries(begun.cookies.map(({ name, value }) => [name, value]))
  const url = `${back.pathname}${back.search}`
  const answer = await desk.app.inject({ url, cookies })
  return { answer, url, cookies }
}
const sessionOf = (answer: Awaited<ReturnType<typeof signInAs>>['answer']): string =>
  answer.cookies.find(({ name }) => name === 'demarche-session')?.value ?? ''

describe('session.single-sign-on', () => {
  it('is offered where the operator has set a provider', async () => {
    const answer = await desk.app.inject({ url: '/api/session/ways' })
    expect(answer.json()).toEqual({ singleSignOn: 'Test Login', passkeys: null })
  })

  it('lets an invited person in by a verified e-mail address, and makes the invitation void', async () => {
    const { person, token } = await invite('mari@example.org')
    const { answer } = await signInAs('mari@example.org')
    expect(answer.statusCode).toBe(302)
    expect(answer.headers.location).toBe('/')
    const cookies = { 'demarche-session': sessionOf(answer) }
    const session = await desk.app.inject({ url: '/api/session', cookies })
    expect(session.json()).toMatchObject({ person: person.id, party: 'EE', role: 'delegate' })
    expect(await desk.accounts.links.look(token)).toBeNull()
    expect(await desk.accounts.people.get(person.id)).toMatchObject({
      hasSingleSignOn: true,
      hasPassword: false,
      state: 'active',
    })
  })

  it('knows the person again by subject, when the e-mail address has changed', async () => {
    const { person } = await invite('jaan@example.org')
    await signInAs('jaan@example.org')
    await desk.accounts.people.change(desk.officer.person, person.id, { email: 'jaan.new@example.org' })
    const { answer } = await signInAs('jaan@example.org')
    const cookies = { 'demarche-session': sessionOf(answer) }
    expect((await desk.app.inject({ url: '/api/session', cookies })).json()).toMatchObject({
      person: person.id,
    })
  })

  it('refuses whoever was not invited, an address that is not verified, and a closed account alike (ACC-10)', async () => {
    await invite('unverified@example.org')
    const { person } = await invite('closed@example.org')
    await desk.accounts.people.close(desk.officer.person, person.id)
    const before = await desk.accounts.people.list()
    for (const login of ['stranger@example.org', 'unverified@example.org', 'closed@example.org']) {
      const { answer } = await signInAs(login)
      expect(answer.headers.location, login).toBe('/sign-in?refused=single-sign-on')
      expect(sessionOf(answer), login).toBe('')
    }
    expect(await desk.accounts.people.list()).toHaveLength(before.length)
  })

  it('refuses an answer that was used, forged, or brought by another browser', async () => {
    await invite('peeter@example.org')
    const { url, cookies } = await signInAs('peeter@example.org')
    const again = await desk.app.inject({ url, cookies })
    expect(sessionOf(again)).toBe('')
    const forged = await desk.app.inject({ url: `${CALLBACK}?code=guess&state=guess`, cookies })
    expect(sessionOf(forged)).toBe('')
    const begun = await desk.app.inject({ method: 'POST', url: '/api/session/single-sign-on' })
    const back = await signInAtProvider(begun.json().address, 'peeter@example.org')
    const elsewhere = await desk.app.inject({ url: `${back.pathname}${back.search}` })
    expect(sessionOf(elsewhere)).toBe('')
  })

  it('is not there without a provider', async () => {
    const plain = await openDesk({ withRecords: false })
    const answer = await plain.app.inject({ method: 'POST', url: '/api/session/single-sign-on' })
    expect(answer.statusCode).toBe(404)
    await plain.close()
  })
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function said(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let written = ''
    const read = (chunk: Buffer): void => {
      written += chunk.toString()
      if (written.includes(word)) resolve()
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.on('exit', () => reject(new Error(`the provider ended:\n${written}`)))
  })
}
