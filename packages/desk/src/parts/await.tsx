/**
 * Waits for an answer and says plainly when there is none: loading, refused, not reachable, offline.
 */
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Refusal } from '../api/client.ts'
import { GoLink } from '../frame/go-link.tsx'
import { useText } from '../texts.ts'
import { isNoAddress, RefusalText, useToldRefusal } from './fault-lines.tsx'

export function Loading() {
  const t = useText()
  return (
    <div className="loading" role="status">
      <span className="sr-only">{t('state.loading')}</span>
      <span className="bone" />
      <span className="bone" />
      <span className="bone" />
    </div>
  )
}

export function RefusalNote({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const t = useText()
  const tell = useToldRefusal()
  const refusal = error instanceof Refusal ? error : undefined
  const told = refusal && tell(refusal)
  const nowhere = refusal !== undefined && isNoAddress(refusal)
  const nothing = nowhere || refusal?.code === 'not-found'
  return (
    <div className="note" data-tone="error" role="alert">
      <h2>{refusal ? t(`refusal.${nowhere ? 'not-found' : refusal.code}`) : t('state.unreachable')}</h2>
      {nowhere ? (
        <p>{t('notFound.how')}</p>
      ) : told ? (
        <RefusalText told={told} />
      ) : (
        <p>{t('state.unreachableHow')}</p>
      )}
      {nothing && (
        <p>
          <GoLink to="/cases">{t('notFound.cases')}</GoLink>
        </p>
      )}
      {onRetry && !nothing && (
        <button type="button" onClick={onRetry}>
          {t('state.retry')}
        </button>
      )}
    </div>
  )
}

interface Props<Answer> {
  readonly query: UseQueryResult<Answer>
  readonly children: (answer: Answer) => ReactNode
}

export function Await<Answer>({ query, children }: Props<Answer>) {
  const t = useText()
  if (query.data !== undefined) {
    return (
      <>
        {query.isError && <RefusalNote error={query.error} onRetry={() => void query.refetch()} />}
        <div className={query.isPlaceholderData ? 'stale' : undefined} aria-busy={query.isPlaceholderData}>
          {children(query.data)}
        </div>
      </>
    )
  }
  if (query.isError) return <RefusalNote error={query.error} onRetry={() => void query.refetch()} />
  if (query.fetchStatus === 'paused') {
    return (
      <div className="note" data-tone="warn" role="status">
        <h2>{t('state.offline')}</h2>
        <p>{t('state.offlineHow')}</p>
      </div>
    )
  }
  return <Loading />
}
