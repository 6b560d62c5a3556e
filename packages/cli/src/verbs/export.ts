/** `demarche export CASE`: every statement about a case, with its markings, as JSON. */
import { formatMarking, highestMarking } from '@demarche/core'
import { Refused } from '../outcome.ts'
import { withRecords } from '../records.ts'
import { FORCE_FLAG, refuseToReplace, writeResult } from '../write-result.ts'
import { JSON_FLAG, type Verb } from './verb.ts'

interface Options {
  readonly output?: string
  readonly force?: boolean
  readonly json?: boolean
}

export const exportVerb: Verb = (program, { terminal, environment }) => {
  program
    .command('export')
    .description('writes every statement about a case on record as JSON, markings included')
    .argument('<case>', 'a case on record (case:slug)')
    .option('-o, --output <file>', 'where to write it; standard output when absent')
    .option(...FORCE_FLAG)
    .option(...JSON_FLAG)
    .action(async (what: string, { output, force, json }: Options) => {
      if (output !== undefined) refuseToReplace(output, force)
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
        await writeResult(output, `${text}\n`)
        if (json)
          terminal.out(JSON.stringify({ entity, marking, file: output, statements: statements.length }))
        else terminal.note(`${output}: ${statements.length} statements, ${formatMarking(marking)}`)
      }
    })
}
