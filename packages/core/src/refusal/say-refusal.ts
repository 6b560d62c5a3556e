/**
 * The English sentence of a refusal, for messages of the server, logs and the command line.
 *
 * In: a code and what is filled in. Out: one sentence. Parties are said by their codes, times in Brussels time.
 *
 * Next door: `english/` for the sentences; a desk says them in its own language, with names of parties.
 */
import { euCountryCode } from '../kernel/country-code.ts'
import { formatMarking } from '../kernel/marking.ts'
import { formatPartialDate } from '../kernel/partial-date.ts'
import { sayBrussels } from '../kernel/say-brussels.ts'
import { ENGLISH } from './english/index.ts'
import type { Labelled, RefusalValues, RefusalWords, RoleWords } from './refusal-words.ts'

/**
 * The sentence; a place for which nothing is filled in stays as it is written. Before it the property whose value it is
 * about; behind it what stands in the file, what a standard or a library says of it, its rule in IATI, and how many more
 * there are.
 */
export function sayRefusal({ code, values = {} }: RefusalWords): string {
  const said = sayValues(values)
  const codes = [code, ...SEEN.filter(([name]) => values[name] !== undefined).map(([, behind]) => behind)]
  const sentences = codes
    .map((one) => ENGLISH[one].replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => said.get(name) ?? place))
    .join(' ')
  const { property } = values
  return property === undefined ? sentences : `${sayProperty(property)}: ${sentences}`
}

function sayProperty({ label, part }: NonNullable<RefusalValues['property']>): string {
  return part === undefined ? label : `${label}, ${part}`
}

/** What stands behind a sentence where its value is there, by the name of the value. */
export const SEEN = [
  ['found', 'found-in-file'],
  ['quote', 'quoted-in-english'],
  ['iatiRule', 'iati-rule'],
  ['more', 'more-of-the-kind'],
] as const

function sayValues(values: Partial<RefusalValues>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(SAY).flatMap(([name, say]) => {
      const said = say(values)
      return said === undefined ? [] : [[name, said]]
    }),
  )
}

/** How each value is said in English, by the name of its place. */
const SAY: {
  readonly [Name in keyof RefusalValues]: (values: Partial<RefusalValues>) => string | undefined
} = {
  by: ({ by }) => by && (by.map(sayRole).join('; ') || 'nobody whom doctrine names'),
  party: ({ party }) => party && [party].flat().map(euCountryCode).join(', '),
  owner: ({ owner }) => owner && euCountryCode(owner),
  signer: ({ signer }) => signer && euCountryCode(signer),
  role: ({ role }) => role?.replaceAll('-', ' '),
  state: ({ state }) => state?.label,
  step: ({ step }) => step?.label,
  act: ({ act }) => act?.label,
  papers: ({ papers }) => papers && listed(papers),
  seenPapers: ({ seenPapers }) => seenPapers && listed(seenPapers),
  measures: ({ measures }) => measures && listed(measures),
  questions: ({ questions }) => questions && listed(questions),
  property: ({ property }) => property && sayProperty(property),
  found: ({ found }) => found,
  quote: ({ quote }) => quote,
  iatiRule: ({ iatiRule }) => iatiRule,
  more: ({ more }) => more?.toString(),
  path: ({ path }) => path,
  until: ({ until }) => until && sayBrussels(until),
  now: ({ now }) => now && sayBrussels(now),
  running: ({ running }) => running && sayBrussels(running),
  day: ({ day }) => day && formatPartialDate(day),
  today: ({ today }) => today && formatPartialDate(today),
  since: ({ since }) => since && formatPartialDate(since),
  marking: ({ marking }) => marking && formatMarking(marking),
  above: ({ above }) => above && formatMarking(above),
  count: ({ count }) => count?.toString(),
  least: ({ least }) => least?.toString(),
  most: ({ most }) => most?.toString(),
  percent: ({ percent }) => percent?.toString(),
  seen: ({ seen }) => seen?.toString(),
  name: ({ name }) => name,
  choices: ({ choices }) => choices?.join(', '),
}

/** The names of everything that can be filled in. */
export const VALUE_NAMES: ReadonlySet<string> = new Set(Object.keys(SAY))

/** The names of the places in a sentence. @example placesIn('Until {{until}}.') // ['until'] */
export function placesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].flatMap(([, name]) => name ?? [])
}

/** A role in English words. */
export function sayRole({ id, label, through }: RoleWords): string {
  if (id === 'opener') return 'the party that opened it'
  return through.length > 0 ? `${label}, through ${through.map((other) => other.label).join(' or ')}` : label
}

function listed(entries: readonly Labelled[]): string {
  return entries.map(({ label }) => label).join(', ') || 'none'
}
