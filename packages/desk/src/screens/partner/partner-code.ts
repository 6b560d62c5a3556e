/** Which partner the address of a page means. */
import { isCountryCode, isInventedCode, isoCountryCode } from '@demarche/core/kernel/country-code.ts'
import type { CountryGroup } from '@demarche/core'

/**
 * The code of the partner as records use it, however its letters are written; undefined where there is no such partner.
 * A code that ISO leaves to its users stands: records of an exercise may name a State by it.
 * @example partnerCode('ua', groups) // 'UA'
 * @example partnerCode('org-eu', groups) // 'EU'
 */
export function partnerCode(
  address: string,
  groups: readonly Pick<CountryGroup, 'id'>[],
): string | undefined {
  const country = isoCountryCode(address.toUpperCase())
  if (country === 'EU' || isCountryCode(country) || isInventedCode(country)) return country
  const group = groups.find(({ id }) => id.toLowerCase() === address.toLowerCase())?.id
  return group === 'org-eu' ? 'EU' : group
}
