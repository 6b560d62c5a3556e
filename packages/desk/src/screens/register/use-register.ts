/** The register as it stood on the date of the frame, and the names of the cases it speaks of. */
import type { ListingListAnswer } from '@demarche/api'
import { useListings } from '../../api/queries.ts'
import { useAsOf } from '../../frame/address.ts'
import { words } from '../../parts/format-value.ts'

export function useRegister(wanted = true) {
  const [asOf] = useAsOf()
  return useListings(asOf, wanted)
}

/** The name of the case; its slug in words when no listing of the date speaks of it. */
export function caseName(cases: ListingListAnswer['cases'], slug: string): string {
  return cases.find((one) => one.slug === slug)?.name ?? words(slug)
}
