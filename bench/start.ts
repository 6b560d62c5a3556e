/**
 * How long the desk takes to be ready: on a new store, on an existing one, and how much memory it then holds.
 *
 * Starts the real server process and asks `/healthz` until it answers 200. Where EuRepoC is on this machine, its files
 * are imported as the desk does it, and memory is read a few seconds later and again after a restart. Also the size of
 * the first JavaScript.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { sharedData } from '@demarche/testkit'
import { z } from 'zod'
import type { BenchLine } from './bench-line.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const PORT = 4788
const ADDRESS = `http://127.0.0.1:${PORT}`
const EUREPOC = ['global_1.1.csv', 'attribution_1.1.csv', 'receiver_1.1.csv']
/** what "idle" means here */
const SECONDS_LATER = 5
const jobSchema = z.looseObject({ id: z.string(), state: z.string() })

export async function run(): Promise<readonly BenchLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'))
  try {
    const fresh = await startOnce(folder)
    const again = await startOnce(folder)
    return [
      { name: 'ready on a new store', value: fresh.seconds, unit: 's', against: 'target 5 s' },
      { name: 'ready on an existing store', value: again.seconds, unit: 's', against: 'target 2 s' },
      {
        name: 'memory of the server the moment it is ready',
        value: again.megabytes,
        unit: 'MB',
        against: 'target 500 MB',
      },
      ...(await withEurepoc(folder)),
      ...firstJavaScript(),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function startOnce(data: string): Promise<{ seconds: number; megabytes: number }> {
  const began = performance.now()
  return withServer(data, (server) =>
    Promise.resolve({ seconds: (performance.now() - began) / 1000, megabytes: megabytesOf(server) }),
  )
}

/** Memory with the data set loaded: a few seconds after the import, and a few seconds after the next start. */
async function withEurepoc(data: string): Promise<readonly BenchLine[]> {
  const paths = EUREPOC.flatMap((file) => sharedData(`data/eurepoc/${file}`) ?? [])
  if (paths.length < EUREPOC.length) return []
  const imported = await withServer(data, async (server, signInToken) => {
    const cookie = await signIn(await signInToken)
    for (const path of paths) await importFile(path, cookie)
    return idleMegabytesOf(server)
  })
  const restarted = await withServer(data, (server) => idleMegabytesOf(server))
  const line = { unit: 'MB', against: `target 500 MB, ${SECONDS_LATER} s later` }
  return [
    { name: 'memory after importing EuRepoC, precedents loaded', value: imported, ...line },
    { name: 'memory after a restart with both', value: restarted, ...line },
  ]
}

async function withServer<T>(
  data: string,
  act: (server: ChildProcess, signInToken: Promise<string>) => Promise<T>,
): Promise<T> {
  const server = spawn(process.execPath, [join(root, 'packages/server/src/main.ts')], {
    env: { ...process.env, PORT: String(PORT), DEMARCHE_DATA: data },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const signInToken = new Promise<string>((resolve) => {
    let said = ''
    server.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const token = /#token=(\S+)/.exec(said)?.[1]
      if (token !== undefined) resolve(token)
    })
  })
  try {
    await ready(60_000)
    return await act(server, signInToken)
  } finally {
    const gone = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await gone
  }
}

async function signIn(token: string): Promise<string> {
  const answer = await fetch(`${ADDRESS}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: ADDRESS },
    body: JSON.stringify({ token }),
  })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

async function importFile(path: string, cookie: string): Promise<void> {
  const headers = { cookie, origin: ADDRESS, 'content-type': 'application/octet-stream' }
  const url = `${ADDRESS}/api/imports?filename=${basename(path)}`
  const started = await fetch(url, { method: 'POST', headers, body: readFileSync(path) })
  let job = jobSchema.parse(await started.json())
  while (job.state === 'reading' || job.state === 'recording') {
    await new Promise((resolve) => setTimeout(resolve, 50))
    job = jobSchema.parse(await (await fetch(`${ADDRESS}/api/imports/${job.id}`, { headers })).json())
  }
  if (job.state !== 'done') throw new Error(`${path} was not imported: ${job.state}`)
}

async function idleMegabytesOf(server: ChildProcess): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, SECONDS_LATER * 1000))
  return megabytesOf(server)
}

function megabytesOf(server: ChildProcess): number {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024
}

async function ready(withinMilliseconds: number): Promise<void> {
  const until = performance.now() + withinMilliseconds
  while (performance.now() < until) {
    try {
      if ((await fetch(`${ADDRESS}/healthz`)).ok) return
    } catch {
      // not listening yet
    }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('the server did not become ready')
}

/** What a browser must fetch before the first screen: the entry module and what it imports statically. */
function firstJavaScript(): readonly BenchLine[] {
  const dist = join(root, 'packages/desk/dist')
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const files = [...html.matchAll(/(?:src|href)="\/?(assets\/[^"]+\.js)"/g)].flatMap(([, file]) => file ?? [])
  const bytes = files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length,
    0,
  )
  const all = readdirSync(join(dist, 'assets')).filter((file) => file.endsWith('.js')).length
  return [
    {
      name: `first JavaScript (${files.length} of ${all} files)`,
      value: bytes / 1024,
      unit: 'KB gzip',
      against: 'target 200 KB',
    },
  ]
}
