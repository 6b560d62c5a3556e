/**
 * What the ledger offers: readers to read and add by, and the keeper's acts for the whole.
 *
 * Next door: `open-store.ts` opens it; `ledger/` and `cases/` do the work.
 */
import type { CaseListAnswer, CaseListQuery } from '@demarche/api'
import type { Audience, DraftStatement, Instant, Reader, Statement } from '@demarche/core'
import type { AuditFile } from './audit/audit-file.ts'
import { type AuditLog, openAuditLog } from './audit/audit-log.ts'
import { type AuditPage, type AuditQuery, readAuditPage } from './audit/read-audit.ts'
import { listCases } from './cases/list-cases.ts'
import type { ChangeFeed, ChangeListener } from './engine/change-feed.ts'
import type { Database, Engine } from './engine/open-database.ts'
import type { OtherProcesses } from './engine/other-processes.ts'
import { asKeeper, asReaderOnly, type Session, takeWriterLock } from './engine/session.ts'
import type { Statistics } from './engine/statistics.ts'
import { attachFile, type Seal } from './files/attach-file.ts'
import { clearFiles } from './files/clear-files.ts'
import type { SealedFile, SealedFiles } from './files/sealed-file.ts'
import type { Journal } from './journal/journal.ts'
import type { Tombstone } from './journal/journal-line.ts'
import { append, type Appended, type AppendOptions } from './ledger/append.ts'
import { backup, type BackupReport } from './ledger/backup.ts'
import { digestsOf, keepDigests, type KindSeen, type Seen, seenOf } from './ledger/digests.ts'
import { labelsWithRemarkings, versionOf } from './ledger/kept-by-label.ts'
import { erase, type Erasure } from './ledger/erase.ts'
import {
  entitiesOf,
  erasedOf,
  erasuresOf,
  listsOfPerson,
  remarkingsOf,
  statementOf,
  statementsOf,
} from './ledger/read-statements.ts'
import { projectAll } from './ledger/projections.ts'
import { verify, type VerifyReport } from './ledger/verify.ts'
import { countBy, type CountedValue } from './portfolio/count-by.ts'
import {
  countRecords,
  findRecords,
  type RecordQuery,
  type RecordQuestion,
  type RecordsFound,
} from './portfolio/find-records.ts'
import { findTied, type OpenRecords, type TiedRecords } from './portfolio/find-tied.ts'
import { type ChangedQuery, type ChangedRecords, findChanged } from './portfolio/find-changed.ts'
import { type ComingQuery, findComing } from './portfolio/find-coming.ts'
import { keepStatedRecords, type StatedRecord } from './portfolio/stated-records.ts'

/** The ledger as one reader sees it; nothing beyond the reader's clearance has any effect on what it gives. */
export interface LedgerReader extends LedgerView {
  /** Puts drafts on record: all or none, none twice, on the disk when it resolves. See `append` for refusals. */
  append(drafts: readonly DraftStatement[], options?: AppendOptions): Promise<Appended>
  /** Puts a statement on record with the file that it attaches: both or neither. Refused as `append` refuses. EVI-10 */
  attach(draft: DraftStatement, seal: Seal): Promise<Statement>
  /** a page of the audit log, newest first; empty for whoever is no auditor */
  audit(query: AuditQuery): Promise<AuditPage>
}

/** The same for reading alone, without the log: what two see both is asked by it. */
export interface LedgerView extends LedgerReads {
  /**
   * All that `act` asks is of one moment. It asks by what it is given alone: on the embedded engine whoever asks otherwise
   * waits for its end, and so for ever.
   */
  atOneMoment<T>(act: (ledger: LedgerReads) => Promise<T>): Promise<T>
}

