/** In which form and language a paper is taken, and as which party. */
import type { DocumentFormat } from '@demarche/api/document-formats.ts'
import type { Language } from '@demarche/core/kernel/language.ts'

export interface PaperForm {
  readonly format: DocumentFormat
  readonly language: Language
  /** as that party would get it; as the reader sees it when absent */
  readonly as?: string | undefined
}
