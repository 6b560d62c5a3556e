/**
 * The survey of a State as data: one row for each item of guidance, as a form and as a table of comma-separated values.
 *
 * The table can be given to somebody who fills it in elsewhere and read back: what was written is read the same. A cell that
 * a spreadsheet would take for a formula is written with an apostrophe before it.
 *
 * Rule: docs/rules/portfolio.md, NRM-12 and NRM-13. Next door: `survey-screen.tsx`.
 */
import { isPartialDate } from '@demarche/core/kernel/partial-date.ts'
import type { Assertion, Norm } from '@demarche/core'
import Papa from 'papaparse'
import { z } from 'zod'

/** What can be said in a survey; what is not said is unknown. */
export const ANSWERS = ['evidenced', 'declared', 'contested', 'not-implemented'] as const

export const surveyRowSchema = z.strictObject({
  standing: z.enum(['', ...ANSWERS]),
  act: z.string(),
  since: z.string(),
  evidence: z.string(),
})
export type SurveyRow = Readonly<z.infer<typeof surveyRowSchema>>
/** By id of the item. */
export type SurveyRows = Readonly<Record<string, SurveyRow>>

export const NOTHING_SAID: SurveyRow = { standing: '', act: '', since: '', evidence: '' }

/** What is wrong with a row, by its column. */
export type RowFault = 'standing' | 'since' | 'evidence'

export function rowFaults({ standing, act, since, evidence }: SurveyRow): readonly RowFault[] {
  const [begun, page] = [since.trim(), evidence.trim()]
  return [
    ...(standing === '' && [act, since, evidence].some((text) => text.trim() !== '')
      ? (['standing'] as const)
      : []),
    ...(begun === '' || isPartialDate(begun) ? [] : (['since'] as const)),
    ...(page === '' || z.url({ protocol: /^https?$/ }).safeParse(page).success
      ? []
      : (['evidence'] as const)),
  ]
}

/** What a row says of an implementation. */
export function rowAssertions({ standing, act, since, evidence }: SurveyRow): readonly Assertion[] {
  const said: readonly { readonly property: string; readonly value: string }[] = [
    { property: 'standing', value: standing },
    { property: 'act', value: act.trim() },
    { property: 'start', value: since.trim() },
    { property: 'page', value: evidence.trim() },
  ]
  return said.filter(({ value }) => value !== '')
}

const COLUMNS = ['item', 'norm', 'text', 'standing', 'act', 'since', 'evidence'] as const
const FORMULA = /^'*[=+\-@\t\r]/

/** The whole survey as a table: every item, said or not. */
export function writeSurvey(norms: readonly Norm[], rows: SurveyRows): string {
  const cells = norms.flatMap(({ letter, items }) =>
    items.map(({ id, text }) => {
      const { standing, act, since, evidence } = rows[id] ?? NOTHING_SAID
      return [id, letter, text, standing, act, since, evidence]
    }),
  )
  return Papa.unparse([[...COLUMNS], ...cells], { newline: '\r\n', escapeFormulae: FORMULA })
}

export interface TableFault {
  /** row of the table; the header is 1 */
  readonly line: number
  readonly column: string
  readonly seen: string
}

/** Reads a table back. Rows that say nothing are none; with a fault nothing is to be taken over (NRM-13). */
export function readSurvey(
  text: string,
  norms: readonly Norm[],
): { readonly rows: SurveyRows; readonly faults: readonly TableFault[] } {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true })
  const [header = [], ...lines] = data
  const missing = ['item', 'standing'].filter((column) => !header.includes(column))
  const faults: TableFault[] = [
    ...missing.map((column) => ({ line: 1, column, seen: header.join(', ') })),
    ...errors
      .filter(({ type }) => type === 'Quotes')
      .map(({ row, message }) => ({ line: (row ?? 0) + 1, column: '', seen: message })),
  ]
  if (faults.length > 0) return { rows: {}, faults }
  const items = new Set(norms.flatMap((norm) => norm.items.map(({ id }) => id)))
  const rows: Record<string, SurveyRow> = {}
  for (const [index, cells] of lines.entries()) {
    const cell = (column: (typeof COLUMNS)[number]) => plainCell(cells[header.indexOf(column)] ?? '')
    const fault = (column: string, seen: string) => faults.push({ line: index + 2, column, seen })
    const item = cell('item').trim()
    const standing = cell('standing').trim()
    const answer = surveyRowSchema.shape.standing.safeParse(standing).data
    if (!items.has(item) || Object.hasOwn(rows, item)) fault('item', item)
    else if (answer === undefined) fault('standing', standing)
    else {
      const row = { standing: answer, act: cell('act'), since: cell('since'), evidence: cell('evidence') }
      for (const column of rowFaults(row)) fault(column, row[column])
      if (Object.values(row).some((one) => one.trim() !== '')) rows[item] = row
    }
  }
  return { rows, faults }
}

function plainCell(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text
}
