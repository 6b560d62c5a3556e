/**
 * Import of the whole EuRepoC file into the embedded store: incidents a second, the floor beside it, and growth.
 *
 * Counts everything from the bytes of the files to the sync of the journal: reading, hashing, access rules, seals and
 * the rows of the list. The floor inserts the same bytes into a bare table of the same engine. Where the data set is
 * not on this machine, invented rows of the same size stand in, and the line says so.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canonicalJson, type DraftStatement, PUBLIC } from '@demarche/core'
import { readDocument } from '@demarche/interchange'
import { openStore, type Reader } from '@demarche/store'
import { embeddedDatabase } from '@demarche/store/engine/open-database.ts'
import { sharedData } from '@demarche/testkit'
import { sql } from 'kysely'
import type { BenchLine } from './bench-line.ts'

const FILES = ['global_1.1.csv', 'attribution_1.1.csv', 'receiver_1.1.csv']
const READER: Reader = {
  party: 'EU',
  person: 'benchmark',
  role: 'system',
  maxDistribution: 'LIMITE',
  maxTlp: 'TLP:RED',
}

export async function run(): Promise<BenchLine[]> {
  const { drafts, seconds: reading, name } = await material()
  const incidents = new Set(drafts.map(({ entity }) => entity)).size
  const once = await importInto(drafts)
  const floor = await rawInserts(drafts)
  const tenfold = await importInto(copies(drafts, 10))
  return [
    {
      name: `import of ${name}: ${incidents} incidents, ${drafts.length} statements`,
      value: incidents / (reading + once),
      unit: 'incidents/s',
      against: 'target 1,000',
    },
    { name: 'of which reading the files', value: reading, unit: 's' },
    {
      name: 'of which recording',
      value: once,
      unit: 's',
      against: `raw inserts of the same bytes ${floor.toFixed(2)} s`,
    },
    { name: 'recording against the floor', value: once / floor, unit: 'times' },
    {
      name: 'recording ten times as much',
      value: tenfold / once,
      unit: 'times the time',
      against: '10 would be linear',
    },
  ]
}

async function material(): Promise<{ drafts: readonly DraftStatement[]; seconds: number; name: string }> {
  const paths = FILES.map((file) => sharedData(`data/eurepoc/${file}`))
  const began = performance.now()
  const drafts: DraftStatement[] = []
  for (const [index, path] of paths.entries()) {
    if (path === null)
      return { drafts: invented(), seconds: 0, name: 'invented rows (EuRepoC is not on this machine)' }
    const options = {
      filename: FILES[index] ?? '',
      assertedBy: 'benchmark',
      assertedAt: '2026-01-01T00:00:00.000Z',
    }
    drafts.push(...(await readDocument(readFileSync(path), { ...options, marking: PUBLIC })).statements)
  }
  return { drafts, seconds: secondsSince(began), name: 'EuRepoC 1.1' }
}

async function importInto(drafts: readonly DraftStatement[]): Promise<number> {
  return inFolder(async (folder) => {
    const store = await openStore({ dataDirectory: folder })
    try {
      const began = performance.now()
      await store.as(READER).append(drafts)
      return secondsSince(began)
    } finally {
      await store.close()
    }
  })
}

async function rawInserts(drafts: readonly DraftStatement[]): Promise<number> {
  return inFolder(async (folder) => {
    const database = embeddedDatabase(folder)
    try {
      await sql`create table raw (place integer primary key, body text not null)`.execute(database)
      const bodies = drafts.map((draft) => canonicalJson(draft))
      const began = performance.now()
      await database.transaction().execute(async (session) => {
        for (let start = 0; start < bodies.length; start += 1000) {
          const rows = bodies
            .slice(start, start + 1000)
            .map((body, index) => ({ place: start + index, body }))
          await sql`insert into raw select * from json_populate_recordset(null::raw, ${JSON.stringify(rows)}::json)`.execute(
            session,
          )
        }
      })
      return secondsSince(began)
    } finally {
      await database.destroy()
    }
  })
}

async function inFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'))
  try {
    return await act(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function copies(drafts: readonly DraftStatement[], times: number): DraftStatement[] {
  return Array.from({ length: times }, (_, copy) =>
    drafts.map((draft) => ({ ...draft, entity: `${draft.entity.slice(0, 110)}-${copy}` })),
  ).flat()
}

function invented(): DraftStatement[] {
  return Array.from({ length: 1100 * 5 }, (_, index) => ({
    entity: `case:invented-${Math.floor(index / 5)}`,
    kind: 'case',
    assertions: [
      { property: 'name', value: `Invented incident ${Math.floor(index / 5)}` },
      { property: 'summary', value: `Passage ${index}. ${'What happened, at some length. '.repeat(12)}` },
    ],
    source: { document: 'invented', locator: `row ${index}`, verified: false },
    grading: { reliability: 'F', credibility: '6' },
    marking: PUBLIC,
    assertedBy: 'benchmark',
    assertedAt: '2026-01-01T00:00:00.000Z',
  }))
}

function secondsSince(began: number): number {
  return (performance.now() - began) / 1000
}
