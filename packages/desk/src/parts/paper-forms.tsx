/** The one paper of a page to take away: the choice of its language, and each of its formats. */
import { DOCUMENT_FORMATS } from '@demarche/api/document-formats.ts'
import type { PaperForm } from '../api/paper-form.ts'
import { useText } from '../texts.ts'
import { FormatButtons } from './format-buttons.tsx'
import { PaperLanguage, usePaperLanguage } from './paper-language.tsx'

/** @param take hands the file to the browser and answers with its name */
export function PaperForms({ take }: { readonly take: (form: PaperForm) => Promise<string> }) {
  const t = useText()
  const [language, choose] = usePaperLanguage()
  return (
    <>
      <PaperLanguage language={language} choose={choose} />
      <FormatButtons
        formats={DOCUMENT_FORMATS}
        say={(format) => t(`documents.format.${format}`)}
        take={(format) => take({ format, language })}
        isRow
      />
    </>
  )
}
