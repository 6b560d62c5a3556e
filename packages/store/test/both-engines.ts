/** The same tests on either engine, with or without an empty ledger for each; on PostgreSQL where it is installed. */
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
}

export interface WithLedger extends OnOneEngine {
  readonly ledger: Pick<Bench, 'store' | 'options'>
}

/**
 * For tests that open what they need themselves.
 * @returns the server, where there is one; it is stopped after the last test of the file
 */
export async function onEitherEngine(tests: (given: OnOneEngine) => void): Promise<PostgresServer | null> {
  const server = await startPostgres()
  afterAll(() => server?.stop())
  describe.each([
    ['pglite', null],
    ['postgres', server],
  ] as const)('on %s', (name, engine) => {
    tests({ name, server, on: test.skipIf(name === 'postgres' && !engine), engine })
  })
  return server
}

/** The same, each with an empty ledger of its own. */
export function onBothEngines(tests: (given: WithLedger) => void): Promise<PostgresServer | null> {
  return onEitherEngine((given) => {
    let bench: Bench
    beforeAll(async () => {
      if (given.name === 'pglite' || given.engine) bench = await anEmptyLedger(given.engine)
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
    tests({ ...given, ledger })
  })
}
