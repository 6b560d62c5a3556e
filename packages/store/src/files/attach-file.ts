/**
 * Attaching a file: the statement that says so and the file come on record together, or neither does.
 *
 * Where files lie in the same database one transaction holds both. In a folder the file is there, whole and on the disk,
 * before the journal has its statement; what was cut off in between is cleared at the next start.
 *
 * Rule: docs/rules/evidence.md, EVI-10. Next door: `clear-files.ts`, `../ledger/append.ts`.
 */
import { DemarcheError } from '@demarche/api'
import type { DraftStatement, Reader, Statement } from '@demarche/core'
import { append } from '../ledger/append.ts'
import type { StoreParts } from '../store.ts'
import { clearFiles } from './clear-files.ts'
import type { SealedFile } from './sealed-file.ts'

/** Encrypts a file for the statement that attaches it; asked while nobody else records. */
export type Seal = (statement: Statement) => Promise<SealedFile>

/** @throws DemarcheError as `append` does; already-exists when the same is on record; what `seal` throws */
export async function attachFile(
  { database, journal, feed, files }: Pick<StoreParts, 'database' | 'journal' | 'feed' | 'files'>,
  reader: Reader,
  draft: DraftStatement,
  seal: Seal,
): Promise<Statement> {
  try {
    const { statements } = await append(database, journal, feed, reader, [draft], {
      async beside([statement], session) {
        if (statement) await files.put(await seal(statement), session)
      },
    })
    const [statement] = statements
    if (statement) return statement
  } catch (error) {
    // the refusal is what counts; what could not be cleared is at the next start
    await clearFiles(database, files).catch(() => undefined)
    throw error
  }
  throw new DemarcheError('already-exists', 'The same entry of custody is on record already.')
}
