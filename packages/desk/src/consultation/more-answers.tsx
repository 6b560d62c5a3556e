/** The next page of a list of answers, put behind the ones that are shown; the focus goes to the first of them. */
import { useText } from '../texts.ts'

interface Props {
  readonly query: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => Promise<unknown>
  }
  readonly shown: number
  readonly total: number
}

export function MoreAnswers({ query, shown, total }: Props) {
  const t = useText()
  return (
    <p className="actions">
      {query.hasNextPage && (
        <button
          type="button"
          data-row=""
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('consultation.more')}
        </button>
      )}
      <span className="quiet" role="status">
        {shown > 0 && t('public.shown', { from: 1, to: shown, total })}
      </span>
    </p>
  )
}
