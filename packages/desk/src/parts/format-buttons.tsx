/** A file to take away in each of its formats; says under which name it was saved, or why it was not. */
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useText } from '../texts.ts'
import { RefusalNote } from './await.tsx'

interface Props<Format extends string> {
  readonly formats: readonly Format[]
  /** what a format is called on its button */
  readonly say: (format: Format) => string
  /** hands the file to the browser and answers with its name */
  readonly take: (format: Format) => Promise<string>
  /** the format that most will want */
  readonly main?: Format
  /** which of several files on the page it is, for those who hear the buttons */
  readonly name?: string
  /** true where j and k go through the buttons as through rows */
  readonly isRow?: true | undefined
  /** what else can be done with it, before the formats */
  readonly children?: ReactNode
}

export function FormatButtons<Format extends string>({
  formats,
  say,
  take,
  main,
  name,
  isRow,
  children,
}: Props<Format>) {
  const t = useText()
  const download = useMutation({ mutationFn: take })
  return (
    <>
      <div className="actions">
        {children}
        {formats.map((format) => (
          <button
            key={format}
            type="button"
            data-row={isRow ? '' : undefined}
            className={format === main ? 'button-main' : undefined}
            disabled={download.isPending}
            onClick={() => download.mutate(format)}
          >
            {download.isPending && download.variables === format ? t('documents.preparing') : say(format)}
            {name !== undefined && <span className="sr-only"> {name}</span>}
          </button>
        ))}
      </div>
      <p role="status">{download.isSuccess && t('documents.saved', { name: download.data })}</p>
      {download.isError && <RefusalNote error={download.error} />}
    </>
  )
}
