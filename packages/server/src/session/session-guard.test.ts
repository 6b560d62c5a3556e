import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DeskUnderTest, openDesk } from '../../test/desk-under-test.ts'

let desk: DeskUnderTest
beforeAll(async () => {
  desk = await openDesk({ withRecords: false })
})
afterAll(() => desk.close())

/** A path that the route takes, with something in place of each parameter. */
const pathOf = (url: string): string =>
  url
    .replace(':entity', 'case:x')
    .replace(':id', 'a'.repeat(64))
    .replace(':job', 'job-1')
    .replace(':person', 'person:0123456789abcdef')
    .replace(':session', 'session-1')
    .replace('*', 'index.html')

describe('the guard', () => {
  it('answers 401 on every route that is not open, whichever routes there are', async () => {
    const guarded = desk.app.registeredRoutes.filter(({ open }) => !open)
    expect(guarded.length).toBeGreaterThan(10)
    for (const { method, url } of guarded) {
      const answer = await desk.app.inject({
        method: method === 'HEAD' ? 'HEAD' : toMethod(method),
        url: pathOf(url),
      })
      expect(answer.statusCode, `${method} ${url}`).toBe(401)
      if (method !== 'HEAD') expect(answer.json()).toMatchObject({ code: 'not-signed-in', status: 401 })
    }
  })

  it('leaves open only sign-in, health, the pages of the desk, what a token of calendar or feed reads, the reply to a communication check, and the public page', () => {
    const open = desk.app.registeredRoutes.filter((route) => route.open).map(({ url }) => url)
    expect([...new Set(open)].toSorted()).toEqual([
      '/api/calendar.ics',
      '/api/contact-replies',
      '/api/contact-replies/look',
      '/api/feed.atom',
      '/api/invitations',
      '/api/invitations/look',
      '/api/portfolio.ics',
      '/api/public',
      '/api/public/consultations/:entity',
      '/api/public/consultations/:entity/submissions',
      '/api/public/records',
      '/api/public/records/:entity',
      '/api/public/submissions/look',
      '/api/public/submissions/withdraw',
      '/api/session',
      '/api/session/code',
      '/api/session/passkey',
      '/api/session/passkey/confirm',
      '/api/session/password',
      '/api/session/single-sign-on',
      '/api/session/single-sign-on/callback/oidc',
      '/api/session/ways',
      '/healthz',
    ])
  })

  it('refuses a write from a foreign page, before it looks at the session', async () => {
    for (const headers of [{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const answer = await desk.ask({ method: 'POST', url: '/api/cases', headers, payload: {} })
      expect(answer.statusCode).toBe(400)
      expect(answer.json()).toMatchObject({ code: 'malformed-request' })
      expect(answer.json().detail).toMatch(/own pages/)
    }
  })

  it('lets a write from its own page through to the next check', async () => {
    const headers = { origin: 'http://localhost:80', host: 'localhost:80', 'sec-fetch-site': 'same-origin' }
    const answer = await desk.ask({ method: 'DELETE', url: '/api/imports/job-1', headers })
    expect(answer.statusCode).toBe(503)
  })
})

const toMethod = (method: string) => {
  const known = (['GET', 'POST', 'DELETE', 'PUT', 'PATCH'] as const).find((one) => one === method)
  if (!known) throw new Error(`a route with the method ${method} needs a test of its own`)
  return known
}
