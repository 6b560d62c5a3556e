/** A button that takes what is on screen as a file in the language of the desk, and says under what name it was kept. */
import { useMutation } from '@tanstack/react-query'
import { fetchFile, queryString } from '../api/client.ts'
import { useText } from '../texts.ts'
import { RefusalNote } from './await.tsx'
import { useDeskLanguage } from './place-name.ts'

interface Props {
  readonly path: string
  readonly values: Readonly<Record<string, string | number | undefined>>
  /** where the server gives none */
  readonly name: string
  readonly label: string
}

export function TakeFile({ path, values, name, label }: Props) {
  const t = useText()
  const language = useDeskLanguage()
  const take = useMutation({
    mutationFn: () => fetchFile(`${path}${queryString({ ...values, language })}`, name),
  })
  return (
    <div className="take-file">
      <p className="actions">
        <button type="button" disabled={take.isPending} onClick={() => take.mutate()}>
          {label}
        </button>
      </p>
      {take.error && <RefusalNote error={take.error} />}
      {take.data !== undefined && <p role="status">{t('portfolio.exported', { name: take.data })}</p>}
    </div>
  )
}
