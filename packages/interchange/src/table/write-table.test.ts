import { type RecordKind, valuesOf, WORKING } from '@demarche/core'
import { describe, expect, it } from 'vitest'
import { kinds, read, recordsOf, shipped, valuesRead } from '../../test/read-table.ts'
import { writeWorkbook } from './workbook.ts'
import { tableRows, writeCsv } from './write-table.ts'

/** Property to its values, in no order: what a table keeps of a record. */
const kept = (kind: RecordKind, record: ReturnType<typeof recordsOf>[number]) =>
  kind.properties.map(({ name }) => [
    name,
    valuesOf(record, name)
      .map((value) => JSON.stringify(value))
      .toSorted(),
  ])

describe.each(
  kinds.filter(({ id }) => shipped.some(({ kind }) => kind === id)).map((kind) => [kind.id, kind] as const),
)('the records of the kind %s', (id, kind) => {
  const all = recordsOf(
    kind,
    shipped.filter((one) => one.kind === id),
  )
  it.each(['csv', 'xlsx'])(
    'are the same after they were a table (%s), and keep their marking',
    async (format) => {
      const rows = tableRows(kind, all)
      const file = format === 'csv' ? writeCsv(rows) : await writeWorkbook(kind.plural, rows)
      const reading = await read(file, { filename: `table.${format}` })
      expect(reading.rejected).toEqual([])
      expect(reading.remarks).toEqual([])
      const back = new Map(
        recordsOf(kind, reading.statements).map((record) => [record.entity, kept(kind, record)]),
      )
      expect(back.size).toBe(all.length)
      for (const record of all) expect(back.get(record.entity), record.entity).toEqual(kept(kind, record))
      for (const { marking } of reading.statements) expect(marking).toEqual(WORKING)
    },
  )
})

describe('what a spreadsheet would run', () => {
  it('is no formula in the file, and the same text when it comes back', async () => {
    const kind = kinds.find(({ id }) => id === 'project')
    if (!kind) throw new Error('no kind project')
    const names = ['=1+1', '+49', '-x', '@SUM(A1)', `'=x`, `=HYPERLINK("http://x","y")`]
    const statements = await read(
      writeCsv([['id', 'Name'], ...names.map((name, index) => [`p${index}`, name])]),
      { kind: 'project' },
    )
    expect(valuesRead(statements).map(([, values]) => values)).toEqual(names.map((name) => ({ name })))
    const file = writeCsv(tableRows(kind, recordsOf(kind, statements.statements)))
    for (const line of file.split('\r\n').slice(2)) expect(line).not.toMatch(/(^|,)"?[=+\-@]/)
    expect(valuesRead(await read(file)).map(([, values]) => values)).toEqual(names.map((name) => ({ name })))
  })
})
