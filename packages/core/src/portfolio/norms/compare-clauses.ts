/**
 * Which norms and principles a clause of a new text may repeat, extend or contradict, with the reason: suggestions for a
 * person, not findings.
 *
 * A norm is suggested when the clause speaks of its subjects (`norm-lexicon.ts`); a principle when its words and subjects are
 * near those of the clause (cosine of weights by rarity among the texts compared with). A clause that permits what is
 * forbidden, or releases from what is asked, contradicts; one that also names somebody, something or a duty that the other
 * text has not, extends; else it repeats. English only; subjects outside of the list are not seen.
 *
 * Rests on: weights by inverse document frequency (Sparck Jones, 1972); our own list of phrases. Rules:
 * docs/rules/portfolio.md, NRM-20 to NRM-24. Next door: `cut-clauses.ts`, `read-stance.ts`.
 */
import { isTelling, stemOf, wordsOf } from '../overlap/words.ts'
import type { Clause } from './cut-clauses.ts'
import { NORM_FRAMES, type Said, type Subject, subjectsIn } from './norm-lexicon.ts'
import { opposes, readStance, type Stance } from './read-stance.ts'

export const CLAUSE_RELATIONS = ['repeats', 'extends', 'contradicts'] as const
export type ClauseRelation = (typeof CLAUSE_RELATIONS)[number]

/** A text that clauses are compared with. */
export interface ComparedText {
  /** id of a norm, entity of a principle */
  readonly id: string
  /** of a norm; none for a principle */
  readonly letter?: string
  /** what is shown beside the clause */
  readonly wording: string
  /** more that says what it is about, such as items of guidance */
  readonly more?: readonly string[]
}

/** Why it is suggested, as words of the clause. */
export interface ClauseReasons {
  /** words that both have */
  readonly shared: readonly string[]
  /** what the clause has and the other text has not: others bound, other objects, stricter duties */
  readonly added: readonly string[]
  /** what permits, releases or forbids, and what it applies to */
  readonly opposed: readonly string[]
}

export interface ClauseSuggestion {
  readonly of: ComparedText
  readonly relation: ClauseRelation
  /** 0 to 1, to order suggestions by; no probability */
  readonly nearness: number
  readonly reasons: ClauseReasons
}

export interface ComparedClause {
  readonly clause: Clause
  /** norms first, nearest first; none when nothing was found */
  readonly suggestions: readonly ClauseSuggestion[]
}

/** A principle is suggested from this nearness on; set on the clauses of `compare-clauses.test.ts`. */
const NEAR = 0.34
/** A norm of whose subjects the list sees nothing, when its words are this near. */
const VERY_NEAR = 0.5
const MOST_OF_EACH = 3
const ADDS: readonly Subject[] = ['actor', 'object', 'stricter']
/** Words of every clause about States and ICT. */
const COMMON = new Set(
  'state states shall should must may not other government governments ict icts cyber digital use used using party parties no any all'
    .split(' ')
    .map(stemOf),
)

interface Profile {
  readonly words: readonly string[]
  readonly said: readonly Said[]
  /** stem or subject to how often it is there */
  readonly features: ReadonlyMap<string, number>
}

/** Compares each clause with each text. The order of the texts decides nothing but ties. */
export function compareClauses(
  clauses: readonly Clause[],
  texts: readonly ComparedText[],
): readonly ComparedClause[] {
  const known = texts.map((text) => ({
    text,
    profile: profileOf([text.wording, ...(text.more ?? [])].join('. ')),
  }))
  const weigh = rarityIn(known.map(({ profile }) => profile))
  return clauses.map((clause) => {
    const own = profileOf(clause.text)
    const stance = readStance(own.words, own.said)
    const found = known.flatMap(({ text, profile }) => suggest(text, profile, own, stance, weigh) ?? [])
    const nearest = (isNorm: boolean) =>
      found
        .filter(({ of }) => (of.letter !== undefined) === isNorm)
        .toSorted((a, b) => b.nearness - a.nearness)
        .slice(0, MOST_OF_EACH)
    return { clause, suggestions: [...withoutGeneral(nearest(true)), ...nearest(false)] }
  })
}

