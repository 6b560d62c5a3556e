/** The party as which a case is shown; it stands in the address as `as`, so that it travels from part to part. */
import { useCallback } from 'react'
import { useSearchParams } from 'wouter'

export function useViewAs(): readonly [string | undefined, (party: string | undefined) => void] {
  const [search, setSearch] = useSearchParams()
  const as = search.get('as') ?? undefined
  const setAs = useCallback(
    (party: string | undefined) =>
      setSearch((current) => {
        const next = new URLSearchParams(current)
        if (party === undefined || party === '') next.delete('as')
        else next.set('as', party)
        return next
      }),
    [setSearch],
  )
  return [as, setAs]
}
