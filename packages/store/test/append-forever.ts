/**
 * A process to be killed: says which statements it finds, then appends and erases for ever and says what was acknowledged.
 *
 * Started by `kill.test.ts` with the data folder as its argument.
 */
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { openStore } from '../src/index.ts'
import { aDraft, KEEPER } from './ledgers.ts'

const store = await openStore({ dataDirectory: process.argv[2] ?? '' })
// for the next one: a process that is killed keeps nothing at its end
flushCompileCache()
const reader = store.as(KEEPER)
const found = await reader.statements('case:killed')
const { sound, fault } = await store.verify()
writeSync(1, `${JSON.stringify({ found: found.map(({ id }) => id), sound, fault })}\n`)

// two at a time, so that calls share a sync and a kill may hit either
let number = found.length
const append = async (): Promise<never> => {
  for (let round = 0; ; round += 1) {
    const drafts = Array.from({ length: 3 }, () =>
      aDraft({
        entity: 'case:killed',
        assertions: [{ property: 'name', value: `name ${(number += 1)} of ${process.pid}` }],
      }),
    )
    const { statements } = await reader.append(drafts)
    writeSync(1, `${JSON.stringify({ acknowledged: statements.map(({ id }) => id) })}\n`)
    const [first] = statements
    if (!first || round % 4 > 0) continue
    writeSync(1, `${JSON.stringify({ erasing: first.id })}\n`)
    await store.erase({ statement: first.id, authority: 'Decision 7/2026', by: 'keeper' })
    writeSync(1, `${JSON.stringify({ erased: first.id })}\n`)
  }
}
await Promise.all([append(), append()])
