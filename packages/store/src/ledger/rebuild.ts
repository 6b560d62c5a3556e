/**
 * Brings the database in step with the journal: nothing to do, a few batches to add, or all of it anew.
 *
 * Next door: `../journal/journal.ts` is the record, `../open-store.ts` decides when.
 */
import { type DraftStatement, MARKING_KIND, NEED_TO_KNOW_LIST, remarkingIn } from '@demarche/core'
import { type RawBuilder, sql } from 'kysely'
import { project, projectAnew } from './projections.ts'
import { asKeeper, type Session } from '../engine/session.ts'
import type { Database } from '../engine/open-database.ts'
import { EMPTY_HEAD, type Head, type Journal } from '../journal/journal.ts'
import type { Entry } from '../journal/journal-line.ts'
import { membersIn } from './access.ts'
import { insertRows, type StatementRow } from './insert-rows.ts'
import { markingColumns, prepare, withdrawnBy } from './prepare.ts'
import { readStatements } from './read-statements.ts'
import { repeatMarking } from './remark.ts'
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

/**
 * Whether the database is an earlier state of the journal, the same, or something else. An erasure that a crash cut in
 * two is pending in the one or in the other.
 */
export type Standing =
  'level' | 'behind' | 'ahead' | 'apart' | 'erasure-pending-in-database' | 'erasure-pending-in-journal'

/** Compares the two; reads the journal only when their heads differ. */
export async function standingOf(database: Database, journal: Journal): Promise<Standing> {
  const index = await databaseHead(database)
  const record = journal.head
  if (index.seal === record.seal && index.sealed === record.sealed) {
    if (index.erasures === record.erasures) return 'level'
    return index.erasures < record.erasures ? 'erasure-pending-in-database' : 'erasure-pending-in-journal'
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

/** Ends erasures that the database has carried out and the journal not, or not counted; a tombstone never goes back. */
export async function settleErasures(database: Database, journal: Journal): Promise<void> {
  const tombstones = new Map(
    (await asKeeper(database, (session) => entriesAfter(session, 0, undefined, sql`and s.erased`))).map(
      (entry) => [entry.id, entry],
    ),
  )
  const pending = new Set<Entry>()
  for await (const { entries } of journal.batches()) {
    for (const { id, body } of entries) {
      const tombstone = body === undefined ? undefined : tombstones.get(id)
      if (tombstone) pending.add(tombstone)
    }
  }
  for (const entry of pending) await journal.accepted(() => journal.erase(entry))
  if (journal.head.erasures !== tombstones.size) {
    await journal.accepted(() => journal.countErasures(tombstones.size))
  }
}

/** The recorded entries behind a position of the chain, in order of record; `limit` at most. */
export async function entriesAfter(
  session: Session,
  position: number,
  limit?: number,
  condition: RawBuilder<unknown> = sql``,
): Promise<Entry[]> {
  const { rows } = await sql<{ id: string; body: string; erased: boolean }>`
    select s.id, s.body, s.erased from demarche.seals k join demarche.statements s on s.id = k.statement
    where k.seq > ${position} ${condition} order by k.seq ${limit === undefined ? sql`` : sql`limit ${limit}`}`.execute(
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
  const remarked = await repeatEffects(session, entries)
  const rows = entries.map(({ id, body, tombstone }) =>
    tombstone === undefined
      ? { id, body, erased: false, remarking: null }
      : { id, body: JSON.stringify(tombstone), erased: true, remarking: null },
  )
  await project(session, readStatements(rows))
  if (remarked.size > 0) await projectAnew(session, [...remarked])
}

function rowOf(entry: Entry): StatementRow {
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
      withdraws: withdrawnBy(tombstone),
      erased: true,
      ...markingColumns(tombstone),
    }
  }
  const draft: DraftStatement = JSON.parse(entry.body)
  return {
    id: entry.id,
    entity: draft.entity,
    kind: draft.kind,
    body: entry.body,
    content_hash: contentHashOf(entry.body, draft),
    asserted_at: draft.assertedAt,
    source_date: draft.source.date ?? null,
    withdraws: withdrawnBy(draft),
    erased: false,
    ...markingColumns(draft),
  }
}

/** What the entries did beside saying something: who stands on a list, how a statement was marked anew; gives entities. */
async function repeatEffects(session: Session, entries: readonly Entry[]): Promise<Set<string>> {
  const remarked = new Set<string>()
  for (const { id, body, tombstone } of entries) {
    if (body !== undefined && !body.includes(`"kind":"${MARKING_KIND}"`) && !body.includes(LIST_KIND))
      continue
    const draft: DraftStatement | null = body === undefined ? null : JSON.parse(body)
    const said = tombstone ? tombstone.remarks : draft && remarkingIn(draft)
    if (said) {
      const entity = await repeatMarking(session, id, said)
      if (entity !== null) remarked.add(entity)
    } else if (draft?.kind === NEED_TO_KNOW_LIST) {
      await sql`delete from demarche.list_members where list = ${draft.entity}`.execute(session)
      await sql`
        insert into demarche.list_members (list, person)
        select distinct ${draft.entity}, unnest(${[...(membersIn(draft) ?? [])]}::text[])`.execute(session)
    }
  }
  return remarked
}
const LIST_KIND = `"kind":"${NEED_TO_KNOW_LIST}"`

/** The content hash from the canonical text: the two members that it leaves out stand first. */
function contentHashOf(body: string, draft: DraftStatement): string {
  if (draft.recordedBy !== undefined) return prepare(draft).contentHash
  const { assertedAt, assertedBy } = draft
  const before = `{"assertedAt":${JSON.stringify(assertedAt)},"assertedBy":${JSON.stringify(assertedBy)},`
  return sha256(`{${body.slice(before.length)}`)
}
