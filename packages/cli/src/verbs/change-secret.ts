/** `demarche change-secret`: another secret for the accounts; second factors are encrypted anew under it. */
import { readConfig } from '@demarche/server/config.ts'
import { Refused } from '../outcome.ts'
import { withRecords } from '../records.ts'
import { JSON_FLAG, type Verb } from './verb.ts'

export const changeSecretVerb: Verb = (program, { terminal, environment }) => {
  program
    .command('change-secret')
    .description('puts another secret in the place of DEMARCHE_SECRET, and encrypts second factors anew')
    .option(...JSON_FLAG)
    .action(async ({ json }: { readonly json?: boolean }) => {
      const config = readConfig(environment)
      const { AccountSecretError } = await import('@demarche/server/accounts/secret-note.ts')
      const { changeSecretOfDesk } = await import('@demarche/server/accounts/secret-of-desk.ts')
      const change = () =>
        changeSecretOfDesk(config).catch((error: unknown) => {
          throw error instanceof AccountSecretError ? new Refused(error.message) : error
        })
      // whoever has the records in their folder is alone with the accounts beside them
      const report = await (config.databaseUrl === undefined ? withRecords(environment, change) : change())
      if (json) return terminal.out(JSON.stringify(report, null, 2))
      terminal.out(`second factors under the new secret: ${report.secondFactors}`)
      terminal.out(
        report.isKept
          ? 'The new secret lies in accounts/secret of the data folder. The old one opens backups of the accounts made before.'
          : 'Now set DEMARCHE_SECRET to the new secret for every process of the desk. The old one opens backups of the accounts made before.',
      )
    })
}
