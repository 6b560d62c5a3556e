/** Why something on record is changed: it stays there with the change. */
import { useText } from '../texts.ts'

interface Props {
  readonly id: string
  readonly value: string
  readonly isMissing: boolean
  readonly onChange: (value: string) => void
}

export function ReasonField({ id, value, isMissing, onChange }: Props) {
  const t = useText()
  return (
    <div className="field" data-invalid={isMissing}>
      <label htmlFor={id}>{t('source.reason')}</label>
      <textarea id={id} rows={3} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  )
}
