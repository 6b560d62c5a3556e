/**
 * The thread in which the embedded PostgreSQL runs, so that a slow query stalls nobody else.
 *
 * Takes SQL with parameters as messages, one at a time in order of arrival; answers rows or the error.
 * The database is only an index of the journal, so it does not sync: the journal does (docs/decisions/0002).
 *
 * Next door: `embedded-database.ts` is the other end of the line, `start-engine.ts` has the settings.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { parentPort, workerData } from 'node:worker_threads'
import type { PGlite } from '@electric-sql/pglite'
import { copyTemplate } from './database-template.ts'
import type { Answer, Question } from './embedded-database.ts'
import { openEmbeddedQuery } from './embedded-query.ts'
import { startEngine } from './start-engine.ts'

const port = parentPort
if (!port) throw new Error('embedded-worker.ts runs as a worker thread only')

const directory: unknown = workerData
if (typeof directory !== 'string') throw new Error('embedded-worker.ts expects the database folder')

const answer = (message: Answer): void => port.postMessage(message)

function failure(error: unknown): NonNullable<Answer['failure']> {
  const message = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  return code === undefined ? { message } : { message, code }
}

async function open(dataDir: string): Promise<PGlite> {
  if (!existsSync(join(dataDir, 'PG_VERSION'))) copyTemplate(dataDir)
  return startEngine({ dataDir })
}

// compiled simply and once: the optimising compiler takes 600 MB for one function of PostgreSQL, just as the desk starts
// (docs/decisions/0002)
setFlagsFromString('--no-wasm-tier-up')
setFlagsFromString('--no-wasm-dynamic-tiering')
const database = open(directory).then((pglite) => ({ pglite, ask: openEmbeddedQuery(pglite) }))
database.then(
  () => answer({ id: 0 }),
  (error: unknown) => answer({ id: 0, failure: failure(error) }),
)

// with nothing to bind these take one message to the engine instead of five
const ENDINGS = new Set(['commit', 'rollback'])

async function reply(question: Question): Promise<void> {
  try {
    const { pglite, ask } = await database
    if (question.close) {
      await pglite.close()
      answer({ id: question.id })
      return
    }
    if (question.begins) {
      await pglite.exec('begin')
      for (const { sql, parameters } of question.begins) await ask(sql, parameters)
    }
    if (ENDINGS.has(question.sql)) {
      await pglite.exec(question.sql)
      answer({ id: question.id })
      return
    }
    answer({ id: question.id, ...(await ask(question.sql, question.parameters)) })
  } catch (error) {
    answer({ id: question.id, failure: failure(error) })
  }
}

let last: Promise<void> = Promise.resolve()
port.on('message', (question: Question) => {
  last = last.then(() => reply(question))
})
