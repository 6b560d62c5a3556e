/** Questions about evidence: what rests on an item, on which items a case rests, and an item’s files. */
import type {
  AttachFileAnswer,
  CaseEvidenceAnswer,
  EvidenceFilesAnswer,
  EvidenceRestsAnswer,
} from '@demarche/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getJson, queryString, sendFile } from './client.ts'

/** Where everything about one item is asked for. */
const itemAddress = (item: string): string => `/api/evidence/${encodeURIComponent(item)}`

/** What rests on an item, and what falls if it goes. */
export function useWhatRests(item: string, asOf: string | undefined) {
  return useQuery({
    queryKey: ['portfolio', 'rests', item, asOf ?? 'today'],
    queryFn: ({ signal }) =>
      getJson<EvidenceRestsAnswer>(`${itemAddress(item)}/rests${queryString({ asOf })}`, signal),
    placeholderData: (previous) => (previous?.item === item ? previous : undefined),
  })
}

/** @param wanted false where the case is shown as another party would get it */
export function useCaseEvidence(entity: string, asOf: string | undefined, wanted = true) {
  return useQuery({
    queryKey: ['portfolio', 'evidence', entity, asOf ?? 'today'],
    enabled: wanted,
    queryFn: ({ signal }) =>
      getJson<CaseEvidenceAnswer>(
        `/api/cases/${encodeURIComponent(entity)}/evidence${queryString({ asOf })}`,
        signal,
      ),
  })
}

/** Where a file of an item is taken out. */
export const fileAddress = (item: string, statement: string): string =>
  `${itemAddress(item)}/files/${statement}`

/** The files of an item, without their bytes. */
export function useItemFiles(item: string) {
  return useQuery({
    queryKey: ['portfolio', 'files', item],
    queryFn: ({ signal }) => getJson<EvidenceFilesAnswer>(`${itemAddress(item)}/files`, signal),
  })
}

export function useAttachFile(item: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ file, why }: { readonly file: File; readonly why: string }) =>
      sendFile<AttachFileAnswer>(
        `${itemAddress(item)}/files${queryString({ filename: file.name, why })}`,
        file,
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['portfolio'] }),
  })
}
