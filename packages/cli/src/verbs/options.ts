/** `demarche options FILE|CASE`: measures, packages with their reasons, nearest precedents, consistency. */
import { compileCases } from '../compile-cases.ts'
import { optionsLines } from '../print/options.ts'
import { AS_OF, JSON_FLAG, type Verb } from './verb.ts'

interface Options {
  readonly case?: string
  readonly asOf?: string
  readonly json?: boolean
}

/** What of the dossier is about options. */
const PARTS = [
  'entity',
  'name',
  'asOf',
  'doctrine',
  'marking',
  'band',
  'measures',
  'packages',
  'political',
  'neighbours',
  'consistency',
] as const

export const optionsVerb: Verb = (program, around) => {
  program
    .command('options')
    .description(
      'says which measures are open and proposes packages of them, beside what was done in like cases',
    )
    .argument('<file-or-case>', 'a file of cases, or a case on record (case:slug)')
    .option('--case <id>', 'one case of the file, by its id or name')
    .option(...AS_OF)
    .option(...JSON_FLAG)
    .action(async (what: string, options: Options) => {
      const { dossiers, doctrine: pack } = await compileCases(what, options, around)
      if (options.json) {
        const parts = dossiers.map((dossier) =>
          Object.fromEntries(PARTS.map((part) => [part, dossier[part]])),
        )
        around.terminal.out(JSON.stringify(parts.length === 1 ? parts[0] : parts, null, 2))
        return
      }
      for (const dossier of dossiers) {
        for (const line of optionsLines(dossier, pack, around.terminal)) around.terminal.out(line)
      }
    })
}
