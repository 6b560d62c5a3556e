/** `demarche backup FILE`: the whole ledger in one file that proves itself. */
import { existsSync } from 'node:fs'
import { BadUsage } from '../outcome.ts'
import { withRecords } from '../records.ts'
import { JSON_FLAG, type Verb } from './verb.ts'

interface Options {
  readonly force?: boolean
  readonly json?: boolean
}

export const backupVerb: Verb = (program, { terminal, environment }) => {
  program
    .command('backup')
    .description('writes all records to one file')
    .argument('<file>', 'where to write it')
    .option('--force', 'replace a file of that name')
    .option(...JSON_FLAG)
    .action(async (file: string, { force, json }: Options) => {
      if (existsSync(file) && !force) throw new BadUsage(`${file} is there already; --force replaces it.`)
      const report = await withRecords(environment, ({ store }) => store.backup(file))
      if (json) terminal.out(JSON.stringify(report, null, 2))
      else
        terminal.out(`${file}: ${report.statements} statements, ${report.bytes} bytes, seal ${report.seal}`)
    })
}
