/** `demarche import FILE…`: reads files into statements and puts them on record, each file all or none. */
import { basename, resolve } from 'node:path'
import { isPartialDate, type PartialDate } from '@demarche/core'
import type { TableMapping } from '@demarche/interchange'
import { InvalidArgumentError } from 'commander'
import { readFileOrRefuse } from '../case-source.ts'
import { namingFile } from '../naming-file.ts'
import { Refused } from '../outcome.ts'
import { reportLines } from '../print/import-report.ts'
import { withRecords } from '../records.ts'
import { JSON_FLAG, type Verb } from './verb.ts'

interface Options {
  readonly json?: boolean
  readonly sourceDate?: PartialDate
  readonly kind?: string
  readonly mapping?: string
  readonly preview?: boolean
  readonly trust: readonly string[]
}

export const importVerb: Verb = (program, { terminal, signal, environment }) => {
  program
    .command('import')
    .description(
      'puts the cases and projects of files on record; a file that was loaded before adds nothing twice',
    )
    .argument(
      '<file...>',
      'cases as JSON, EuRepoC CSV, STIX 2.1, IATI activities, tables of records (CSV, XLSX), UN votes, signed archives of other desks',
    )
    .option('--source-date <date>', 'date of the document, for records that carry none', partialDate)
    .option(
      '--trust <fingerprint>',
      'takes archives that are signed by this key as well; may be given several times',
      (key: string, before: readonly string[]) => [...before, key],
      [],
    )
    .option('--kind <kind>', 'of tables: the kind of record of their rows, e.g. project')
    .option('--mapping <file>', 'of tables: how their columns are read, as JSON')
    .option('--preview', 'says what would be recorded, and records nothing')
    .option(...JSON_FLAG)
    .action(async (files: readonly string[], options: Options) => {
      // a file that is not there is found out before anything is recorded
      const contents: (readonly [string, Uint8Array])[] = []
      for (const file of files) contents.push([file, await readFileOrRefuse(file)])
      const mapping = options.mapping === undefined ? undefined : await mappingFrom(options.mapping)
      const { importDocument } = await import('@demarche/server/import/run-import.ts')
      const { loadShipped } = await import('@demarche/doctrine')
      const { openArchiveDesk } = await import('@demarche/server/archive/archive-desk.ts')
      await withRecords(environment, async ({ store, reader, config }) => {
        const keys = resolve(config.dataDirectory, 'keys')
        const { doctrine, kinds } = loadShipped()
        const archives = openArchiveDesk(keys, [...config.trustedKeys, ...options.trust])
        const reports: unknown[] = []
        const recorded: string[] = []
        try {
          for (const [file, bytes] of contents) {
            const report = await namingFile(file, () =>
              importDocument(store, {
                bytes,
                filename: basename(file),
                reader,
                at: new Date(),
                signal,
                sourceDate: options.sourceDate,
                kinds,
                groups: doctrine.countryGroups ?? [],
                kind: options.kind,
                mapping,
                preview: options.preview,
                archives,
                onProgress: (state, share) => terminal.progress(`${state} ${basename(file)}`, share),
              }),
            ).catch((error: unknown) => {
              if (!signal.aborted || recorded.length === 0) throw error
              const before = `On record from before: ${recorded.join(', ')}.`
              throw new Refused(`Cancelled; nothing was recorded of ${basename(file)}. ${before}`)
            })
            recorded.push(basename(file))
            terminal.done()
            if (options.json) reports.push({ file: basename(file), ...report })
            else for (const line of reportLines(basename(file), report)) terminal.out(line)
          }
        } finally {
          // what is on record is reported, also when a later file is refused
          if (options.json && reports.length > 0) terminal.out(JSON.stringify(reports, null, 2))
        }
      })
    })
}

/** @throws Refused when it is no mapping */
async function mappingFrom(file: string): Promise<TableMapping> {
  const { parseJson, tableMappingSchema } = await import('@demarche/interchange')
  const text = new TextDecoder().decode(await readFileOrRefuse(file))
  const mapping = tableMappingSchema.safeParse(await namingFile(file, async () => parseJson(text)))
  if (mapping.success) return mapping.data
  const [issue] = mapping.error.issues
  throw new Refused(`${file}: /${issue?.path.join('/') ?? ''}: ${issue?.message ?? 'is no mapping'} (INT-51)`)
}

function partialDate(text: string): PartialDate {
  if (isPartialDate(text)) return text
  throw new InvalidArgumentError('Expected a date as YYYY, YYYY-MM or YYYY-MM-DD.')
}
