/** Questions about what changed in the portfolio. */
import type { ChangesAnswer, ChangesQuery } from '@demarche/api'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getJson, queryString } from './client.ts'

export interface ChangeQuery extends Omit<ChangesQuery, 'offset' | 'limit'> {
  readonly since: string
  readonly offset?: number
  readonly limit?: number
}

export function useChanges(query: ChangeQuery) {
  return useQuery({
    queryKey: ['portfolio', 'changes', query],
    queryFn: ({ signal }) =>
      getJson<ChangesAnswer>(`/api/portfolio/changes${queryString({ ...query })}`, signal),
    placeholderData: keepPreviousData,
  })
}
