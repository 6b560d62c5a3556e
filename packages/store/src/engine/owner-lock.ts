/**
 * One owner of a data folder: two processes on one embedded database would corrupt it without a word.
 *
 * On Linux the lock is a socket in the abstract namespace, named by the folder's device and inode: the kernel drops it
 * with the process, whatever the path by which the folder was reached. Elsewhere a lock file with the process id. On
 * Linux two containers that share a folder do not see each other's sockets: give each its own folder.
 *
 * Rests on: unix(7), "Abstract sockets".
 */
import { mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'

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
  await mkdir(folder, { recursive: true })
  const file = join(folder, 'lock')
  return process.platform === 'linux' ? takeSocket(folder, file) : takeFile(folder, file)
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

async function takeFile(folder: string, file: string): Promise<Release> {
  for (;;) {
    try {
      const handle = await open(file, 'wx')
      await handle.writeFile(holderText())
      await handle.close()
      return () => rm(file, { force: true })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      const pid = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10)
      if (Number.isInteger(pid) && isAlive(pid)) throw new StoreBusyError(folder, await holderIn(file))
      await rm(file, { force: true })
    }
  }
}

function holderText(): string {
  return `${process.pid} since ${new Date().toISOString()}\n`
}

async function holderIn(file: string): Promise<string> {
  const text = (await readFile(file, 'utf8').catch(() => '')).trim()
  return text === '' ? '' : ` (process ${text})`
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
