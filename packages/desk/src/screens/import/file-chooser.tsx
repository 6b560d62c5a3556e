/** Choosing a file by button or by dropping it; what can be read is said before it is asked for. */
import { isPartialDate } from '@demarche/core/kernel/partial-date.ts'
import { useRef, useState } from 'react'
import { useImportLimit } from '../../api/queries.ts'
import { formatNumber } from '../../parts/format-value.ts'
import { useText } from '../../texts.ts'
import type { TableChoice } from './table-choice.ts'
import { TableOptions } from './table-options.tsx'

interface Props {
  readonly busy: boolean
  readonly onFile: (file: File, sourceDate: string | undefined, table: TableChoice) => void
}

export function FileChooser({ busy, onFile }: Props) {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const limit = useImportLimit().data
  const [over, setOver] = useState(false)
  const [date, setDate] = useState('')
  const [table, setTable] = useState<TableChoice>({ kind: '', mapping: undefined, preview: false })
  const wrong = date.trim() !== '' && !isPartialDate(date.trim())
  const take = (file: File | undefined) => {
    if (file && !wrong && !busy) onFile(file, date.trim() || undefined, table)
  }
  return (
    <>
      <div
        className="drop"
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files[0])
        }}
      >
        <p className="empty-title">{t('import.drop')}</p>
        <p className="quiet">{t('import.formats')}</p>
        {limit && (
          <p className="quiet">
            {t('import.limit', { size: formatNumber(Math.floor(limit.maxBytes / 1e6)) })}
          </p>
        )}
        <button
          type="button"
          className="button-main"
          data-row=""
          disabled={busy || wrong}
          onClick={() => input.current?.click()}
        >
          {t('import.choose')}
        </button>
        <input
          ref={input}
          className="sr-only"
          type="file"
          tabIndex={-1}
          aria-label={t('import.choose')}
          accept=".json,.ndjson,.csv,.jsonld,.stix,.xml,.xlsx,.tsv,application/json,text/csv,text/xml"
          onChange={(event) => {
            take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </div>
      <TableOptions choice={table} onChange={setTable} />
      <details className="more">
        <summary>{t('import.more')}</summary>
        <div className="field" data-invalid={wrong}>
          <label htmlFor="import-date">{t('import.sourceDate')}</label>
          <p className="hint" id="import-date-hint">
            {t('import.sourceDateHint')} {t('field.dateHint')}
          </p>
          {wrong && <p className="field-error">{t('fault.date', { seen: date })}</p>}
          <input
            id="import-date"
            className="input-short"
            aria-describedby="import-date-hint"
            value={date}
            onChange={(event) => setDate(event.target.value)}
          />
        </div>
      </details>
    </>
  )
}
