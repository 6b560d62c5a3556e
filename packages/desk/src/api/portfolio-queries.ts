/** Questions about the portfolio: kinds of record, how many there are, lists, single records; and putting one on record. */
import type {
  NewRecordAnswer,
  PortfolioAnswer,
  RecordAnswer,
  RecordKindsAnswer,
  RecordListAnswer,
  RecordListQuery,
  StatementInput,
} from '@demarche/api'
import type { RecordKind } from '@demarche/core'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getJson, queryString, sendJson } from './client.ts'

/** The kinds of record; they change with the program alone. @param wanted false where no kind is needed */
export function useKinds(wanted = true) {
  return useQuery({
    queryKey: ['kinds'],
    enabled: wanted,
    queryFn: ({ signal }) => getJson<RecordKindsAnswer>('/api/portfolio/kinds', signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** The kind of that id; undefined while kinds are on their way, and where there is none. */
export function useKind(id: string): RecordKind | undefined {
  return useKinds().data?.kinds.find((kind) => kind.id === id)
}

export function usePortfolio() {
  return useQuery({
    queryKey: ['portfolio', 'counts'],
    queryFn: ({ signal }) => getJson<PortfolioAnswer>('/api/portfolio', signal),
  })
}

/** What a list can be asked for. */
export interface RecordQuery extends Omit<RecordListQuery, 'offset' | 'limit' | 'facet'> {
  readonly facet?: readonly string[]
  readonly offset?: number
  readonly limit?: number
}

/** @param wanted false where nothing is to be asked yet */
export function useRecords(query: RecordQuery, wanted = true) {
  return useQuery({
    queryKey: ['portfolio', 'list', query],
    enabled: wanted,
    queryFn: ({ signal }) =>
      getJson<RecordListAnswer>(`/api/portfolio/records${queryString({ ...query })}`, signal),
    // never the rows of another kind in place of those asked for
    placeholderData: (previous, before) =>
      before !== undefined && Object.is(kindAsked(before.queryKey), query.kind)
        ? keepPreviousData(previous)
        : undefined,
  })
}

function kindAsked([, , query]: readonly unknown[]): unknown {
  return typeof query === 'object' && query !== null && 'kind' in query ? query.kind : undefined
}

/** @param wanted false where no record is on screen */
export function useRecordOnFile(entity: string, asOf: string | undefined, wanted = true) {
  return useQuery({
    queryKey: ['portfolio', 'record', entity, asOf ?? 'today'],
    enabled: wanted,
    queryFn: ({ signal }) =>
      getJson<RecordAnswer>(
        `/api/portfolio/records/${encodeURIComponent(entity)}${queryString({ asOf })}`,
        signal,
      ),
    placeholderData: (previous) => (previous?.record.entity === entity ? previous : undefined),
  })
}

export function useNewRecord(kind: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: StatementInput) =>
      sendJson<NewRecordAnswer>('POST', '/api/portfolio/records', { kind, ...input }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['portfolio'] }),
  })
}
