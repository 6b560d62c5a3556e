/**
 * What changes what a reader sees (docs/rules/ledger.md, LED-18, LED-19): acts that follow one another, digests, news; on both engines.
 */
import { PUBLIC, type Reader, WORKING } from '@demarche/core'
import { expect, vi } from 'vitest'
import { type Change, openStore } from '../src/index.ts'
import { onBothEngines } from './both-engines.ts'
import { aDraft, aRemarking, OUTSIDER } from './ledgers.ts'
import { RED, ANN, EVE } from './people.ts'

// opening a store from nothing takes seconds, and far longer on a busy machine
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

await onBothEngines(({ on, engine, ledger }) => {
  on('LED-19 of two who rest on the same last statement, one records and the other is told', async () => {
    const { store } = ledger
    const entity = 'case:decided-once'
    const [first] = (await store.as(ANN).append([aDraft({ entity, document: 'Report 1' })])).statements
    const follows = { entity, statement: first?.id ?? '' }
    const ways = await Promise.allSettled(
      ['Report 2', 'Report 3'].map((document) =>
        store
          .as(ANN)
          .append([aDraft({ entity, document, assertedAt: '2026-03-02T10:00:00.000Z' })], { follows }),
      ),
    )
    expect(ways.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(ways.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'stale-write', faults: [{ rule: 'LED-19' }] },
    })
    expect(await store.as(ANN).statements(entity)).toHaveLength(2)
  })

  on(
    'LED-19 once the last statement was erased, the one before it is the last that can be named',
    async () => {
      const { store } = ledger
      const entity = 'case:last-erased'
      const said = (document: string, assertedAt: string) => aDraft({ entity, document, assertedAt })
      const [first] = (await store.as(ANN).append([said('Report 1', '2026-03-01T10:00:00.000Z')])).statements
      const [last] = (await store.as(ANN).append([said('Report 2', '2026-03-02T10:00:00.000Z')])).statements
      if (!first || !last) throw new Error('two statements were recorded')
      await store.erase({ statement: last.id, authority: 'Decision 7/2026', by: 'keeper' })
      const next = said('Report 3', '2026-03-03T10:00:00.000Z')
      await expect(
        store.as(ANN).append([next], { follows: { entity, statement: last.id } }),
      ).rejects.toMatchObject({ code: 'stale-write' })
      const { statements } = await store.as(ANN).append([next], { follows: { entity, statement: first.id } })
      expect(statements).toHaveLength(1)
    },
  )

  on(
    'what is seen of an entity has a digest that changes when that does, and with nothing else',
    async () => {
      const { store } = ledger
      const entity = 'case:digested'
      const digest = async (reader: Reader) => {
        const view = store.as(reader)
        const [seen] = await view.seenOf([entity])
        const known = (await view.digestsOf([entity])).get(entity)
        expect(seen?.digest).toBe(known)
        const stands = seen?.statements.some(({ erased }) => !erased) === true
        expect((await view.kindSeen('case')).digests.get(entity)).toBe(stands ? known : undefined)
        expect(seen?.statements ?? []).toEqual(await view.statements(entity))
        return known
      }
      expect(await digest(ANN)).toBeUndefined()
      const open = aDraft({ entity, marking: { ...PUBLIC, tlp: 'TLP:GREEN' } })
      await store.as(ANN).append([{ ...open, entity: 'case:beside' }])
      const [first] = (await store.as(ANN).append([open])).statements
      const one = await digest(ANN)
      expect(one).toBeDefined()
      expect(await digest(EVE)).toBe(one)
      await store.as(ANN).append([aDraft({ entity, marking: { ...RED, releasableTo: ['EU'] } })])
      const two = await digest(ANN)
      expect(two).not.toBe(one)
      expect(await digest(EVE)).toBe(one)
      if (!first) throw new Error('a statement was recorded')
      await store.as(ANN).append([aRemarking(first, { ...RED, releasableTo: ['EU'] })])
      const remarked = await digest(ANN)
      expect(remarked).not.toBe(two)
      // whoever may not see the new marking sees nothing of it any more, also of the last that was added
      expect(await digest(EVE)).toBeUndefined()
      await store.erase({ statement: first.id, authority: 'Decision 1', by: 'the registry' })
      expect(await digest(ANN)).not.toBe(remarked)
      expect(await digest(EVE)).toBeUndefined()
    },
  )

  on('LED-18 every process hears what was recorded, erased and marked anew', async () => {
    const others = engine ? await openStore(ledger.options) : ledger.store
    const heard: Change[] = []
    const stop = others.onRecorded((change) => heard.push(change))
    const untilHeard = (entity: string) =>
      vi.waitFor(() => expect(heard).toContainEqual({ entity, kind: 'case' }), { timeout: 20_000 })
    try {
      await vi.waitFor(
        async () => {
          await ledger.store
            .as(ANN)
            .append([aDraft({ entity: 'case:news', document: `Report ${heard.length}` })])
          await ledger.store
            .as(ANN)
            .append([aDraft({ entity: 'case:news', document: String(Math.random()) })])
          expect(heard.length).toBeGreaterThan(0)
        },
        { timeout: 20_000, interval: 500 },
      )
      const { statements } = await ledger.store.as(ANN).append([aDraft({ entity: 'case:heard' })])
      await untilHeard('case:heard')
      heard.length = 0
      await ledger.store.erase({ statement: statements[0]?.id ?? '', authority: 'x', by: 'y' })
      await untilHeard('case:heard')
      heard.length = 0
      await expect(ledger.store.as(OUTSIDER).append([aDraft({ marking: WORKING })])).rejects.toThrow()
      stop()
      await ledger.store.as(ANN).append([aDraft({ entity: 'case:unheard' })])
      expect(heard).toEqual([])
    } finally {
      if (engine) await others.close()
    }
  })
})
