/**
 * What the desk asks about procedures and meetings, as hooks; one per route of the contract.
 */
import type {
  MeetingAnswer,
  MeetingBody,
  OpenProcedureAnswer,
  OpenProcedureInput,
  ProcedureAnswer,
  ProcedureListAnswer,
  ProceduresElsewhereAnswer,
  RecordActAnswer,
} from '@demarche/api'
import type { Act } from '@demarche/core'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { getJson, queryString, sendJson } from './client.ts'
import type { PaperForm } from './paper-form.ts'

const procedureAddress = (entity: string): string => `/api/procedures/${encodeURIComponent(entity)}`

/** Every procedure that the reader may see, of one case when it is named; as it stands, or as it stood at an instant. */
export function useProcedures(ofCase?: string, at?: string) {
  return useQuery({
    queryKey: ['procedures', ofCase ?? 'all', at ?? 'now'],
    queryFn: ({ signal }) =>
      getJson<ProcedureListAnswer>(`/api/procedures${queryString({ case: ofCase, at })}`, signal),
    placeholderData: keepPreviousData,
  })
}

/** The procedures of a case that were run at other desks, as archives brought them here. */
export function useProceduresElsewhere(ofCase: string, at?: string) {
  return useQuery({
    queryKey: ['procedures', 'elsewhere', ofCase, at ?? 'now'],
    queryFn: ({ signal }) =>
      getJson<ProceduresElsewhereAnswer>(
        `/api/cases/${encodeURIComponent(ofCase)}/procedures-elsewhere${queryString({ at })}`,
        signal,
      ),
    placeholderData: keepPreviousData,
  })
}

/** One procedure as it stands, or as it stood at an instant. */
export function useProcedure(entity: string, at?: string) {
  return useQuery({
    queryKey: ['procedure', entity, at ?? 'now'],
    queryFn: ({ signal }) =>
      getJson<ProcedureAnswer>(`${procedureAddress(entity)}${queryString({ at })}`, signal),
    placeholderData: (previous) => (previous?.entity === entity ? previous : undefined),
  })
}

export function useOpenProcedure(ofCase: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: OpenProcedureInput) =>
      sendJson<OpenProcedureAnswer>('POST', `/api/cases/${encodeURIComponent(ofCase)}/procedures`, input),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['procedures'] }),
  })
}

/**
 * Does one thing in a procedure; `follows` is the head that was on screen when the person decided. What is on its way is
 * not sent again: a second click comes before the button is drawn as disabled (PRC-32).
 */
export function useRecordAct(entity: string) {
  const queries = useQueryClient()
  const onItsWay = useRef(new Map<string, Promise<RecordActAnswer>>())
  return useMutation({
    mutationFn: (input: { readonly act: Act; readonly follows: string }) => {
      const words = JSON.stringify(input)
      const sent =
        onItsWay.current.get(words) ??
        sendJson<RecordActAnswer>('POST', `${procedureAddress(entity)}/acts`, input).finally(() =>
          onItsWay.current.delete(words),
        )
      onItsWay.current.set(words, sent)
      return sent
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['procedure', entity] }),
        queries.invalidateQueries({ queryKey: ['procedures'] }),
        queries.invalidateQueries({ queryKey: ['meeting'] }),
      ]),
  })
}

/** Everything on the table of a body, at its next meeting or on a day. */
export function useMeeting(body: MeetingBody, on?: string) {
  return useQuery({
    queryKey: ['meeting', body, on ?? 'next'],
    queryFn: ({ signal }) => getJson<MeetingAnswer>(`/api/meetings/${body}${queryString({ on })}`, signal),
    placeholderData: keepPreviousData,
  })
}

/** Which document is asked for: its form, its language, the version of its text, the party that would get it. */
interface DocumentAsked extends PaperForm {
  readonly version: number | undefined
  readonly as: string | undefined
}

/** The address of a circulated document as a file, as another party would get it when one is named. */
export function circulatedDocumentAddress(
  entity: string,
  outline: string,
  { format, language, version, as }: DocumentAsked,
): string {
  return `${procedureAddress(entity)}/documents/${encodeURIComponent(outline)}${queryString({ format, language, version, as })}`
}