/** What a reader may ask. */
export interface LedgerReads {
  /** every visible statement about an entity, oldest first; only those on record by that instant when it is given */
  statements(entity: string, recordedBy?: Instant): Promise<Statement[]>
  /** the same for several entities at once */
  statementsOf(entities: readonly string[]): Promise<Statement[]>
  /** what this reader sees of each of these entities, with a digest that tells whether it has changed */
  seenOf(entities: readonly string[]): Promise<Seen[]>
  /** those digests alone, by entity */
  digestsOf(entities: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** the same of all entities of a kind, with the version of that moment */
  kindSeen(kind: string): Promise<KindSeen>
  /** the same of two kinds, of one moment */
  kindsSeen(one: string, other: string): Promise<readonly [KindSeen, KindSeen]>
  /** one statement, or null when there is none that this reader may see */
  statement(id: string): Promise<Statement | null>
  /** what is left of an erased statement: authority, date, marking; null when none of that id that this reader may see was erased */
  erased(id: string): Promise<Statement | null>
  /** the same of every erased statement about an entity that this reader may see, oldest record first */
  erasures(entity: string): Promise<Statement[]>
  /** the entities of a kind, e.g. `case`, in order of name */
  entities(kind: string): Promise<string[]>
  listCases(query: CaseListQuery): Promise<CaseListAnswer>
  /** a page of records of the portfolio, by name of entity, and how many match */
  findRecords(query: RecordQuery): Promise<RecordsFound>
  /** for each value of a property of what the query finds: how many records have it, and which comes first */
  countBy(question: RecordQuestion, property: string): Promise<readonly CountedValue[]>
  /** every record that has one of these facets, kind by kind: how many, and at most so many of them */
  findTied(
    facets: readonly string[],
    most: number,
    open?: readonly OpenRecords[],
  ): Promise<readonly TiedRecords[]>
  /** how many records of the portfolio there are, by kind */
  countRecords(): Promise<ReadonlyMap<string, number>>
  /** all records of the portfolio, or those with one of these facets, with what is stated of each and by what it is found: by kind, then by name */
  statedRecords(facets?: readonly string[]): Promise<readonly StatedRecord[]>
  /** records with a date that may lie in a time, the nearest first; those whose dates differ come before all */
  findComing(query: ComingQuery): Promise<readonly string[]>
  /** records about which something was put on record since an instant, the latest first */
  findChanged(query: ChangedQuery): Promise<ChangedRecords>
  /** the visible records of how statements about an entity were marked anew, oldest first */
  remarkings(entity: string): Promise<Statement[]>
  /** the encrypted file that a statement attached; null when there is none, or the reader may not see the statement */
  sealedFile(statement: string): Promise<SealedFile | null>
  /** the need-to-know lists that name this person */
  lists(): Promise<string[]>
  /** an opaque token that changes when, and only when, what this reader may see changes */
  version(): Promise<string>
}

/** Runs what is asked in a transaction of the reader. */
type Reading = <T>(act: (session: Session) => Promise<T>) => Promise<T>

export interface Store {
  readonly engine: Engine
  as(reader: Reader): LedgerReader
  /** The ledger as the reader and those to whom it is shown see it both: never more than either does. ACS-09 */
  asShownTo(reader: Reader, audience: Audience): LedgerView
  /** Proves that the ledger is what was recorded, or names the first fault. */
  verify(): Promise<VerifyReport>
  /** Writes the whole ledger to one file; `restoreStore` reads it back on either engine. */
  backup(file: string): Promise<BackupReport>
  /** Erases the content of one statement on a named authority; its id stays and the seal still holds. */
  erase(erasure: Erasure): Promise<Tombstone>
  /** Derives the rows of all lists anew from the statements; returns of how many entities. */
  rebuild(): Promise<number>
  readonly audit: AuditLog
  /** encrypted files of evidence; who may have one is decided by `sealedFile` of a reader */
  readonly files: SealedFiles
  /** Runs `act` while no process records anything; what it asks of files is not held up by that. */
  whileNobodyRecords<T>(act: () => Promise<T>): Promise<T>
  /**
   * Calls the listener for each entity about which something was recorded, by whatever process; gives how to stop. It is told
   * of what some readers may not see: ask as a reader before anything is passed on (LED-18).
   */
  onRecorded(listener: ChangeListener): () => void
  /** the other server processes on this database, for what is kept nowhere; null on the embedded engine, which has none */
  readonly otherProcesses: OtherProcesses | null
  /** Ends all work and gives the folder back. */
  close(): Promise<void>
}

export interface StoreParts {
  readonly database: Database
  /** connections of those who record, where there are others: whoever waits to record takes none from who reads */
  readonly recording?: Database
  readonly files: SealedFiles
  readonly journal: Journal | null
  readonly engine: Engine
  readonly feed: ChangeFeed
  readonly auditFile: AuditFile | null
  readonly clock: () => Date
  readonly release: () => Promise<void>
  readonly rebuildAtNextStart?: () => Promise<void>
  /** of an engine that gathers none by itself */
  readonly statistics?: Statistics
}

export function makeStore(parts: StoreParts): Store {
  const { database, recording = database, files, journal, engine, feed, auditFile, statistics } = parts
  const audit = openAuditLog(database, auditFile)
  const digests = keepDigests()
  const stated = keepStatedRecords()
  let closing: Promise<void> | undefined
  // an erasure in the middle of a verification would look like a fault
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = turn.then(act, act)
    turn = mine.catch(() => undefined)
    return mine
  }
  /** @param looking for what is planned once, see `Planning` */
  const readsIn = (reading: Reading, looking: Reading): LedgerReads => ({
    statements: (entity, recordedBy) => looking((session) => statementsOf(session, [entity], recordedBy)),
    statementsOf: (entities) => looking((session) => statementsOf(session, entities)),
    seenOf: (entities) => looking((session) => seenOf(session, entities)),
    digestsOf: (entities) => looking((session) => digestsOf(session, entities)),
    kindSeen: (kind) => looking((session) => digests(session, kind)),
    kindsSeen: (one, other) =>
      looking(async (session) => {
        const seen = await labelsWithRemarkings(session)
        return Promise.all([digests(session, one, seen), digests(session, other, seen)])
      }),
    statement: (id) => looking((session) => statementOf(session, id)),
    erased: (id) => looking((session) => erasedOf(session, id)),
    erasures: (entity) => looking((session) => erasuresOf(session, entity)),
    entities: (kind) => reading((session) => entitiesOf(session, kind)),
    listCases: (query) => looking((session) => listCases(session, query)),
    findRecords: (query) => reading((session) => findRecords(session, query)),
    countBy: (query, property) => reading((session) => countBy(session, query, property)),
    findTied: (facets, most, open) => reading((session) => findTied(session, facets, most, open)),
    countRecords: () => reading(countRecords),
    statedRecords: (facets) => reading((session) => stated(session, facets)),
    findComing: (query) => reading((session) => findComing(session, query)),
    findChanged: (query) => reading((session) => findChanged(session, query)),
    remarkings: (entity) => looking((session) => remarkingsOf(session, entity)),
    async sealedFile(statement) {
      const seen = await reading((session) => statementOf(session, statement))
      return seen && !seen.erased ? files.get(statement) : null
    },
    lists: () => looking(listsOfPerson),
    version: () => looking(versionOf),
  })
  const viewOf = (reader: Reader, shownTo?: Audience): LedgerView => {
    const reading: Reading = (act) => asReaderOnly(database, reader, shownTo, act)
    const looking: Reading = (act) => asReaderOnly(database, reader, shownTo, act, 'force_generic_plan')
    return {
      ...readsIn(reading, looking),
      atOneMoment: (act) =>
        reading((session) => {
          const within: Reading = (ask) => ask(session)
          return act(readsIn(within, within))
        }),
    }
  }
  return {
    engine,
    asShownTo: viewOf,
    as: (reader) => ({
      ...viewOf(reader),
      async append(drafts, options) {
        const appended = await append(recording, journal, feed, reader, drafts, options)
        // what is on record stays acknowledged: without figures questions are slower, and right
        await statistics?.added(appended.statements.length).catch(() => undefined)
        return appended
      },
      async attach(draft, seal) {
        const statement = await attachFile(parts, reader, draft, seal)
        await statistics?.added(1).catch(() => undefined)
        return statement
      },
      // of a reader alone: what two see both has no log
      audit: (query) => asReaderOnly(database, reader, undefined, (session) => readAuditPage(session, query)),
    }),
    verify: () =>
      inTurn(async () => {
        await audit.flush()
        return verify(database, journal, auditFile)
      }),
    backup: async (file) => {
      await audit.flush()
      return backup(database, files, file)
    },
    erase: (erasure) =>
      inTurn(async () => {
        const tombstone = await erase(parts, erasure)
        await clearFiles(database, files)
        return tombstone
      }),
    rebuild: () => asKeeper(database, projectAll),
    audit,
    files,
    whileNobodyRecords: (act) =>
      asKeeper(database, async (session) => {
        await takeWriterLock(session)
        return act()
      }),
    onRecorded: feed.listen,
    otherProcesses: feed.others,
    close: () => (closing ??= audit.flush().then(parts.release)),
  }
}
