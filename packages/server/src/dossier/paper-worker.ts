/**
 * The inside of the thread in which papers are set: an order in, a file or the error out, one after the other.
 *
 * The bytes are handed over, not copied. Next door: `paper-thread.ts` sends the orders.
 */
import { parentPort } from 'node:worker_threads'
import type { Dossier } from '@demarche/core'
import type { OrderMessage, PaperMessage } from './paper-thread.ts'
import { writeCirculated } from './write-circulated.ts'
import { type PaperFile, writeOptionsPaper } from './write-options-paper.ts'
import { writeRecordPaper } from './write-record-paper.ts'

const port = parentPort
if (!port) throw new Error('paper-worker.ts runs as a worker thread only')

function write(order: OrderMessage): Promise<PaperFile> {
  if (!('dossier' in order)) return writeRecordPaper(order)
  const { dossier: json, doctrine, format, producedOn, circulated, as, language } = order
  const dossier: Dossier = JSON.parse(json)
  return circulated
    ? writeCirculated(circulated, dossier, doctrine, format, producedOn, { as, language })
    : writeOptionsPaper(dossier, doctrine, format, producedOn, { as, language })
}

async function answer(order: OrderMessage): Promise<void> {
  const { id } = order
  try {
    const paper = await write(order)
    // a Buffer may be a view into memory that others use; only memory of its own can be handed over
    const bytes = new Uint8Array(paper.bytes)
    port?.postMessage({ id, paper: { ...paper, bytes } } satisfies PaperMessage, [bytes.buffer])
  } catch (error) {
    port?.postMessage({ id, failure: failureOf(error) } satisfies PaperMessage)
  }
}

function failureOf(error: unknown): NonNullable<PaperMessage['failure']> {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) }
  const { name, message, stack } = error
  return { name, message, ...(stack === undefined ? {} : { stack }) }
}

let last: Promise<void> = Promise.resolve()
port.on('message', (message: OrderMessage) => {
  last = last.then(() => answer(message))
})
