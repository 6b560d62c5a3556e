/**
 * Brings the database in step with the journal: nothing to do, a few batches to add, or all of it anew.
 *
 * Next door: `../journal/journal.ts` is the record, `../open-store.ts` decides when.
 */
import type { DraftStatement, Statement } from '@demarche/core'
import { sql } from 'kysely'
import { recordParts } from '../cases/record-parts.ts'
import { asKeeper, type Session } from '../engine/session.ts'
import type { Database } from '../engine/open-database.ts'
import { EMPTY_HEAD, type Head, type Journal } from '../journal/journal.ts'
import type { Entry } from '../journal/journal-line.ts'
import { insertRows } from './append.ts'
import { markingColumns, withdrawnBy } from './prepare.ts'
import { sha256 } from './seal.ts'

/** How far the database reaches. */
export async function databaseHead(database: Database): Promise<Head> {
  return asKeeper(database, async (session) => {
    const { rows } = await sql<Head>`
      select coalesce((select seq from demarche.seals order by seq desc limit 1), 0) as sealed,
        coalesce((select seal from demarche.seals order by seq desc limit 1), ${EMPTY_HEAD.seal}) as seal,
        (select count(*) from demarche.statements where erased) as erasures`.execute(session)
    return rows[0] ?? EMPTY_HEAD
  })
}

/** Whether the database is an earlier state of the journal, the same, or something else. */
export type Standing = 'level' | 'behind' | 'ahead' | 'apart' | 'erasure-pending'

/** Compares the two; reads the journal only when their heads differ. */
export async function standingOf(database: Database, journal: Journal): Promise<Standing> {
  const index = await databaseHead(database)
  const record = journal.head
  if (index.seal === record.seal && index.sealed === record.sealed) {
    return index.erasures === record.erasures ? 'level' : 'erasure-pending'
  }
  if (index.sealed > record.sealed) {
    return record.sealed === 0 || (await sealAt(database, record.sealed)) === record.seal ? 'ahead' : 'apart'
  }
  if (index.sealed === 0) return 'behind'
  for await (const { seal } of journal.batches()) {
    if (seal.sealed === index.sealed && seal.seal === index.seal) return 'behind'
    if (seal.sealed >= index.sealed) break
  }
  return 'apart'
}

async function sealAt(database: Database, position: number): Promise<string | undefined> {
  return asKeeper(database, async (session) => {
    const row = await session
      .withSchema('demarche')
      .selectFrom('seals')
      .select('seal')
      .where('seq', '=', position)
      .executeTakeFirst()
    return row?.seal
  })
}

/** Adds to the database what the journal has beyond it; returns how many statements. One transaction a batch. */
export async function catchUp(database: Database, journal: Journal): Promise<number> {
  const { sealed } = await databaseHead(database)
  let position = 0
  let added = 0
  for await (const { entries } of journal.batches()) {
    position += entries.length
    if (position <= sealed || entries.length === 0) continue
    await asKeeper(database, (session) => insertEntries(session, entries))
    added += entries.length
  }
  return added
}

/** Adds to the journal what only the database has, so that nothing ever recorded is lost. */
export async function saveSurplus(database: Database, journal: Journal): Promise<number> {
  const entries = await asKeeper(database, (session) => entriesAfter(session, journal.head.sealed))
  await journal.accepted(() => journal.write(entries))
  await journal.sync()
  return entries.length
}

/** The recorded entries behind a position of the chain, in order of record; `limit` at most. */
export async function entriesAfter(session: Session, position: number, limit?: number): Promise<Entry[]> {
  const { rows } = await sql<{ id: string; body: string; erased: boolean }>`
    select s.id, s.body, s.erased from demarche.seals k join demarche.statements s on s.id = k.statement
    where k.seq > ${position} order by k.seq ${limit === undefined ? sql`` : sql`limit ${limit}`}`.execute(
    session,
  )
  return rows.map(({ id, body, erased }) => (erased ? { id, tombstone: JSON.parse(body) } : { id, body }))
}

const CHUNK = 1000

/** Records entries as they stand, tombstones included, in the order in which they were sealed. */
export async function insertEntries(session: Session, entries: readonly Entry[]): Promise<void> {
  // the database seals each insert in order of id, so a run of ascending ids can go in together
  for (let start = 0; start < entries.length;) {
    let end = start + 1
    while (
      end < entries.length &&
      end - start < CHUNK &&
      (entries[end - 1]?.id ?? '') < (entries[end]?.id ?? '')
    )
      end += 1
    await insertRows(session, entries.slice(start, end).map(rowOf))
    start = end
  }
  const statements = entries.flatMap(({ id, body }): Statement[] => {
    if (body === undefined) return []
    const draft: DraftStatement = JSON.parse(body)
    return [{ id, ...draft }]
  })
  await recordParts(session, statements)
}

function rowOf(entry: Entry): object {
  if (entry.tombstone !== undefined) {
    const { tombstone } = entry
    return {
      id: entry.id,
      entity: tombstone.entity,
      kind: tombstone.kind,
      body: JSON.stringify(tombstone),
      content_hash: tombstone.contentHash,
      asserted_at: tombstone.assertedAt,
      source_date: null,
      withdraws: null,
      erased: true,
      ...markingColumns({ marking: tombstone.marking }),
    }
  }
  const draft: DraftStatement = JSON.parse(entry.body)
  const withdraws = withdrawnBy(draft)
  return {
    id: entry.id,
    entity: draft.entity,
    kind: draft.kind,
    body: entry.body,
    content_hash: contentHashOf(entry.body, draft),
    asserted_at: draft.assertedAt,
    source_date: draft.source.date ?? null,
    withdraws: withdraws.length > 0 ? withdraws : null,
    erased: false,
    ...markingColumns(draft),
  }
}

/** The content hash from the canonical text: the two members that it leaves out stand first. */
function contentHashOf(body: string, { assertedAt, assertedBy }: DraftStatement): string {
  const before = `{"assertedAt":${JSON.stringify(assertedAt)},"assertedBy":${JSON.stringify(assertedBy)},`
  return sha256(`{${body.slice(before.length)}`)
}
