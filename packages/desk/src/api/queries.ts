/**
 * Every question the desk asks the server, as hooks; one per route of the contract.
 */
import type {
  AppendAnswer,
  CaseListAnswer,
  CaseListQuery,
  DoctrineAnswer,
  DossierAnswer,
  HistoryAnswer,
  ImportJob,
  ImportLimitAnswer,
  ListingListAnswer,
  NewCaseAnswer,
  RecordersAnswer,
  SessionAnswer,
  StatementInput,
} from '@demarche/api'
import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { deskLanguage } from '../parts/place-name.ts'
import { sayAtLength, textsAtLength } from '../record/doctrine-at-length.ts'
import { getJson, queryString, sendFile, sendJson } from './client.ts'
import type { PaperForm } from './paper-form.ts'

const caseAddress = (entity: string): string => `/api/cases/${encodeURIComponent(entity)}`
/** Where statements about an entity are kept: a case, or a record of the portfolio. */
const entityAddress = (entity: string): string =>
  entity.startsWith('case:') ? caseAddress(entity) : `/api/portfolio/records/${encodeURIComponent(entity)}`

/** Who is signed in; refused with `not-signed-in` when nobody is. */
/** @param wanted false where nobody signs in, so that nothing is asked */
export function useSession(wanted = true) {
  return useQuery({
    enabled: wanted,
    queryKey: ['session'],
    queryFn: ({ signal }) => getJson<SessionAnswer>('/api/session', signal),
    staleTime: 300_000,
    retry: false,
  })
}

export function useSignIn() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (token: string) => sendJson<SessionAnswer>('POST', '/api/session', { token }),
    // whoever was here before may have left answers
    onSuccess: () => queries.resetQueries(),
  })
}

export function useSignOut() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => sendJson<null>('DELETE', '/api/session'),
    onSuccess: () => queries.clear(),
  })
}

/** @param wanted false where no case is asked for */
export function useCases(query: Partial<CaseListQuery>, wanted = true) {
  return useQuery({
    queryKey: ['cases', query],
    enabled: wanted,
    queryFn: ({ signal }) => getJson<CaseListAnswer>(`/api/cases${queryString(query)}`, signal),
    placeholderData: keepPreviousData,
  })
}

/** @param as the party as which it is shown */
export function useDossier(entity: string, asOf: string | undefined, as?: string) {
  return useQuery({
    queryKey: ['dossier', entity, asOf ?? 'today', as ?? ''],
    enabled: entity !== '',
    queryFn: ({ signal }) =>
      getJson<DossierAnswer>(`${caseAddress(entity)}/dossier${queryString({ asOf, as })}`, signal),
    // never another party's view in place of one's own, nor the other way round
    placeholderData: (previous) =>
      previous?.entity === entity && previous.preview?.party === as ? previous : undefined,
  })
}

export function useHistory(entity: string, from?: string, to?: string) {
  return useQuery({
    queryKey: ['history', entity, from ?? '', to ?? ''],
    queryFn: ({ signal }) =>
      getJson<HistoryAnswer>(`${caseAddress(entity)}/history${queryString({ from, to })}`, signal),
    placeholderData: keepPreviousData,
  })
}

/** What was put on record about a case or a record of the portfolio, and when, newest first. */
export function useEvents(entity: string) {
  return useQuery({
    queryKey: ['history', entity, 'events'],
    queryFn: ({ signal }) =>
      getJson<Pick<HistoryAnswer, 'events'>>(`${entityAddress(entity)}/history`, signal),
  })
}

/** Who put on record what stands in a case, by pseudonym: those whom the reader may know. */
export function useRecorders(entity: string, wanted = true) {
  return useQuery({
    queryKey: ['recorders', entity],
    enabled: wanted,
    queryFn: ({ signal }) => getJson<RecordersAnswer>(`${caseAddress(entity)}/recorders`, signal),
    staleTime: 60_000,
  })
}

const doctrineQuery = queryOptions({
  queryKey: ['doctrine'],
  queryFn: ({ signal }) => getJson<DoctrineAnswer>('/api/doctrine', signal),
  staleTime: Number.POSITIVE_INFINITY,
})

