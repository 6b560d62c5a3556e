/** Questions and acts of the record: the audit log, the proof of the records, erasures, the key of the archives. */
import type {
  AccountLogAnswer,
  ArchiveKeyAnswer,
  AuditDayAnswer,
  AuditListAnswer,
  ErasureConfirmed,
  ErasureListAnswer,
  ErasureProposal,
  ProposeErasureInput,
  StatementAnswer,
  VerificationAnswer,
} from '@demarche/api'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getJson, queryString, sendJson } from './client.ts'

export type AuditFilters = Readonly<
  Partial<Record<'from' | 'to' | 'person' | 'party' | 'verb' | 'target' | 'outcome' | 'routine', string>>
>

export function useAudit(filters: AuditFilters, before: number | undefined) {
  return useQuery({
    queryKey: ['audit', filters, before ?? 'newest'],
    queryFn: ({ signal }) =>
      getJson<AuditListAnswer>(`/api/audit${queryString({ ...filters, before })}`, signal),
    placeholderData: keepPreviousData,
  })
}

/** One statement as it stands on record. */
export function useStatement(id: string) {
  return useQuery({
    queryKey: ['statement', id],
    queryFn: ({ signal }) => getJson<StatementAnswer>(`/api/statements/${id}`, signal),
  })
}

export function useAuditDay(day: string) {
  return useQuery({
    queryKey: ['audit-day', day],
    queryFn: ({ signal }) => getJson<AuditDayAnswer>(`/api/audit/days/${day}`, signal),
  })
}

/** The address of the log as a file. */
export function auditExportAddress(filters: AuditFilters, format: 'csv' | 'ndjson'): string {
  return `/api/audit/export${queryString({ ...filters, format })}`
}

/** What happened to accounts, newest first. @param offset entries passed over */
export function useAccountLog(offset: number) {
  return useQuery({
    queryKey: ['account-log', offset],
    queryFn: ({ signal }) =>
      getJson<AccountLogAnswer>(`/api/audit/accounts${queryString({ offset })}`, signal),
    placeholderData: keepPreviousData,
  })
}

export function useVerification() {
  return useQuery({
    queryKey: ['verification'],
    queryFn: ({ signal }) => getJson<VerificationAnswer>('/api/audit/verification', signal),
    refetchInterval: ({ state }) => (state.data && state.data.runningSince !== null ? 1000 : false),
  })
}
export function useVerify() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => sendJson<VerificationAnswer>('POST', '/api/audit/verification'),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['verification'] }),
  })
}

export function useErasures() {
  return useQuery({
    queryKey: ['erasures'],
    queryFn: ({ signal }) => getJson<ErasureListAnswer>('/api/erasures', signal),
  })
}
/** An act of erasure; what was erased may be on any screen, so everything is asked again. */
function useErasureAct<Input, Answer>(act: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: act, onSuccess: () => queries.invalidateQueries() })
}
export const useProposeErasure = () =>
  useErasureAct((input: ProposeErasureInput) => sendJson<ErasureProposal>('POST', '/api/erasures', input))
export const useConfirmErasure = () =>
  useErasureAct((id: string) =>
    sendJson<ErasureConfirmed>('POST', `/api/erasures/${encodeURIComponent(id)}/confirmation`),
  )
export const useWithdrawErasure = () =>
  useErasureAct((id: string) => sendJson<null>('DELETE', `/api/erasures/${encodeURIComponent(id)}`))

export function useArchiveKey() {
  return useQuery({
    queryKey: ['archive-key'],
    queryFn: ({ signal }) => getJson<ArchiveKeyAnswer>('/api/archive/key', signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
