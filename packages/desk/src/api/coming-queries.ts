/** Questions about what is coming in the portfolio, and who has not been met. */
import type { ComingAnswer, ComingQuery, NotMetAnswer, NotMetQuery } from '@demarche/api'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getJson, queryString } from './client.ts'

export function useComing(query: ComingQuery) {
  return useQuery({
    queryKey: ['portfolio', 'coming', query],
    queryFn: ({ signal }) =>
      getJson<ComingAnswer>(`/api/portfolio/coming${queryString({ ...query })}`, signal),
    placeholderData: keepPreviousData,
  })
}

export interface NotMetAsked extends Omit<NotMetQuery, 'months'> {
  readonly months: number
}

export function useNotMet(query: NotMetAsked) {
  return useQuery({
    queryKey: ['portfolio', 'not-met', query],
    queryFn: ({ signal }) =>
      getJson<NotMetAnswer>(`/api/portfolio/not-met${queryString({ ...query })}`, signal),
    placeholderData: keepPreviousData,
  })
}
