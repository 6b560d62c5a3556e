/**
 * The inside of the thread in which one uploaded file is read: the bytes in, the reading or the refusal out.
 *
 * Next door: `reading-thread.ts` starts it and puts the pieces together.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { DemarcheError } from '@demarche/api'
import { ImportRefusal } from '@demarche/interchange'
import { readRecords } from './read-records.ts'
import type { ReadingMessage, ReadingOrder } from './reading-thread.ts'

const port = parentPort
if (!port) throw new Error('reading-worker.ts runs as a worker thread only')
const say = (message: ReadingMessage): void => port.postMessage(message)

/** Statements that are sent at a time: taking them in costs the other side a few milliseconds. */
const PIECE = 500

async function read({ bytes, options }: ReadingOrder): Promise<void> {
  const { statements, ...report } = await readRecords(bytes, {
    ...options,
    onProgress: (progress) => say({ progress }),
  })
  say({ report })
  let sent = 0
  const send = (): void => {
    say({ statements: JSON.stringify(statements.slice(sent, (sent += PIECE))) })
  }
  port?.on('message', send)
  send()
}

function tellFailure(error: unknown): void {
  if (error instanceof ImportRefusal) {
    const [first, ...others] = error.faults
    if (first) return say({ refusal: [first, ...others] })
  }
  if (error instanceof DemarcheError) {
    const { code, message, faults } = error
    return say({ error: { code, message, faults } })
  }
  return say({ failure: error })
}

const order: ReadingOrder = workerData
await read(order).catch(tellFailure)
