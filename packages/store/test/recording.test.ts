/**
 * Who waits to record holds up nobody who reads: on a server, where an import elsewhere or a slow disk may take its time.
 */
import { afterAll, expect, test, vi } from 'vitest'
import { aDraft, anEmptyLedger, KEEPER } from './ledgers.ts'
import { startPostgres } from './postgres.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

/** more than a process has connections */
const WAITING = 20

const server = await startPostgres()
afterAll(() => server?.stop())

test.skipIf(server === null)('many who wait to record, and one who reads meanwhile', async () => {
  const { store, done } = await anEmptyLedger(server)
  try {
    const ledger = store.as(KEEPER)
    await ledger.append([aDraft({ entity: 'case:read' })])
    const entities = Array.from({ length: WAITING }, (_, index) => `case:waits-${index}`)
    const waiting = await store.whileNobodyRecords(async () => {
      const asked = entities.map((entity) => ledger.append([aDraft({ entity })]))
      expect(await ledger.statements('case:read')).toHaveLength(1)
      expect(await ledger.statementsOf(entities)).toEqual([])
      return { asked }
    })
    await Promise.all(waiting.asked)
    expect(await ledger.statementsOf(entities)).toHaveLength(WAITING)
  } finally {
    await done()
  }
})
