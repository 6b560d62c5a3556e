/**
 * How much script the first screen costs: 200 KB gzip at most, counted over everything that loads before it shows.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { buildDesk } from '@demarche/testkit'
import { beforeAll, describe, expect, it } from 'vitest'

const dist = fileURLToPath(new URL('../../packages/desk/dist', import.meta.url))

describe('the first screen of the desk', () => {
  beforeAll(() => buildDesk(), 120_000)

  it('loads at most 200 KB of script, compressed', () => {
    const page = readFileSync(`${dist}/index.html`, 'utf8')
    const scripts = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, path]) => path ?? '')
    expect(scripts.length).toBeGreaterThan(1)
    const total = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(dist + path)).length, 0)
    expect(total).toBeLessThanOrEqual(200 * 1024)
  })

  it('has no script and no style written into the page, so that the content security policy can forbid them', () => {
    const page = readFileSync(`${dist}/index.html`, 'utf8')
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/)
    expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=/)
  })
})
