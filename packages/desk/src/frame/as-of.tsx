/**
 * The date the whole desk answers for. Today unless chosen; a past date tints the frame.
 */
import { useEffect, useState } from 'react'
import { useText } from '../texts.ts'
import { today, useAsOf } from './address.ts'

export function AsOfControl() {
  const t = useText()
  const [asOf, setAsOf] = useAsOf()
  const [draft, setDraft] = useState(asOf ?? today())
  useEffect(() => setDraft(asOf ?? today()), [asOf])
  const commit = (value: string) => {
    if (value >= '1990-01-01' && value <= today()) setAsOf(value)
    else setDraft(asOf ?? today())
  }
  return (
    <div className="as-of" data-past={asOf !== undefined}>
      <label htmlFor="as-of-date">{t('asOf.label')}</label>
      <input
        id="as-of-date"
        type="date"
        min="1990-01-01"
        max={today()}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => commit(draft)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit(draft)
        }}
      />
      {asOf === undefined ? (
        <span className="as-of-today">{t('asOf.today')}</span>
      ) : (
        <button type="button" className="button-quiet" onClick={() => setAsOf(undefined)}>
          {t('asOf.backToToday')}
        </button>
      )}
    </div>
  )
}
