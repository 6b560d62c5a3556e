/**
 * Parties and Presidencies: each party stands once, a State by its own name, and the Presidency passes from one Member
 * State to the next.
 *
 * Rests on: docs/rules/doctrine.md, DOC-42 to DOC-45. Next door: `check-references.ts`.
 */
import { isCountryCode, nameOf } from '@demarche/core'
import type { Fault } from './pack-file.ts'
import type { PackEntries } from './read-entries.ts'

const DAY = 86_400_000

export function checkParties({ parties, presidencies, roles }: PackEntries): Fault[] {
  if (parties.length === 0 && presidencies.length === 0) return []
  const known = new Map(parties.map(({ entry }) => [entry.code, entry.kind]))
  const faults: Fault[] = []
  const seen = new Map<string, string>()
  for (const { entry, path, place } of parties) {
    const other = seen.get(entry.code)
    if (other !== undefined && other !== entry.id) {
      const message = `"${entry.code}" is the code of "${other}" too; a code names one party.`
      faults.push({ path, place: [...place, 'code'], rule: 'DOC-42', message })
    }
    seen.set(entry.code, entry.id)
    if (isCountryCode(entry.code) && entry.label !== nameOf(entry.code, 'en')) {
      const message = `"${entry.code}" is called "${nameOf(entry.code, 'en')}" everywhere else; a State has one name.`
      faults.push({ path, place: [...place, 'label'], rule: 'DOC-45', message })
    }
  }
  for (const { entry, path, place } of roles) {
    for (const [index, code] of (entry.parties ?? []).entries()) {
      if (known.has(code)) continue
      const message = `the pack has no party "${code}".`
      faults.push({ path, place: [...place, 'parties', index], rule: 'DOC-43', message })
    }
  }
  for (const { entry, path, place } of presidencies) {
    for (const [index, { from, to, code }] of entry.terms.entries()) {
      const at = (key: string) => [...place, 'terms', index, key]
      if (known.get(code) !== 'member-state') {
        const message = `"${code}" is no Member State of this pack.`
        faults.push({ path, place: at('code'), rule: 'DOC-43', message })
      }
      if (to < from) {
        const message = `ends on ${to}, before it begins on ${from}.`
        faults.push({ path, place: at('to'), rule: 'DOC-44', message })
      }
      const before = entry.terms[index - 1]
      if (before && Date.parse(from) - Date.parse(before.to) !== DAY) {
        const message = `begins on ${from}, but the term before ends on ${before.to}; expected the day after.`
        faults.push({ path, place: at('from'), rule: 'DOC-44', message })
      }
    }
  }
  return faults
}
