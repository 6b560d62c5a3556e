/** The next page of a list of answers, put behind the ones that are shown. */
import { useText } from '../texts.ts'

interface Props {
  readonly query: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => Promise<unknown>
    readonly data?: { readonly pages: readonly unknown[] } | undefined
  }
  readonly shown: number
  readonly total: number
}

export function MoreAnswers({ query, shown, total }: Props) {
  const t = useText()
  // a list of one page is seen to be one
  const isLong = query.hasNextPage || (query.data?.pages.length ?? 0) > 1
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
        {isLong && t('public.shown', { from: 1, to: shown, total })}
      </span>
    </p>
  )
}
