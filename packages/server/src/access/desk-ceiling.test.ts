import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DraftStatement, MARKING_KIND, type Reader, STATEMENT_MARKING } from '@demarche/core'
import { openStore, type Store } from '@demarche/store'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { importDocument } from '../import/run-import.ts'
import { NO_CEILING, readCeiling, underCeiling } from './desk-ceiling.ts'

const READER: Reader = { party: 'EE', person: 'shell', role: 'desk-officer', ...NO_CEILING }
const folder = mkdtempSync(join(tmpdir(), 'demarche-ceiling-'))
let opened: Store
let store: Store
beforeAll(async () => {
  opened = await openStore({ dataDirectory: folder, clock: () => new Date('2026-11-24T09:00:00Z') })
  store = underCeiling(opened, { maxDistribution: 'LIMITE', maxTlp: 'TLP:AMBER' })
})
afterAll(async () => {
  await opened.close()
  rmSync(folder, { recursive: true, force: true })
})

const draft = (
  tlp: DraftStatement['marking']['tlp'],
  more: Partial<DraftStatement> = {},
): DraftStatement => ({
  entity: 'case:port',
  kind: 'case',
  assertions: [{ property: 'name', value: 'Port' }],
  source: { document: 'Report', verified: true },
  grading: { reliability: 'B', credibility: '2' },
  marking: { distribution: 'LIMITE', tlp },
  assertedBy: 'EE',
  assertedAt: '2026-11-24T09:00:00.000Z',
  ...more,
})

it('reads a distribution and a label, and nothing else', () => {
  expect(readCeiling('LIMITE TLP:AMBER')).toEqual({ maxDistribution: 'LIMITE', maxTlp: 'TLP:AMBER' })
  for (const text of ['TLP:AMBER', 'LIMITE', 'RESTREINT UE', 'LIMITE TLP:AMBER TLP:RED', 'limite tlp:amber'])
    expect(readCeiling(text)).toBeNull()
})

it('ACS-01 refuses what is marked above, names place and rule, and records nothing', async () => {
  const ledger = store.as(READER)
  await expect(ledger.append([draft('TLP:AMBER'), draft('TLP:RED')])).rejects.toMatchObject({
    code: 'value-refused',
    message: expect.stringContaining('nothing above LIMITE · TLP:AMBER'),
    faults: [{ place: '/1/marking', rule: 'ACS-01' }],
  })
  expect(await ledger.statements('case:port')).toEqual([])
})

it('ACS-01 refuses to raise a statement above it', async () => {
  const ledger = store.as(READER)
  const [statement] = (await ledger.append([draft('TLP:AMBER')])).statements
  const value = {
    statement: statement?.id ?? '',
    marking: { distribution: 'LIMITE', tlp: 'TLP:RED' } as const,
  }
  const record = draft('TLP:AMBER', {
    kind: MARKING_KIND,
    assertions: [{ property: STATEMENT_MARKING, value }],
    reason: 'Stricter.',
  })
  await expect(ledger.append([record])).rejects.toMatchObject({ faults: [{ rule: 'ACS-01' }] })
  expect(await ledger.remarkings('case:port')).toEqual([])
})

it('ACS-01 refuses a file as a whole when one record is marked above', async () => {
  const bundle = {
    type: 'bundle',
    id: 'bundle--00000000-0000-4000-8000-000000000001',
    objects: [
      {
        type: 'campaign',
        spec_version: '2.1',
        id: 'campaign--00000000-0000-4000-8000-000000000002',
        created: '2026-11-01T00:00:00.000Z',
        modified: '2026-11-01T00:00:00.000Z',
        name: 'Rain',
        object_marking_refs: ['marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1'],
      },
    ],
  }
  const order = {
    bytes: new TextEncoder().encode(JSON.stringify(bundle)),
    filename: 'rain.json',
    reader: READER,
    at: new Date('2026-11-24T10:00:00Z'),
  }
  const before = await store.as(READER).version()
  await expect(importDocument(store, order)).rejects.toMatchObject({
    code: 'value-refused',
    message: expect.stringContaining('ACS-01'),
  })
  expect(await store.as(READER).version()).toBe(before)
  expect((await importDocument(opened, order)).cases).toHaveLength(1)
})
