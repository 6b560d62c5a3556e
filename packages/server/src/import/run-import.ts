/**
 * The work of an import: bytes to statements to the ledger, all or none, with a report of what was left out.
 *
 * Shared by the server's jobs and the shell. Classified content anywhere in the file refuses the whole of it.
 * Next door: `@demarche/interchange` reads, `@demarche/store` records.
 */
import type { ImportReport } from '@demarche/api'
import { inWords, type PartialDate, type RecordKind } from '@demarche/core'
import { isArchive, type Reading, type ReadOptions, type TableMapping } from '@demarche/interchange'
import type { LeftWithdrawn, Reader, Store } from '@demarche/store'
import type { ArchiveDesk } from '../archive/archive-desk.ts'
import { importArchive } from '../archive/import-archive.ts'
import { refuseLowered } from './marked-below.ts'
import { leaveOutOnRecord } from './on-record.ts'
import { type ReadRecords, readRecords } from './read-records.ts'

export interface ImportInput {
  /** not to be used afterwards: they may be given away */
  readonly bytes: Uint8Array
  readonly filename: string
  readonly reader: Reader
  readonly sourceDate?: PartialDate | undefined
  /** kinds of record that files may hold; none when absent */
  readonly kinds?: readonly RecordKind[] | undefined
  /** organisations and regions that places may be */
  readonly groups?: ReadOptions['groups']
  /** of a table: the kind of record of its rows, and how it is read */
  readonly kind?: string | undefined
  readonly mapping?: TableMapping | undefined
  /** says what would be recorded, and records nothing */
  readonly preview?: boolean | undefined
  /** instant of the record */
  readonly at: Date
  /** for archives of other desks: whose are taken; none when absent */
  readonly archives?: Pick<ArchiveDesk, 'trust'> | undefined
  /** where the file is read; here when absent */
  readonly read?: ReadRecords
  readonly signal?: AbortSignal | undefined
  /** told which part of the work is under way, and a share from 0 to 1 of the whole */
  readonly onProgress?: ((state: 'reading' | 'recording', share: number) => void) | undefined
}

/** Reading is about a third of the work, recording the rest; measured on the EuRepoC file. */
const SHARE_OF_READING = 0.3

/**
 * @throws ImportRefusal when the file as a whole cannot be read, DemarcheError import-refused when none of its records
 * can, DemarcheError classified-content, or the signal's reason; in each case nothing was recorded
 */
export async function importDocument(store: Store, input: ImportInput): Promise<ImportReport> {
  const { signal, onProgress } = input
  if (isArchive(input.bytes)) {
    const trust = await input.archives?.trust()
    return importArchive(store, input, trust ?? { trusted: [], own: null })
  }
  const { read = readRecords } = input
  const reading = await read(input.bytes, {
    filename: input.filename,
    assertedBy: input.reader.party,
    assertedAt: input.at.toISOString(),
    sourceDate: input.sourceDate,
    kinds: input.kinds,
    groups: input.groups,
    kind: input.kind,
    mapping: input.mapping,
    preview: input.preview,
    signal,
    onProgress: (share) => onProgress?.('reading', share * SHARE_OF_READING),
  })
  signal?.throwIfAborted()
  const ledger = store.as(input.reader)
  const fresh = await leaveOutOnRecord(ledger, reading.statements)
  await refuseLowered(ledger, input.reader, fresh)
  const known = reading.statements.length - fresh.length
  if (input.preview)
    return {
      ...reportOf(reading, { preview: true, statements: fresh.length, alreadyOnRecord: known }),
      ...(reading.table && { table: reading.table }),
    }
  const { statements, alreadyOnRecord, leftWithdrawn } = await ledger.append(fresh, {
    withdrawn: 'leave',
    onProgress: (done, total) =>
      onProgress?.('recording', SHARE_OF_READING + (done / total) * (1 - SHARE_OF_READING)),
    ...(signal ? { signal } : {}),
  })
  return reportOf(
    { ...reading, rejected: [...reading.rejected, ...leftWithdrawn.map(sayWithdrawn)] },
    { statements: statements.length, alreadyOnRecord: alreadyOnRecord + known },
  )
}

function reportOf(
  { format, cases, records, rejected, notCarriedOver, remarks }: Reading,
  counts: Pick<ImportReport, 'statements' | 'alreadyOnRecord' | 'preview'>,
): ImportReport {
  return {
    format,
    cases: cases.map(({ entity }) => entity),
    records,
    ...counts,
    rejected,
    notCarriedOver,
    remarks,
  }
}

/** A person's withdrawal outlives the file that said it: it is said again by a person, not by loading the file anew. */
function sayWithdrawn({ draft, withdrawnOn, party }: LeftWithdrawn): ImportReport['rejected'][number] {
  const message = `said in ${draft.source.document}, withdrawn here on ${withdrawnOn} by ${party}; left out`
  const words = inWords('line-withdrawn', { seen: draft.source.document, day: withdrawnOn, party })
  return { place: draft.entity, message, rule: 'LED-03', words }
}
