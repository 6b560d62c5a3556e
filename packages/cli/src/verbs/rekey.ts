/** `demarche rekey`: a new key of evidence in place of the old; every data key is wrapped anew. */
import { rotateKey } from '@demarche/server/evidence/rotate-key.ts'
import { withRecords } from '../records.ts'
import { JSON_FLAG, type Verb } from './verb.ts'

export const rekeyVerb: Verb = (program, { terminal, environment }) => {
  program
    .command('rekey')
    .description(
      'puts a new key of evidence in the place of the old, and wraps the data key of every file anew',
    )
    .option(...JSON_FLAG)
    .action(async ({ json }: { readonly json?: boolean }) => {
      const report = await withRecords(environment, ({ store, config }) =>
        rotateKey(store, config.evidenceKeyFile),
      )
      if (json) terminal.out(JSON.stringify(report, null, 2))
      else {
        terminal.out(`key ${report.keyId}; data keys wrapped anew: ${report.rewrapped}`)
        terminal.out(
          'Copy the file of the key to where you keep it. The old key opens backups made before; destroy it once you need none of them.',
        )
      }
    })
}
