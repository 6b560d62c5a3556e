/** The end of a long form: save it, clear it, how much of it is filled in. */
import { useText } from '../texts.ts'

interface Props {
  /** what saving is called here */
  readonly submit: string
  readonly isSending: boolean
  /** how many fields hold something */
  readonly filled: number
  /** clears what was typed; absent while nothing was */
  readonly onClear: (() => void) | undefined
}

export function FormEnd({ submit, isSending, filled, onClear }: Props) {
  const t = useText()
  return (
    <div className="actions sticky-actions">
      <button type="submit" className="button-main" disabled={isSending}>
        {isSending ? t('record.saving') : submit}
      </button>
      {onClear && (
        <button type="button" onClick={onClear}>
          {t('newCase.clear')}
        </button>
      )}
      <span className="quiet">{t('newCase.filledAll', { count: filled })}</span>
      {onClear && <span className="quiet">{t('newCase.kept')}</span>}
    </div>
  )
}
