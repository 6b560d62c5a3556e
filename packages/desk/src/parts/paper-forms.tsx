/** A paper to take away in each of its forms; says under which name it was saved, or why it was not. */
import { DOCUMENT_FORMATS, type DocumentFormat } from '@demarche/api/document-formats.ts'
import type { Language } from '@demarche/core/kernel/language.ts'
import { useMutation } from '@tanstack/react-query'
import { useText } from '../texts.ts'
import type { PaperForm } from '../api/paper-form.ts'
import { RefusalNote } from './await.tsx'
import { PaperLanguage, usePaperLanguage } from './paper-language.tsx'

interface Props {
  /** hands the file to the browser and answers with its name */
  readonly take: (form: PaperForm) => Promise<string>
  /** the form that most will want */
  readonly main?: DocumentFormat
  /** which paper of several on the page it is, for those who hear the buttons */
  readonly name?: string
}

/** The forms of the one paper of a page, with the choice of its language. */
export function PaperForms(props: Props) {
  const [language, choose] = usePaperLanguage()
  return (
    <>
      <PaperLanguage language={language} choose={choose} />
      <PaperButtons {...props} language={language} />
    </>
  )
}

/** The forms of one of several papers, in a language that was chosen for all of them. */
export function PaperButtons({ take, main, name, language }: Props & { readonly language: Language }) {
  const t = useText()
  const download = useMutation({ mutationFn: take })
  return (
    <>
      <div className="actions">
        {DOCUMENT_FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            data-row=""
            className={format === main ? 'button-main' : undefined}
            disabled={download.isPending}
            onClick={() => download.mutate({ format, language })}
          >
            {download.isPending && download.variables.format === format
              ? t('documents.preparing')
              : t(`documents.format.${format}`)}
            {name !== undefined && <span className="sr-only"> {name}</span>}
          </button>
        ))}
      </div>
      <p role="status">{download.isSuccess && t('documents.saved', { name: download.data })}</p>
      {download.isError && <RefusalNote error={download.error} />}
    </>
  )
}
