import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { precedentCasesPath } from '@demarche/doctrine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runDemarche } from '../../test/run-demarche.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-archive-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = (desk: string, ...words: readonly string[]) =>
  runDemarche(words, { DEMARCHE_DATA: join(folder, desk), DEMARCHE_PARTY: desk })

describe('demarche archive', () => {
  it('carries a case from one desk to another, which takes it from a key that it trusts alone', async () => {
    const file = join(folder, 'viasat.ndjson')
    expect((await at('EE', 'import', precedentCasesPath)).code).toBe(0)
    const written = await at('EE', 'archive', 'case:viasat-kasat-2022', file)
    expect(written.code, written.err).toBe(0)
    const key = (await at('EE', 'archive', '--key')).out.trim()
    expect(key).toMatch(/^[0-9a-f]{64}$/)
    expect(statSync(join(folder, 'EE', 'keys', 'archive-key.pem')).mode & 0o777).toBe(0o600)
    expect((await at('LV', 'archive', '--check', file)).out).toContain(`signed by the key ${key}`)
    const empty = await at('LV', 'list')
    expect(empty.err).toMatch(/No case is on record.*demarche import .*cases\.json/)
    const refused = await at('LV', 'import', file)
    expect(refused.code).toBe(1)
    expect(refused.err).toContain(key)
    const taken = await at('LV', 'import', file, '--trust', key.toUpperCase(), '--json')
    expect(taken.code, taken.err).toBe(0)
    const [report] = JSON.parse(taken.out)
    expect(report).toMatchObject({ format: 'case-archive', rejected: [] })
    expect(report.statements).toBeGreaterThan(5)
    const again = JSON.parse(
      (await at('LV', 'import', '--trust', 'a'.repeat(64), '--trust', key, file, '--json')).out,
    )
    expect(again[0]).toMatchObject({ statements: 0, alreadyOnRecord: report.statements })
    writeFileSync(file, readFileSync(file, 'utf8').replace('KA-SAT', 'KA-SET'))
    const spoilt = await at('LV', 'archive', '--check', file)
    expect(spoilt.code).toBe(1)
    expect(spoilt.err).toContain('RCD-11')
  }, 600_000)

  it('ACC-01 is made for no party that there is not', async () => {
    const file = join(folder, 'for-nobody.ndjson')
    const refused = await at('EE', 'archive', 'case:viasat-kasat-2022', file, '--as-party', 'Germany')
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('“Germany” names no party')
    expect(existsSync(file)).toBe(false)
  }, 240_000)

  it('says what it takes', async () => {
    expect((await at('EE', 'archive')).code).toBe(2)
    const file = join(folder, 'none.ndjson')
    const none = await at('EE', 'archive', 'case:no-such-case', file)
    expect(none.code).toBe(1)
  }, 240_000)
})

describe('demarche erase', () => {
  it('asks for two different people', async () => {
    const words = ['erase', 'a'.repeat(64), '--authority', 'A decision', '--by', 'Mari Maasikas']
    const alone = await at('EE', ...words)
    expect(alone.code).toBe(2)
    const same = await at('EE', ...words, '--confirmed-by', ' mari  maasikas ')
    expect(same.code).toBe(2)
    expect(same.err).toContain('RCD-07')
    const two = await at('EE', ...words, '--confirmed-by', 'Jaan Tamm')
    expect(two.code).toBe(1)
    expect(two.err).toContain('no statement')
  }, 240_000)
})
