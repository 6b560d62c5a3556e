/** `demarche export CASE`: every statement about a case, with its markings, as JSON. */
import { writeFile } from 'node:fs/promises'
import { formatMarking, highestMarking } from '@demarche/core'
import { Refused } from '../outcome.ts'
import { withRecords } from '../records.ts'
import { JSON_FLAG, type Verb } from './verb.ts'

interface Options {
  readonly output?: string
  readonly json?: boolean
}

export const exportVerb: Verb = (program, { terminal, environment }) => {
  program
    .command('export')
    .description('writes every statement about a case on record as JSON, markings included')
    .argument('<case>', 'a case on record (case:slug)')
    .option('-o, --output <file>', 'where to write it; standard output when absent')
    .option(...JSON_FLAG)
    .action(async (what: string, { output }: Options) => {
      const entity = what.startsWith('case:') ? what : `case:${what}`
      const statements = await withRecords(environment, ({ store, reader }) =>
        store.as(reader).statements(entity),
      )
      if (statements.length === 0)
        throw new Refused(`No case ${entity} is on record. "demarche list" shows those that are.`)
      const marking = highestMarking(statements.map((statement) => statement.marking))
      const text = JSON.stringify({ entity, marking, statements }, null, 2)
      if (output === undefined) terminal.out(text)
      else {
        await writeFile(output, `${text}\n`, { mode: 0o600 })
        terminal.note(`${output}: ${statements.length} statements, ${formatMarking(marking)}`)
      }
    })
}
