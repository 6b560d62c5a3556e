/** A paper to take away in each of its forms; says under which name it was saved, or why it was not. */
import { DOCUMENT_FORMATS, type DocumentFormat } from '@demarche/api/document-formats.ts'
import { useMutation } from '@tanstack/react-query'
import { useText } from '../texts.ts'
import { RefusalNote } from './await.tsx'

interface Props {
  /** hands the file to the browser and answers with its name */
  readonly take: (format: DocumentFormat) => Promise<string>
  /** the form that most will want */
  readonly main?: DocumentFormat
}

export function PaperForms({ take, main }: Props) {
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
            onClick={() => download.mutate(format)}
          >
            {download.isPending && download.variables === format
              ? t('documents.preparing')
              : t(`documents.format.${format}`)}
          </button>
        ))}
      </div>
      <p role="status">{download.isSuccess && t('documents.saved', { name: download.data })}</p>
      {download.isError && <RefusalNote error={download.error} />}
    </>
  )
}
