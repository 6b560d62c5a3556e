/**
 * The rows of a table of records: a statement for each, by the mapping of its columns.
 *
 * A cell that cannot be read is rejected by row and column, and the row stays; a row without a name and without an id is
 * rejected as a whole. Several values that a cell has of a property that holds one become statements of their own, so that
 * they stand side by side.
 *
 * Rules: INT-16, INT-24, INT-54 in docs/rules/interchange.md. Next door: `read-table.ts`, `cells.ts`.
 */
import {
  inFile,
  inWords,
  type KindProperty,
  type Place,
  propertyOf,
  type RecordKind,
  type Value,
  vocabularyOf,
  withArticle,
  within,
} from '@demarche/core'
import { type Claim, type Collector, entityOf } from '../reading.ts'
import { type CellContext, CellFault, readCell } from './cells.ts'
import { type ColumnMapping, type ColumnRead, ID, type TableMapping } from './mapping.ts'

/** So many values show what a column holds. */
const SAMPLES = 3
const LONGEST_SAMPLE = 80
/** So many words of a column somebody gives a meaning to at a time. */
const MOST_UNREAD = 40

/** A column of the table with what it is of. */
interface ReadColumn {
  readonly index: number
  readonly mapped: ColumnMapping
  readonly property: KindProperty
}

/** Reads row after row into the collector; one per table. */
export class RowReader {
  /** rows read */
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

  /** @param number of the row, as a spreadsheet counts */
  read(cells: readonly string[], number: number): void {
    const collector = this.#collector
    this.count += 1
    const row = inFile('row', number)
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
  #valuesIn(cells: readonly string[], row: Place): ReadonlyMap<string, readonly Value[]> {
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

  #readCell(text: string, context: CellContext, column: string, row: Place): readonly Value[] {
    try {
      return readCell(text, context)
    } catch (error) {
      if (!(error instanceof CellFault)) throw error
      this.#collector.reject(within(row, column), error.message, error.rule, error.words)
      if (error.word !== undefined) keepSome(this.#unread, column, error.word, MOST_UNREAD)
      return []
    }
  }

  #state(entity: string, place: Place, values: ReadonlyMap<string, readonly Value[]>): void {
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
function plainText(cell: string): string {
  const text = cell.trim()
  return /^'+[=+\-@]/.test(text) ? text.slice(1) : text
}
