/**
 * `demarche archive CASE FILE`: a case as a signed archive that another desk can verify and import; with --key the
 * fingerprint of this desk's key, with --check the proof of a file that came from elsewhere.
 */
import { resolve } from 'node:path'
import { DISTRIBUTIONS, formatMarking, TLP_LABELS } from '@demarche/core'
import { readArchive } from '@demarche/interchange/archive/read-archive.ts'
import { readConfig } from '@demarche/server/config.ts'
import { loadDoctrine } from '@demarche/doctrine'
import { openArchiveDesk } from '@demarche/server/archive/archive-desk.ts'
import { writeArchive } from '@demarche/server/archive/write-archive.ts'
import { refuseUnknownParty } from '@demarche/server/routes/person/known-party.ts'
import { Option } from 'commander'
import { readFileOrRefuse } from '../case-source.ts'
import { namingFile } from '../naming-file.ts'
import { BadUsage } from '../outcome.ts'
import { withRecords } from '../records.ts'
import { FORCE_FLAG, refuseToReplace, writeResult } from '../write-result.ts'
import { JSON_FLAG, type Surroundings, type Verb } from './verb.ts'

interface Options {
  readonly key?: boolean
  readonly check?: string
  readonly distribution?: (typeof DISTRIBUTIONS)[number]
  readonly tlp?: (typeof TLP_LABELS)[number]
  readonly asParty?: string
  readonly force?: boolean
  readonly json?: boolean
}

export const archiveVerb: Verb = (program, surroundings) => {
  program
    .command('archive')
    .description(
      'writes a case with its procedures to a signed archive that another desk can verify and import',
    )
    .argument('[case]', 'a case on record (case:slug)')
    .argument('[file]', 'where to write it')
    .option('--key', "shows the fingerprint of this desk's key, to be compared over another channel")
    .option('--check <file>', 'proves an archive and says who signed it; nothing is recorded')
    .addOption(
      new Option('--distribution <marking>', 'only what is marked up to this').choices(DISTRIBUTIONS),
    )
    .addOption(new Option('--tlp <label>', 'only what is marked up to this').choices(TLP_LABELS))
    .option('--as-party <party>', 'only what that party would get as well')
    .option(...FORCE_FLAG)
    .option(...JSON_FLAG)
    .action(async (what: string | undefined, file: string | undefined, options: Options) => {
      if (options.check !== undefined) await check(surroundings, options.check, options.json)
      else if (options.key) await showKey(surroundings, options.json)
      else if (what !== undefined && file !== undefined) await write(surroundings, what, file, options)
      else throw new BadUsage('Name a case and a file, or use --key or --check.')
    })
}

async function showKey({ terminal, environment }: Surroundings, json: boolean | undefined): Promise<void> {
  const { dataDirectory, trustedKeys } = readConfig(environment)
  const { fingerprint } = await openArchiveDesk(resolve(dataDirectory, 'keys'), trustedKeys).shown()
  terminal.out(json ? JSON.stringify({ fingerprint }) : fingerprint)
}

async function check({ terminal }: Surroundings, file: string, json: boolean | undefined): Promise<void> {
  const bytes = await readFileOrRefuse(file)
  const { manifest, fingerprint } = await namingFile(file, async () => readArchive(bytes))
  const { case: entity, party, madeAt, marking, statements, upTo } = manifest
  if (json) terminal.out(JSON.stringify({ ...manifest, fingerprint }, null, 2))
  else {
    terminal.out(`${entity}, made ${madeAt} by the desk of ${party}, up to ${upTo}`)
    terminal.out(`${statements} statements, ${formatMarking(marking)}`)
    terminal.out(`signed by the key ${fingerprint}; the signature and every id hold`)
    terminal.note(
      'Who holds that key is not proved by the file: compare the fingerprint over another channel.',
    )
  }
}

async function write(
  { terminal, environment }: Surroundings,
  what: string,
  file: string,
  { distribution, tlp, asParty, force, json }: Options,
): Promise<void> {
  refuseToReplace(file, force)
  const entity = what.startsWith('case:') ? what : `case:${what}`
  const written = await withRecords(environment, async ({ store, reader, config }) => {
    if (asParty !== undefined) {
      refuseUnknownParty(asParty, () => loadDoctrine().parties ?? [], config.party, '--as-party')
    }
    const key = await openArchiveDesk(resolve(config.dataDirectory, 'keys'), config.trustedKeys).key()
    const upTo = {
      ...(distribution === undefined ? {} : { maxDistribution: distribution }),
      ...(tlp === undefined ? {} : { maxTlp: tlp }),
    }
    const order = { entity, reader, party: config.party, upTo, asParty, at: new Date() }
    const { bytes, ...rest } = await writeArchive(store, key, order)
    await writeResult(file, bytes)
    return { ...rest, fingerprint: key.fingerprint }
  })
  const { marking, statements, fingerprint } = written
  if (json) terminal.out(JSON.stringify({ entity, file, marking, statements, fingerprint }))
  else {
    terminal.note(
      `${file}: ${statements} statements, ${formatMarking(marking)}; signed by the key ${fingerprint}`,
    )
  }
}
