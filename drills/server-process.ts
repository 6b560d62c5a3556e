/**
 * The real server as a process of its own, for drills that kill it, load it or feed it nonsense.
 *
 * Next door: `all.ts` runs the drills by name.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { freePort } from '@demarche/testkit'

const main = fileURLToPath(new URL('../packages/server/src/main.ts', import.meta.url))

/** on a machine that others use it takes many times the seconds that it should */
const LONGEST_START_S = 300

export interface ServerProcess {
  readonly address: string
  readonly process: ChildProcess
  /** Ends it with that signal and waits until it is gone. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
}

/**
 * Starts the server on those records and waits until it is ready.
 * @throws Error with everything it wrote, when it ends or stays silent for too long
 */
export async function startServer(
  settings: Readonly<Record<string, string>>,
  port?: number,
): Promise<ServerProcess> {
  const listenOn = port ?? (await freePort())
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(listenOn), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    let written = ''
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`not ready after ${LONGEST_START_S} s:\n${written}`))
    }, LONGEST_START_S * 1000)
    const read = (chunk: Buffer): void => {
      written += chunk.toString()
      if (!/^Sign in (?:at|once) /m.test(written)) return
      clearTimeout(timer)
      resolve()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`the server ended with ${code}:\n${written}`))
    })
  })
  return {
    address: `http://127.0.0.1:${listenOn}`,
    process: child,
    async end(signal) {
      child.kill(signal)
      await gone
    },
  }
}

/** Headers of a JSON request from the desk's own pages. */
export function jsonHeaders({ address }: ServerProcess, cookie: string): Record<string, string> {
  return { cookie, origin: address, 'content-type': 'application/json' }
}
