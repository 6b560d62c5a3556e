/** Questions about consultations, and what is done with the answers to them; the public ones need no session. */
import type {
  ConsultationAnswer,
  ModerationAnswer,
  OwnSubmissionAnswer,
  PublicAnswer,
  PublicConsultationAnswer,
  PublicListAnswer,
  PublicRecordAnswer,
  PublicSubmissionsAnswer,
  SubmissionReceipt,
  SubmissionsAnswer,
  SynthesisInput,
} from '@demarche/api'
import type { Consent, Moderation, SubmissionList } from '@demarche/core'
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useDeskLanguage } from '../parts/place-name.ts'
import { getJson, queryString, sendJson } from './client.ts'
import type { PaperForm } from './paper-form.ts'

const inAddress = (entity: string): string => encodeURIComponent(entity).replace('%3A', ':')

/** What the desk shows to anybody. */
export function usePublicPage() {
  const language = useDeskLanguage()
  return useQuery({
    queryKey: ['public', 'overview', language],
    queryFn: ({ signal }) => getJson<PublicAnswer>(`/api/public${queryString({ language })}`, signal),
  })
}

export interface PublicListQuery {
  readonly kind: string
  readonly q?: string | undefined
  readonly place?: string | undefined
  readonly offset?: number | undefined
}
export function usePublicList(query: PublicListQuery) {
  const language = useDeskLanguage()
  return useQuery({
    queryKey: ['public', 'list', language, query],
    queryFn: ({ signal }) =>
      getJson<PublicListAnswer>(`/api/public/records${queryString({ ...query, language })}`, signal),
    placeholderData: keepPreviousData,
  })
}

export function usePublicRecord(entity: string) {
  const language = useDeskLanguage()
  return useQuery({
    queryKey: ['public', 'record', language, entity],
    queryFn: ({ signal }) =>
      getJson<PublicRecordAnswer>(
        `/api/public/records/${inAddress(entity)}${queryString({ language })}`,
        signal,
      ),
  })
}

export function usePublicConsultation(entity: string) {
  const language = useDeskLanguage()
  return useQuery({
    queryKey: ['public', 'consultation', language, entity],
    queryFn: ({ signal }) =>
      getJson<PublicConsultationAnswer>(
        `/api/public/consultations/${inAddress(entity)}${queryString({ language })}`,
        signal,
      ),
  })
}

/** What was published of the answers, page by page. */
export function usePublicSubmissions(entity: string) {
  return useInfiniteQuery({
    queryKey: ['public', 'submissions', entity],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      getJson<PublicSubmissionsAnswer>(
        `/api/public/consultations/${inAddress(entity)}/submissions${queryString({ after: pageParam || undefined })}`,
        signal,
      ),
    getNextPageParam: ({ next }) => next,
  })
}

/** What is sent to a consultation. */
export interface Answer {
  readonly text: string
  readonly consent: Consent
  readonly from?: string
  readonly sort?: string
  readonly country?: string
}

/** Sends an answer: from the public page, or with the account of whoever is signed in. */
export function useSendAnswer(entity: string, way: 'public' | 'account') {
  const start = way === 'public' ? '/api/public/consultations' : '/api/consultations'
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (answer: Answer) =>
      sendJson<SubmissionReceipt>('POST', `${start}/${inAddress(entity)}/submissions`, answer),
    onSuccess: () => (way === 'account' ? refresh(queries, entity) : undefined),
  })
}

/** One's own answer by its private link. */
export function useOwnSubmission(token: string) {
  return useQuery({
    queryKey: ['public', 'own', token],
    enabled: token !== '',
    queryFn: () => sendJson<OwnSubmissionAnswer>('POST', '/api/public/submissions/look', { token }),
  })
}

export function useWithdraw(token: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => sendJson<OwnSubmissionAnswer>('POST', '/api/public/submissions/withdraw', { token }),
    onSuccess: (answer) => queries.setQueryData(['public', 'own', token], answer),
  })
}

/** A consultation with what its synthesis cites, for whoever is signed in. */
export function useConsultation(entity: string) {
  return useQuery({
    queryKey: ['portfolio', 'consultation', entity],
    queryFn: ({ signal }) => getJson<ConsultationAnswer>(`/api/consultations/${inAddress(entity)}`, signal),
  })
}

export interface SubmissionsQuery {
  readonly list: SubmissionList
  readonly q?: string | undefined
}
/** One list of what was answered, page by page. */
export function useSubmissions(entity: string, query: SubmissionsQuery) {
  return useInfiniteQuery({
    queryKey: ['portfolio', 'consultation', entity, 'submissions', query],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      getJson<SubmissionsAnswer>(
        `/api/consultations/${inAddress(entity)}/submissions${queryString({ ...query, after: pageParam || undefined })}`,
        signal,
      ),
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
}

/** Where the synthesis of a consultation is taken from as a paper. */
export function synthesisAddress(entity: string, form: PaperForm): string {
  return `/api/consultations/${inAddress(entity)}/synthesis/file${queryString({ ...form })}`
}

async function refresh(queries: ReturnType<typeof useQueryClient>, entity: string): Promise<void> {
  await queries.invalidateQueries({ queryKey: ['portfolio', 'consultation', entity] })
}

/** @param onDone told of a decision once what is shown was asked again */
export function useModerate(consultation: string, onDone: (decision: Moderation) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({
      entity,
      ...decided
    }: {
      readonly entity: string
      readonly decision: Moderation
      readonly reason?: string
    }) => sendJson<ModerationAnswer>('POST', `/api/submissions/${inAddress(entity)}/moderation`, decided),
    onSuccess: async (_, { decision }) => {
      await refresh(queries, consultation)
      onDone(decision)
    },
  })
}

export function useSetSynthesis(entity: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: SynthesisInput) =>
      sendJson<null>('POST', `/api/consultations/${inAddress(entity)}/synthesis`, input),
    // refused, too: somebody else may have written it
    onSettled: () => refresh(queries, entity),
  })
}

export function usePublishSynthesis(entity: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (reason: string) =>
      sendJson<null>('POST', `/api/consultations/${inAddress(entity)}/synthesis/publication`, { reason }),
    onSuccess: () => refresh(queries, entity),
  })
}
