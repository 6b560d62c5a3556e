/** What changed since a day is found by what was last said beside each record, as the reader sees it; on both engines. */
import type { Marking } from '@demarche/core'
import { expect, vi } from 'vitest'
import type { Reader } from '../src/index.ts'
import { onBothEngines } from './both-engines.ts'
import { aDraft, type DraftParts, KEEPER, OUTSIDER } from './ledgers.ts'

vi.setConfig({ hookTimeout: 180_000 })

const RED: Marking = { distribution: 'LIMITE', tlp: 'TLP:RED', releasableTo: ['EU'] }
const visit = (slug: string, property: string, parts: DraftParts) =>
  aDraft({ entity: `visit:${slug}`, kind: 'visit', assertions: [{ property, value: slug }], ...parts })
const at = (minute: number) => ({ assertedAt: `2026-03-01T09:0${minute}:00.000Z` })

await onBothEngines(({ on, ledger }) => {
  on('PFO-90 looks no further than at the latest, and says so', async () => {
    const { store } = ledger
    await store.as(KEEPER).append([
      visit('one', 'name', at(1)),
      visit('two', 'name', at(2)),
      visit('three', 'name', at(3)),
      // its latest word is under another label, which not all may read
      visit('one', 'aim', { ...at(4), marking: RED }),
      visit('came', 'name', { ...at(5), assertedBy: 'demarche' }),
      visit('two', 'aim', { ...at(6), assertedBy: 'demarche', document: 'Later' }),
    ])
    const asked = async (most: number, reader: Reader) => {
      const { records, ...counts } = await store.as(reader).findChanged({
        kinds: ['visit'],
        since: '2026-03-01T09:00:00.000Z',
        apart: 'demarche',
        most,
        limit: 10,
      })
      return { ...counts, records: records.map(({ entity }) => entity.slice(6)) }
    }
    const apart = { total: 1, last: '2026-03-01T09:05:00.000Z' }
    const all = { apart, isCut: false, total: 3 }
    expect(await asked(10, KEEPER)).toEqual({ ...all, records: ['two', 'one', 'three'] })
    expect(await asked(10, OUTSIDER)).toEqual({ ...all, records: ['two', 'three', 'one'] })
    expect(await asked(2, KEEPER)).toEqual({ apart, isCut: true, total: 2, records: ['two', 'one'] })
    expect(await asked(3, OUTSIDER)).toEqual({ ...all, records: ['two', 'three', 'one'] })
  })
})
