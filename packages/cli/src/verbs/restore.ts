/** `demarche restore FILE`: fills an empty data folder (or database) from a backup, all or nothing. */
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readConfig } from '@demarche/server/config.ts'
import { BadUsage } from '../outcome.ts'
import { JSON_FLAG, type Verb } from './verb.ts'

export const restoreVerb: Verb = (program, { terminal, environment }) => {
  program
    .command('restore')
    .description('fills an empty data folder from a backup; set DEMARCHE_DATA to a new folder first')
    .argument('<file>', 'a file written by "demarche backup"')
    .option(...JSON_FLAG)
    .action(async (file: string, { json }: { readonly json?: boolean }) => {
      if (!(await stat(file).catch(() => null))?.isFile()) throw new BadUsage(`There is no file ${file}.`)
      const config = readConfig(environment)
      const dataDirectory = resolve(config.dataDirectory)
      const { restoreStore } = await import('@demarche/store')
      const statements = await restoreStore(file, {
        dataDirectory,
        databaseUrl: config.databaseUrl,
        ownerUrl: config.databaseOwnerUrl,
      })
      if (json) terminal.out(JSON.stringify({ file, statements }, null, 2))
      else terminal.out(`${statements} statements restored from ${file}. "demarche verify" proves them.`)
    })
}
