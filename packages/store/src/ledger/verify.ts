/**
 * Proves that the ledger is what was recorded: every id is the hash of its text, the chain is unbroken, the access
 * columns say what the marking says, and the journal holds the same in the same order.
 *
 * Stops at the first fault and says where it is. Rules: docs/rules/ledger.md, LED-02, LED-06.
 */
import type { DraftStatement } from '@demarche/core'
import { sql } from 'kysely'
import type { Database } from '../engine/open-database.ts'
import { asKeeper } from '../engine/session.ts'
import type { Journal } from '../journal/journal.ts'
import { tombstoneSchema } from '../journal/journal-line.ts'
import { JournalDamagedError } from '../journal/read-journal.ts'
import type { MarkingColumns } from '../schema/tables.ts'
import { markingColumns } from './prepare.ts'
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
}

/** Reads the whole ledger and reports the first fault, if there is one. */
export async function verify(database: Database, journal: Journal | null): Promise<VerifyReport> {
  const entries = journal ? entriesOf(journal) : null
  let seal = NO_SEAL
  let statements = 0
  let erased = 0
  let fault: VerifyFault | null = null
  let journalFault: VerifyFault | null = null
  for (let page = await readPage(database, 0); page.length > 0 && !fault && !journalFault;) {
    for (const row of page) {
      fault = faultOf(row, statements + 1, seal)
      if (fault) break
      seal = row.seal
      statements += 1
      if (row.erased) erased += 1
      journalFault = await compare(entries, row)
      if (journalFault) break
    }
    page = await readPage(database, statements)
  }
  if (!fault && !journalFault) {
    fault = await unsealed(database, statements)
    journalFault = await surplus(entries, statements)
  }
  return {
    sound: fault === null && journalFault === null,
    statements,
    erased,
    seal,
    journal: entries === null ? 'none' : journalFault ? 'disagrees' : 'agrees',
    fault: fault ?? journalFault,
  }
}

async function readPage(database: Database, after: number): Promise<Row[]> {
  return asKeeper(database, async (session) => {
    const { rows } = await sql<Row>`
      select k.seq, k.statement, k.seal, s.id, s.entity, s.kind, s.body, s.erased,
        s.distribution, s.tlp, s.releasable_to, s.marking_key
      from demarche.seals k left join demarche.statements s on s.id = k.statement
      where k.seq > ${after} order by k.seq limit ${PAGE}`.execute(session)
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
    return sameMarking(row, markingColumns(tombstone.data))
      ? null
      : fault(`the access columns of ${row.id} differ from its tombstone`)
  }
  if (sha256(row.body) !== row.id)
    return fault(`the text of ${row.id} was altered: it does not hash to its id`)
  const draft: DraftStatement = JSON.parse(row.body)
  if (draft.entity !== row.entity || draft.kind !== row.kind || !sameMarking(row, markingColumns(draft))) {
    return fault(`the columns of ${row.id} differ from its text`)
  }
  return null
}

function sameMarking(left: MarkingColumns, right: MarkingColumns): boolean {
  return (
    left.distribution === right.distribution &&
    left.tlp === right.tlp &&
    left.marking_key === right.marking_key &&
    (left.releasable_to ?? []).join() === (right.releasable_to ?? []).join()
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

async function surplus(
  entries: AsyncGenerator<JournalEntry> | null,
  count: number,
): Promise<VerifyFault | null> {
  if (!entries) return null
  const next = await nextOf(entries)
  if ('place' in next) return next
  return next.done
    ? null
    : {
        place: `statement ${count + 1}`,
        message: 'the journal goes on where the database ends',
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

async function unsealed(database: Database, sealed: number): Promise<VerifyFault | null> {
  const { count } = await asKeeper(database, (session) =>
    session
      .withSchema('demarche')
      .selectFrom('statements')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  )
  return count === sealed
    ? null
    : {
        place: `statement ${sealed + 1}`,
        message: `${count} statements are there, ${sealed} are sealed`,
        rule: 'LED-02',
      }
}
