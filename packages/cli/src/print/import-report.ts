/** The report of an import for a terminal: what is on record now, and everything that is not. */
import type { ImportReport } from '@demarche/api'
import { count } from './table.ts'

const MOST_LISTED = 20

/** One line a matter; long lists end with how many more there are. `--json` has them all. */
export function reportLines(file: string, report: ImportReport): readonly string[] {
  return [
    `${file} (${report.format}): ${count(report.statements, 'statement')} ${report.preview ? 'to be put' : 'put'} on record about ${aboutWhat(report)}; ${report.alreadyOnRecord} on record already`,
    ...listed('left out', report.rejected, ({ place, message, rule }) => `${place}: ${message} (${rule})`),
    ...listed(
      'fields not carried over',
      report.notCarriedOver,
      ({ field, count: times, why, rule }) => `${field}, ${count(times, 'time')}: ${why}${ofRule(rule)}`,
    ),
    ...listed('remarks', report.remarks, ({ place, message, rule }) => `${place}: ${message}${ofRule(rule)}`),
  ]
}

function ofRule(rule: string | undefined): string {
  return rule === undefined ? '' : ` (${rule})`
}

function aboutWhat({ cases, records }: ImportReport): string {
  return records.length > 0 ? count(records.length, 'record') : count(cases.length, 'case')
}

function listed<T>(what: string, items: readonly T[], say: (item: T) => string): readonly string[] {
  if (items.length === 0) return []
  const more = items.length - MOST_LISTED
  return [
    `  ${what}: ${items.length}`,
    ...items.slice(0, MOST_LISTED).map((item) => `    ${say(item)}`),
    ...(more > 0 ? [`    … and ${more} more (--json lists all)`] : []),
  ]
}
