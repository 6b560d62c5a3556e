/**
 * The annex of a listing: whom it names, what identifies each, on which grounds, since when. Both acts print this one value.
 *
 * Names and identifying information are those of the last proposal; the grounds are paragraphs of the joint text, word for
 * word. Nothing is filled in: what nobody gave is absent, and `missingIn` says so.
 *
 * Rests on: Regulation (EU) 2019/796 Arts 13(1), 14(1)-(2). Rules TXT-22 and TXT-23 in docs/rules/joint-text.md. Next
 * door: `act.ts`; `act-hindrances.ts` refuses acts whose annexes name others (PRC-16).
 */
import { dayInBrussels } from '../kernel/brussels-day.ts'
import type { CalendarDate, Instant } from '../kernel/partial-date.ts'
import { canonicalJson, sha256Hex } from '../kernel/statement.ts'
import type { Act, RecordedAct } from './act.ts'
import type { Paragraph, TextVersion } from './joint-text/index.ts'

export interface AnnexEntry {
  readonly name: string
  /** as proposed; absent while nobody said it */
  readonly identifiedBy?: string
  /** the grounds, paragraph by paragraph; empty while the joint text has none */
  readonly reasons: readonly Paragraph[]
  /** the day of the adoption; absent while nothing is adopted, and for an entry that stood before */
  readonly listedOn?: CalendarDate
}

export interface ListingAnnex {
  /** in the order of the proposal */
  readonly entries: readonly AnnexEntry[]
  /** paragraphs that stand before the grounds of the first name: recitals; the whole text where it names nobody */
  readonly before: readonly Paragraph[]
  /** SHA-256 of names, identifying information and grounds: two printed annexes with one fingerprint say the same */
  readonly fingerprint: string
}

/** Measures of the catalogue on entries that stand already: they list nobody, and their day is no day of listing. */
const ON_STANDING_ENTRIES: readonly string[] = ['rest-delist', 'rest-prolong']

/** False where a procedure ends, amends or prolongs what is listed already. */
export function listsAnew(acts: readonly Pick<RecordedAct, 'act'>[]): boolean {
  return !acts.some(({ act }) => act.verb === 'open' && ON_STANDING_ENTRIES.includes(act.measure))
}

/** What an entry of Annex I has (Art. 14) and this one lacks. */
export type MissingInEntry = 'identifiedBy' | 'reasons' | 'listedOn'

/** What may be missing of an entry, in the order of the columns. */
export function missingIn({ identifiedBy, reasons, listedOn }: AnnexEntry): readonly MissingInEntry[] {
  return [
    ...(identifiedBy === undefined ? (['identifiedBy'] as const) : []),
    ...(reasons.length === 0 ? (['reasons'] as const) : []),
    ...(listedOn === undefined ? (['listedOn'] as const) : []),
  ]
}

/**
 * The annex as the acts on record make it.
 *
 * @param acts of one procedure, oldest first
 * @param version the version of the joint text from which the grounds are taken; none when nobody laid a text
 * @param adoptedAt when what stands in that version was adopted
 */
export function readListingAnnex(
  acts: readonly Pick<RecordedAct, 'act'>[],
  version: Pick<TextVersion, 'paragraphs'> | undefined,
  adoptedAt?: Instant,
): ListingAnnex {
  const named = namesIn(acts)
  const { before, reasons } = groundsIn(version?.paragraphs ?? [], named)
  const listedAt = listsAnew(acts) ? adoptedAt : undefined
  const entries = named.map(({ name, identifiedBy }, index): AnnexEntry => ({
    name,
    ...(identifiedBy === undefined ? {} : { identifiedBy }),
    reasons: reasons[index] ?? [],
    ...(listedAt === undefined ? {} : { listedOn: dayInBrussels(listedAt) }),
  }))
  const words = entries.map(({ name, identifiedBy, reasons: own }) => [
    name,
    identifiedBy ?? null,
    own.map(({ text }) => text),
  ])
  return { entries, before, fingerprint: sha256Hex(canonicalJson(words)) }
}

type Named = Pick<AnnexEntry, 'name' | 'identifiedBy'>

/** The names of the last proposal that lists; of the opening while none does. */
function namesIn(acts: readonly Pick<RecordedAct, 'act'>[]): readonly Named[] {
  const all = acts.map(({ act }) => act)
  const listed = all.findLast(
    (act): act is Extract<Act, { verb: 'propose' }> => act.verb === 'propose' && act.listed !== undefined,
  )?.listed
  if (listed) return [...new Map(listed.map((one) => [one.name, one])).values()]
  const opened = all.find((act): act is Extract<Act, { verb: 'open' }> => act.verb === 'open')
  return [...new Set(opened?.subjects)].map((name) => ({ name }))
}

/** TXT-23: a paragraph that opens with a name begins the grounds for it; those after it go on until the next name. */
function groundsIn(
  paragraphs: readonly Paragraph[],
  names: readonly Named[],
): { readonly before: readonly Paragraph[]; readonly reasons: readonly (readonly Paragraph[])[] } {
  const before: Paragraph[] = []
  const reasons: Paragraph[][] = names.map(() => [])
  let into = before
  for (const { id, text } of paragraphs) {
    const [found] = names
      .map(({ name }, index) => ({ name, index }))
      .filter(({ name }) => opensWith(text, name))
      .toSorted((a, b) => b.name.length - a.name.length)
    if (found) into = reasons[found.index] ?? before
    const words = found ? withoutHeading(text, found.name) : text
    if (words !== '') into.push({ id, text: words })
  }
  return { before, reasons }
}

/** A line that is the name alone is a heading, and no ground. */
function withoutHeading(text: string, name: string): string {
  const [first = '', ...rest] = text.split('\n')
  return folded(first).replace(/[:.]$/, '') === folded(name) ? rest.join('\n').trim() : text
}

function opensWith(text: string, name: string): boolean {
  const [words, start] = [folded(text), folded(name)]
  return start !== '' && words.startsWith(start) && !/^[\p{L}\p{N}]/u.test(words.slice(start.length))
}

function folded(text: string): string {
  return text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
}
