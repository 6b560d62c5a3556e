/** `demarche assess FILE|CASE`: profile, legal tests, what would decide them, norms, attribution. Needs no records. */
import { compileCases } from '../compile-cases.ts'
import { assessmentLines } from '../print/assessment.ts'
import { AS_OF, JSON_FLAG, type Verb } from './verb.ts'

interface Options {
  readonly case?: string
  readonly asOf?: string
  readonly proof?: boolean
  readonly json?: boolean
}

export const assessVerb: Verb = (program, around) => {
  program
    .command('assess')
    .description('says how serious a case is, and which legal tests are met, not met, or turn on open facts')
    .argument('<file-or-case>', 'a file of cases, or a case on record (case:slug)')
    .option('--case <id>', 'one case of the file, by its id or name')
    .option(...AS_OF)
    .option('--proof', 'with the proof of each test, down to articles and statements')
    .option(...JSON_FLAG)
    .action(async (what: string, options: Options) => {
      const { dossiers, doctrine } = await compileCases(what, options, around)
      if (options.json) {
        around.terminal.out(JSON.stringify(dossiers.length === 1 ? dossiers[0] : dossiers, null, 2))
        return
      }
      for (const dossier of dossiers) {
        for (const line of assessmentLines(dossier, doctrine, around.terminal, options.proof === true)) {
          around.terminal.out(line)
        }
      }
    })
}
