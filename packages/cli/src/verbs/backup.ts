/** `demarche backup FILE`: the whole ledger in one file that proves itself. */
import { sayErasedMeanwhile, sayFilesWithoutKey } from '../print/files-without-key.ts'
import { withRecords } from '../records.ts'
import { FORCE_FLAG, refuseToReplace } from '../write-result.ts'
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
    .option(...FORCE_FLAG)
    .option(...JSON_FLAG)
    .action(async (file: string, { force, json }: Options) => {
      refuseToReplace(file, force)
      const report = await withRecords(environment, ({ store }) => store.backup(file))
      if (json) terminal.out(JSON.stringify(report, null, 2))
      else {
        terminal.out(`${file}: ${report.statements} statements, ${report.bytes} bytes, seal ${report.seal}`)
        sayFilesWithoutKey(terminal, report.files)
        sayErasedMeanwhile(terminal, report.filesErasedMeanwhile)
      }
    })
}