export function useDoctrine() {
  return useQuery(doctrineQuery)
}

/** The same with what its entries say at length in the language of the desk: for what shows descriptions and notes. */
export function useDoctrineAtLength() {
  const queries = useQueryClient()
  return useQuery({
    queryKey: ['doctrine', 'at length'],
    queryFn: async () => {
      const language = deskLanguage()
      const [doctrine, texts] = await Promise.all([
        queries.fetchQuery(doctrineQuery),
        textsAtLength(language),
      ])
      return sayAtLength(doctrine, texts, language)
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** The listings of a date; asked only when wanted. */
export function useListings(asOf: string | undefined, wanted = true) {
  return useQuery({
    queryKey: ['listings', asOf ?? 'today'],
    enabled: wanted,
    queryFn: ({ signal }) => getJson<ListingListAnswer>(`/api/listings${queryString({ asOf })}`, signal),
    staleTime: 3_600_000,
    placeholderData: keepPreviousData,
  })
}

/** Records one act about a case or a record of the portfolio; afterwards everything shown about it is asked again. */
export function useAppend(entity: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: StatementInput) =>
      sendJson<AppendAnswer>('POST', `${entityAddress(entity)}/statements`, input),
    // a refusal may mean that others have changed it
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['dossier', entity] }),
        queries.invalidateQueries({ queryKey: ['history', entity] }),
        queries.invalidateQueries({ queryKey: ['recorders', entity] }),
        queries.invalidateQueries({ queryKey: ['portfolio', 'evidence', entity] }),
        queries.invalidateQueries({ queryKey: [entity.startsWith('case:') ? 'cases' : 'portfolio'] }),
      ]),
  })
}

export function useNewCase() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: StatementInput) => sendJson<NewCaseAnswer>('POST', '/api/cases', input),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['cases'] }),
  })
}

/** How large a file the desk takes: as long as the program runs. */
export function useImportLimit() {
  return useQuery({
    queryKey: ['import-limit'],
    queryFn: ({ signal }) => getJson<ImportLimitAnswer>('/api/imports', signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export interface ImportInput {
  readonly file: File
  readonly sourceDate?: string | undefined
  /** of a table: the kind of its rows, and its mapping as JSON */
  readonly kind?: string | undefined
  readonly mapping?: string | undefined
  /** says what would be recorded, and records nothing */
  readonly preview?: 'true' | undefined
}

export function useImport() {
  return useMutation({
    mutationFn: ({ file, ...how }: ImportInput) =>
      sendFile<ImportJob>(`/api/imports${queryString({ filename: file.name, ...how })}`, file),
  })
}

const FINISHED: readonly ImportJob['state'][] = ['done', 'refused', 'cancelled']

export function useImportJob(id: string | undefined) {
  return useQuery({
    queryKey: ['import', id ?? ''],
    enabled: id !== undefined,
    queryFn: ({ signal }) => getJson<ImportJob>(`/api/imports/${encodeURIComponent(id ?? '')}`, signal),
    refetchInterval: ({ state }) => (state.data && FINISHED.includes(state.data.state) ? false : 400),
  })
}

export function useCancelImport() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      sendJson<ImportJob | null>('DELETE', `/api/imports/${encodeURIComponent(id)}`),
    onSuccess: (_answer, id) => queries.invalidateQueries({ queryKey: ['import', id] }),
  })
}

/** The address of the options paper as a file. */
export function optionsPaperAddress(
  entity: string,
  form: PaperForm,
  asOf: string | undefined,
  as?: string,
): string {
  return `${caseAddress(entity)}/options-paper${queryString({ ...form, asOf, as })}`
}

/** The address of a paper of the case, before any procedure, as a file. */
export function caseDocumentAddress(
  entity: string,
  outline: string,
  form: PaperForm,
  asOf: string | undefined,
  as?: string,
): string {
  return `${caseAddress(entity)}/documents/${outline}${queryString({ ...form, asOf, as })}`
}
