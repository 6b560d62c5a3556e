/** Of what kind the rows of a table are. */
import { useKinds } from '../../api/portfolio-queries.ts'
import { useText } from '../../texts.ts'

interface Props {
  readonly kind: string
  /** what no kind says; nothing where one must be said */
  readonly none?: string
  readonly onKind: (kind: string) => void
}

export function KindSelect({ kind, none, onKind }: Props) {
  const t = useText()
  const kinds = useKinds().data?.kinds ?? []
  return (
    <div className="field">
      <label htmlFor="import-kind">{t('import.kind')}</label>
      <select id="import-kind" value={kind} onChange={({ target }) => onKind(target.value)}>
        <option value="">{none}</option>
        {kinds.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
