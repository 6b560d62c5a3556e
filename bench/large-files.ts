/**
 * What else the server gets done while it imports a file of 100 MB: the longest stall of its event loop.
 *
 * A EuRepoC table made long by its own rows under new numbers, and an invented STIX bundle that is mostly indicators, each
 * imported as the desk does it, while reading and while recording. Where EuRepoC is not on this machine, the bundle alone.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openOffice, type OpenOffice } from '@demarche/server/open-office.ts'
import { readerOf } from '@demarche/server/session/session.ts'
import { sharedData } from '@demarche/testkit'
import type { BenchLine } from './bench-line.ts'

const BYTES = 100_000_000
const STATES = ['reading', 'recording'] as const

export async function run(): Promise<readonly BenchLine[]> {
  const files = [...longTable(), { name: 'STIX bundle', filename: 'bundle.json', text: longBundle() }]
  const lines: BenchLine[] = []
  for (const { name, filename, text } of files) lines.push(...(await stalls(name, filename, text)))
  return lines
}

async function stalls(name: string, filename: string, text: string): Promise<readonly BenchLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'))
  const open = await openBenchOffice(folder)
  try {
    const path = join(folder, filename)
    writeFileSync(path, text)
    const reader = readerOf({ party: 'EU', person: 'person:aaaaaaaaaaaaaaaa' })
    const began = performance.now()
    const { id } = open.office.imports.start({ reader, filename, path, sourceDate: undefined })
    const longest = new Map<string, number>()
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      const job = open.office.imports.find(id, reader.person)
      const state = job?.state ?? 'gone'
      longest.set(state, Math.max(longest.get(state) ?? 0, delay.max / 1e6))
      delay.reset()
      if (state === 'done') break
      if (state !== 'reading' && state !== 'recording')
        throw new Error(`${filename} was not imported: ${state} ${job?.problem?.message}`)
    }
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    const megabytes = (text.length / 1e6).toFixed(0)
    return STATES.map((state) => ({
      name: `longest stall while ${state} a ${name} of ${megabytes} MB`,
      value: longest.get(state) ?? 0,
      unit: 'ms',
      against: `the whole import ${seconds} s`,
    }))
  } finally {
    await open.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function openBenchOffice(folder: string): Promise<OpenOffice> {
  let jobs = 0
  return openOffice({
    dataDirectory: folder,
    party: 'desk',
    uploadDirectory: join(folder, 'uploads'),
    clock: () => new Date(),
    newId: () => `job-${(jobs += 1)}`,
    newSuffix: () => 'aaaaaa',
    newToken: () => 'token-of-a-submission',
    reportImportDefect(error) {
      throw error
    },
  })
}

/** The rows of the EuRepoC table over and over, each time under numbers of its own. */
function longTable(): readonly { name: string; filename: string; text: string }[] {
  const path = sharedData('data/eurepoc/global_1.1.csv')
  if (path === null) return []
  const text = readFileSync(path, 'utf8')
  const start = text.indexOf('\n') + 1
  const rows = text.slice(start)
  const parts = [text.slice(0, start)]
  for (let copy = 0; copy * rows.length < BYTES; copy += 1) {
    parts.push(rows.replaceAll(/^(\d+)(?=,)/gm, (id) => String(Number(id) + copy * 10_000)))
  }
  return [{ name: 'EuRepoC table', filename: 'global.csv', text: parts.join('') }]
}

function longBundle(): string {
  const at = '2026-01-31T12:00:00.000Z'
  const common = { spec_version: '2.1', created: at, modified: at }
  const objects: string[] = []
  for (let number = 0, length = 0; length < BYTES; number += 1) {
    const type = number % 50 === 0 ? 'incident' : 'indicator'
    const text = JSON.stringify({
      type,
      id: `${type}--${uuid(number)}`,
      ...common,
      name: `Invented ${type} ${number}`,
      description: 'What was seen, at some length. '.repeat(20),
      ...(type === 'indicator'
        ? { pattern: `[file:hashes.MD5 = '${uuid(number)}']`, pattern_type: 'stix', valid_from: at }
        : {}),
    })
    objects.push(text)
    length += text.length + 1
  }
  return `{"type":"bundle","id":"bundle--${uuid(0)}","objects":[${objects.join(',')}]}`
}

const uuid = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`

if (import.meta.main) for (const line of await run()) console.log(line)
