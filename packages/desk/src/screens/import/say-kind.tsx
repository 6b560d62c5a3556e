/** A table of which nothing says of what kind its rows are: the person says it, and the same file is looked at. */
import type { ImportJob } from '@demarche/api'
import { useState } from 'react'
import { useText } from '../../texts.ts'
import { KindSelect } from './kind-select.tsx'
import { keepMapping, type KeptMapping, keptMapping } from './table-choice.ts'

/** Whether the file was refused for that alone: it is no fault of the file. */
export function isOfNoKind({ faults }: NonNullable<ImportJob['problem']>): boolean {
  return faults.some(({ words }) => words?.code === 'file-kind-not-said')
}

interface Props {
  readonly onReadAs: (kind: string, mapping: KeptMapping | undefined) => void
}

export function SayKind({ onReadAs }: Props) {
  const t = useText()
  const [kind, setKind] = useState('')
  const [mapping, setMapping] = useState<KeptMapping>()
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        onReadAs(kind, mapping)
      }}
    >
      <p className="note">{t('import.sayKind')}</p>
      <KindSelect
        kind={kind}
        onKind={(chosen) => {
          setKind(chosen)
          setMapping(keptMapping(chosen))
        }}
      />
      {mapping && (
        <div className="field">
          <p id="import-mapping">{t('import.mappingKept', { name: mapping.name })}</p>
          <div className="actions">
            <button
              type="button"
              aria-describedby="import-mapping"
              onClick={() => {
                keepMapping(kind, undefined)
                setMapping(undefined)
              }}
            >
              {t('import.mappingForget')}
            </button>
          </div>
        </div>
      )}
      <div className="actions">
        <button type="submit" className="button-main" disabled={kind === ''}>
          {t('import.lookAt')}
        </button>
      </div>
    </form>
  )
}
