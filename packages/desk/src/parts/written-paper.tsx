/** One of several papers on a page: looked at as it is written now, and taken away in each of its formats. */
import { DOCUMENT_FORMATS } from '@demarche/api/document-formats.ts'
import type { Language } from '@demarche/core/kernel/language.ts'
import { fetchFile } from '../api/client.ts'
import type { PaperForm } from '../api/paper-form.ts'
import { useText } from '../texts.ts'
import { FormatButtons } from './format-buttons.tsx'
import { PaperPreview } from './paper-preview.tsx'

interface Props {
  /** what the paper is called, for those who hear the buttons */
  readonly name: string
  readonly address: (form: PaperForm) => string
  /** what its file is called where the server does not say, without its ending */
  readonly fileName: string
  readonly language: Language
  /** changes with what the paper is made of, so that what is looked at is written anew */
  readonly version: string
  readonly isShown: boolean
  readonly onShow: () => void
}

export function WrittenPaper({ name, address, fileName, language, version, isShown, onShow }: Props) {
  const t = useText()
  return (
    <>
      <FormatButtons
        formats={DOCUMENT_FORMATS}
        say={(format) => t(`documents.format.${format}`)}
        take={(format) => fetchFile(address({ format, language }), `${fileName}.${format}`)}
        name={name}
      >
        <button type="button" aria-expanded={isShown} onClick={onShow}>
          {t(isShown ? 'papers.hide' : 'papers.look')}
          <span className="sr-only"> {name}</span>
        </button>
      </FormatButtons>
      {isShown && <PaperPreview address={address({ format: 'md', language })} version={version} />}
    </>
  )
}
