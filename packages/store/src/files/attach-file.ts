/**
 * Attaching a file: the statement that says so and the file come on record together, or neither does.
 *
 * Where files lie in the same database one transaction holds both. In a folder the file is there, whole and on the disk,
 * before the journal has its statement; what was cut off in between is cleared at the next start. On a server others record
 * while a file is written; the key outside is looked at once more when they no longer do.
 *
 * Rule: docs/rules/evidence.md, EVI-10. Next door: `clear-files.ts`, `../ledger/append.ts`.
 */
import { type DemarcheError, faultOf, refusalOf } from '@demarche/api'
import { type DraftStatement, inWords, type Reader, type Statement } from '@demarche/core'
import { append } from '../ledger/append.ts'
import { prepare } from '../ledger/prepare.ts'
import type { StoreParts } from '../store.ts'
import { clearFiles } from './clear-files.ts'
import type { SealedFile } from './sealed-file.ts'

/** A file encrypted for the statement that attaches it. */
export interface Sealing {
  readonly file: SealedFile
  /** Its data key as the key outside wraps it now; asked while nobody else records, and so nobody changes that key. */
  wrappedNow(): Promise<Pick<SealedFile, 'keyId' | 'wrappedKey'>>
}

/** Encrypts the file; asked before anybody has to wait. */
export type Seal = (statement: Statement) => Promise<Sealing>

/** @throws DemarcheError as `append` does; already-exists when the same is on record; what `seal` throws */
export async function attachFile(
  {
    database,
    recording = database,
    journal,
    feed,
    files,
  }: Pick<StoreParts, 'database' | 'recording' | 'journal' | 'feed' | 'files'>,
  reader: Reader,
  draft: DraftStatement,
  seal: Seal,
): Promise<Statement> {
  const { statement } = prepare(draft)
  // its file stays as it is
  if ((await files.keysOf([statement.id])).length > 0) throw onRecordAlready()
  const { file, wrappedNow } = await seal(statement)
  try {
    await append(recording, journal, feed, reader, [draft], {
      ahead: (session) => files.put(file, session),
      async beside([recorded], session) {
        if (!recorded) throw onRecordAlready()
        const { keyId, wrappedKey } = await wrappedNow()
        if (keyId !== file.keyId) await files.rewrap(statement.id, keyId, wrappedKey, session)
      },
    })
    return statement
  } catch (error) {
    // the refusal is what counts; what could not be cleared is at the next start
    await clearFiles(database, files).catch(() => undefined)
    throw error
  }
}

function onRecordAlready(): DemarcheError {
  return refusalOf('already-exists', faultOf('/', inWords('same-statement')))
}
