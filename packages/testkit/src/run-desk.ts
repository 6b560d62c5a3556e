/**
 * A whole desk for a test: built pages, a server of its own on a free port, records in a temporary folder, a browser.
 *
 * `runDesk` starts the real program and waits for its sign-in link; `findChromium` says which browser can be used, or
 * null, in which case a test skips itself and says so. Nothing is left behind after `close`.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const deskFolder = join(root, 'packages/desk')

export interface RunningDesk {
  /** such as `http://127.0.0.1:41234` */
  readonly address: string
  /** the one-time sign-in link, not used yet */
  readonly signInLink: string
  readonly close: () => Promise<void>
}

/** A free port of this machine. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

/** Builds the pages of the desk unless they are there and newer than everything they are made of. */
export function buildDesk(): void {
  // one builder at a time: test files run side by side
  const lock = join(root, 'node_modules/.cache/demarche-desk-build')
  mkdirSync(dirname(lock), { recursive: true })
  for (let waited = 0; ; waited += 100) {
    try {
      mkdirSync(lock)
      break
    } catch {
      if (waited > 120_000) rmSync(lock, { recursive: true, force: true })
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
    }
  }
  try {
    buildIfOld()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function buildIfOld(): void {
  const built = join(deskFolder, 'dist/index.html')
  const sources = ['packages/desk', 'packages/core', 'packages/api'].flatMap((folder) =>
    globSync('{src/**/*,index.html,vite.config.ts}', { cwd: join(root, folder) }).map((file) =>
      join(root, folder, file),
    ),
  )
  const newest = Math.max(...sources.map((file) => statSync(file).mtimeMs))
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const result = spawnSync(process.execPath, [vite, 'build', deskFolder], {
    cwd: root,
    encoding: 'utf8',
    // a test runner sets NODE_ENV to test, which would build React for development, half as large again
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (result.status !== 0) throw new Error(`the desk could not be built:\n${result.stderr}`)
}

/**
 * Starts the server as a user would and waits until it has printed its sign-in link.
 * @throws Error with everything the server wrote, when it ends or stays silent
 */
export async function runDesk(timeoutMs = 120_000): Promise<RunningDesk> {
  const data = mkdtempSync(join(tmpdir(), 'demarche-desk-'))
  const port = await freePort()
  const server = spawn(process.execPath, ['packages/server/src/main.ts'], {
    cwd: root,
    env: { ...process.env, DEMARCHE_DATA: data, PORT: String(port), NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const close = async (): Promise<void> => {
    await stop(server)
    rmSync(data, { recursive: true, force: true })
  }
  try {
    const signInLink = await linkOf(server, timeoutMs)
    return { address: new URL(signInLink).origin, signInLink, close }
  } catch (error) {
    await close()
    throw error
  }
}

function linkOf(server: ChildProcess, timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let written = ''
    const timer = setTimeout(
      () => reject(new Error(`no sign-in link after ${timeoutMs} ms:\n${written}`)),
      timeoutMs,
    )
    const read = (chunk: Buffer): void => {
      written += chunk.toString()
      const link = /https?:\/\/\S+token=\S+/.exec(written)?.[0]
      if (!link) return
      clearTimeout(timer)
      resolve(link)
    }
    server.stdout?.on('data', read)
    server.stderr?.on('data', read)
    server.on('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`the server ended with ${code}:\n${written}`))
    })
  })
}

function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const force = setTimeout(() => server.kill('SIGKILL'), 10_000)
    server.on('exit', () => {
      clearTimeout(force)
      resolve()
    })
    server.kill('SIGTERM')
  })
}

/** The path of a Chromium on this machine, or null. `playwrightsOwn` is where playwright would look. */
export function findChromium(playwrightsOwn?: () => string): string | null {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  const own = playwrightsOwn ? [playwrightsOwn()] : []
  return [...onPath, '/usr/bin/chromium', ...own].find(isRunnable) ?? null
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
