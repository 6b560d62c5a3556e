/** A mapping while it is being changed on screen: every column of the table, those that are not read among them. */
import type { TableReadAnswer } from '@demarche/api'

type Mapping = TableReadAnswer['mapping']
type MappedColumn = Mapping['columns'][number]

export interface ColumnDraft {
  readonly column: string
  readonly samples: readonly string[]
  readonly unread: readonly string[]
  /** empty: it is not read */
  readonly property: string
  readonly dates?: MappedColumn['dates']
  readonly separator?: string | undefined
  readonly currency?: string | undefined
  /** word of the table to its meaning; empty while nobody has said it */
  readonly words: Readonly<Record<string, string>>
}

/** Every column of the table, as it was read. Where a column is read as several properties, the first one. */
export function draftsOf({ mapping, columns }: TableReadAnswer): readonly ColumnDraft[] {
  return columns.map(({ column, samples, unread }) => {
    const { property = '', words = {}, ...rest } = mapping.columns.find((one) => one.column === column) ?? {}
    return { ...rest, column, samples, unread, property, words }
  })
}

/** The column read as something else: what was said of the former property goes. */
export function withProperty({ column, samples }: ColumnDraft, property: string): ColumnDraft {
  return { column, samples, unread: [], property, words: {} }
}

/** The mapping that the columns make; what nobody has filled in is left out. */
export function mappingOf({ kind, document }: Mapping, drafts: readonly ColumnDraft[]): Mapping {
  return {
    kind,
    ...(document === undefined ? {} : { document }),
    columns: drafts.flatMap(({ column, property, dates, separator, currency, words }): MappedColumn[] => {
      if (property === '') return []
      const said = Object.entries(words).filter(([, meaning]) => meaning !== '')
      return [
        {
          column,
          property,
          ...(dates === undefined ? {} : { dates }),
          ...(said.length === 0 ? {} : { words: Object.fromEntries(said) }),
          ...(separator === undefined || separator === '' ? {} : { separator }),
          ...(currency === undefined || currency === '' ? {} : { currency }),
        },
      ]
    }),
  }
}
