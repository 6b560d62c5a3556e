/** The ledger on disk: SQL lives here and nowhere else. */
export { openStore, restoreStore, type StoreOptions } from './open-store.ts'
export type { LedgerReader, LedgerReads, LedgerView, Store } from './store.ts'
export type { Reader } from '@demarche/core'
export type { AuditEntry } from './audit/audit-entry.ts'
export type { AuditLog } from './audit/audit-log.ts'
export type { AuditPage, AuditQuery } from './audit/read-audit.ts'
export type { Change, ChangeListener } from './engine/change-feed.ts'
export type { Engine } from './engine/open-database.ts'
export { LONGEST_WORD, type OtherProcesses } from './engine/other-processes.ts'
export { StoreBusyError } from './engine/owner-lock.ts'
export { JournalDamagedError } from './journal/read-journal.ts'
export { NewerRecordsError } from './schema/migrations.ts'
export type { Appended, AppendOptions } from './ledger/append.ts'
export type { LeftWithdrawn } from './ledger/on-record.ts'
export type { Erasure } from './ledger/erase.ts'
export type { KindSeen, Seen } from './ledger/digests.ts'
export type { Tombstone } from './journal/journal-line.ts'
export type { VerifyFault, VerifyReport } from './ledger/verify.ts'
export type { Seal } from './files/attach-file.ts'
export type { FileKey, SealedFile, SealedFiles } from './files/sealed-file.ts'
export type { BackupReport } from './ledger/backup.ts'
export type { CountedValue } from './portfolio/count-by.ts'
export type {
  OpenRecords,
  RecordPlace,
  RecordQuery,
  RecordsFound,
  TiedRecords,
} from './portfolio/find-records.ts'
export type { StatedRecord } from './portfolio/stated-records.ts'
export type { ChangedQuery, ChangedRecord, ChangedRecords } from './portfolio/find-changed.ts'
export type { ComingQuery } from './portfolio/find-coming.ts'
