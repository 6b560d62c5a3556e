/** Waits for a public answer, and says plainly when there is none; leads nowhere that asks for an account. */
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Refusal } from '../../api/client.ts'
import { RefusalText, useToldRefusal } from '../../parts/fault-lines.tsx'
import { useText } from '../../texts.ts'

export function PublicRefusal({
  error,
  onRetry,
}: {
  readonly error: unknown
  readonly onRetry?: () => void
}) {
  const t = useText()
  const tell = useToldRefusal()
  const refusal = error instanceof Refusal ? error : undefined
  const told = refusal && tell(refusal)
  const isNothing = refusal?.code === 'not-found'
  return (
    <div className="note" data-tone="error" role="alert">
      <h2>{isNothing ? t('public.nothing') : t('public.refused')}</h2>
      {!isNothing && !told && <p>{t('public.noTalk')}</p>}
      {!isNothing && told && <RefusalText told={told} />}
      {onRetry && !isNothing && (
        <button type="button" onClick={onRetry}>
          {t('public.retry')}
        </button>
      )}
    </div>
  )
}

interface Props<Answer> {
  readonly query: UseQueryResult<Answer>
  /** over what is refused, where the page has no other heading then */
  readonly title: string
  readonly children: (answer: Answer) => ReactNode
}

export function PublicAwait<Answer>({ query, title, children }: Props<Answer>) {
  const t = useText()
  if (query.data !== undefined) return children(query.data)
  if (query.isError)
    return (
      <>
        <h1>{title}</h1>
        <PublicRefusal error={query.error} onRetry={() => void query.refetch()} />
      </>
    )
  return (
    <div className="loading" role="status">
      <span className="sr-only">{t('public.loading')}</span>
      <span className="bone" />
      <span className="bone" />
    </div>
  )
}
