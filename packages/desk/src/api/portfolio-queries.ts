/** Questions about the portfolio: kinds of record, how many there are, lists, single records; and putting one on record. */
import type {
  NewRecordAnswer,
  PortfolioAnswer,
  RecordAnswer,
  RecordKindsAnswer,
  RecordListAnswer,
  RecordListQuery,
  RecordRow,
  StatementInput,
  WithdrawRecordAnswer,
} from '@demarche/api'
import type { RecordKind } from '@demarche/core'
import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useDeskLanguage } from '../parts/place-name.ts'
import { getJson, queryString, sendJson } from './client.ts'

/** The kinds of record in the words of the desk's language; they change with the program alone. @param wanted false where no kind is needed */
export function useKinds(wanted = true) {
  const language = useDeskLanguage()
  return useQuery({
    queryKey: ['kinds', language],
    enabled: wanted,
    queryFn: ({ signal }) =>
      getJson<RecordKindsAnswer>(`/api/portfolio/kinds${queryString({ language })}`, signal),
    placeholderData: keepPreviousData,
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
  return useQuery({ ...listOf(query), enabled: wanted })
}

function listOf(query: RecordQuery) {
  return queryOptions({
    queryKey: ['portfolio', 'list', query],
    queryFn: ({ signal }) =>
      getJson<RecordListAnswer>(`/api/portfolio/records${queryString({ ...query })}`, signal),
    // never the rows of another kind in place of those asked for
    placeholderData: (previous: RecordListAnswer | undefined, before) =>
      before !== undefined && kindAsked(before.queryKey) === query.kind ? previous : undefined,
  })
}

function kindAsked([, , query]: readonly unknown[]): unknown {
  return typeof query === 'object' && query !== null && 'kind' in query ? query.kind : undefined
}

/** The records of several kinds that fit, kind after kind; what is not there yet is left out. */
export function useRecordsOfKinds(
  kinds: readonly string[],
  query: Omit<RecordQuery, 'kind'>,
): readonly RecordRow[] {
  return useQueries({
    queries: kinds.map((kind) => listOf({ ...query, kind })),
    combine: (answers) => answers.flatMap(({ data }) => data?.rows ?? []),
  })
}

/** @param wanted false where no record is on screen */
export function useRecordOnFile(entity: string, asOf: string | undefined, wanted = true) {
  return useQuery({
    ...recordOnFile(entity, asOf),
    enabled: wanted,
    placeholderData: (previous) => (previous?.record.entity === entity ? previous : undefined),
  })
}

/** One record as it is asked for. */
export function recordOnFile(entity: string, asOf: string | undefined) {
  return queryOptions({
    queryKey: ['portfolio', 'record', entity, asOf ?? 'today'],
    queryFn: ({ signal }) =>
      getJson<RecordAnswer>(
        `/api/portfolio/records/${encodeURIComponent(entity)}${queryString({ asOf })}`,
        signal,
      ),
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

/** Withdraws all of a record that is seen, and after it asks anew for everything that is made of records. */
export function useWithdrawRecord(entity: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: { readonly reason: string; readonly follows: string }) =>
      sendJson<WithdrawRecordAnswer>(
        'POST',
        `/api/portfolio/records/${encodeURIComponent(entity)}/withdrawal`,
        input,
      ),
    // a refusal may mean that others have changed it
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['portfolio'] }),
        queries.invalidateQueries({ queryKey: ['history', entity] }),
      ]),
  })
}
