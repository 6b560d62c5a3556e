/**
 * Country names as data sets write them, to ISO 3166-1 alpha-2 codes.
 *
 * Regions ("Eastern Europe") and organisations ("Interpol") are no countries and give undefined, and so does a word that
 * may mean several countries ("Korea").
 *
 * Rests on: docs/rules/places.md, PLC-10. Next door: core's `places/resolve-name.ts`.
 */
import { resolveName } from '@demarche/core'

/** The alpha-2 code of a country's name, or undefined when it names no single country. */
export function countryCode(name: string): string | undefined {
  const resolved = resolveName(name)
  return resolved.kind === 'one' ? resolved.code : undefined
}
