/** Dates inside a text: `coded on 2026-11-23` reads `coded on 23 November 2026`, as dates beside it do. */
import { formatPartialDate, isPartialDate } from '../kernel/partial-date.ts'

/** The text with every whole ISO date in words; numbers that are no date, and addresses, stay as they are. */
export function datesInWords(text: string): string {
  return text.replaceAll(/(?<![\w/.-])\d{4}-\d{2}-\d{2}(?![\w/-])/g, (day) =>
    isPartialDate(day) ? formatPartialDate(day) : day,
  )
}
