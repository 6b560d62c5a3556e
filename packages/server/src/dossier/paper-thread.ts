/**
 * The thread in which papers are set, so that a long PDF stalls nobody else.
 *
 * Takes orders for papers, gives files; one thread, started with the first order and kept warm, one paper at a time in
 * order of arrival. A paper that cannot be set fails alone; a thread that dies fails what it was given, and the next
 * order starts another. A thread without work keeps no process alive.
 *
 * Next door: `paper-worker.ts` is the other end of the line, `write-options-paper.ts`, `write-circulated.ts`
 * and `write-record-paper.ts` do the work.
 */
import { Worker } from 'node:worker_threads'
import type { Doctrine, Dossier } from '@demarche/core'
import type { DocumentFormat } from '@demarche/documents'
import type { Shown } from './shown-as.ts'
import type { CirculatedOrder } from './write-circulated.ts'
import type { PaperFile } from './write-options-paper.ts'
import type { RecordPaperOrder } from './write-record-paper.ts'

/** What to write: a document of a procedure where one is given (`writeCirculated`), else the options paper. */
export interface PaperOrder extends Shown {
  readonly dossier: Dossier
  readonly doctrine: Doctrine
  readonly format: DocumentFormat
  readonly producedOn: string
  readonly circulated?: CirculatedOrder
}

export interface CaseOrderMessage extends Omit<PaperOrder, 'dossier'> {
  readonly id: number
  /** as JSON: a compiled dossier works parts of it out when asked, and only JSON has them all */
  readonly dossier: string
}
export type OrderMessage = CaseOrderMessage | (RecordPaperOrder & { readonly id: number })

export interface PaperMessage {
  readonly id: number
  readonly paper?: Omit<PaperFile, 'bytes'> & { readonly bytes: Uint8Array }
  readonly failure?: { readonly name: string; readonly message: string; readonly stack?: string }
}

export interface PaperThread {
  /** The paper as a file. Rejects with the error of the writer, or with that of the thread when it died of it. */
  write(order: PaperOrder | RecordPaperOrder): Promise<PaperFile>
  /** Ends the thread; papers under way are refused. The next order starts it again. */
  close(): Promise<void>
}

interface Waiting {
  readonly resolve: (paper: PaperFile) => void
  readonly reject: (error: Error) => void
}

export function openPaperThread(): PaperThread {
  let running: { readonly worker: Worker; readonly waiting: Map<number, Waiting> } | undefined
  let lastId = 0

  const start = (): NonNullable<typeof running> => {
    const worker = new Worker(new URL('./paper-worker.ts', import.meta.url))
    const waiting = new Map<number, Waiting>()
    const thread = { worker, waiting }
    const ended = (error: Error): void => {
      if (running === thread) running = undefined
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    }
    worker.on('message', ({ id, paper, failure }: PaperMessage) => {
      const order = waiting.get(id)
      waiting.delete(id)
      if (waiting.size === 0) worker.unref()
      if (paper) order?.resolve({ ...paper, bytes: Buffer.from(paper.bytes.buffer) })
      else order?.reject(errorOf(failure))
    })
    worker.on('error', (error: unknown) => ended(error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', () => ended(new Error('the thread that sets papers has ended')))
    return thread
  }

  return {
    write: (order) =>
      new Promise((resolve, reject) => {
        const thread = (running ??= start())
        const id = ++lastId
        // what cannot be sent is refused here, before anybody waits for it
        const message: OrderMessage =
          'dossier' in order ? { ...order, id, dossier: JSON.stringify(order.dossier) } : { ...order, id }
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
        thread.worker.postMessage(message)
        thread.worker.ref()
        thread.waiting.set(id, { resolve, reject })
      }),
    async close() {
      await running?.worker.terminate()
    },
  }
}

function errorOf(failure: PaperMessage['failure']): Error {
  const error = new Error(failure?.message ?? 'the paper came back empty')
  if (failure) error.name = failure.name
  if (failure?.stack !== undefined) error.stack = failure.stack
  return error
}

/** The one thread of this process. */
export const paperThread: PaperThread = openPaperThread()
