/**
 * One owner of a data folder: two processes on one embedded database would corrupt it without a word.
 *
 * On Linux the lock is a socket in the abstract namespace, named by the folder's device and inode: the kernel drops it
 * with the process, whatever the path by which the folder was reached. Two containers that share a folder do not see
 * each other's sockets: give each its own folder. Elsewhere see `lock-file.ts`.
 *
 * Rests on: unix(7), "Abstract sockets"; docs/rules/ledger.md, LED-09.
 */
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { takeLockFile } from './lock-file.ts'

/** The data folder belongs to a process that is running. */
export class StoreBusyError extends Error {
  readonly directory: string
  constructor(directory: string, holder: string) {
    super(
      `${directory} is in use by another Demarche${holder}. Stop that one first, or give this one its own folder with DEMARCHE_DATA, or let both share a PostgreSQL server with DATABASE_URL. (LED-09)`,
    )
    this.name = 'StoreBusyError'
    this.directory = directory
  }
}

/** Gives the folder back. */
export type Release = () => Promise<void>

/** Takes the folder for this process. @throws StoreBusyError when another process has it */
export async function takeFolder(directory: string): Promise<Release> {
  const folder = resolve(directory)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (process.platform === 'linux') return takeSocket(folder, join(folder, 'lock'))
  const taken = await takeLockFile(folder)
  if (typeof taken === 'string') throw new StoreBusyError(folder, ` (process ${taken})`)
  return taken
}

async function takeSocket(folder: string, file: string): Promise<Release> {
  const { dev, ino } = await stat(folder)
  const server = createServer((socket) => socket.destroy())
  await new Promise<void>((taken, refused) => {
    server.once('error', refused)
    server.listen({ path: `\0demarche-store-${dev}-${ino}` }, taken)
  }).catch(async (error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new StoreBusyError(folder, await holderIn(file)) : error
  })
  server.unref()
  await writeFile(file, holderText())
  return async () => {
    await rm(file, { force: true })
    await new Promise<void>((closed) => {
      server.close(() => closed())
    })
  }
}

function holderText(): string {
  return `${process.pid} since ${new Date().toISOString()}\n`
}

async function holderIn(file: string): Promise<string> {
  const text = (await readFile(file, 'utf8').catch(() => '')).trim()
  return text === '' ? '' : ` (process ${text})`
}
