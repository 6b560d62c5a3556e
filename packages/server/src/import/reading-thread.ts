/**
 * The reading of an uploaded file in a thread of its own, so that a long file stalls nobody else.
 *
 * Takes the bytes, which are handed over and not copied where that can be; gives the reading, piece by piece, each asked for when the one
 * before has been taken in. One thread a file: a cancelled one ends on the spot, one that dies fails its own import
 * alone, and its memory goes with it.
 *
 * Next door: `reading-worker.ts` is the other end of the line, `read-records.ts` does the work.
 */
import { Worker } from 'node:worker_threads'
import { DemarcheError, type ErrorCode, type Fault } from '@demarche/api'
import type { DraftStatement } from '@demarche/core'
import { type ImportFault, ImportRefusal, isZip, type Reading, type ReadOptions } from '@demarche/interchange'
import { type ReadRecords, readRecords } from './read-records.ts'

/** What the thread is started with. */
export interface ReadingOrder {
  readonly bytes: Uint8Array
  readonly options: Omit<ReadOptions, 'onProgress' | 'signal'>
}

/** What the thread says; each `statements` after the first is sent when it is asked for, the last one is empty. */
export type ReadingMessage =
  | { readonly progress: number }
  | { readonly report: Omit<Reading, 'statements'> }
  /** a list of drafts as JSON: one text is taken in faster than many objects */
  | { readonly statements: string }
  | { readonly refusal: readonly [ImportFault, ...ImportFault[]] }
  | {
      readonly error: {
        readonly code: ErrorCode
        readonly message: string
        readonly faults: readonly Fault[]
      }
    }
  | { readonly failure: unknown }

/** A file that is read in a few tens of milliseconds is read here: a thread takes longer to start. Of a workbook nobody knows. */
const SHORT_FILE = 4 * 1024 * 1024

/** As `readRecords`; a long file in a thread of its own. */
export const readAside: ReadRecords = (bytes, options) =>
  bytes.byteLength < SHORT_FILE && !isZip(bytes) ? readRecords(bytes, options) : readInThread(bytes, options)

/** As `readRecords`, in a thread of its own. */
export const readInThread: ReadRecords = async (bytes, { onProgress, signal, ...options }) => {
  signal?.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<Reading>()
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
    workerData: { bytes, options } satisfies ReadingOrder,
    transferList: ownMemory(bytes),
  })
  let report: Omit<Reading, 'statements'> | undefined
  const statements: DraftStatement[] = []
  const takeIn = (piece: string): void => {
    const drafts: readonly DraftStatement[] = JSON.parse(piece)
    for (const draft of drafts) statements.push(draft)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
    if (drafts.length > 0) worker.postMessage('next')
    else if (report) resolve({ ...report, statements })
  }
  worker.on('message', (message: ReadingMessage) => {
    if ('progress' in message) onProgress?.(message.progress)
    else if ('report' in message) ({ report } = message)
    else if ('statements' in message) takeIn(message.statements)
    else if ('refusal' in message) reject(new ImportRefusal(message.refusal))
    else if ('error' in message) {
      const { code, message: text, faults } = message.error
      reject(new DemarcheError(code, text, faults))
    } else reject(message.failure)
  })
  worker.on('error', reject)
  worker.on('exit', () => reject(new Error('the thread that reads a file has ended')))
  const cancel = (): void => reject(signal?.reason)
  signal?.addEventListener('abort', cancel, { once: true })
  return promise.finally(async () => {
    signal?.removeEventListener('abort', cancel)
    await worker.terminate()
  })
}

/** Memory that can be handed over; a short file lies in memory that others use too, and is copied. */
function ownMemory({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : []
}
