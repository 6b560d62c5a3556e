/**
 * The audit log as lines of a file: CSV for tables, NDJSON for programs. Each line carries the sentence and the raw entry.
 *
 * A cell that a spreadsheet would take for a formula is set off by an apostrophe: targets hold what anybody put into an
 * address. Rests on: RFC 4180 (CSV), OWASP, CSV Injection.
 */
import type { AccountLogLine, AuditLine } from '@demarche/api'
import { formatMarking, type Marking } from '@demarche/core'

export const LOG_MEDIA_TYPES = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson' } as const

const COLUMNS = [
  'seq',
  'at',
  'person',
  'name',
  'party',
  'role',
  'verb',
  'target',
  'outcome',
  'rule',
  'detail',
  'story',
] as const

export interface FileHead {
  readonly marking: Marking
  readonly people: Readonly<Record<string, string>>
  readonly exportedAt: string
  readonly asked: Readonly<Record<string, string>>
}

/** What comes before the first line. */
export function headLine(format: 'csv' | 'ndjson', { marking, exportedAt, asked }: FileHead): string {
  if (format === 'csv') return `${[...COLUMNS, 'marking of the file'].join(',')}\r\n`
  return `${JSON.stringify({ export: 'audit-log', marking, exportedAt, asked })}\n`
}

/** One entry as a line. */
export function entryLine(
  format: 'csv' | 'ndjson',
  line: AuditLine,
  { marking, people }: Pick<FileHead, 'marking' | 'people'>,
): string {
  const full = { ...line, name: people[line.person] ?? null }
  if (format === 'ndjson') return `${JSON.stringify(full)}\n`
  const cells = COLUMNS.map((column) => cell(full[column]))
  return `${[...cells, cell(formatMarking(marking))].join(',')}\r\n`
}

function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const ACCOUNT_COLUMNS = ['at', 'act', 'person', 'about', 'second', 'detail'] as const
const NAMED = ['person', 'about', 'second'] as const

/** What comes before the first line of the log of accounts. */
export function accountHead(format: 'csv' | 'ndjson', exportedAt: string): string {
  if (format === 'csv')
    return `${[...ACCOUNT_COLUMNS, ...NAMED.map((one) => `name of ${one}`)].join(',')}\r\n`
  return `${JSON.stringify({ export: 'account-log', exportedAt })}\n`
}

/** One entry of the log of accounts as a line. */
export function accountLine(
  format: 'csv' | 'ndjson',
  line: AccountLogLine,
  people: ReadonlyMap<string, string>,
): string {
  const names = NAMED.map((one) => people.get(line[one] ?? '') ?? null)
  if (format === 'ndjson') {
    const [name, nameOfAbout, nameOfSecond] = names
    return `${JSON.stringify({ ...line, names: { person: name, about: nameOfAbout, second: nameOfSecond } })}\n`
  }
  return `${[...ACCOUNT_COLUMNS.map((column) => cell(line[column])), ...names.map(cell)].join(',')}\r\n`
}
