/**
 * `demarche drill`: proves that the records can be got back: backs them up, restores the file into an empty folder of its
 * own, verifies it, backs that up in turn and compares both files byte for byte. Nothing of the real records is touched.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { BadUsage, Refused } from '../outcome.ts'
import { sayFilesWithoutKey } from '../print/files-without-key.ts'
import { withRecords } from '../records.ts'
import { JSON_FLAG, type Verb } from './verb.ts'

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

export const drillVerb: Verb = (program, { terminal, environment }) => {
  program
    .command('drill')
    .description('proves that a backup can be restored: backs up, restores elsewhere, verifies, compares')
    .argument('[file]', 'a backup to try; without it one is made of the records')
    .option(...JSON_FLAG)
    .action(async (given: string | undefined, { json }: { readonly json?: boolean }) => {
      if (given !== undefined && !existsSync(given)) throw new BadUsage(`There is no file ${given}.`)
      const { openStore, restoreStore } = await import('@demarche/store')
      const folder = await mkdtemp(join(tmpdir(), 'demarche-drill-'))
      try {
        const original = given ?? join(folder, 'original.ndjson')
        if (given === undefined) await withRecords(environment, ({ store }) => store.backup(original))
        const dataDirectory = join(folder, 'restored')
        await restoreStore(original, { dataDirectory })
        const restored = await openStore({ dataDirectory })
        const again = join(folder, 'again.ndjson')
        const report = await restored
          .verify()
          .then(async (verified) => {
            const { files } = await restored.backup(again)
            return { ...verified, files }
          })
          .finally(() => restored.close())
        const [before, after] = await Promise.all([sha256Of(original), sha256Of(again)])
        const identical = before === after
        const result = {
          statements: report.statements,
          seal: report.seal,
          sound: report.sound,
          files: report.files,
          identical,
          before,
          after,
        }
        if (json) terminal.out(JSON.stringify(result, null, 2))
        else {
          terminal.out(`${report.statements} statements restored, seal ${report.seal}`)
          terminal.out(`SHA-256 of the backup:              ${before}`)
          terminal.out(`SHA-256 of a backup of the restored: ${after}`)
        }
        if (!report.sound || !identical) {
          throw new Refused(
            `The drill failed: ${report.fault ? `${report.fault.place}: ${report.fault.message} (${report.fault.rule})` : 'what was restored is not what was backed up'}.`,
          )
        }
        if (!json) {
          terminal.out('The drill succeeded: what was restored is identical.')
          sayFilesWithoutKey(terminal, report.files)
        }
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    })
}
