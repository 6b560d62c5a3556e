/** How a table of records is read: of what kind its rows are, by which mapping, and whether it is looked at first. */
import { useRef } from 'react'
import { useText } from '../../texts.ts'
import { KindSelect } from './kind-select.tsx'
import { keepMapping, keptMapping, kindOfMapping, type TableChoice } from './table-choice.ts'

interface Props {
  readonly choice: TableChoice
  readonly onChange: (choice: TableChoice) => void
}

export function TableOptions({ choice, onChange }: Props) {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const take = async (file: File | undefined) => {
    if (!file) return
    const mapping = { name: file.name, text: (await file.text()).trim() }
    const kind = kindOfMapping(mapping) ?? choice.kind
    keepMapping(kind, mapping)
    onChange({ ...choice, kind, mapping })
  }
  return (
    <details className="more">
      <summary>{t('import.table')}</summary>
      <p className="hint">{t('import.tableHint')}</p>
      <KindSelect
        kind={choice.kind}
        none={t('import.kindInFile')}
        onKind={(kind) => onChange({ ...choice, kind, mapping: keptMapping(kind) })}
      />
      <div className="field">
        <p id="import-mapping">
          {choice.mapping ? t('import.mappingKept', { name: choice.mapping.name }) : t('import.mappingNone')}
        </p>
        <div className="actions">
          <button type="button" aria-describedby="import-mapping" onClick={() => input.current?.click()}>
            {t('import.mappingChoose')}
          </button>
          {choice.mapping && (
            <button
              type="button"
              onClick={() => {
                keepMapping(choice.kind, undefined)
                onChange({ ...choice, mapping: undefined })
              }}
            >
              {t('import.mappingForget')}
            </button>
          )}
        </div>
        <input
          ref={input}
          className="sr-only"
          type="file"
          tabIndex={-1}
          aria-label={t('import.mappingChoose')}
          accept=".json,application/json"
          onChange={(event) => {
            void take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={choice.preview}
          onChange={(event) => onChange({ ...choice, preview: event.target.checked })}
        />{' '}
        {t('import.preview')}
      </label>
    </details>
  )
}
