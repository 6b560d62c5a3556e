/**
 * A process that writes journal and audit log until the disk takes no more, then says how far it came in each.
 *
 * Started by `full-disk.test.ts` with a limit on the size of files and the folder as its argument.
 */
import { mkdir } from 'node:fs/promises'
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { sealEntries } from '../src/audit/audit-entry.ts'
import { openAuditFile } from '../src/audit/audit-file.ts'
import { openJournal } from '../src/journal/journal.ts'
import { prepare } from '../src/ledger/prepare.ts'
import { aDraft } from './ledgers.ts'

const folder = process.argv[2] ?? ''
await mkdir(folder, { recursive: true })
const journal = await openJournal(join(folder, 'journal'))
const audit = await openAuditFile(folder)

/** Writes again and again until three in a row were refused. */
async function untilFull(write: (number: number) => Promise<void>): Promise<void> {
  let number = 0
  for (let refusals = 0; refusals < 3; number += 1) {
    const isRefused = await write(number).then(
      () => false,
      () => true,
    )
    refusals = isRefused ? refusals + 1 : 0
  }
}

await untilFull(async (number) => {
  const { statement, body } = prepare(aDraft({ document: `Report ${number}` }))
  await journal.accepted(() => journal.write([{ id: statement.id, body }]))
})
const note = (text: string) => audit.write(sealEntries(audit.head, [JSON.stringify(text)]))
await untilFull(() => note('x'.repeat(5000)))
// what is short enough still fits, and stands behind a whole line
await note('short')
writeSync(1, JSON.stringify({ journal: journal.head, audit: audit.head }))
