/** Questions about what is open across all kinds of record. */
import type { OpenPointsAnswer, OpenPointsQuery } from '@demarche/api'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getJson, queryString } from './client.ts'

export interface OpenPointQuery extends Omit<OpenPointsQuery, 'offset' | 'limit'> {
  readonly offset?: number
  readonly limit?: number
}

export function useOpenPoints(query: OpenPointQuery) {
  return useQuery({
    queryKey: ['portfolio', 'open-points', query],
    queryFn: ({ signal }) =>
      getJson<OpenPointsAnswer>(`/api/portfolio/open-points${queryString({ ...query })}`, signal),
    placeholderData: keepPreviousData,
  })
}
