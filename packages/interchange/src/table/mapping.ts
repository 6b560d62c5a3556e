/**
 * How a table is read: which column is which property of which kind of record, and what its words mean.
 *
 * A mapping is a document of its own, kept by whoever uses it and handed over with the table; without one, columns that are
 * called like a property say it themselves.
 *
 * Rules: INT-50 to INT-52. Next door: `read-table.ts`.
 */
import { inFile, inWords, type Place, type RecordKind, type RefusalWords } from '@demarche/core'
import { z } from 'zod'

const columnSchema = z.strictObject({
  /** as in the header of the table */
  column: z.string().min(1),
  /** name of a property of the kind, or `id` for what tells one record from another */
  property: z.string().min(1),
  /** in which order day, month and year stand; dates as YYYY, YYYY-MM and YYYY-MM-DD are always read */
  dates: z.enum(['dmy', 'mdy', 'ymd']).optional(),
  /** word of the table to word or code of the property */
  words: z.record(z.string(), z.string().min(1)).optional(),
  /** between the members of a set; a semicolon when absent */
  separator: z.string().min(1).max(3).optional(),
  /** of sums that name none, ISO 4217 */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
})
export type ColumnMapping = z.infer<typeof columnSchema>

export const tableMappingSchema = z.strictObject({
  kind: z.string().regex(/^[a-z][a-z-]{1,59}$/, 'expected a kind of record such as project'),
  columns: z.array(columnSchema).min(1).max(200),
  /** how the table is called as a source; the name of the file when absent */
  document: z.string().min(1).max(300).optional(),
})
export type TableMapping = z.infer<typeof tableMappingSchema>

/** A column of a table as it was read. */
export interface ColumnRead {
  readonly column: string
  /** the first values that differ, so that somebody sees what the column holds */
  readonly samples: readonly string[]
  /** words that nobody has said the meaning of; the mapping can */
  readonly unread: readonly string[]
}

/** How a table was read, for whoever wants it read otherwise. */
export interface TableRead {
  readonly mapping: TableMapping
  readonly columns: readonly ColumnRead[]
}

/** The property that is no property: what tells one record from another. */
export const ID = 'id'

/** The mapping that a header says itself: columns that are called like a property, by its label or its name. */
export function mappingOfHeader(kind: RecordKind, header: readonly string[]): TableMapping {
  const columns = header.flatMap((column): ColumnMapping[] => {
    const key = column.trim().toLowerCase()
    if (key === ID) return [{ column, property: ID }]
    const property = kind.properties.find(
      ({ name, label }) => name.toLowerCase() === key || label.toLowerCase() === key,
    )
    return property ? [{ column, property: property.name }] : []
  })
  return { kind: kind.id, columns }
}

/** What is wrong with a mapping for this table; null when nothing is. */
export function mappingFault(
  { columns }: TableMapping,
  kind: RecordKind,
  header: readonly string[],
): { readonly place: Place; readonly words: RefusalWords; readonly rule: 'INT-51' | 'INT-52' } | null {
  const choices = header.slice(0, 20)
  const known = new Set([ID, ...kind.properties.map(({ name }) => name)])
  for (const { column, property } of columns) {
    const place = [inFile('mapping'), inFile('column', column)]
    if (!known.has(property))
      return { place, words: inWords('no-such-property', { seen: property }), rule: 'INT-51' }
    if (!header.includes(column))
      return { place, words: inWords('mapping-no-column', { name: column, choices }), rule: 'INT-51' }
  }
  if (columns.some(({ property }) => property === 'name' || property === ID)) return null
  return { place: inFile('header'), words: inWords('file-no-name-column', { choices }), rule: 'INT-52' }
}
