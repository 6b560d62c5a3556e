/**
 * A process to be killed while it attaches files of evidence: between two steps, or at any moment.
 *
 * Started by `files-kill.test.ts` with where the records are, as JSON, and what it is to do: `forever`, or the step after which
 * it kills itself.
 */
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { z } from 'zod'
import { openStore } from '../src/index.ts'
import { prepare } from '../src/ledger/prepare.ts'
import { aDraft, KEEPER } from './ledgers.ts'

const options = z
  .object({ dataDirectory: z.string(), databaseUrl: z.string().optional(), ownerUrl: z.string().optional() })
  .parse(JSON.parse(process.argv[2] ?? ''))
const step = process.argv[3] ?? 'forever'
const store = await openStore(options)
// for the next one: a process that is killed keeps nothing at its end
flushCompileCache()
const reader = store.as(KEEPER)
const die = (): void => void process.kill(process.pid, 'SIGKILL')
const sealed = new Uint8Array(1_500_000).fill(7)

const attach = async (number: number): Promise<void> => {
  const item = 'evidence-item:killed'
  const draft = aDraft({
    entity: `custody-entry:${number}-${process.pid}`,
    kind: 'custody-entry',
    assertions: [{ property: 'item', value: item }],
  })
  const file = (statement: string) => ({
    statement,
    item,
    keyId: 'k-1',
    wrappedKey: 'd3JhcHBlZA==',
    at: '2026-03-03T12:00:00.000Z',
    sealed,
  })
  if (step === 'file') {
    // the file is there, and its statement not yet
    await reader.append([draft], {
      async ahead(session) {
        const { id } = prepare(draft).statement
        await store.files.put(file(id), session)
        writeSync(1, `${JSON.stringify({ put: id })}\n`)
        die()
        await new Promise(() => undefined)
      },
    })
  }
  const { id } = await reader.attach(draft, async (statement) => ({
    file: file(statement.id),
    wrappedNow: async () => file(statement.id),
  }))
  writeSync(1, `${JSON.stringify({ acknowledged: id })}\n`)
  if (step === 'acknowledged') die()
}
for (let number = 1; ; number += 1) await attach(number)
