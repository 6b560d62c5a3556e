/**
 * Workbooks (.xlsx): the rows of the first sheet that has any, and rows as a workbook.
 *
 * A workbook is a ZIP archive. Its parts are unpacked within a limit before the library reads them, so that a small file
 * cannot become a huge one.
 *
 * Rule: INT-53. Rests on: read-excel-file and write-excel-file.
 */
import { inFile, inWords, withSeen } from '@demarche/core'
import { unzipSync, zipSync } from 'fflate'
import readWorkbookFile from 'read-excel-file/node'
import writeWorkbookFile from 'write-excel-file/node'
import { refuse } from '../refusal.ts'

/** Unpacked; a table of this size is read from CSV. */
export const LARGEST_WORKBOOK = 64 * 1024 * 1024

export interface Sheet {
  readonly name: string
  /** cells as text; days as YYYY-MM-DD */
  readonly rows: readonly (readonly string[])[]
  /** names of other sheets that have rows */
  readonly others: readonly string[]
}

/** @throws ImportRefusal INT-53, INT-04 */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet> {
  const sheets = await readWorkbookFile(Buffer.from(unpackedWithin(bytes))).catch((error: unknown) =>
    refuse(
      inFile('file'),
      error instanceof Error
        ? withSeen(inWords('file-no-workbook'), { quote: error.message })
        : inWords('file-no-workbook'),
      'INT-53',
    ),
  )
  const filled = sheets
    .map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(textOf)) }))
    .filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== '')))
  const [first, ...others] = filled
  if (!first) return refuse(inFile('file'), inWords('file-workbook-empty'), 'INT-04')
  return { ...first, others: others.map(({ name }) => name) }
}

/** The same archive, stored without compression, none of its parts beyond the limit. */
function unpackedWithin(bytes: Uint8Array): Uint8Array {
  let total = 0
  let parts: Record<string, Uint8Array>
  try {
    parts = unzipSync(bytes, {
      filter({ originalSize }) {
        total += originalSize
        if (total > LARGEST_WORKBOOK) {
          refuse(
            inFile('file'),
            inWords('file-workbook-too-large', { most: LARGEST_WORKBOOK / 1024 / 1024 }),
            'INT-53',
          )
        }
        return true
      },
    })
  } catch (error) {
    if (total > LARGEST_WORKBOOK) throw error
    return refuse(inFile('file'), inWords('file-broken-zip'), 'INT-53')
  }
  if (!Object.keys(parts).some((name) => name.startsWith('xl/')))
    refuse(inFile('file'), inWords('file-no-xlsx'), 'INT-02')
  // a part of which the archive says too little comes out cut, not longer
  return zipSync(parts, { level: 0 })
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : ''
}

/** A workbook of one sheet; every cell is text, so none of them is a formula. The same rows give the same bytes. */
export async function writeWorkbook(name: string, rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const data = rows.map((row) => row.map((value) => ({ value, type: String })))
  const file = await writeWorkbookFile(data, { sheet: sheetName(name) }).toBuffer()
  // the library dates the parts by the machine's clock: the same rows are to be the same file
  return zipSync(unzipSync(new Uint8Array(file)), { mtime: '1980-01-01T12:00:00' })
}

/** What a sheet may be called. */
function sheetName(name: string): string {
  return name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31)
}
