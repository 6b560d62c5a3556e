/**
 * Proves that the ledger is what was recorded: every id is the hash of its text, the chain is unbroken, the access
 * columns say what the marking says, and the journal holds the same in the same order.
 *
 * Stops at the first fault and says where it is. Others may append meanwhile: it proves what was on record when it
 * began, on a server in one snapshot. Rules: docs/rules/ledger.md, LED-02, LED-06.
 */
import { canonicalJson, type DraftStatement, MARKING_KIND, type Readable, remarkingIn } from '@demarche/core'
import { sql } from 'kysely'
import type { AuditHead } from '../audit/audit-entry.ts'
import type { AuditFile } from '../audit/audit-file.ts'
import { auditHead } from '../audit/audit-rows.ts'
import { firstBrokenEntry } from '../audit/read-audit.ts'
import type { Database } from '../engine/open-database.ts'
import { asKeeper, asKeeperAtOneMoment, type Session } from '../engine/session.ts'
import type { Journal } from '../journal/journal.ts'
import { tombstoneSchema } from '../journal/journal-line.ts'
import { JournalDamagedError } from '../journal/read-journal.ts'
import type { MarkingColumns } from '../schema/tables.ts'
import { markingColumns } from './prepare.ts'
import { type Effect, markedAnew } from './read-statements.ts'
import { NO_SEAL, nextSeal, sha256 } from './seal.ts'

export interface VerifyFault {
  /** position in the order of record, or file and line of the journal */
  readonly place: string
  readonly message: string
  readonly rule: string
}

export interface VerifyReport {
  readonly sound: boolean
  readonly statements: number
  readonly erased: number
  /** the head of the hash chain: note it elsewhere, and nothing before it can be changed unseen */
  readonly seal: string
  /** entries of the audit log, and the head of its own chain */
  readonly audit: { readonly entries: number; readonly seal: string }
  readonly journal: 'agrees' | 'disagrees' | 'none'
  /** the first fault found; null when the ledger is sound */
  readonly fault: VerifyFault | null
}

const PAGE = 2000

interface Row extends MarkingColumns {
  readonly seq: number
  readonly statement: string
  readonly seal: string
  /** null when the statement that was sealed is not there */
  readonly id: string | null
  readonly entity: string
  readonly kind: string
  readonly body: string
  readonly erased: boolean
  readonly remarking: string | null
}

type Ask = <T>(act: (session: Session) => Promise<T>) => Promise<T>

/**
 * Reads the whole ledger as it stands now and reports the first fault, if there is one.
 * On the embedded store no erasure may run meanwhile.
 */
export function verify(
  database: Database,
  journal: Journal | null,
  auditFile: AuditFile | null = null,
): Promise<VerifyReport> {
  // embedded, one long transaction would stop everybody else: page by page, up to where both stood at one moment
  return journal
    ? verifyWith((act) => asKeeper(database, act), journal, auditFile)
    : asKeeperAtOneMoment(database, (session) => verifyWith((act) => act(session), null, null))
}

async function verifyWith(
  ask: Ask,
  journal: Journal | null,
  auditFile: AuditFile | null,
): Promise<VerifyReport> {
  const start = journal
    ? await journal.accepted(async () => ({
        end: await ask(lastPosition),
        surplus: await surplusOf(journal, ask),
      }))
    : { end: await ask(lastPosition), surplus: null }
  const entries = journal ? entriesOf(journal) : null
  let seal = NO_SEAL
  let statements = 0
  let erased = 0
  const markings: Markings = { said: new Map(), shown: new Map() }
  let fault: VerifyFault | null = null
  let journalFault: VerifyFault | null = null
  for (let page = await readPage(ask, 0, start.end); page.length > 0 && !fault && !journalFault;) {
    for (const row of page) {
      fault = faultOf(row, statements + 1, seal)
      if (fault) break
      noteMarking(markings, row)
      seal = row.seal
      statements += 1
      if (row.erased) erased += 1
      journalFault = await compare(entries, row)
      if (journalFault) break
    }
    page = await readPage(ask, statements, start.end)
  }
  if (!fault && !journalFault) {
    fault = (await markingFault(markings, ask, start.end)) ?? (await unsealed(ask))
    journalFault = start.surplus
  }
  await entries?.return(undefined)
  const audit = await ask(auditHead)
  if (!fault) fault = await auditFault(ask, audit, auditFile)
  return {
    sound: fault === null && journalFault === null,
    statements,
    erased,
    seal,
    audit: { entries: audit.seq, seal: audit.seal },
    journal: entries === null ? 'none' : journalFault ? 'disagrees' : 'agrees',
    fault: fault ?? journalFault,
  }
}

