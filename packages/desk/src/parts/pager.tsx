/** From page to page of a list; nothing where there is one page. */
import { useText } from '../texts.ts'

interface Props {
  readonly total: number
  readonly offset: number
  /** rows on this page */
  readonly shown: number
  readonly limit: number
  readonly label: string
  readonly onGo: (offset: number) => void
}

export function Pager({ total, offset, shown, limit, label, onGo }: Props) {
  const t = useText()
  const last = Math.min(total, offset + shown)
  if (total <= limit) return null
  return (
    <nav className="pager" aria-label={label}>
      <button type="button" disabled={offset === 0} onClick={() => onGo(Math.max(0, offset - limit))}>
        {t('cases.previous')}
      </button>
      <span>{t('cases.shown', { from: offset + 1, to: last, total })}</span>
      <button type="button" disabled={last >= total} onClick={() => onGo(offset + limit)}>
        {t('cases.next')}
      </button>
    </nav>
  )
}
