/**
 * Records of one kind as a table that `read-table.ts` reads back: a line with the marking, a header of labels, a row each.
 *
 * No cell of a CSV file begins as a formula does: a spreadsheet would run it (OWASP, CSV injection).
 */
import { highestMarking, type PortfolioRecord, type RecordKind, valuesOf } from '@demarche/core'
import Papa from 'papaparse'
import { writeCell } from './cells.ts'
import { ID } from './mapping.ts'
import { markingLine } from './marking-line.ts'

/** The rows: marking, header, records; all cells of a row that are not there are empty. */
export function tableRows(
  kind: RecordKind,
  records: readonly PortfolioRecord[],
): readonly (readonly string[])[] {
  const marking = highestMarking(records.map((record) => record.marking))
  return [
    [markingLine({ kind: kind.id, marking })],
    [ID, ...kind.properties.map(({ label }) => label)],
    ...records.map((record) => [
      record.entity,
      ...kind.properties.map(({ name }) => writeCell(valuesOf(record, name))),
    ]),
  ]
}

/** The rows as CSV in UTF-8 with a byte order mark, by which spreadsheets know it. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${Papa.unparse(
    rows.map((row) => row.map(withoutFormula)),
    { newline: '\r\n' },
  )}\r\n`
}

function withoutFormula(cell: string): string {
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}
