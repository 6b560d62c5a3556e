/**
 * Starts the embedded PostgreSQL with this program's settings: small memory, and long texts as bytes.
 *
 * Next door: `embedded-worker.ts` runs it in a thread.
 */
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'

// one connection over an index that can be rebuilt: the engine's defaults would only hold memory
const MEMORY = ['shared_buffers=32MB', 'wal_buffers=1MB', 'max_connections=4']

// a long text may come as UTF-8 bytes, as it may to the driver of a PostgreSQL server: the engine sends bytes as they are
const TEXT = 25
const asText = (value: unknown): string | Uint8Array => (value instanceof Uint8Array ? value : String(value))

/** The engine over a folder, or in memory when none is given. */
export async function startEngine(options: Pick<PGliteOptions, 'dataDir' | 'loadDataDir'>): Promise<PGlite> {
  const pglite = await PGlite.create({
    ...options,
    startParams: [...PGlite.defaultStartParams, ...MEMORY.flatMap((setting) => ['-c', setting])],
  })
  Object.assign(pglite.serializers, { [TEXT]: asText })
  return pglite
}
