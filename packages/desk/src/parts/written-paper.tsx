/** A paper on a page: looked at as it is written now, and taken away in each of its formats. */
import { DOCUMENT_FORMATS } from '@demarche/api/document-formats.ts'
import type { Language } from '@demarche/core/kernel/language.ts'
import { fetchFile } from '../api/client.ts'
import type { PaperForm } from '../api/paper-form.ts'
import { useText } from '../texts.ts'
import { FormatButtons } from './format-buttons.tsx'
import { PaperPreview } from './paper-preview.tsx'

/** The same as a table, beside its formats. */
export interface Table {
  /** what its button is called */
  readonly label: string
  readonly address: string
}

interface Props {
  /** what the paper is called, for those who hear the buttons */
  readonly name: string
  readonly address: (form: PaperForm) => string
  /** what its file is called where the server does not say, without its ending */
  readonly fileName: string
  readonly language: Language
  /** what the paper is made of: where it changes, what is looked at is written anew */
  readonly madeOf: unknown
  readonly table?: Table | undefined
  /** true where j and k go through the buttons as through rows */
  readonly isRow?: true
  readonly isShown: boolean
  readonly onShow: () => void
}

export function WrittenPaper({
  name,
  address,
  fileName,
  language,
  madeOf,
  table,
  isRow,
  isShown,
  onShow,
}: Props) {
  const t = useText()
  return (
    <>
      <FormatButtons
        formats={table ? [...DOCUMENT_FORMATS, 'csv'] : DOCUMENT_FORMATS}
        say={(format) => (format === 'csv' ? (table?.label ?? '') : t(`documents.format.${format}`))}
        take={(format) =>
          fetchFile(
            format === 'csv' ? (table?.address ?? '') : address({ format, language }),
            `${fileName}.${format}`,
          )
        }
        name={name}
        isRow={isRow}
      >
        <button type="button" aria-expanded={isShown} onClick={onShow}>
          {t(isShown ? 'papers.hide' : 'papers.look')}
          <span className="sr-only"> {name}</span>
        </button>
      </FormatButtons>
      {isShown && <PaperPreview address={address({ format: 'md', language })} madeOf={madeOf} />}
    </>
  )
}
