/** Questions about evidence: what rests on an item, and on which items a case rests. */
import type { CaseEvidenceAnswer, EvidenceRestsAnswer } from '@demarche/api'
import { useQuery } from '@tanstack/react-query'
import { getJson, queryString } from './client.ts'

/** Where everything about one item is asked for. */
export const itemAddress = (item: string): string => `/api/evidence/${encodeURIComponent(item)}`

/** What rests on an item, and what falls if it goes. */
export function useWhatRests(item: string, asOf: string | undefined) {
  return useQuery({
    queryKey: ['portfolio', 'rests', item, asOf ?? 'today'],
    queryFn: ({ signal }) =>
      getJson<EvidenceRestsAnswer>(`${itemAddress(item)}/rests${queryString({ asOf })}`, signal),
    placeholderData: (previous) => (previous?.item === item ? previous : undefined),
  })
}

/** @param wanted false where the case is shown as another party would get it */
export function useCaseEvidence(entity: string, asOf: string | undefined, wanted = true) {
  return useQuery({
    queryKey: ['portfolio', 'evidence', entity, asOf ?? 'today'],
    enabled: wanted,
    queryFn: ({ signal }) =>
      getJson<CaseEvidenceAnswer>(
        `/api/cases/${encodeURIComponent(entity)}/evidence${queryString({ asOf })}`,
        signal,
      ),
  })
}
