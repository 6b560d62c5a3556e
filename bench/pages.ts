/**
 * What a page costs: the reads behind the pages of the desk, in process, with EuRepoC on record where it is on this machine.
 *
 * Dossiers are read of a different case each time, so nothing is answered from what is kept.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { sharedData } from '@demarche/testkit'
import { z } from 'zod'
import {
  aNewCase,
  type DeskUnderTest,
  openDesk,
  type SignedInForTest,
} from '../packages/server/test/desk-under-test.ts'
import type { BenchLine } from './bench-line.ts'

const EUREPOC = ['global_1.1.csv', 'attribution_1.1.csv', 'receiver_1.1.csv']
const TIMES = 100
const FEW_TIMES = 10
const TARGET = 'target 20 ms'
const jobSchema = z.looseObject({ id: z.string(), state: z.string() })
const listSchema = z.looseObject({ total: z.number(), rows: z.array(z.looseObject({ entity: z.string() })) })

export async function run(): Promise<readonly BenchLine[]> {
  const desk = await openDesk({ maxUploadBytes: 100_000_000 })
  try {
    for (const path of EUREPOC.flatMap((file) => sharedData(`data/eurepoc/${file}`) ?? [])) {
      await importFile(desk.officer, path)
    }
    const list = listSchema.parse((await desk.ask({ url: '/api/cases?limit=200' })).json())
    const cases = list.rows.map(({ entity }) => encodeURIComponent(entity))
    // precedents are coded at the first question
    await desk.ask({ url: `/api/cases/${cases[0]}/dossier` })
    const pages: readonly (readonly [string, (turn: number) => string])[] = [
      ['list of cases', (turn) => `/api/cases?limit=50&offset=${turn * 10}`],
      ['search', (turn) => `/api/cases?q=${['ministry', 'bank', 'energy', 'viasat'][turn % 4]}`],
      ['dossier', (turn) => `/api/cases/${cases[(turn + 1) % cases.length]}/dossier`],
      ['history', (turn) => `/api/cases/${cases[turn % cases.length]}/history`],
      ['procedures', () => '/api/procedures'],
      ['meeting', () => '/api/meetings/hwpci'],
      ['notices', () => '/api/notices'],
      ['listings', () => '/api/listings'],
    ]
    const lines: BenchLine[] = []
    for (const [name, urlAt] of pages) {
      const times: number[] = []
      for (let turn = 0; turn < TIMES; turn += 1) {
        const began = performance.now()
        const { statusCode, body } = await desk.ask({ url: urlAt(turn) })
        times.push(performance.now() - began)
        if (statusCode !== 200) throw new Error(`${urlAt(turn)}: ${statusCode} ${body}`)
      }
      times.sort((a, b) => a - b)
      lines.push({
        name: `${name}, p95 with ${list.total} cases`,
        value: times[Math.floor(TIMES * 0.95)] ?? Number.NaN,
        unit: 'ms',
        against: `p50 ${(times[TIMES / 2] ?? Number.NaN).toFixed(1)} ms; ${TARGET}`,
      })
    }
    return [...lines, ...(await dossierWhenSomethingIsNew(desk, cases))]
  } finally {
    await desk.close()
  }
}

/** A dossier that cannot be answered from what is kept: somebody recorded a statement, or the reader is new. */
async function dossierWhenSomethingIsNew(
  desk: DeskUnderTest,
  cases: readonly string[],
): Promise<readonly BenchLine[]> {
  const afterWrite: number[] = []
  const newReader: number[] = []
  const read = async (as: SignedInForTest, turn: number): Promise<number> => {
    const began = performance.now()
    await as.ask({ url: `/api/cases/${cases[turn % cases.length]}/dossier` })
    return performance.now() - began
  }
  for (let turn = 0; turn < FEW_TIMES; turn += 1) {
    const { assertions: _, ...said } = aNewCase('x')
    const payload = { ...said, assertions: [{ property: 'summary', value: `Seen in turn ${turn}` }] }
    const answer = await desk.ask({ method: 'POST', url: `/api/cases/${cases[0]}/statements`, payload })
    if (answer.statusCode !== 201) throw new Error(answer.body)
    afterWrite.push(await read(desk.officer, turn + 1))
    newReader.push(await read(await desk.signInAs({ party: 'EE', role: 'delegate' }), turn + 1))
  }
  return [
    {
      name: 'dossier just after a statement on another case, p50',
      value: median(afterWrite),
      unit: 'ms',
      against: TARGET,
    },
    { name: 'first dossier of another person, p50', value: median(newReader), unit: 'ms', against: TARGET },
  ]
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}

async function importFile(officer: SignedInForTest, path: string): Promise<void> {
  const started = await officer.ask({
    method: 'POST',
    url: `/api/imports?filename=${basename(path)}`,
    headers: { 'content-type': 'application/octet-stream' },
    payload: readFileSync(path),
  })
  let job = jobSchema.parse(started.json())
  while (job.state === 'reading' || job.state === 'recording') {
    await new Promise((resolve) => setTimeout(resolve, 50))
    job = jobSchema.parse((await officer.ask({ url: `/api/imports/${job.id}` })).json())
  }
  if (job.state !== 'done') throw new Error(`${path} was not imported: ${job.state}`)
}
