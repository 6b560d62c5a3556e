/** What the desk asks about markings, access and need-to-know lists, as hooks; one per route of the contract. */
import type {
  AccessAnswer,
  FindPeopleAnswer,
  MarkingChoiceAnswer,
  MarkingHistoryAnswer,
  NeedToKnowAnswer,
  NeedToKnowList,
  NewListInput,
  RemarkAnswer,
  RemarkEffectAnswer,
  RemarkInput,
} from '@demarche/api'
import type { Marking } from '@demarche/core'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getJson, queryString, sendJson } from './client.ts'

const statementAddress = (id: string): string => `/api/statements/${id}/marking`

/** Where a new statement starts, and what may be chosen. @param parent a case, or the statement that is corrected */
export function useMarkingChoice(parent?: string) {
  return useQuery({
    queryKey: ['marking-choice', parent ?? ''],
    queryFn: ({ signal }) => getJson<MarkingChoiceAnswer>(`/api/marking${queryString({ parent })}`, signal),
  })
}

/** Why the reader may see a thing and who else may. @param object id of a statement, a case or a procedure */
export function useAccess(object: string, document?: string) {
  return useQuery({
    queryKey: ['access', object, document ?? ''],
    queryFn: ({ signal }) =>
      getJson<AccessAnswer>(`/api/access/${encodeURIComponent(object)}${queryString({ document })}`, signal),
  })
}

export function useMarkingHistory(statement: string) {
  return useQuery({
    queryKey: ['marking-history', statement],
    queryFn: ({ signal }) => getJson<MarkingHistoryAnswer>(statementAddress(statement), signal),
  })
}

/** What a new marking would change, before it is given. */
export function useRemarkEffect(statement: string, marking: Marking) {
  return useQuery({
    queryKey: ['marking-effect', statement, marking],
    queryFn: () => sendJson<RemarkEffectAnswer>('POST', `${statementAddress(statement)}/look`, { marking }),
    placeholderData: keepPreviousData,
  })
}

/** Marks a statement anew; afterwards nothing that was shown can be relied on. */
export function useMarkAnew(statement: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: RemarkInput) => sendJson<RemarkAnswer>('POST', statementAddress(statement), input),
    onSuccess: () => queries.invalidateQueries(),
  })
}

export function useNeedToKnowLists() {
  return useQuery({
    queryKey: ['need-to-know'],
    queryFn: ({ signal }) => getJson<NeedToKnowAnswer>('/api/need-to-know', signal),
  })
}

/** Whom the reader may put on a list. */
export function useFindPeople(who: string) {
  return useQuery({
    queryKey: ['need-to-know-people', who],
    queryFn: ({ signal }) =>
      getJson<FindPeopleAnswer>(`/api/need-to-know/people${queryString({ who })}`, signal),
    placeholderData: keepPreviousData,
  })
}

export function useMakeList() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: NewListInput) => sendJson<NeedToKnowList>('POST', '/api/need-to-know', input),
    onSuccess: () => queries.invalidateQueries(),
  })
}

/** Puts somebody on a list or takes somebody off. */
export function useChangeList(list: string) {
  const queries = useQueryClient()
  const address = `/api/need-to-know/${list}/members`
  return useMutation({
    mutationFn: ({ person, on }: { readonly person: string; readonly on: boolean }) =>
      on
        ? sendJson<NeedToKnowList>('POST', address, { person })
        : sendJson<NeedToKnowList>('DELETE', `${address}/${person}`),
    onSuccess: () => queries.invalidateQueries(),
  })
}
