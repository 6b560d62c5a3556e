/**
 * In which language words on record are, where that is known, so that assistive technology can be told.
 *
 * Rests on: docs/decisions/0034-language-of-parts.md; WCAG 2.2, success criterion 3.1.2.
 */
import type { Statement } from '@demarche/core'

/** The language of doctrine, of the titles that it cites, and of what comes with the desk. */
export const ON_RECORD = 'en'
/** Who put on record what comes with the desk. */
export const SHIPPED = 'demarche'

export type LanguageOnRecord = typeof ON_RECORD | undefined

/** The language of the words of statements: that of what comes with the desk; of what people typed it is not known. */
export function languageOf(...statements: readonly Pick<Statement, 'assertedBy'>[]): LanguageOnRecord {
  return statements.length > 0 && statements.every(({ assertedBy }) => assertedBy === SHIPPED)
    ? ON_RECORD
    : undefined
}
