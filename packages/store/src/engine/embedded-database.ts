/**
 * The embedded PostgreSQL as the rest of the program sees it: queries in, rows out, one transaction at a time.
 *
 * Offers what Kysely's PGliteDialect asks of an instance, and talks to the thread in which it runs.
 *
 * Next door: `embedded-worker.ts` is the thread, `open-database.ts` chooses the engine.
 */
import { Worker } from 'node:worker_threads'
import type { types } from '@electric-sql/pglite'
import type { PGlite, PGliteTransaction } from 'kysely'
import { SETTINGS, SETTINGS_TO_READ } from './settings.ts'

export interface Command {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

export interface Question extends Command {
  readonly id: number
  /** a transaction begins before it, with these settings */
  readonly begins?: readonly Command[]
  readonly close?: boolean
}

export interface Answer {
  readonly id: number
  /** what they are, Kysely's typed tables say; here they only pass through */
  readonly rows?: ReturnType<typeof types.parseType>[]
  readonly affectedRows?: number
  readonly failure?: { readonly message: string; readonly code?: string }
}

/** What the database refused, with its five-letter SQLSTATE. */
export class DatabaseError extends Error {
  readonly code: string | undefined
  constructor(message: string, code?: string) {
    super(message)
    this.name = 'DatabaseError'
    this.code = code
  }
}

/** Opens the folder as a database in a thread of its own; creates it when it is not there. */
export function openEmbeddedDatabase(directory: string): PGlite {
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData: directory })
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>()
  let lastId = 0
  let closed = false
  let ready = false
  let death: Error | undefined

  const ended = (error: Error): void => {
    death ??= error
    for (const { reject } of waiting.values()) reject(death)
    waiting.clear()
  }
  worker.on('message', (answer: Answer) => {
    const question = waiting.get(answer.id)
    if (!question) return
    waiting.delete(answer.id)
    if (answer.failure) question.reject(new DatabaseError(answer.failure.message, answer.failure.code))
    else question.resolve(answer)
  })
  worker.on('error', ended)
  worker.on('exit', () => ended(new Error('the embedded database has been closed')))

  const expect = (id: number): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (death) reject(death)
      else waiting.set(id, { resolve, reject })
    })
  const ask = (question: Omit<Question, 'id'>): Promise<Answer> => {
    const id = ++lastId
    const answer = expect(id)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
    if (!death) worker.postMessage({ id, ...question } satisfies Question)
    return answer
  }

  const query = async (sql: string, parameters: unknown[] = [], begins?: readonly Command[]) => {
    const { rows = [], affectedRows = 0 } = await ask({ sql, parameters, ...(begins ? { begins } : {}) })
    return { rows, fields: [], affectedRows }
  }

  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = turn.then(act, act)
    turn = mine.catch(() => undefined)
    return mine
  }

  const waitReady = expect(0).then(() => {
    ready = true
  })
  // whoever waits for readiness gets the error; nobody waiting must not end the process
  waitReady.catch(() => undefined)

  return {
    get closed() {
      return closed
    },
    get ready() {
      return ready
    },
    waitReady,
    query: (sql, parameters) => inTurn(() => query(sql, parameters)),
    transaction: (act) =>
      inTurn(async () => {
        // both go to the thread with the first question: each message there and back costs more than a short query
        let settings: readonly Command[] = []
        let begun = false
        let rolledBack = false
        const rollback = async (): Promise<void> => {
          if (rolledBack) return
          rolledBack = true
          if (begun) await query('rollback')
        }
        const inside: PGlite['query'] = async (sql: string, parameters: unknown[] = []) => {
          if (begun) return query(sql, parameters)
          if (sql.startsWith(SETTINGS)) {
            settings = [...settings, { sql, parameters }]
            return { rows: [], fields: [], affectedRows: 0 }
          }
          begun = true
          return query(sql, parameters, settings)
        }
        const transaction: PGliteTransaction = { query: inside, rollback }
        try {
          const outcome = await act(transaction)
          if (begun && !rolledBack) {
            const end = query('commit')
            // what only read has its answer; should the thread have died, the next question says so
            if (settings.some(({ sql }) => sql.startsWith(SETTINGS_TO_READ))) end.catch(() => undefined)
            else await end
          }
          return outcome
        } catch (error) {
          await rollback()
          throw error
        }
      }),
    close: () =>
      inTurn(async () => {
        if (closed) return
        closed = true
        if (!death) await ask({ sql: '', parameters: [], close: true })
        await worker.terminate()
      }),
  }
}
