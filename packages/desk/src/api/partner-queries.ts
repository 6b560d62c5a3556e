/** Questions about partners: everything on record about a State, an organisation or a region. */
import type { PartnerAnswer } from '@demarche/api'
import { useQuery } from '@tanstack/react-query'
import { getJson, queryString } from './client.ts'
import type { PaperForm } from './paper-form.ts'

/** @param asOf the date the desk answers for; today when left out */
export function usePartner(code: string, asOf: string | undefined) {
  return useQuery({
    queryKey: ['portfolio', 'partner', code, asOf ?? 'today'],
    queryFn: ({ signal }) =>
      getJson<PartnerAnswer>(`/api/partners/${encodeURIComponent(code)}${queryString({ asOf })}`, signal),
    placeholderData: (previous) => (previous?.code === code ? previous : undefined),
  })
}

/** Where the brief for the next round with a partner is taken from. */
export function partnerBriefAddress(code: string, form: PaperForm, asOf: string | undefined): string {
  return `/api/partners/${encodeURIComponent(code)}/brief${queryString({ ...form, asOf })}`
}
