/** Questions about confidence building: the sets of measures, and what a State can report under one. */
import type { ConfidenceAnswer, ConfidenceReportAnswer, ReportFormat } from '@demarche/api'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getJson, queryString } from './client.ts'
import type { PaperForm } from './paper-form.ts'

export interface ReportAsked {
  readonly set: string
  readonly state: string
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly asOf?: string | undefined
}

export function useConfidence(asOf: string | undefined) {
  return useQuery({
    queryKey: ['portfolio', 'confidence', asOf ?? 'today'],
    queryFn: ({ signal }) => getJson<ConfidenceAnswer>(`/api/confidence${queryString({ asOf })}`, signal),
  })
}

/** @param asked undefined where set or State is still to be chosen */
export function useConfidenceReport(asked: ReportAsked | undefined) {
  return useQuery({
    queryKey: ['portfolio', 'confidence report', asked],
    enabled: asked !== undefined,
    queryFn: ({ signal }) =>
      getJson<ConfidenceReportAnswer>(`/api/confidence/reports${queryString({ ...asked })}`, signal),
    placeholderData: keepPreviousData,
  })
}

/** Where a report is taken from as a file. */
export function reportFileAddress(
  asked: ReportAsked,
  form: Omit<PaperForm, 'format'> & { readonly format: ReportFormat },
): string {
  return `/api/confidence/reports/file${queryString({ ...asked, ...form })}`
}
