/**
 * A table of records of one kind, CSV or workbook: its kind, its marking and its mapping, by which row after row is read.
 *
 * Rules: INT-50 to INT-57 in docs/rules/interchange.md. Next door: `read-rows.ts`, `mapping.ts`, `write-table.ts`.
 */
import { highestMarking, inFile, inWords, type RecordKind, WORKING } from '@demarche/core'
import { csvRows, headerOf } from '../csv-rows.ts'
import { breathe, Collector, type Reading, type ReadOptions } from '../reading.ts'
import { refuse } from '../refusal.ts'
import { mappingFault, mappingOfHeader, type TableMapping } from './mapping.ts'
import { type MarkingLine, readMarkingLine } from './marking-line.ts'
import { RowReader } from './read-rows.ts'
import type { Sheet } from './workbook.ts'

/** Rows of a table as they come, the header apart. */
interface TableRows {
  readonly header: readonly string[]
  readonly marked: MarkingLine | null
  /** number of the first row below the header, as a spreadsheet counts */
  readonly firstRow: number
  readonly rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>
  readonly format: 'table-csv' | 'table-xlsx'
  readonly others: readonly string[]
}

/** True when something says of what kind the rows of this text are: the options, or the first line of a table of ours. */
export function isTable(text: string, { kind, mapping }: ReadOptions): boolean {
  return kind !== undefined || mapping !== undefined || readMarkingLine(headerCell(text)) !== null
}

/** Reads a table as CSV. @throws ImportRefusal INT-04, INT-20, INT-21, INT-50 to INT-52 */
export function readCsvTable(text: string, options: ReadOptions): Promise<Reading> {
  const marked = readMarkingLine(headerCell(text))
  const table = marked ? text.slice(text.search(/\r\n|\n|\r|$/)).replace(/^\r?\n|^\r/, '') : text
  return readTable(
    {
      header: headerOf(table),
      marked,
      firstRow: marked ? 3 : 2,
      rows: csvRows(table, options),
      format: 'table-csv',
      others: [],
    },
    options,
  )
}

/** Reads a table from a sheet of a workbook. @throws ImportRefusal INT-04, INT-21, INT-50 to INT-52 */
export function readSheetTable({ rows, others }: Sheet, options: ReadOptions): Promise<Reading> {
  const marked = readMarkingLine(rows[0]?.[0] ?? '')
  const skipped = marked ? 1 : 0
  return readTable(
    {
      header: (rows[skipped] ?? []).map((cell) => cell.trim()),
      marked,
      firstRow: skipped + 2,
      rows: rows.slice(skipped + 1),
      format: 'table-xlsx',
      others,
    },
    options,
  )
}

function headerCell(text: string): string {
  const [line = ''] = text.slice(0, 2000).split(/\r|\n/, 1)
  // a spreadsheet may have added separators for the other columns
  return line.replace(/[,;\t]+$/, '').replace(/^"(.*)"$/, '$1')
}

async function readTable(table: TableRows, options: ReadOptions): Promise<Reading> {
  const { header, marked } = table
  const kind = kindOf(table, options)
  const twice = header.find((column, index) => column !== '' && header.indexOf(column) < index)
  if (twice !== undefined) refuse(inFile('header'), inWords('file-column-twice', { name: twice }), 'INT-21')
  const mapping: TableMapping = options.mapping ?? mappingOfHeader(kind, header)
  const fault = mappingFault(mapping, kind, header)
  // who only looks can still say which column is the name
  if (fault && !(options.preview && fault.rule === 'INT-52')) refuse(fault.place, fault.words, fault.rule)
  const marking = marked
    ? highestMarking([marked.marking, options.marking ?? marked.marking])
    : options.marking
  const collector = new Collector({ ...options, marking: marking ?? WORKING })
  const reader = new RowReader(collector, kind, mapping, header)
  let number = table.firstRow - 1
  for await (const cells of table.rows) {
    number += 1
    if (number % 500 === 0) await breathe(options, Math.min(0.99, number / (number + 5000)))
    if (cells.some((cell) => cell.trim() !== '')) reader.read(cells, number)
  }
  if (reader.count === 0) refuse(inFile('file'), inWords('file-no-rows'), 'INT-04')
  const used = new Set(mapping.columns.map(({ column }) => column))
  for (const column of header) {
    const filled = reader.filled.get(column) ?? 0
    if (filled > 0 && !used.has(column)) collector.leave(column, inWords('left-no-column'), filled)
  }
  for (const name of table.others) collector.leave(name, inWords('left-other-sheet'))
  return { ...collector.reading(table.format), table: { mapping, columns: reader.columnsRead() } }
}

function kindOf({ marked }: TableRows, { kinds = [], kind, mapping }: ReadOptions): RecordKind {
  const id = mapping?.kind ?? kind ?? marked?.kind
  const found = kinds.find((one) => one.id === id)
  if (found) return found
  return refuse(
    inFile('file'),
    id === undefined ? inWords('file-kind-not-said') : inWords('file-no-such-kind', { seen: id }),
    'INT-50',
  )
}
