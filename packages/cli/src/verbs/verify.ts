/** `demarche verify`: proves that the records are what was recorded. */
import { Refused } from '../outcome.ts'
import { withRecords } from '../records.ts'
import { JSON_FLAG, type Verb } from './verb.ts'

export const verifyVerb: Verb = (program, { terminal, environment }) => {
  program
    .command('verify')
    .description('checks every statement, the seal over all of them, and the journal')
    .option(...JSON_FLAG)
    .action(async ({ json }: { readonly json?: boolean }) => {
      const report = await withRecords(environment, ({ store }) => store.verify())
      if (json) terminal.out(JSON.stringify(report, null, 2))
      else {
        terminal.out(`statements: ${report.statements}, of them erased: ${report.erased}`)
        terminal.out(`seal: ${report.seal}`)
        terminal.out(`journal: ${report.journal}`)
      }
      if (!report.sound) {
        const { fault } = report
        throw new Refused(
          `The records are not what was recorded. ${fault ? `${fault.place}: ${fault.message} (${fault.rule})` : ''}`,
        )
      }
      if (!json) terminal.out('The records are sound.')
    })
}
