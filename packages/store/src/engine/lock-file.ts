/**
 * The lock of a data folder where the kernel offers none: a file that names its process and when that process began.
 *
 * Each process writes a file of its own name, whole and exclusively, and only then looks for others. Of two that come
 * together the later one always sees the earlier, so there are never two owners; both may give way and try again. A
 * file whose process is gone is removed: its name is never used twice, so nobody else's lock can be hit. That the number of
 * a process went to another one shows in the time at which it began, where the system tells it.
 *
 * Rests on: docs/rules/ledger.md, LED-09. Next door: `owner-lock.ts` takes it where there is no abstract socket.
 */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { link, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

const LOCK = /^lock\.(\d+)\.[0-9a-f]{16}$/
const ATTEMPTS = 6

/** Takes the folder; gives how to give it back, or, in words, the process that has it. */
export async function takeLockFile(folder: string): Promise<(() => Promise<void>) | string> {
  for (let attempt = 1; ; attempt += 1) {
    const mine = await writeLock(folder)
    const holder = await holderOf(folder, mine)
    if (holder === null) return () => rm(join(folder, mine), { force: true })
    await rm(join(folder, mine), { force: true })
    if (attempt === ATTEMPTS) return holder
    // whoever came at the same moment tries again at another one
    await pause(10 + Math.random() * 40)
  }
}

async function writeLock(folder: string): Promise<string> {
  const name = `lock.${process.pid}.${randomBytes(8).toString('hex')}`
  const draft = join(folder, `${name}.new`)
  await writeFile(
    draft,
    `${process.pid} since ${new Date().toISOString()}\n${await beginningOf(process.pid)}\n`,
    {
      flag: 'wx',
      mode: 0o600,
    },
  )
  try {
    // appears with its content or not at all, and never in the place of another
    await link(draft, join(folder, name))
  } finally {
    await rm(draft, { force: true })
  }
  return name
}

/** The process that another lock names and that is still running; locks of processes that are gone are removed. */
async function holderOf(folder: string, mine: string): Promise<string | null> {
  for (const name of await readdir(folder)) {
    const [, pid] = LOCK.exec(name) ?? []
    if (pid === undefined || name === mine) continue
    const [who = pid, began = ''] = (await readFile(join(folder, name), 'utf8').catch(() => '')).split('\n')
    if (await isRunning(Number(pid), began)) return who
    await rm(join(folder, name), { force: true })
  }
  return null
}

async function isRunning(pid: number, began: string): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  const now = await beginningOf(pid)
  return began === '' || now === '' || began === now
}

/** When the process began, in the system's own terms; empty where it does not say. */
async function beginningOf(pid: number): Promise<string> {
  if (process.platform === 'win32') return ''
  if (process.platform === 'linux') {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    // field 22; the name of the program, field 2, may hold blanks and brackets
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  }
  const told = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => null)
  return told?.stdout.trim() ?? ''
}
