/**
 * A list as CSV, for whoever takes it out of the desk: a line that says what it is and bears the highest marking of anything in
 * it, then a header and the lines.
 *
 * Next door: `marking-in-name.ts`; `../routes/send-file.ts` hands it over.
 */
import { formatMarking, type Marking } from '@demarche/core'
import type { Language } from '@demarche/core/kernel/language.ts'
import { writeCsv } from '@demarche/interchange'
import { markingInName } from './marking-in-name.ts'
import { inName } from './shown-as.ts'

/** Bytes with the name under which they are handed over. */
export interface ExportFile {
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** letters, digits, dots and hyphens only */
  readonly filename: string
}

export interface MarkedTable {
  /** what it is, as its first line says it, e.g. `open points` */
  readonly title: string
  /** how the name of the file begins, e.g. `open-points-2026-11-23` */
  readonly name: string
  readonly marking: Marking
  /** the name of the file says it; English when absent */
  readonly language?: Language
  /** the header first */
  readonly lines: readonly (readonly string[])[]
}

export function markedTable({ title, name, marking, language, lines }: MarkedTable): ExportFile {
  return {
    bytes: new TextEncoder().encode(writeCsv([[`Demarche ${title} · ${formatMarking(marking)}`], ...lines])),
    mediaType: 'text/csv; charset=utf-8',
    filename: `${name}-${markingInName(marking)}${inName(language)}.csv`,
  }
}
