/**
 * Cases for a verb: out of a file alone, or out of the records.
 *
 * Takes what stands on the command line: `case:slug` (or a slug) means the records, anything else is a file. A file is
 * read as an import would read it, and nothing is put on record.
 */
import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { identify, type Statement } from '@demarche/core'
import { readDocument, type Reading } from '@demarche/interchange'
import { namingFile } from './naming-file.ts'
import { BadUsage, Refused } from './outcome.ts'
import { withRecords } from './records.ts'
import type { Surroundings } from './verbs/verb.ts'

export interface CaseStatements {
  readonly entity: string
  readonly name: string
  readonly statements: readonly Statement[]
}

export interface FoundCases {
  readonly cases: readonly CaseStatements[]
  /** what the reading of a file left out or remarked on */
  readonly reading: Reading | null
}

/**
 * @param what   a file, or a case on record
 * @param chosen the id or name of one case in the file; all of them when absent
 * @throws BadUsage when there is no such file or case in it; Refused when the records have no such case
 */
export async function findCases(
  what: string,
  chosen: string | undefined,
  around: Surroundings,
): Promise<FoundCases> {
  if (isOnRecord(what)) {
    if (chosen !== undefined)
      throw new BadUsage('--case chooses a case in a file; a case on record is named by itself.')
    return { cases: [await caseOnRecord(what, around)], reading: null }
  }
  const reading = await readFileOfCases(what, around)
  const cases = groupByCase(reading)
  if (cases.length === 0) {
    const why = reading.rejected.map(({ place, message, rule }) => `  ${place}: ${message} (${rule})`)
    throw new Refused([`${what} holds no case that can be read.`, ...why.slice(0, 20)].join('\n'))
  }
  return { cases: chosen === undefined ? cases : [choose(cases, chosen, what)], reading }
}

/** Reads a file as an import would. @throws BadUsage when it is not there, Refused when it cannot be read */
export async function readFileOfCases(path: string, { terminal, signal }: Surroundings): Promise<Reading> {
  const bytes = await readFileOrRefuse(path)
  try {
    return await namingFile(path, () =>
      readDocument(bytes, {
        filename: basename(path),
        assertedBy: 'shell',
        assertedAt: new Date().toISOString(),
        signal,
        onProgress: (share) => terminal.progress(`reading ${basename(path)}`, share),
      }),
    )
  } finally {
    terminal.done()
  }
}

/** @throws BadUsage when there is no such file */
export async function readFileOrRefuse(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new BadUsage(`There is no file ${path}.`)
  if (!found.isFile()) throw new BadUsage(`${path} is no file.`)
  return readFile(path)
}

function isOnRecord(what: string): boolean {
  return what.startsWith('case:') || (!existsSync(what) && /^[a-z0-9][\w-]*$/i.test(what))
}

async function caseOnRecord(what: string, { environment }: Surroundings): Promise<CaseStatements> {
  const entity = what.startsWith('case:') ? what : `case:${what}`
  const statements = await withRecords(environment, ({ store, reader }) =>
    store.as(reader).statements(entity),
  )
  if (statements.length === 0) {
    throw new Refused(
      `No case ${entity} is on record, and there is no file ${what}. "demarche list" shows the cases on record.`,
    )
  }
  return { entity, name: nameIn(statements) ?? entity, statements }
}

function groupByCase(reading: Reading): readonly CaseStatements[] {
  const statements = Map.groupBy(reading.statements, ({ entity }) => entity)
  const names = new Map(reading.cases.map(({ entity, name }) => [entity, name]))
  return [...statements].map(([entity, drafts]) => ({
    entity,
    name: names.get(entity) ?? entity,
    statements: drafts.map(identify),
  }))
}

function choose(cases: readonly CaseStatements[], chosen: string, file: string): CaseStatements {
  const wanted = chosen.toLowerCase()
  const found =
    cases.find(
      ({ entity, name }) =>
        entity.toLowerCase() === wanted ||
        entity.toLowerCase() === `case:${wanted}` ||
        name.toLowerCase() === wanted,
    ) ?? cases.find(({ entity }) => entity.toLowerCase().endsWith(`-${wanted}`))
  if (found) return found
  const some = cases.slice(0, 20).map(({ entity, name }) => `  ${entity.replace('case:', '')}  ${name}`)
  throw new BadUsage(
    [
      `${file} has no case "${chosen}". It has ${cases.length}:`,
      ...some,
      ...(cases.length > 20 ? ['  …'] : []),
    ].join('\n'),
  )
}

function nameIn(statements: readonly Statement[]): string | undefined {
  const name = statements
    .flatMap(({ assertions }) => assertions)
    .find(({ property }) => property === 'name')?.value
  return typeof name === 'string' ? name : undefined
}