async function lastPosition(session: Session): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    select coalesce(max(seq), 0) as seq from demarche.seals`.execute(session)
  return rows[0]?.seq ?? 0
}

async function readPage(ask: Ask, after: number, end: number): Promise<Row[]> {
  return ask(async (session) => {
    const { rows } = await sql<Row>`
      select k.seq, k.statement, k.seal, s.id, s.entity, s.kind, s.body, s.erased,
        s.distribution, s.tlp, s.releasable_to, s.need_to_know, s.marking_key, s.remarking
      from demarche.seals k left join demarche.statements s on s.id = k.statement
      where k.seq > ${after} and k.seq <= ${end} order by k.seq limit ${PAGE}`.execute(session)
    return rows
  })
}

function faultOf(row: Row, position: number, before: string): VerifyFault | null {
  const fault = (message: string): VerifyFault => ({
    place: `statement ${position}`,
    message,
    rule: 'LED-02',
  })
  if (row.seq !== position) return fault(`the seal of this position is missing; the next one is ${row.seq}`)
  if (row.id === null) return fault(`${row.statement} was sealed and is no longer there`)
  if (nextSeal(before, row.statement) !== row.seal)
    return fault(`the seal over ${row.statement} does not follow from the one before`)
  if (row.erased) {
    const tombstone = tombstoneSchema.safeParse(JSON.parse(row.body))
    if (!tombstone.success) return fault(`${row.id} is marked as erased and has no tombstone`)
    return sameMarking(row, columnsOf(row, tombstone.data))
      ? null
      : fault(`the access columns of ${row.id} differ from its tombstone`)
  }
  if (sha256(row.body) !== row.id)
    return fault(`the text of ${row.id} was altered: it does not hash to its id`)
  const draft: DraftStatement = JSON.parse(row.body)
  if (draft.entity !== row.entity || draft.kind !== row.kind || !sameMarking(row, columnsOf(row, draft))) {
    return fault(`the columns of ${row.id} differ from its text`)
  }
  return null
}

function columnsOf({ remarking }: Row, { marking, assertedBy }: Readable): MarkingColumns {
  return markingColumns({ marking: markedAnew(remarking)?.marking ?? marking, assertedBy })
}

/** What the records say of markings, and what the rows show; the last record on a statement counts. */
interface Markings {
  readonly said: Map<string, string>
  readonly shown: Map<string, string>
}

function noteMarking({ said, shown }: Markings, row: Row): void {
  if (row.id === null) return
  if (row.remarking !== null) shown.set(row.id, row.remarking)
  if (row.kind !== MARKING_KIND) return
  const remarking = row.erased
    ? tombstoneSchema.parse(JSON.parse(row.body)).remarks
    : remarkingIn(JSON.parse(row.body))
  if (remarking) {
    const effect: Effect = { by: row.id, marking: remarking.marking }
    said.set(remarking.statement, canonicalJson(effect))
  }
}

async function markingFault({ said, shown }: Markings, ask: Ask, end: number): Promise<VerifyFault | null> {
  for (const id of new Set([...said.keys(), ...shown.keys()])) {
    const seen = shown.get(id)
    const effect: Effect | null = seen === undefined ? null : JSON.parse(seen)
    if (effect !== null && canonicalJson(effect) === said.get(id)) continue
    // marked anew since the verification began: the record of it is proved by the next one
    if (effect !== null && (await ask((session) => isSealedAfter(session, effect.by, end)))) continue
    const message = 'who may see it does not follow from the records of its marking'
    return { place: `statement ${id}`, message, rule: 'LED-16' }
  }
  return null
}

async function isSealedAfter(session: Session, statement: string, end: number): Promise<boolean> {
  const row = await session
    .withSchema('demarche')
    .selectFrom('seals')
    .select('seq')
    .where('statement', '=', statement)
    .executeTakeFirst()
  return row !== undefined && row.seq > end
}

function auditFaultAt(place: string, message: string): VerifyFault {
  return { place, message, rule: 'LED-17' }
}

async function auditFault(ask: Ask, head: AuditHead, file: AuditFile | null): Promise<VerifyFault | null> {
  const broken = await firstBrokenEntry(ask, head.seq)
  if (broken !== null) return auditFaultAt(`audit entry ${broken}`, 'it does not follow from the one before')
  if (!file || head.seq === 0) return null
  try {
    // no further than the database reached: what comes behind may be in the middle of being written
    for await (const { seq, seal } of file.entries()) {
      if (seq < head.seq) continue
      return seal === head.seal ? null : auditFaultAt(`audit entry ${seq}`, 'file and database differ')
    }
  } catch (error) {
    if (!(error instanceof JournalDamagedError)) throw error
    return auditFaultAt(error.place, error.message)
  }
  return auditFaultAt(`audit entry ${head.seq}`, 'the file ends before it')
}

function sameMarking(left: MarkingColumns, right: MarkingColumns): boolean {
  return (
    left.distribution === right.distribution &&
    left.tlp === right.tlp &&
    left.marking_key === right.marking_key &&
    (left.releasable_to ?? []).join() === (right.releasable_to ?? []).join() &&
    (left.need_to_know ?? []).join() === (right.need_to_know ?? []).join()
  )
}

interface JournalEntry {
  readonly id: string
  readonly body: string | undefined
}

async function* entriesOf(journal: Journal): AsyncGenerator<JournalEntry> {
  for await (const { entries } of journal.batches()) {
    for (const { id, body } of entries) yield { id, body }
  }
}

async function compare(entries: AsyncGenerator<JournalEntry> | null, row: Row): Promise<VerifyFault | null> {
  if (!entries) return null
  const fault = (message: string): VerifyFault => ({ place: `statement ${row.seq}`, message, rule: 'LED-06' })
  const next = await nextOf(entries)
  if ('place' in next) return next
  if (next.done) return fault('the journal ends before this statement')
  if (next.value.id !== row.statement)
    return fault(`the journal has ${next.value.id} where the database has ${row.statement}`)
  if ((next.value.body ?? null) !== (row.erased ? null : row.body))
    return fault(`journal and database differ on ${row.statement}`)
  return null
}

/** Whether the journal goes on where the database ends; to be asked while nobody appends. */
async function surplusOf(journal: Journal, ask: Ask): Promise<VerifyFault | null> {
  const end = await ask(lastPosition)
  return journal.head.sealed === end && (await journal.endsHere())
    ? null
    : {
        place: `statement ${end + 1}`,
        message: 'the journal does not end where the database ends',
        rule: 'LED-06',
      }
}

async function nextOf(
  entries: AsyncGenerator<JournalEntry>,
): Promise<IteratorResult<JournalEntry> | VerifyFault> {
  try {
    return await entries.next()
  } catch (error) {
    if (!(error instanceof JournalDamagedError)) throw error
    return { place: error.place, message: error.message, rule: 'LED-07' }
  }
}

async function unsealed(ask: Ask): Promise<VerifyFault | null> {
  const { rows } = await ask((session) =>
    sql<{ id: string }>`
      select id from demarche.statements as s
      where not exists (select from demarche.seals as k where k.statement = s.id) limit 1`.execute(session),
  )
  const [row] = rows
  return row
    ? { place: `statement ${row.id}`, message: 'it is there and was never sealed', rule: 'LED-02' }
    : null
}
