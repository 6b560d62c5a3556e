/**
 * What is kept of digests, whichever process recorded what came since: it is what is read afresh.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DraftStatement, PUBLIC } from '@demarche/core'
import { openStore, type Store } from '../src/index.ts'
import { prepare } from '../src/ledger/prepare.ts'
import { aDraft, anEmptyLedger, aRemarking, type Bench, KEEPER } from './ledgers.ts'
import { type PostgresServer, startPostgres } from './postgres.ts'

/** Some of three hundred such drafts, so chosen that the exclusive or of their ids is nothing. */
function cancellingOut(draw: () => DraftStatement): readonly DraftStatement[] {
  const drafts = Array.from({ length: 300 }, draw)
  /** by its highest bit: a sum, and which drafts it is of */
  const sums = new Map<number, { readonly sum: bigint; readonly of: ReadonlySet<number> }>()
  for (const [place, draft] of drafts.entries()) {
    let sum = BigInt(`0x${prepare(draft).statement.id}`)
    let of: ReadonlySet<number> = new Set([place])
    for (let known = sums.get(sum.toString(2).length); known && sum !== 0n;) {
      sum ^= known.sum
      of = of.symmetricDifference(known.of)
      known = sums.get(sum.toString(2).length)
    }
    if (sum === 0n) return drafts.filter((_, one) => of.has(one))
    sums.set(sum.toString(2).length, { sum, of })
  }
  throw new Error('expected one of 257 numbers of 256 bits to follow from the others')
}

const GREEN = { ...PUBLIC, tlp: 'TLP:GREEN' } as const
const server: PostgresServer | null = await startPostgres()
afterAll(() => server?.stop())

describe.each(['pglite', 'postgres'])('digests that are kept on %s', (name) => {
  let ledger: Bench
  let stores: readonly Store[]
  beforeAll(async () => {
    if (name === 'postgres' && !server) return
    ledger = await anEmptyLedger(name === 'postgres' ? server : null)
    // a server is worked on by several processes
    stores = name === 'postgres' ? [ledger.store, await openStore(ledger.options)] : [ledger.store]
  })
  afterAll(async () => {
    for (const other of stores?.slice(1) ?? []) await other.close()
    await ledger?.done()
  })
  const on = test.skipIf(name === 'postgres' && !server)

  /** Each process sees what is read afresh, and all of them the same. */
  const areAsReadAfresh = async (why: string): Promise<void> => {
    for (const store of stores) {
      const view = store.as(KEEPER)
      const [cases, lists] = await view.kindsSeen('case', 'project')
      for (const [kind, seen] of [
        ['case', cases],
        ['project', lists],
      ] as const) {
        const entities = await view.entities(kind)
        expect([...seen.digests], `${kind}, ${why}`).toEqual([...(await view.digestsOf(entities))])
        expect(await view.kindSeen(kind), `${kind}, ${why}`).toEqual(seen)
      }
    }
  }
  let number = 0
  /** of the processes the one whose turn it is */
  const last = (): Store => stores[number % stores.length] ?? ledger.store
  const said = (parts: Partial<DraftStatement> = {}): DraftStatement => {
    number += 1
    const { entity = `case:${number % 7}`, kind = 'case', ...others } = parts
    const assertedAt = new Date(Date.parse('2026-03-01T09:00:00Z') + number * 1000).toISOString()
    return { ...aDraft({ entity, kind, assertedAt, document: `Report ${number}` }), ...others }
  }

  on('are those that are read afresh, whoever recorded what came since and however it is dated', async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      await last().as(KEEPER).append([said()])
      await areAsReadAfresh('one more')
      await last()
        .as(KEEPER)
        .append([said({ marking: GREEN }), said({ entity: 'project:p', kind: 'project' })])
      await areAsReadAfresh('two labels and two kinds')
    }
    await last()
      .as(KEEPER)
      .append([said({ assertedAt: '2019-01-01T00:00:00.000Z' })])
    await areAsReadAfresh('an older one')
    await last()
      .as(KEEPER)
      .append(Array.from({ length: 90 }, () => said()))
    await areAsReadAfresh('many at once')
    const { statements } = await last().as(KEEPER).append([said(), said()])
    await areAsReadAfresh('two more')
    const [first, second] = statements
    if (!first || !second) throw new Error('two statements were recorded')
    await last()
      .as(KEEPER)
      .append([aRemarking(first, GREEN)])
    await areAsReadAfresh('one marked anew')
    await last().erase({ statement: second.id, authority: 'Decision 1', by: 'the registry' })
    await areAsReadAfresh('one erased')
    await last().as(KEEPER).append([said()])
    await areAsReadAfresh('one more at the end')
  })

  on(
    'are those that are read afresh where what was recorded cancels out in the digest of its label',
    async () => {
      for (const marking of [PUBLIC, { ...PUBLIC, releasableTo: ['EU', 'EE'] }]) {
        await areAsReadAfresh('before')
        const before = await last().as(KEEPER).version()
        const drafts = cancellingOut(() => said({ marking, entity: `case:crafted-${number % 3}` }))
        const { statements } = await last().as(KEEPER).append(drafts)
        expect(statements.reduce((sum, { id }) => sum ^ BigInt(`0x${id}`), 0n)).toBe(0n)
        await areAsReadAfresh('what cancels out')
        expect(await last().as(KEEPER).version()).not.toBe(before)
        // dated before what is remembered, so that only some of it is found among what came last
        await last()
          .as(KEEPER)
          .append([
            ...cancellingOut(() =>
              said({
                marking,
                entity: `case:old-${number % 3}`,
                assertedAt: `2018-01-01T00:00:00.${String(number % 1000).padStart(3, '0')}Z`,
              }),
            ),
            said({ marking }),
          ])
        await areAsReadAfresh('what cancels out and one more')
      }
    },
  )

  on('give each statement as it stands: marked anew, erased, and by an instant', async () => {
    const entity = 'case:kept'
    const { store } = ledger
    const read = () => store.as(KEEPER).statements(entity)
    const drafts = ['Report A', 'Report B'].map((document, place) =>
      aDraft({ entity, document, assertedAt: `2026-03-0${place + 1}T10:00:00.000Z` }),
    )
    const [first, second] = (await store.as(KEEPER).append(drafts)).statements
    if (!first || !second) throw new Error('two statements were recorded')
    expect(await read()).toEqual([first, second])
    expect((await read())[0]).toBe((await read())[0])
    expect(await store.as(KEEPER).statements(entity, first.assertedAt)).toEqual([first])
    await store.as(KEEPER).append([aRemarking(first, GREEN)])
    expect((await read())[0]).toMatchObject({ id: first.id, marking: GREEN, remarked: true })
    await store.erase({ statement: second.id, authority: 'Decision 1', by: 'the registry' })
    expect((await read()).map(({ id }) => id)).toEqual([first.id])
  })
})
