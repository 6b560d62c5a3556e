/** `demarche dossier FILE|CASE -o paper.docx`: writes the options paper. */
import { extname } from 'node:path'
import { DOCUMENT_FORMATS, type DocumentFormat } from '@demarche/api'
import { dayInBrussels } from '@demarche/core'
import { type Language, LANGUAGES } from '@demarche/core/kernel/language.ts'
import { Option } from 'commander'
import { compileCases } from '../compile-cases.ts'
import { BadUsage } from '../outcome.ts'
import { FORCE_FLAG, refuseToReplace, writeResult } from '../write-result.ts'
import { AS_OF, JSON_FLAG, type Verb } from './verb.ts'

interface Options {
  readonly case?: string
  readonly asOf?: string
  readonly output: string
  readonly force?: boolean
  readonly json?: boolean
  readonly language: Language
}

export const dossierVerb: Verb = (program, around) => {
  program
    .command('dossier')
    .description('writes the options paper of a case as DOCX, PDF, ODT or Markdown')
    .argument('<file-or-case>', 'a file of cases, or a case on record (case:slug)')
    .requiredOption('-o, --output <file>', 'where to write it; .docx, .pdf, .odt or .md says the format')
    .option('--case <id>', 'one case of the file, by its id or name')
    .addOption(
      new Option('--language <code>', 'what the paper is written in; what is on record stays in its own')
        .choices(LANGUAGES)
        .default('en'),
    )
    .option(...AS_OF)
    .option(...FORCE_FLAG)
    .option(...JSON_FLAG)
    .action(async (what: string, options: Options) => {
      const format = formatOf(options.output)
      refuseToReplace(options.output, options.force)
      const { dossiers, doctrine } = await compileCases(what, options, around)
      const [dossier] = dossiers
      if (!dossier || dossiers.length > 1) {
        throw new BadUsage(
          `${what} holds ${dossiers.length} cases; choose one with --case, for instance --case ${dossier?.entity.replace('case:', '') ?? 'id'}.`,
        )
      }
      const { writeOptionsPaper } = await import('@demarche/server/dossier/write-options-paper.ts')
      const paper = await writeOptionsPaper(
        dossier,
        doctrine,
        format,
        dayInBrussels(new Date().toISOString()),
        { language: options.language },
      )
      await writeResult(options.output, paper.bytes)
      if (options.json) {
        around.terminal.out(
          JSON.stringify({
            entity: dossier.entity,
            asOf: dossier.asOf,
            file: options.output,
            bytes: paper.bytes.length,
          }),
        )
      } else
        around.terminal.note(`${options.output}: options paper of ${dossier.name}, as of ${dossier.asOf}`)
    })
}

function formatOf(path: string): DocumentFormat {
  const extension = extname(path).slice(1).toLowerCase()
  const format = DOCUMENT_FORMATS.find((known) => known === extension)
  if (!format)
    throw new BadUsage(`${path} does not say its format: expected a name ending in .docx, .pdf, .odt or .md.`)
  return format
}
