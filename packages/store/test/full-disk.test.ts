/**
 * LED-06, LED-07: a disk that is full refuses a record and spoils none.
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { openAuditFile } from '../src/audit/audit-file.ts'
import { openJournal } from '../src/journal/journal.ts'
import { aFolder } from './ledgers.ts'

const writer = fileURLToPath(new URL('./write-until-full.ts', import.meta.url))

test.skipIf(process.platform === 'win32')(
  'journal and audit log can be opened and go on where the last whole record ended',
  async () => {
    const folder = aFolder()
    try {
      // files of no more than 32 KiB; the shell counts in 512 bytes
      const { stdout } = await promisify(execFile)('sh', [
        '-c',
        'ulimit -f 64; exec "$0" "$1" "$2"',
        process.execPath,
        writer,
        folder.path,
      ])
      const told: unknown = JSON.parse(stdout)
      const journal = await openJournal(join(folder.path, 'journal'))
      const audit = await openAuditFile(folder.path)
      expect({ journal: journal.head, audit: audit.head }).toEqual(told)
      expect(journal.head.sealed).toBeGreaterThan(10)
      expect(audit.head.seq).toBeGreaterThan(5)
      let read = 0
      for await (const { entries } of journal.batches()) read += entries.length
      expect(read).toBe(journal.head.sealed)
      await journal.close()
      await audit.close()
    } finally {
      folder.remove()
    }
  },
  60_000,
)
