/**
 * How long the desk takes to be ready: on a new store, on an existing one, and how much memory it then holds.
 *
 * Starts the real server process and asks `/healthz` until it answers 200. Also the size of the first JavaScript.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { BenchLine } from './bench-line.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const PORT = 4788

export async function run(): Promise<readonly BenchLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'))
  try {
    const fresh = await startOnce(folder)
    const again = await startOnce(folder)
    return [
      { name: 'ready on a new store', value: fresh.seconds, unit: 's', against: 'target 5 s' },
      { name: 'ready on an existing store', value: again.seconds, unit: 's', against: 'target 2 s' },
      {
        name: 'memory of the server, precedents loaded',
        value: again.megabytes,
        unit: 'MB',
        against: 'target 500 MB',
      },
      ...firstJavaScript(),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function startOnce(data: string): Promise<{ seconds: number; megabytes: number }> {
  const began = performance.now()
  const server = spawn(process.execPath, [join(root, 'packages/server/src/main.ts')], {
    env: { ...process.env, PORT: String(PORT), DEMARCHE_DATA: data },
    stdio: 'ignore',
  })
  try {
    await ready(60_000)
    const seconds = (performance.now() - began) / 1000
    const status = readFileSync(`/proc/${server.pid}/status`, 'utf8')
    return { seconds, megabytes: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024 }
  } finally {
    const gone = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await gone
  }
}

async function ready(withinMilliseconds: number): Promise<void> {
  const until = performance.now() + withinMilliseconds
  while (performance.now() < until) {
    try {
      if ((await fetch(`http://127.0.0.1:${PORT}/healthz`)).ok) return
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
