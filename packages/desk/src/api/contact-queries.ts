/** Questions and acts of communication checks: how lines stand, a check begun, a reply without an account. */
import type {
  ContactChecksAnswer,
  ContactLinkAnswer,
  ContactReplyInput,
  ContactScheduleAnswer,
  SetScheduleInput,
  StartedChecks,
} from '@demarche/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getJson, queryString, sendJson } from './client.ts'

export function useContactChecks(asOf: string | undefined) {
  return useQuery({
    queryKey: ['portfolio', 'contact checks', asOf ?? 'today'],
    queryFn: ({ signal }) =>
      getJson<ContactChecksAnswer>(`/api/contact-checks${queryString({ asOf })}`, signal),
  })
}

/** Begins the check of one point of contact; of all that are due when none is named. */
export function useStartChecks() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (contact: string | undefined) =>
      sendJson<StartedChecks>('POST', '/api/contact-checks', contact === undefined ? {} : { contact }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['portfolio'] }),
  })
}

const SCHEDULE = '/api/contact-checks/schedule'
const scheduleKey = ['portfolio', 'contact schedule'] as const

export function useContactSchedule() {
  return useQuery({
    queryKey: scheduleKey,
    queryFn: ({ signal }) => getJson<ContactScheduleAnswer>(SCHEDULE, signal),
  })
}

/** Sets the schedule of the own party, pauses it, takes it up again, turns it off. */
export function useSetSchedule() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: SetScheduleInput) => sendJson<ContactScheduleAnswer>('POST', SCHEDULE, input),
    onSuccess: (answer) => queries.setQueryData(scheduleKey, answer),
    // somebody else changed it: what stands now is shown beside the refusal
    onError: () => queries.invalidateQueries({ queryKey: scheduleKey }),
  })
}

export function useContactLink(token: string) {
  return useQuery({
    queryKey: ['contact link', token],
    enabled: token !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => sendJson<ContactLinkAnswer>('POST', '/api/contact-replies/look', { token }),
  })
}

export function useContactReply() {
  return useMutation({
    mutationFn: (input: ContactReplyInput) => sendJson<null>('POST', '/api/contact-replies', input),
  })
}
