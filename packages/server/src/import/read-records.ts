/**
 * The records of a file: its bytes to statements, none of them classified, and a refusal when there is not one.
 *
 * Next door: `reading-thread.ts` does the same in a thread of its own, `run-import.ts` records what comes out.
 */
import { DemarcheError } from '@demarche/api'
import { readDocument, type Reading, type ReadOptions } from '@demarche/interchange'
import { refuseClassified } from '../record/check-statement.ts'

/** Reads the records of a file. It may keep or give away the bytes. */
export type ReadRecords = (bytes: Uint8Array, options: ReadOptions) => Promise<Reading>

/**
 * Reads here, in slices between which other work gets its turn.
 * @throws ImportRefusal when the file as a whole cannot be read, DemarcheError import-refused when none of its records
 * can, DemarcheError classified-content, or the signal's reason
 */
export const readRecords: ReadRecords = async (bytes, options) => {
  const reading = await readDocument(bytes, options)
  // of a table that is looked at somebody has still to say how it is read
  if (!(options.preview && reading.table)) refuseWithoutAnyRecord(reading)
  for (const [index, { assertions, source }] of reading.statements.entries()) {
    refuseClassified({ [`record ${index + 1}`]: { assertions, source } })
  }
  return reading
}

/** A file in which every record is refused is refused itself: nobody should read "done" and have nothing. */
function refuseWithoutAnyRecord({ cases, records, statements, rejected }: Reading): void {
  const [first] = rejected
  if (cases.length > 0 || records.length > 0 || statements.length > 0 || !first) return
  const message = `No record of the file can be read; nothing was recorded. ${first.place}: ${first.message} (${first.rule})`
  throw new DemarcheError('import-refused', message, rejected)
}
