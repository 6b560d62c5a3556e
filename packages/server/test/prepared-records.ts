/**
 * What a desk under test starts with: the records that come with the desk, put on record once in a run of the tests and copied
 * from then on. Reading and recording them takes some seconds, a copy a moment.
 *
 * Next door: `desk-under-test.ts`; `test/once-a-run.ts` makes and removes the folder of the run.
 */
import { chmodSync, cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openOffice } from '../src/open-office.ts'

/** When they came on record. */
export const PREPARED_AT = new Date('2026-11-23T09:00:00Z')

const OF_DOCTRINE = ['doctrine'] as const
const OF_RECORDS = ['database', 'journal', 'audit.ndjson'] as const

let prepared: Promise<string> | undefined

/** The folder of an office that has been opened once and closed, made unless this run has it; not to be changed. */
export function preparedRecords(): Promise<string> {
  return (prepared ??= prepare())
}

/** Puts into a folder what an office finds there at its second start. @param what the doctrine as it was read, or the records too */
export async function copyPrepared(directory: string, what: 'doctrine' | 'all'): Promise<void> {
  const from = await preparedRecords()
  for (const name of what === 'all' ? [...OF_DOCTRINE, ...OF_RECORDS] : OF_DOCTRINE) {
    cpSync(join(from, name), join(directory, name), { recursive: true })
  }
  // the engine refuses a folder that others may look into
  if (what === 'all') chmodSync(join(directory, 'database'), 0o700)
}

async function prepare(): Promise<string> {
  const run = process.env['DEMARCHE_TEST_RUN'] ?? folderOfThisProcess()
  const folder = join(run, 'records')
  if (existsSync(folder)) return folder
  const partial = mkdtempSync(join(run, 'partial-'))
  const { close } = await openOffice({
    dataDirectory: partial,
    party: 'desk',
    uploadDirectory: join(partial, 'uploads'),
    clock: () => PREPARED_AT,
    newId: () => 'nothing-is-imported',
    newSuffix: () => '000000',
    newToken: () => 'nothing-is-submitted',
    reportImportDefect: () => 'TEST',
  })
  await close()
  try {
    renameSync(partial, folder)
  } catch (error) {
    // another process of the run was first
    rmSync(partial, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

function folderOfThisProcess(): string {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-run-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
