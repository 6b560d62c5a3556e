/** Narrows a screen about all kinds of record to one of them. */
import type { RecordKind } from '@demarche/core'
import { useText } from '../texts.ts'
import { capital } from './capital.ts'

interface Props {
  readonly kinds: readonly RecordKind[]
  /** id of a kind; undefined for all */
  readonly value: string | undefined
  /** @param kind empty for all */
  readonly onChange: (kind: string) => void
}

export function KindFilter({ kinds, value, onChange }: Props) {
  const t = useText()
  return (
    <label>
      <span>{t('openPoints.kind')}</span>
      <select value={value ?? ''} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('portfolio.any')}</option>
        {kinds.map(({ id, plural }) => (
          <option key={id} value={id}>
            {capital(plural)}
          </option>
        ))}
      </select>
    </label>
  )
}
