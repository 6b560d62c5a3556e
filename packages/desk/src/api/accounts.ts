/**
 * Questions and acts of accounts, as hooks: signing in, the own account, people and invitations.
 *
 * Next door: `queries.ts` has the session itself and everything about cases.
 */
import type {
  AccessOutcome,
  AccountAnswer,
  BackupCodesAnswer,
  ChangePersonInput,
  InvitationAnswer,
  InvitePersonInput,
  PasswordSignInAnswer,
  PeopleAnswer,
  SecondFactorBegun,
  SessionAnswer,
  SessionListAnswer,
  SingleSignOnAnswer,
  WaysAnswer,
} from '@demarche/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getJson, sendJson } from './client.ts'

const personAddress = (id: string): string => `/api/people/${encodeURIComponent(id)}`
const proposalAddress = (id: string): string => `/api/people/proposals/${encodeURIComponent(id)}`
const sessionsAddress = (person: string | null): string =>
  person === null ? '/api/account/sessions' : `${personAddress(person)}/sessions`

export function useWays() {
  return useQuery({
    queryKey: ['ways'],
    queryFn: ({ signal }) => getJson<WaysAnswer>('/api/session/ways', signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** An act after which everything shown may differ: somebody has come in, or acts in another role. */
export function useEntrance<Input, Answer>(act: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    // an invitation that was just accepted is no longer there to be looked at
    onSuccess: () => queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'invitation' }),
  })
}

export const usePasswordSignIn = () =>
  useEntrance((input: { email: string; password: string }) =>
    sendJson<PasswordSignInAnswer>('POST', '/api/session/password', input),
  )
export const useCodeSignIn = () =>
  useEntrance((input: { code: string; kind: 'totp' | 'backup' }) =>
    sendJson<SessionAnswer>('POST', '/api/session/code', input),
  )
export const useSingleSignOn = () =>
  useMutation({
    mutationFn: () => sendJson<SingleSignOnAnswer>('POST', '/api/session/single-sign-on'),
    onSuccess: ({ address }) => window.location.assign(address),
  })
export const useActAs = () =>
  useEntrance((role: string) => sendJson<SessionAnswer>('POST', '/api/session/role', { role }))

export function useInvitation(token: string) {
  return useQuery({
    queryKey: ['invitation', token],
    enabled: token !== '',
    retry: false,
    queryFn: () => sendJson<InvitationAnswer>('POST', '/api/invitations/look', { token }),
  })
}
export const useAcceptInvitation = () =>
  useEntrance((input: { token: string; password: string }) =>
    sendJson<SessionAnswer>('POST', '/api/invitations', input),
  )

export function useAccount() {
  return useQuery({
    queryKey: ['account'],
    queryFn: ({ signal }) => getJson<AccountAnswer>('/api/account', signal),
  })
}
/** An act on the own account, after which it is asked again. */
export function useAccountAct<Input, Answer>(act: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () =>
      Promise.all(
        [['account'], ['passkeys'], ['session'], ['sessions']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  })
}
export const useChangeAccount = () =>
  useAccountAct((input: { name?: string; email?: string; party?: string }) =>
    sendJson<AccessOutcome>('POST', '/api/account', input),
  )
export const useSetPassword = () =>
  useAccountAct((input: { current?: string; password: string }) =>
    sendJson<SessionAnswer>('POST', '/api/account/password', input),
  )
export const useConfirmSecondFactor = () =>
  useAccountAct((code: string) =>
    sendJson<SessionAnswer>('POST', '/api/account/second-factor/confirm', { code }),
  )
export const useSecondFactorOff = () =>
  useAccountAct((password: string) =>
    sendJson<SessionAnswer>('POST', '/api/account/second-factor/off', { password }),
  )
export const useBeginSecondFactor = () =>
  useMutation({
    mutationFn: (password: string) =>
      sendJson<SecondFactorBegun>('POST', '/api/account/second-factor', { password }),
  })
export const useBackupCodes = () =>
  useMutation({
    mutationFn: (password: string) =>
      sendJson<BackupCodesAnswer>('POST', '/api/account/second-factor/backup-codes', { password }),
  })

/** The sessions of a person; the own ones for null. */
export function useSessions(person: string | null) {
  return useQuery({
    queryKey: ['sessions', person ?? 'own'],
    queryFn: ({ signal }) => getJson<SessionListAnswer>(sessionsAddress(person), signal),
  })
}
export function useEndSession(person: string | null) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      sendJson<null>('DELETE', `${sessionsAddress(person)}/${encodeURIComponent(id)}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  })
}

export function usePeople() {
  return useQuery({
    queryKey: ['people'],
    queryFn: ({ signal }) => getJson<PeopleAnswer>('/api/people', signal),
  })
}
/** An act on people, after which they are asked again. */
function usePeopleAct<Input, Answer>(act: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['people'] }),
        queries.invalidateQueries({ queryKey: ['sessions'] }),
      ]),
  })
}
export const useInvite = () =>
  usePeopleAct((input: InvitePersonInput) => sendJson<AccessOutcome>('POST', '/api/people', input))
export const useChangePerson = (id: string) =>
  usePeopleAct((input: ChangePersonInput) => sendJson<AccessOutcome>('POST', personAddress(id), input))
export const useInviteAgain = (id: string) =>
  usePeopleAct(() => sendJson<AccessOutcome>('POST', `${personAddress(id)}/invitation`))
export const useWithdrawInvitation = (id: string) =>
  usePeopleAct(() => sendJson<null>('DELETE', `${personAddress(id)}/invitation`))
export const useConfirmAccess = () =>
  usePeopleAct((id: string) => sendJson<AccessOutcome>('POST', `${proposalAddress(id)}/confirmation`))
export const useWithdrawAccess = () =>
  usePeopleAct((id: string) => sendJson<null>('DELETE', proposalAddress(id)))
