/** Questions and acts of communication checks: how lines stand, a check begun, a reply without an account. */
import type { ContactChecksAnswer, ContactLinkAnswer, ContactReplyInput, StartedChecks } from '@demarche/api'
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
