/** Questions about overlaps of projects; and the check of a plan, which records nothing. */
import type {
  GapsAnswer,
  GapsQuery as AnyGapsQuery,
  OverlapCheckAnswer,
  OverlapCheckInput,
  OverlapsAnswer,
  OverlapsQuery,
} from '@demarche/api'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { getJson, queryString, sendJson } from './client.ts'

export interface OverlapQuery extends Omit<OverlapsQuery, 'offset' | 'limit'> {
  readonly offset?: number
  readonly limit?: number
}

export interface GapsQuery extends Omit<AnyGapsQuery, 'year'> {
  readonly year: number
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

/** Where projects and needs of a year are at a place. */
export function useGaps(query: GapsQuery) {
  return useQuery({
    queryKey: ['portfolio', 'gaps', query],
    queryFn: ({ signal }) => getJson<GapsAnswer>(`/api/portfolio/gaps${queryString({ ...query })}`, signal),
    placeholderData: keepPreviousData,
  })
}
