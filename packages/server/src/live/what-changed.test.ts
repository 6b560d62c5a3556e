import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store } from '@demarche/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDraft, KEEPER, OFFICER } from '../../../store/test/ledgers.ts'
import { type Seen, whatChanged } from './what-changed.ts'

describe('what of the news a reader sees', () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-news-'))
  let store: Store
  let seen: Seen
  let count = 0

  beforeAll(async () => {
    store = await openStore({ dataDirectory: folder })
    const firstVersion = await store.as(OFFICER).version()
    seen = { since: '2026-03-01T00:00:00.000Z', firstVersion, entities: new Map() }
  })
  afterAll(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const record = async (entity: string, tlp: 'TLP:GREEN' | 'TLP:RED'): Promise<void> => {
    count += 1
    const marking = { distribution: 'LIMITE', tlp } as const
    const assertions = [{ property: 'name', value: `Name ${count}` }]
    const assertedAt = new Date(Date.parse('2026-03-01T10:00:00Z') + count * 1000).toISOString()
    await store.as(KEEPER).append([aDraft({ entity, assertions, marking, assertedAt })])
  }
  const told = async (...news: string[]) => {
    const ledger = store.as(OFFICER)
    return whatChanged(ledger, seen, await ledger.version(), news)
  }

  it('is told even where everything was looked at between the recording and its news', async () => {
    await record('case:one', 'TLP:GREEN')
    await record('case:two', 'TLP:GREEN')
    expect(await told('case:one')).toEqual([{ case: 'case:one' }, 'cases'])
    expect(await told('case:two')).toEqual([{ case: 'case:two' }, 'cases'])
  })

  it('is nothing where the same news comes twice, or what was recorded is hidden', async () => {
    expect(await told('case:one', 'case:two')).toEqual([])
    await record('case:one', 'TLP:RED')
    await record('case:hidden', 'TLP:RED')
    expect(await told('case:one', 'case:hidden')).toEqual([])
  })

  it('is the same whether or not something hidden was recorded beside it', async () => {
    await record('case:two', 'TLP:GREEN')
    await record('case:one', 'TLP:RED')
    await record('case:hidden', 'TLP:RED')
    expect(await told('case:hidden', 'case:one', 'case:two')).toEqual([{ case: 'case:two' }, 'cases'])
  })
})
