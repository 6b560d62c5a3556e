/**
 * What the person at the shell reads when a verb cannot go on, and the exit code with it.
 *
 * A refusal keeps its text and its faults; a defect says that it is one, and shows where it came from.
 */
import { DemarcheError } from '@demarche/api'
import { ConfigurationError } from '@demarche/server/config.ts'
import { BadUsage, Refused } from './outcome.ts'

export interface Explanation {
  readonly text: string
  readonly exitCode: 1 | 2
}

/** @param signal aborted when the person interrupted the verb */
export function explain(error: unknown, signal: AbortSignal): Explanation {
  // a verb that had recorded something before it was interrupted says so itself
  if (error instanceof BadUsage || error instanceof Refused)
    return { text: error.message, exitCode: error.exitCode }
  if (signal.aborted) return { text: 'Cancelled; nothing was recorded.', exitCode: 1 }
  if (error instanceof ConfigurationError) return { text: error.message, exitCode: 2 }
  if (!(error instanceof Error)) return { text: `Defect: ${String(error)}`, exitCode: 1 }
  if (error.name === 'StoreBusyError') {
    return {
      text: `${error.message}\nA running desk has these records. Use the desk in the browser, or stop it first and run this command again.`,
      exitCode: 1,
    }
  }
  if (error instanceof DemarcheError || error.name === 'ImportRefusal' || error.name === 'DoctrineError') {
    return { text: refusalText(error), exitCode: 1 }
  }
  if (error.name === 'JournalDamagedError' || error.name === 'NewerRecordsError')
    return { text: error.message, exitCode: 1 }
  const databaseFault = databaseFaultText(error)
  if (databaseFault !== null) return { text: databaseFault, exitCode: 1 }
  const fileFault = fileFaultText(error)
  if (fileFault !== null) return { text: fileFault, exitCode: 1 }
  return { text: `Defect: ${error.stack ?? error.message}`, exitCode: 1 }
}

/** A refusal with all its faults. */
export function refusalText(error: Error): string {
  return [error.message, ...faultLines(error)].join('\n')
}

const FILE_FAULTS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file or folder'],
  ['ENOTDIR', 'a part of the path is no folder'],
  ['EISDIR', 'it is a folder; expected a file'],
  ['EEXIST', 'a file stands where a folder is expected'],
  ['EACCES', 'access is not permitted'],
  ['EPERM', 'access is not permitted'],
  ['EROFS', 'the disk can only be read'],
  ['ENOSPC', 'the disk is full'],
  ['ENAMETOOLONG', 'the name is too long'],
])

/** Why a database server does not let us in, by system code or SQLSTATE. */
const DATABASE_FAULTS: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', 'nothing listens there'],
  ['ENOTFOUND', 'there is no such host'],
  ['EAI_AGAIN', 'the name of the host cannot be looked up'],
  ['ETIMEDOUT', 'it does not answer'],
  ['28P01', 'the password is not accepted'],
  ['28000', 'the login is not accepted'],
  ['3D000', 'there is no such database'],
  ['42501', 'the login may not lay out the tables; give one that may as DATABASE_OWNER_URL'],
  ['53300', 'it has no connection left'],
  ['57P03', 'it is starting'],
])

/** Names no address: it may hold a password. */
function databaseFaultText(error: Error): string | null {
  const why = 'code' in error && typeof error.code === 'string' ? DATABASE_FAULTS.get(error.code) : undefined
  return why === undefined ? null : `The database that DATABASE_URL names cannot be used: ${why}.`
}

/** A fault of the disk or of a path is the person's to mend, and no defect. */
function fileFaultText(error: Error): string | null {
  if (!('code' in error) || typeof error.code !== 'string') return null
  const why = FILE_FAULTS.get(error.code)
  if (why === undefined) return null
  const path = 'path' in error && typeof error.path === 'string' ? error.path : 'The file'
  return `${path} cannot be read or written: ${why} (${error.code}).`
}

/** One line a fault beyond the first, which the message names already. */
function faultLines(error: Error): readonly string[] {
  if (!('faults' in error) || !Array.isArray(error.faults)) return []
  const faults: readonly unknown[] = error.faults
  return faults.slice(1, 20).map((fault) => {
    const part = (name: string): string =>
      typeof fault === 'object' && fault !== null && name in fault
        ? String(Object.entries(fault).find(([key]) => key === name)?.[1])
        : ''
    return `  ${part('place')}: ${part('message')} (${part('rule')})`
  })
}
