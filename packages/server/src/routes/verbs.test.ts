import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verbOf } from '../audit/verb-names.ts'
import { type DeskUnderTest, openDesk } from '../../test/desk-under-test.ts'

let desk: DeskUnderTest
beforeAll(async () => {
  desk = await openDesk({ withRecords: false })
})
afterAll(() => desk.close())

const folder = new URL('../../../../docs/actions/', import.meta.url)
const pages = new Map(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]))

const routes = () =>
  desk.app.registeredRoutes
    .filter(({ method }) => method !== 'HEAD')
    .map(({ method, url }) => ({ method, url }))

describe('the verbs of the desk', () => {
  it('RCD-01 have a name each, and a page of that name in docs/actions, which says method and address', () => {
    expect(routes().length).toBeGreaterThan(70)
    for (const { method, url } of routes()) {
      const verb = verbOf(method, url)
      // acts have a page for each verb of theirs (procedure/verb-pages.test.ts)
      const page =
        verb === 'procedure.act' ? 'procedure.propose' : verb === 'GET /healthz' ? 'health.show' : verb
      expect(pages.get(`${page}.md`), `${method} ${url}`).toContain(`\`${method} ${url}`)
    }
  })

  it('are all there are: a page names an address of the desk, or a command of the shell', () => {
    const known = new Set(routes().map(({ method, url }) => `${method} ${url}`))
    const wrong = [...pages].flatMap(([name, text]) => {
      const addresses = [...text.matchAll(/`((?:GET|POST|PUT|DELETE|PATCH) \/[^\s`?]*)/g)].map(
        ([, one]) => one ?? '',
      )
      const unknown = addresses.filter((one) => !known.has(one))
      const isEmpty = addresses.length === 0 && !/`demarche [a-z]+/.test(text)
      return [...unknown.map((one) => `${name}: ${one}`), ...(isEmpty ? [`${name}: no address`] : [])]
    })
    expect(wrong).toEqual([])
  })

  it('are documented by pages that say effect and who may', () => {
    for (const [name, text] of pages) {
      expect(text.split('\n')[0], name).toBe(`# ${name.replace('.md', '')}`)
      expect(text, name).toContain('**Who may**')
    }
  })
})
