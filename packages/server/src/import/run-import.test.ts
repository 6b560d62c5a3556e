import { readFile } from 'node:fs/promises'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { precedentCasesPath } from '@demarche/doctrine'
import { openStore, type Store } from '@demarche/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadPrecedents } from '../load-precedents.ts'
import { readerOf } from '../session/session.ts'
import { importDocument } from './run-import.ts'

const AT = new Date('2026-03-01T10:00:00.000Z')
const reader = readerOf({ party: 'EU', person: 'test' })
let folder: string
let store: Store
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-import-'))
  store = await openStore({ dataDirectory: folder })
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('an import', () => {
  it('adds nothing that is on record more widely already', async () => {
    const bytes = await readFile(precedentCasesPath)
    await loadPrecedents(store, bytes, AT)
    const { statements: before } = await store.verify()
    const report = await importDocument(store, { bytes, filename: 'cases.json', reader, at: AT })
    expect(report).toMatchObject({ statements: 0, alreadyOnRecord: before })
    expect((await store.verify()).statements).toBe(before)
  }, 60_000)

  it('is refused with its faults when not one record can be read', async () => {
    const bytes = new TextEncoder().encode('{"cases": [{"id": "x"}, 3]}')
    await expect(importDocument(store, { bytes, filename: 'x.json', reader, at: AT })).rejects.toMatchObject({
      code: 'import-refused',
      faults: [{ place: '/cases/0/name' }, { place: '/cases/1' }],
    })
  })
})
