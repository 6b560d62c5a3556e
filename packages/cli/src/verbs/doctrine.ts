/** `demarche doctrine check [FOLDER]` and `demarche doctrine show ID`. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Doctrine, DoctrineEntry } from '@demarche/core'
import { EU_PACK_FOLDER, loadDoctrine, readPack, sayFinding } from '@demarche/doctrine'
import { BadUsage, Refused } from '../outcome.ts'
import { wrapped } from '../print/table.ts'
import { JSON_FLAG, type Verb } from './verb.ts'

export const doctrineVerb: Verb = (program, { terminal }) => {
  const doctrine = program.command('doctrine').description('checks and shows the doctrine pack')

  doctrine
    .command('check')
    .description('checks a pack: schema, sources, dates in force, references; names file, line and rule')
    .argument('[folder]', 'folder of the pack; the shipped pack "eu" when absent')
    .option(...JSON_FLAG)
    .action(async (folder: string | undefined, { json }: { readonly json?: boolean }) => {
      const path = folder ?? EU_PACK_FOLDER
      const found = await stat(path).catch(() => null)
      if (!found?.isDirectory()) throw new BadUsage(`There is no folder ${path}.`)
      const { doctrine: pack, findings } = readPack(path)
      if (json) {
        terminal.out(
          JSON.stringify({ ok: findings.length === 0, version: pack?.version ?? null, findings }, null, 2),
        )
      } else
        for (const finding of findings)
          terminal.out(
            sayFinding({
              ...finding,
              file: folder === undefined ? finding.file : join(folder, finding.file),
            }),
          )
      if (!pack)
        throw new Refused(
          `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}: the pack cannot be used.`,
        )
      if (!json) {
        terminal.out(
          `${pack.title}, version ${pack.version}: ${entriesOf(pack).length} entries, no findings; ${unverified(pack)} of them not verified in full`,
        )
      }
    })

  doctrine
    .command('show')
    .description('shows one entry with its source, dates in force and doubts')
    .argument('<id>', 'id of the entry, e.g. test-significant-effect')
    .option(...JSON_FLAG)
    .action((id: string, { json }: { readonly json?: boolean }) => {
      const entries = entriesOf(loadDoctrine())
      const versions = entries.filter((entry) => entry.id === id)
      if (versions.length === 0) {
        const alike = entries.filter(
          (entry) => entry.id.includes(id) || entry.label.toLowerCase().includes(id.toLowerCase()),
        )
        throw new Refused(
          [
            `The pack has no entry "${id}".`,
            ...alike.slice(0, 10).map((entry) => `  ${entry.id}  ${entry.label}`),
          ].join('\n'),
        )
      }
      if (json) {
        terminal.out(JSON.stringify(versions.length === 1 ? versions[0] : versions, null, 2))
        return
      }
      for (const entry of versions) for (const line of entryLines(entry)) terminal.out(line)
    })
}

function entriesOf(pack: Doctrine): readonly DoctrineEntry[] {
  return [
    ...pack.tests,
    ...pack.scales,
    pack.proportionality,
    ...pack.measures,
    ...pack.norms,
    ...pack.packages,
    ...pack.documents,
    ...pack.votingRules,
    ...pack.roles,
    ...(pack.countryGroups ?? []),
  ]
}

function unverified(pack: Doctrine): number {
  return entriesOf(pack).filter((entry) => !entry.verified || (entry.unverifiedParts?.length ?? 0) > 0).length
}

function entryLines(entry: DoctrineEntry): readonly string[] {
  const { source, inForce } = entry
  return [
    `${entry.label} (${entry.id})`,
    ...(entry.description === undefined ? [] : wrapped(entry.description, '  ')),
    `  kind: ${entry.authority}${entry.nature === undefined ? '' : ` (${entry.nature})`}`,
    `  source: ${source.document}, ${source.locator}${source.address === undefined ? '' : ` <${source.address}>`}`,
    `  in force: from ${inForce.from}${inForce.to === undefined ? '' : ` to ${inForce.to}`}`,
    `  verified: ${entry.verified ? 'yes' : 'no'}`,
    ...(entry.unverifiedParts ?? []).flatMap((part) => wrapped(`not verified: ${part}`, '  ')),
    ...(entry.notes ?? []).flatMap((note) => wrapped(`note: ${note}`, '  ')),
    '',
  ]
}
