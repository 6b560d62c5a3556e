/** Questions about overlaps of projects; and the check of a plan, which records nothing. */
import type { OverlapCheckAnswer, OverlapCheckInput, OverlapsAnswer, OverlapsQuery } from '@demarche/api'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { getJson, queryString, sendJson } from './client.ts'

export interface OverlapQuery extends Omit<OverlapsQuery, 'offset' | 'limit'> {
  readonly offset?: number
  readonly limit?: number
}

export function useOverlaps(query: OverlapQuery) {
  return useQuery({
    queryKey: ['portfolio', 'overlaps', query],
    queryFn: ({ signal }) =>
      getJson<OverlapsAnswer>(`/api/portfolio/overlaps${queryString({ ...query })}`, signal),
    placeholderData: keepPreviousData,
  })
}

export function useOverlapCheck() {
  return useMutation({
    mutationFn: (plan: OverlapCheckInput) =>
      sendJson<OverlapCheckAnswer>('POST', '/api/portfolio/overlaps/check', plan),
  })
}