function suggest(
  text: ComparedText,
  profile: Profile,
  own: Profile,
  stance: Stance,
  weigh: (feature: string) => number,
): ClauseSuggestion | undefined {
  const cosine = cosineOf(profile.features, own.features, weigh)
  // harm may be said by what is used against something, with no word of harm
  const subjects = new Set([
    ...own.said.map(({ subject }) => subject),
    ...(stance.harm.length > 0 ? (['harm'] as const) : []),
  ])
  const frame = text.letter === undefined ? undefined : NORM_FRAMES[text.letter]
  const isFramed =
    frame?.frames.some((needs) => needs.every((subject) => subjects.has(subject))) === true &&
    fits(text.letter ?? '', stance, subjects)
  if (!isFramed && cosine < (frame ? VERY_NEAR : NEAR)) return undefined
  const wrongs = text.letter === 'c' ? wordsAbout(own, 'operation') : []
  const isRestraint = frame ? frame.isRestraint : readStance(profile.words, profile.said).forbids.length > 0
  const opposed = opposes(isRestraint ? { isRestraint: true } : {}, stance, wrongs)
  const theirs = new Set(profile.words.map(stemOf))
  const added = ADDS.flatMap((subject) => wordsAbout(own, subject)).filter(
    (phrase) => !phrase.split(' ').every((word) => theirs.has(stemOf(word))),
  )
  return {
    of: text,
    relation: opposed.length > 0 ? 'contradicts' : added.length > 0 ? 'extends' : 'repeats',
    nearness: isFramed ? 0.5 + cosine / 2 : cosine,
    reasons: {
      shared: sharedWords(own, profile, frame ? subjectsOf(text.letter ?? '') : []),
      added,
      opposed,
    },
  }
}

/** Norms on infrastructure are told apart by what the clause does: leave be, guard, or answer a request. */
function fits(
  letter: string,
  { forbids, permits, releases, harm }: Stance,
  subjects: ReadonlySet<Subject>,
): boolean {
  if (letter === 'f') return harm.length > 0 && (forbids.length > 0 || permits.length > 0)
  if (letter === 'g')
    return (
      (forbids.length === 0 || harm.length === 0) &&
      !subjects.has('request') &&
      (releases.length > 0 || permits.length === 0)
    )
  return true
}

/** The first norm speaks of cooperation at large: where another is found, it says nothing. */
function withoutGeneral(found: readonly ClauseSuggestion[]): readonly ClauseSuggestion[] {
  return found.length > 1 ? found.filter(({ of }) => of.letter !== 'a') : found
}

function subjectsOf(letter: string): readonly Subject[] {
  return [...new Set(NORM_FRAMES[letter]?.frames.flat() ?? [])]
}

function wordsAbout({ said }: Profile, subject: Subject): readonly string[] {
  return [...new Set(said.filter((one) => one.subject === subject).map(({ words }) => words.join(' ')))]
}

/** Words of the clause that the other text has too, and those that speak of its subjects. */
function sharedWords(own: Profile, other: Profile, subjects: readonly Subject[]): readonly string[] {
  const theirs = new Set(other.words.filter(isTelling).map(stemOf))
  const spoken = subjects.flatMap((subject) => wordsAbout(own, subject))
  const plain = own.words.filter(
    (word) => isTelling(word) && !COMMON.has(stemOf(word)) && theirs.has(stemOf(word)),
  )
  return [...new Set([...spoken, ...plain.filter((word) => !spoken.some((phrase) => phrase.includes(word)))])]
}

function profileOf(text: string): Profile {
  const words = wordsOf(text)
  const said = subjectsIn(words)
  const stems = words.filter((word) => isTelling(word) && !COMMON.has(stemOf(word))).map(stemOf)
  const features = new Map<string, number>()
  for (const feature of [...stems, ...new Set(said.map(({ subject }) => `: ${subject}`))])
    features.set(feature, (features.get(feature) ?? 0) + 1)
  return { words, said, features }
}

/** How telling a feature is among the texts compared with; one that none of them has counts as rare. */
function rarityIn(profiles: readonly Profile[]): (feature: string) => number {
  const counts = new Map<string, number>()
  for (const { features } of profiles)
    for (const feature of features.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  return (feature) => Math.log(1 + profiles.length / (counts.get(feature) ?? 1))
}

function cosineOf(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
  weigh: (feature: string) => number,
): number {
  let dot = 0
  for (const [feature, count] of a) dot += count * (b.get(feature) ?? 0) * weigh(feature) ** 2
  const length = (map: ReadonlyMap<string, number>) =>
    Math.sqrt([...map].reduce((sum, [feature, count]) => sum + (count * weigh(feature)) ** 2, 0))
  const lengths = length(a) * length(b)
  return lengths === 0 ? 0 : dot / lengths
}
