/** In which form and language a paper is taken. */
import type { DocumentFormat } from '@demarche/api/document-formats.ts'
import type { Language } from '@demarche/core/kernel/language.ts'

export interface PaperForm {
  readonly format: DocumentFormat
  readonly language: Language
}
