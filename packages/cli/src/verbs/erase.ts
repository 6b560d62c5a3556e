/** `demarche erase STATEMENT --authority TEXT --by NAME --confirmed-by NAME`: lawful erasure by two people; a tombstone stays. */
import { Option } from 'commander'
import { BadUsage } from '../outcome.ts'
import { withRecords } from '../records.ts'
import { JSON_FLAG, type Verb } from './verb.ts'

interface Options {
  readonly authority: string
  readonly by: string
  readonly confirmedBy: string
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
    .addOption(
      new Option('--confirmed-by <name>', 'the second person, who agrees to it').makeOptionMandatory(),
    )
    .option(...JSON_FLAG)
    .action(async (statement: string, { authority, by, confirmedBy, json }: Options) => {
      if (sameName(by, confirmedBy)) {
        throw new BadUsage(
          `Two people erase: --by and --confirmed-by both name "${by.trim()}". Nothing was erased. (RCD-07)`,
        )
      }
      const tombstone = await withRecords(environment, ({ store }) =>
        store.erase({
          statement,
          authority,
          by: `carried out by ${by.trim()}; confirmed by ${confirmedBy.trim()}; from the shell`,
        }),
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

function sameName(one: string, other: string): boolean {
  return plainName(one) === plainName(other)
}

function plainName(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLowerCase()
}
