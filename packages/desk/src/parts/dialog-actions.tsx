/** The foot of a drawer that puts something on record: the act by its name, and the way out. */
import { useText } from '../texts.ts'

interface Props {
  readonly submit: string
  readonly isSending: boolean
  /** something has to be done first, which the form says */
  readonly isBlocked?: boolean
  readonly onClose: () => void
}

export function DialogActions({ submit, isSending, isBlocked = false, onClose }: Props) {
  const t = useText()
  return (
    <div className="actions sticky-actions">
      <button type="submit" className="button-main" disabled={isSending || isBlocked}>
        {isSending ? t('record.saving') : submit}
      </button>
      <button type="button" onClick={onClose}>
        {t('record.cancel')}
      </button>
    </div>
  )
}
