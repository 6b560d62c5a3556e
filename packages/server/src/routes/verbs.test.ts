import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DeskUnderTest, openDesk } from '../../test/desk-under-test.ts'

let desk: DeskUnderTest
beforeAll(async () => {
  desk = await openDesk({ withRecords: false })
})
afterAll(() => desk.close())

const folder = new URL('../../../../docs/actions/', import.meta.url)
const pages = new Map(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]))

describe('the verbs of the desk', () => {
  it('have a page each in docs/actions, which names method and address', () => {
    const texts = [...pages.values()]
    const routes = desk.app.registeredRoutes.filter(({ method }) => method !== 'HEAD')
    expect(routes.length).toBeGreaterThan(12)
    for (const { method, url } of routes) {
      expect(
        texts.some((text) => text.includes(`\`${method} ${url}`)),
        `${method} ${url}`,
      ).toBe(true)
    }
  })

  it('are documented by pages that say effect and who may', () => {
    for (const [name, text] of pages) {
      expect(text.split('\n')[0], name).toBe(`# ${name.replace('.md', '')}`)
      expect(text, name).toContain('**Who may**')
    }
  })
})
