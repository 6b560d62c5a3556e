/** The same tests on either engine, each with an empty ledger of its own; on PostgreSQL where it is installed. */
import { afterAll, beforeAll, describe, test } from 'vitest'
import { anEmptyLedger, type Bench } from './ledgers.ts'
import { type PostgresServer, startPostgres } from './postgres.ts'

export interface OnOneEngine {
  readonly name: 'pglite' | 'postgres'
  readonly on: typeof test.skip
  /** null on the embedded one */
  readonly engine: PostgresServer | null
  /** the same on both, where there is one */
  readonly server: PostgresServer | null
  readonly ledger: Pick<Bench, 'store' | 'options'>
}

/** @returns the server, where there is one; it is stopped after the last test of the file */
export async function onBothEngines(tests: (given: OnOneEngine) => void): Promise<PostgresServer | null> {
  const server = await startPostgres()
  afterAll(() => server?.stop())
  describe.each([
    ['pglite', null],
    ['postgres', server],
  ] as const)('on %s', (name, engine) => {
    let bench: Bench
    beforeAll(async () => {
      if (name === 'pglite' || engine) bench = await anEmptyLedger(engine)
    })
    afterAll(() => bench?.done())
    const ledger = {
      get store() {
        return bench.store
      },
      get options() {
        return bench.options
      },
    }
    tests({ name, server, on: test.skipIf(name === 'postgres' && !engine), engine, ledger })
  })
  return server
}
