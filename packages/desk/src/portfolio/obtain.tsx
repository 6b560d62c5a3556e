/** Where records of a kind come from when none or few come with the desk; folded, and nothing where the kind says nothing. */
import type { RecordKind } from '@demarche/core'
import { useText } from '../texts.ts'

export function Obtain({ kind }: { readonly kind: RecordKind | undefined }) {
  const t = useText()
  if (kind?.obtain === undefined) return null
  return (
    <details className="obtain">
      <summary>{t('portfolio.obtain', { kinds: kind.plural })}</summary>
      <p>{kind.obtain}</p>
    </details>
  )
}
