/**
 * The country that a name means, read in the seven languages of the desk and in the spellings of data sets.
 *
 * Takes a name, an alpha-2 or an alpha-3 code as some file has it; never guesses: a word that names no single country
 * gives all it may mean, and a name that is often used loosely says what else it may have meant.
 *
 * Rests on: docs/rules/places.md, PLC-10. Next door: `name-of.ts` gives names, `other-names.ts` has the spellings.
 */
import { codeOfAlpha3, COUNTRY_CODES, isCountryCode } from '../kernel/country-code.ts'
import { CLDR_NAMES, nameOf } from './name-of.ts'
import { LANGUAGES } from '../kernel/language.ts'
import { nameKey } from './name-key.ts'
import { OTHER_NAMES } from './other-names.ts'

/** What a name means. `also`: other countries that the same word may have been meant for; mostly empty. */
export type ResolvedName =
  | { readonly kind: 'one'; readonly code: string; readonly also: readonly string[] }
  | { readonly kind: 'several'; readonly codes: readonly string[] }
  | { readonly kind: 'none' }

/** Words that name several countries, or are said loosely of others than the one whose name they are. */
const LOOSE: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    congo: ['CD', 'CG'],
    kongo: ['CD', 'CG'],
    guinea: ['GN', 'GQ', 'GW', 'PG'],
    guinee: ['GN', 'GQ', 'GW', 'PG'],
    guine: ['GN', 'GQ', 'GW', 'PG'],
    gwinea: ['GN', 'GQ', 'GW', 'PG'],
    gvineja: ['GN', 'GQ', 'GW', 'PG'],
    korea: ['KP', 'KR'],
    coree: ['KP', 'KR'],
    coreia: ['KP', 'KR'],
    koreja: ['KP', 'KR'],
    samoa: ['AS', 'WS'],
    sudan: ['SD', 'SS'],
    'virgin islands': ['VG', 'VI'],
    'saint martin': ['MF', 'SX'],
  }),
)

/** Built when the first name is read: who only writes names does not pay for it. */
let index: NameIndex | undefined

interface NameIndex {
  readonly byKey: ReadonlyMap<string, readonly string[]>
  /** by the name as it stands in the tables: most names come like that, and folding takes longer than looking up */
  readonly exact: ReadonlyMap<string, ResolvedName>
}

function readIndex(): NameIndex {
  const named = [
    ...OTHER_NAMES,
    ...CLDR_NAMES,
    ...LANGUAGES.flatMap((language) => COUNTRY_CODES.map((code) => [nameOf(code, language), code] as const)),
  ]
  const byKey = new Map<string, string[]>()
  for (const [name, code] of named) {
    const key = nameKey(name)
    const codes = byKey.get(key) ?? []
    if (!codes.includes(code)) codes.push(code)
    byKey.set(key, codes)
  }
  return { byKey, exact: new Map(named.map(([name]) => [name, meaningOf(nameKey(name), byKey)])) }
}

/** @example resolveName('Niemcy') // { kind: 'one', code: 'DE', also: [] } */
export function resolveName(text: string): ResolvedName {
  index ??= readIndex()
  const known = index.exact.get(text)
  if (known) return known
  const words = text.trim()
  const code = isCountryCode(words) ? words : codeOfAlpha3(words)
  if (code !== undefined) return { kind: 'one', code, also: [] }
  return meaningOf(nameKey(words), index.byKey)
}

function meaningOf(key: string, byKey: NameIndex['byKey']): ResolvedName {
  const named = byKey.get(key) ?? []
  const loose = LOOSE.get(key) ?? []
  const [first] = named
  if (first !== undefined && named.length === 1)
    return { kind: 'one', code: first, also: loose.filter((other) => other !== first) }
  const codes = [...new Set([...named, ...loose])].toSorted()
  return codes.length === 0 ? { kind: 'none' } : { kind: 'several', codes }
}
