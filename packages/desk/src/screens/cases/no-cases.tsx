/** An empty list: because nothing is here yet, or because the filters leave nothing. */
import { GoLink } from '../../frame/go-link.tsx'
import { Empty } from '../../parts/empty.tsx'
import { useText } from '../../texts.ts'

interface Props {
  readonly filtered: boolean
  /** whether the reader puts anything on record */
  readonly mayWrite: boolean
  readonly onClear: () => void
}

export function NoCases({ filtered, mayWrite, onClear }: Props) {
  const t = useText()
  return filtered ? (
    <Empty title={t('cases.filteredTitle')} text={t('cases.filteredText')}>
      <button type="button" onClick={onClear}>
        {t('cases.clear')}
      </button>
    </Empty>
  ) : !mayWrite ? (
    <Empty title={t('cases.nothingTitle')} text={t('cases.nothingText')} />
  ) : (
    <Empty title={t('cases.emptyTitle')} text={t('cases.emptyText')}>
      <GoLink className="button" to="/import">
        {t('cases.load')}
      </GoLink>
      <GoLink className="button" to="/cases/new">
        {t('cases.new')}
      </GoLink>
    </Empty>
  )
}
