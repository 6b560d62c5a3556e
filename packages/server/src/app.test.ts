import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import fastify from 'fastify'
import { type DeskUnderTest, openDesk } from '../test/desk-under-test.ts'
import { answerProblems, type DefectReport } from './problem.ts'
import { isTooDeep } from './read-json.ts'

const LONG = 'export const a = 1\n'.repeat(1000)

let desk: DeskUnderTest
beforeAll(async () => {
  const deskDirectory = mkdtempSync(join(tmpdir(), 'demarche-pages-'))
  mkdirSync(join(deskDirectory, 'assets'))
  writeFileSync(join(deskDirectory, 'index.html'), '<!doctype html><title>Demarche</title>')
  writeFileSync(join(deskDirectory, 'assets', 'desk-1a2b3c.js'), 'export {}')
  writeFileSync(join(deskDirectory, 'assets', 'long-1a2b3c.js'), LONG)
  desk = await openDesk({ withRecords: false, deskDirectory })
})
afterAll(() => desk.close())

describe('a desk whose records are not open yet', () => {
  it('says 503 on /healthz and on every verb, and serves its pages', async () => {
    expect((await desk.app.inject('/healthz')).statusCode).toBe(503)
    expect((await desk.ask({ url: '/api/cases' })).json()).toMatchObject({ code: 'not-ready', status: 503 })
    expect((await desk.app.inject('/')).statusCode).toBe(200)
  })
})

describe('a fault of the desk itself', () => {
  it('shows a reference and neither stack nor cause, and is reported with both', async () => {
    const app = fastify()
    const reports: DefectReport[] = []
    answerProblems(app, { newReference: () => 'A1B2', reportDefect: (report) => reports.push(report) })
    const cause = new Error('secret detail of the inside')
    app.get('/fault', () => {
      throw cause
    })
    const answer = await app.inject('/fault')
    expect(answer.statusCode).toBe(500)
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(answer.json()).toMatchObject({
      code: 'defect',
      status: 500,
      faults: [{ place: '/', words: { code: 'desk-defect', values: { name: 'A1B2' } } }],
    })
    expect(answer.body).toContain('A1B2')
    expect(answer.body).not.toContain('secret detail')
    expect(answer.body).not.toContain('app.test')
    expect(reports).toEqual([{ reference: 'A1B2', request: 'GET /fault', error: cause }])
    await app.close()
  })
})

const askFor = (url: string, encoding: string) =>
  desk.app.inject({ url, headers: { 'accept-encoding': encoding } })

describe('the pages of the desk', () => {
  it('answer every address of the desk with the first page, unknown files and verbs with a refusal', async () => {
    for (const url of ['/', '/sign-in', '/cases/case:viasat-kasat-2022/options']) {
      const page = await desk.app.inject({ url, headers: { accept: 'text/html' } })
      expect(page.statusCode, url).toBe(200)
      expect(page.headers['content-type'], url).toMatch(/^text\/html/)
    }
    for (const url of ['/api/nothing', '/assets/gone.js']) {
      const refusal = await desk.app.inject(url)
      expect(refusal.statusCode, url).toBe(404)
      expect(refusal.headers['content-type'], url).toMatch(/^application\/problem\+json/)
    }
  })

  it('carry headers that forbid foreign scripts and frames; hashed files may be kept, the first page not', async () => {
    const page = await desk.app.inject('/')
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('upgrade-insecure-requests')
    expect(page.headers['cache-control']).toBe('no-cache')
    expect((await desk.app.inject('/assets/desk-1a2b3c.js')).headers['cache-control']).toContain('immutable')
    expect((await desk.app.inject('/healthz')).headers['cache-control']).toBe('no-store')
  })

  it('are as closed to guesses and caches where an address cannot be read', async () => {
    for (const url of ['/api/cases/%zz', `/api/cases/${'x'.repeat(300)}/dossier`]) {
      const { headers } = await desk.ask({ url })
      expect(headers['x-content-type-options'], url).toBe('nosniff')
      expect(headers['cache-control'], url).toBe('no-store')
      expect(headers['content-disposition'], url).toMatch(/^attachment/)
    }
  })

  it('are saved and not shown when somebody opens one as a page', async () => {
    for (const url of ['/api/session', '/api/session/ways', '/api/nothing'])
      expect((await desk.ask({ url })).headers['content-disposition'], url).toBe(
        'attachment; filename="api.json"',
      )
    expect((await desk.app.inject('/')).headers['content-disposition']).toBeUndefined()
  })

  it('never wait without end for the rest of a request', () => {
    expect(desk.app.server.requestTimeout).toBe(60_000)
  })

  it('never leave the folder of the desk', async () => {
    for (const url of ['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json']) {
      expect((await desk.app.inject(url)).body, url).not.toContain('"name"')
    }
  })

  it('come compressed to whoever takes that, when they are long', async () => {
    const long = await askFor('/assets/long-1a2b3c.js', 'gzip')
    expect(long.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
    expect(gunzipSync(long.rawPayload).toString()).toBe(LONG)
    expect((await askFor('/assets/long-1a2b3c.js', 'br, gzip')).headers['content-encoding']).toBe('br')
    expect((await askFor('/assets/long-1a2b3c.js', 'identity')).body).toBe(LONG)
    expect((await askFor('/healthz', 'br')).headers['content-encoding']).toBeUndefined()
  })
})

const post = (payload: string, type = 'application/json') =>
  desk.app.inject({ method: 'POST', url: '/api/session', payload, headers: { 'content-type': type } })

describe('a body that is no JSON', () => {
  it('is refused as malformed: broken, too deep, reaching for a prototype, half a character, of another type', async () => {
    for (const payload of [
      '{"token": ',
      '[]',
      `${'['.repeat(100_000)}`,
      '{"__proto__": {"token": "x"}}',
      '{"token": "\\ud800"}',
      '{"token": "\\u0000"}',
    ]) {
      const answer = await post(payload)
      expect(answer.statusCode, payload.slice(0, 20)).toBe(400)
      expect(answer.json()).toMatchObject({ code: 'malformed-request' })
    }
    expect((await post('token=x', 'text/plain')).statusCode).toBe(415)
  })

  it('is not unpacked: a small body cannot become a large one', async () => {
    const told = await desk.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: gzipSync(JSON.stringify({ token: 'x'.repeat(2_000_000) })),
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    })
    expect(told.statusCode).toBe(400)
    expect(told.json().detail).toMatch(/JSON/)
  })

  it('counts nesting outside of texts only', () => {
    expect(isTooDeep(JSON.stringify('['.repeat(1000)))).toBe(false)
    expect(isTooDeep(JSON.stringify(`"${'\\"['.repeat(1000)}`))).toBe(false)
    expect(isTooDeep('['.repeat(41))).toBe(true)
    expect(isTooDeep('[]'.repeat(41))).toBe(false)
  })
})
