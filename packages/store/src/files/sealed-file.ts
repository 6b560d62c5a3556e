/**
 * Files of evidence as the ledger keeps them: encrypted, each with its own data key, which is wrapped by a key that is not here.
 *
 * A file belongs to the statement that attached it: whoever may see that statement may have the file. What stands here can
 * be changed in one way alone: a data key is wrapped anew when the key outside is.
 *
 * Rules: docs/rules/evidence.md, EVI-05, EVI-07 to EVI-09. Next door: `file-folder.ts` and `file-table.ts` keep them.
 */
import type { StatementId } from '@demarche/core'
import type { Session } from '../engine/session.ts'

/** Everything about a file but its bytes. */
export interface FileKey {
  /** that attached it */
  readonly statement: StatementId
  /** the item of evidence, as `evidence-item:slug` */
  readonly item: string
  /** which key outside wraps the data key */
  readonly keyId: string
  /** the wrapped data key, in base64 */
  readonly wrappedKey: string
  /** when it was attached, UTC */
  readonly at: string
}

export interface SealedFile extends FileKey {
  /** what only the data key opens */
  readonly sealed: Uint8Array
}

/** Where they are kept. Access is decided before anybody asks here. */
export interface SealedFiles {
  /**
   * Keeps a file, on the disk when it resolves; a file of that statement is replaced.
   * @param session the transaction that records the statement: where files lie in the same database, both come or neither
   */
  put(file: SealedFile, session?: Session): Promise<void>
  /** All of them without their bytes, in order of statement. */
  list(): Promise<readonly FileKey[]>
  /** those of these statements that attached one, without their bytes */
  keysOf(statements: readonly StatementId[]): Promise<readonly FileKey[]>
  /** true when there is one at all */
  hasAny(): Promise<boolean>
  /** null where there is none, or it was taken away while it was read */
  get(statement: StatementId): Promise<SealedFile | null>
  /** @param session the transaction that put the file, where others do not see it yet */
  rewrap(statement: StatementId, keyId: string, wrappedKey: string, session?: Session): Promise<void>
  /** Takes a file away, its wrapped key first: without it nothing opens the rest. */
  remove(statement: StatementId): Promise<void>
  /** Takes away what a write or a removal that was cut off left half done; before anybody writes. */
  clearRemains(): Promise<void>
}
