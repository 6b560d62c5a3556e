/** `demarche list`: the cases on record. */
import { caseListQuerySchema } from '@demarche/api'
import { euCountryCode } from '@demarche/core'
import { precedentCasesPath } from '@demarche/doctrine'
import { BadUsage } from '../outcome.ts'
import { table } from '../print/table.ts'
import { withRecords } from '../records.ts'
import { JSON_FLAG, type Verb } from './verb.ts'

export const listVerb: Verb = (program, { terminal, environment }) => {
  program
    .command('list')
    .description('lists the cases on record')
    .option('--search <words>', 'words of the name, other names or summary')
    .option('--member-state <code>', 'cases that hit this Member State (ISO code; EL or GR for Greece)')
    .option('--answered <how>', 'restrictive, stability, cooperative, preventive, support, none or open')
    .option('--from <date>', 'begun on or after (YYYY-MM-DD)')
    .option('--to <date>', 'begun on or before (YYYY-MM-DD)')
    .option('--sort <by>', 'name, start, disclosed or recorded')
    .option('--order <order>', 'asc or desc')
    .option('--offset <count>', 'leave out that many')
    .option('--limit <count>', 'at most that many, up to 200')
    .option(...JSON_FLAG)
    .action(async ({ json, search, ...asked }: Readonly<Record<string, string | boolean>>) => {
      const query = caseListQuerySchema.safeParse({
        ...asked,
        ...(search === undefined ? {} : { q: search }),
        ...(asked['memberState'] === 'EL' ? { memberState: 'GR' } : {}),
      })
      if (!query.success) {
        throw new BadUsage(
          query.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n'),
        )
      }
      const { isEmpty, ...answer } = await withRecords(environment, async ({ store, reader }) => {
        const ledger = store.as(reader)
        return {
          ...(await ledger.listCases(query.data)),
          isEmpty: (await ledger.entities('case')).length === 0,
        }
      })
      if (json) {
        terminal.out(JSON.stringify(answer, null, 2))
        return
      }
      const rows = answer.rows.map((row) => [
        row.entity,
        row.startDate ?? 'unknown',
        row.answered,
        row.memberStates.map(euCountryCode).join(' ') || '–',
        row.name,
      ])
      for (const line of table(['case', 'start', 'answered', 'Member States', 'name'], rows))
        terminal.out(line)
      terminal.note(`${answer.rows.length} of ${answer.total} cases`)
      if (isEmpty) {
        terminal.note(
          `No case is on record in these records yet. The desk loads its precedents when it first starts (npm start); from the shell: demarche import ${precedentCasesPath}`,
        )
      }
    })
}
