/**
 * Markings: who a statement or a document may be shared with.
 *
 * Two systems stand side by side and are never mixed: the Council's distribution marking (PUBLIC, LIMITE) and the
 * Traffic Light Protocol 2.0. Classified information (RESTREINT UE/EU RESTRICTED and above) is refused at the border:
 * the desk is not accredited for it.
 *
 * Rests on: FIRST, Traffic Light Protocol 2.0; Council guidelines 11336/11 on LIMITE; Decision 2013/488/EU.
 */
import { z } from 'zod'

/** Distribution markings, widest first. */
export const DISTRIBUTIONS = ['PUBLIC', 'LIMITE'] as const
/** TLP 2.0 labels, widest first. Never translated. */
export const TLP_LABELS = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'] as const

export type Distribution = (typeof DISTRIBUTIONS)[number]
export type TlpLabel = (typeof TLP_LABELS)[number]

const NEED_TO_KNOW = /^list:[a-z0-9]{12}(\+list:[a-z0-9]{12})*$/

export const markingSchema = z.strictObject({
  distribution: z.enum(
    DISTRIBUTIONS,
    'expected PUBLIC or LIMITE; classified information (RESTREINT UE/EU RESTRICTED and above) must not enter this desk, which is not accredited for it (REC-01)',
  ),
  tlp: z.enum(TLP_LABELS),
  releasableTo: z.array(z.string().min(1)).min(1).optional(),
  needToKnow: z.string().regex(NEED_TO_KNOW, 'expected list: and 12 lower-case letters or digits').optional(),
})
/**
 * `releasableTo` lists the only parties that may read; absent means no such limit. `needToKnow` names the list whose
 * members alone may read; what is put together from several lists names all of them, with + in between.
 */
export type Marking = z.infer<typeof markingSchema>

export const PUBLIC: Marking = { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' }
/** What a new case starts with until its author says otherwise. */
export const WORKING: Marking = { distribution: 'LIMITE', tlp: 'TLP:AMBER' }

/** The strictest marking that covers all given ones; PUBLIC for none. Releasability is intersected. */
export function highestMarking(markings: Iterable<Marking>): Marking {
  let distribution = 0
  let tlp = 0
  let releasableTo: Set<string> | undefined
  const lists = new Set<string>()
  for (const marking of markings) {
    distribution = Math.max(distribution, DISTRIBUTIONS.indexOf(marking.distribution))
    tlp = Math.max(tlp, TLP_LABELS.indexOf(marking.tlp))
    for (const list of listsOf(marking)) lists.add(list)
    if (marking.releasableTo) {
      const parties = new Set(marking.releasableTo)
      releasableTo = releasableTo ? releasableTo.intersection(parties) : parties
    }
  }
  return {
    distribution: DISTRIBUTIONS[distribution] ?? 'LIMITE',
    tlp: TLP_LABELS[tlp] ?? 'TLP:RED',
    ...(releasableTo ? { releasableTo: [...releasableTo].toSorted() } : {}),
    ...(lists.size > 0 ? { needToKnow: [...lists].toSorted().join('+') } : {}),
  }
}

/** The need-to-know lists of which a reader must be a member, in order of name. */
export function listsOf({ needToKnow }: Pick<Marking, 'needToKnow'>): string[] {
  return needToKnow === undefined ? [] : [...new Set(needToKnow.split('+'))].toSorted()
}

/** True when everybody who may read what carries `a` may read what carries `b`. */
export function isAtLeastAsStrict(a: Marking, b: Marking): boolean {
  return markingKey(highestMarking([a, b])) === markingKey(a)
}

/** The marking as it is printed. @example formatMarking(WORKING) // 'LIMITE · TLP:AMBER' */
export function formatMarking(marking: Marking): string {
  const parts: string[] = marking.distribution === 'LIMITE' ? ['LIMITE', marking.tlp] : [marking.tlp]
  if (marking.releasableTo) parts.push(`REL ${marking.releasableTo.join(', ')}`)
  if (marking.needToKnow) parts.push(`NEED TO KNOW ${listsOf(marking).join(', ')}`)
  return parts.join(' · ')
}

/** One text per distinct marking, and another for every other one: what the ledger keeps is shared by it. */
export function markingKey(marking: Marking): string {
  const lists = listsOf(marking).map((list) => `|${list}`)
  const parties = marking.releasableTo?.map(inKey).toSorted().join(',') ?? '*'
  return `${marking.distribution}|${marking.tlp}|${parties}${lists.join('')}`
}

/** A party without the characters that part a key. */
function inKey(party: string): string {
  return party.replace(/[%,|*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)
}

const GAP = String.raw`[\s_\u2010-\u2015-]{1,3}`
const FRENCH = String.raw`(?:(?:TR(?:È|E\u0300?)S${GAP})?SECRET|CONFIDENTIEL|RESTREINT)${GAP}UE`
const ENGLISH = String.raw`EU${GAP}(?:TOP${GAP}SECRET|SECRET|CONFIDENTIAL|RESTRICTED)`
const SLASH = String.raw`\s*\\?\/\s*`
/** In full in one or both languages; abbreviated as a pair, or as a portion marking in brackets. */
const CLASSIFIED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${FRENCH}(?:${SLASH}${ENGLISH})?|(?<english>${ENGLISH})|(?:TS|[SCR])-UE${SLASH}EU-(?:TS|[SCR]))(?![\p{L}\p{N}])` +
    String.raw`|[([](?:(?:TS|[SCR])-UE|EU-(?:TS|[SCR]))[)\]]`,
  'giu',
)
/** What stands in each of them, and found some ten times as fast: most texts hold none. */
const HINT = /[\s_\u2010-\u2015-]UE|EU[\s_\u2010-\u2015-]/i
/** What encloses words that are no part of a sentence: a line, quotation marks, brackets. */
const OPENS = /(?:^|[\n"'“‘«([*:|,;])[^\S\n]*$/u
const CLOSES = /^[^\S\n]*(?:$|[\r\n"'”’»)\]*|,;])/u

/**
 * Finds an EU classification marking in a text as it stands there, or null: such content must not enter this desk.
 *
 * Capitals, hyphens and the accent do not matter. Only "EU restricted", "EU secret" and their like are also ordinary
 * English: in small letters they count when they stand by themselves, not within a sentence.
 *
 * Source: Decision 2013/488/EU, Articles 2 and 3 and Appendix B.
 */
export function findClassification(text: string): string | null {
  if (!HINT.test(text)) return null
  for (const { 0: seen, index, groups } of text.matchAll(CLASSIFIED)) {
    if (seen === seen.toUpperCase()) return seen
    // the end of one paragraph and the beginning of the next
    if (/[\r\n]/.test(seen)) continue
    if (groups?.['english'] === undefined) return seen
    const before = text.slice(Math.max(0, index - 40), index)
    const after = text.slice(index + seen.length, index + seen.length + 40)
    const hasCapital = /^..\P{L}+\p{Lu}/u.test(seen)
    if (hasCapital && !/^\s+services?\b/i.test(after)) return seen
    if (OPENS.test(before) && CLOSES.test(after)) return seen
  }
  return null
}
