/**
 * A table of records of one kind, CSV or workbook: a statement for each row, by a mapping.
 *
 * A cell that cannot be read is rejected by row and column, and the row stays; a row without a name and without an id is
 * rejected as a whole. Several values that a cell has of a property that holds one become statements of their own, so that
 * they stand side by side.
 *
 * Rules: INT-50 to INT-57 in docs/rules/interchange.md. Next door: `cells.ts`, `mapping.ts`, `write-table.ts`.
 */
import {
  highestMarking,
  inWords,
  type KindProperty,
  propertyOf,
  type RecordKind,
  type Value,
  vocabularyOf,
  withArticle,
  WORKING,
} from '@demarche/core'
import { csvRows, headerOf } from '../csv-rows.ts'
import { breathe, type Claim, Collector, entityOf, type Reading, type ReadOptions } from '../reading.ts'
import { refuse } from '../refusal.ts'
import { type CellContext, CellFault, readCell } from './cells.ts'
import {
  type ColumnMapping,
  type ColumnRead,
  ID,
  mappingFault,
  mappingOfHeader,
  type TableMapping,
} from './mapping.ts'
import { type MarkingLine, readMarkingLine } from './marking-line.ts'
import type { Sheet } from './workbook.ts'

/** So many values show what a column holds. */
const SAMPLES = 3
const LONGEST_SAMPLE = 80
/** So many words of a column somebody gives a meaning to at a time. */
const MOST_UNREAD = 40

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
  if (twice !== undefined)
    refuse(
      'header',
      `the column "${twice}" stands twice`,
      'INT-21',
      inWords('file-column-twice', { name: twice }),
    )
  const mapping: TableMapping = options.mapping ?? mappingOfHeader(kind, header)
  const fault = mappingFault(mapping, kind, header)
  // who only looks can still say which column is the name
  if (fault && !(options.preview && fault.rule === 'INT-52'))
    refuse(fault.place, fault.message, fault.rule, fault.words)
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
  if (reader.count === 0) refuse('file', 'has a header and no rows', 'INT-04', inWords('file-no-rows'))
  const used = new Set(mapping.columns.map(({ column }) => column))
  for (const column of header) {
    if (column !== '' && !used.has(column))
      collector.leave(column, inWords('left-no-column'), reader.filled.get(column) ?? 0)
  }
  for (const name of table.others) collector.leave(name, inWords('left-other-sheet'))
  return { ...collector.reading(table.format), table: { mapping, columns: reader.columnsRead() } }
}

function kindOf({ marked }: TableRows, { kinds = [], kind, mapping }: ReadOptions): RecordKind {
  const id = mapping?.kind ?? kind ?? marked?.kind
  const found = kinds.find((one) => one.id === id)
  if (found) return found
  const seen =
    id === undefined ? 'nothing says of what kind its rows are' : `there is no kind of record "${id}"`
  const choices = kinds.map((one) => one.id)
  return refuse(
    'file',
    `is a table, and ${seen}; say which, one of ${choices.join(', ')}`,
    'INT-50',
    id === undefined
      ? inWords('file-kind-not-said', { choices })
      : inWords('file-no-such-kind', { seen: id, choices }),
  )
}

/** A column of the table with what it is of. */
interface ReadColumn {
  readonly index: number
  readonly mapped: ColumnMapping
  readonly property: KindProperty
}

/** Reads row after row; one per table. */
class RowReader {
  count = 0
  /** column to how many of its cells are filled */
  readonly filled = new Map<string, number>()
  readonly #samples = new Map<string, Set<string>>()
  readonly #unread = new Map<string, Set<string>>()
  readonly #collector: Collector
  readonly #kind: RecordKind
  readonly #header: readonly string[]
  readonly #columns: readonly ReadColumn[]
  readonly #idColumns: readonly number[]
  readonly #document: string
  readonly #seen = new Set<string>()

