/** `demarche erase STATEMENT --authority TEXT --by NAME`: lawful erasure of one statement; a tombstone stays. */
import { Option } from 'commander'
import { withRecords } from '../records.ts'
import { JSON_FLAG, type Verb } from './verb.ts'

interface Options {
  readonly authority: string
  readonly by: string
  readonly json?: boolean
}

export const eraseVerb: Verb = (program, { terminal, environment }) => {
  program
    .command('erase')
    .description(
      'erases the content of one statement for ever, on a named authority; its id stays and the seal holds',
    )
    .argument('<statement>', 'id of the statement, 64 hexadecimal digits')
    .addOption(
      new Option('--authority <text>', 'the decision or provision that requires it').makeOptionMandatory(),
    )
    .addOption(new Option('--by <name>', 'who carries it out').makeOptionMandatory())
    .option(...JSON_FLAG)
    .action(async (statement: string, { authority, by, json }: Options) => {
      const tombstone = await withRecords(environment, ({ store }) =>
        store.erase({ statement, authority, by }),
      )
      if (json) terminal.out(JSON.stringify({ statement, tombstone }, null, 2))
      else {
        terminal.out(
          `${statement} of ${tombstone.entity} is erased, on the authority of: ${tombstone.authority}`,
        )
        terminal.note('Backups made earlier still hold it; clear them too.')
      }
    })
}