  constructor(collector: Collector, kind: RecordKind, mapping: TableMapping, header: readonly string[]) {
    this.#collector = collector
    this.#kind = kind
    this.#header = header
    this.#document = mapping.document ?? collector.options.filename
    this.#idColumns = mapping.columns.flatMap(({ column, property }) =>
      property === ID ? [header.indexOf(column)] : [],
    )
    this.#columns = mapping.columns.flatMap((mapped): ReadColumn[] => {
      const property = propertyOf(kind, mapped.property)
      return property ? [{ index: header.indexOf(mapped.column), mapped, property }] : []
    })
  }

  read(cells: readonly string[], number: number): void {
    const collector = this.#collector
    this.count += 1
    const row = `row ${number}`
    if (cells.slice(this.#header.length).some((cell) => cell.trim() !== '')) {
      const [count, most] = [cells.length, this.#header.length]
      const words = inWords('line-cells', { count, most })
      collector.reject(row, `has ${count} cells; the header has ${most}`, 'INT-24', words)
      return
    }
    for (const [index, cell] of cells.entries()) {
      const column = this.#header[index]
      if (column === undefined || cell.trim() === '') continue
      this.filled.set(column, (this.filled.get(column) ?? 0) + 1)
      keepSome(this.#samples, column, cell.trim().slice(0, LONGEST_SAMPLE), SAMPLES)
    }
    const values = this.#valuesIn(cells, row)
    const [name] = values.get('name') ?? []
    const id = this.#idColumns.map((index) => plainText(cells[index] ?? '')).find((text) => text !== '')
    const entity = this.#entityOf(id, name)
    if (entity === null) {
      const message = `has neither a name nor an id for ${withArticle(this.#kind.label)}`
      collector.reject(row, message, 'INT-54', inWords('line-without-name'))
      return
    }
    if (this.#seen.has(entity)) {
      const seen = id ?? String(name)
      const message = `"${seen}" stands in a row before; the first one was read`
      collector.reject(row, message, 'INT-16', inWords('line-twice', { seen }))
      return
    }
    this.#seen.add(entity)
    collector.records.push({ entity, name: typeof name === 'string' ? name : entity })
    this.#state(entity, row, values)
  }

  /** Every column of the header with what it holds. */
  columnsRead(): readonly ColumnRead[] {
    return this.#header
      .filter((column) => column !== '')
      .map((column) => ({
        column,
        samples: [...(this.#samples.get(column) ?? [])],
        unread: [...(this.#unread.get(column) ?? [])],
      }))
  }

  #entityOf(id: string | undefined, name: Value | undefined): string | null {
    const { id: kind } = this.#kind
    if (id?.startsWith(`${kind}:`)) return entityOf(kind, id.slice(kind.length + 1))
    if (id !== undefined) return entityOf(kind, id)
    return typeof name === 'string' ? entityOf(kind, name) : null
  }

  /** Property to its values; of a set or of places one value with the members of all its columns. */
  #valuesIn(cells: readonly string[], row: string): ReadonlyMap<string, readonly Value[]> {
    const values = new Map<string, readonly Value[]>()
    for (const { index, mapped, property } of this.#columns) {
      const context: CellContext = { property, column: mapped, groups: this.#collector.options.groups ?? [] }
      const read = this.#readCell(plainText(cells[index] ?? ''), context, mapped.column, row)
      if (read.length === 0) continue
      const before = values.get(property.name)
      values.set(property.name, before ? together(before, read) : read)
    }
    return values
  }

  #readCell(text: string, context: CellContext, column: string, row: string): readonly Value[] {
    try {
      return readCell(text, context)
    } catch (error) {
      if (!(error instanceof CellFault)) throw error
      this.#collector.reject(`${row}, ${column}`, error.message, error.rule, error.words)
      if (error.word !== undefined) keepSome(this.#unread, column, error.word, MOST_UNREAD)
      return []
    }
  }

  #state(entity: string, place: string, values: ReadonlyMap<string, readonly Value[]>): void {
    const claims: Claim[] = []
    const others: Claim[][] = []
    for (const [property, said] of values) {
      if (propertyOf(this.#kind, property)?.many) {
        for (const value of said) claims.push([property, value])
        continue
      }
      for (const [index, value] of said.entries()) {
        if (index === 0) claims.push([property, value])
        else (others[index - 1] ??= []).push([property, value])
      }
    }
    for (const [index, own] of [claims, ...others].entries()) {
      this.#collector.state({
        entity,
        place,
        vocabulary: vocabularyOf(this.#kind),
        source: {
          document: this.#document,
          locator: index === 0 ? `row of ${entity}` : `row of ${entity}, value ${index + 1}`,
          ...(this.#collector.options.sourceDate === undefined
            ? {}
            : { date: this.#collector.options.sourceDate }),
          verified: false,
        },
        claims: own,
      })
    }
  }
}

/** Adds a word to those of a column until there are enough. */
function keepSome(words: Map<string, Set<string>>, column: string, word: string, most: number): void {
  const own = words.get(column) ?? new Set()
  if (own.size < most) words.set(column, own.add(word))
}

/** Of two columns of one property: sets are put together, other values stand side by side. */
function together(before: readonly Value[], read: readonly Value[]): readonly Value[] {
  const [a] = before
  const [b] = read
  if (before.length === 1 && read.length === 1 && isList(a) && isList(b)) return [[...new Set([...a, ...b])]]
  return [...before, ...read]
}

function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value)
}

/** A cell without what keeps a spreadsheet from taking it for a formula. */
export function plainText(cell: string): string {
  const text = cell.trim()
  return /^'+[=+\-@]/.test(text) ? text.slice(1) : text
}
