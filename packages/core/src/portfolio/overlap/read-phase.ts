/**
 * Which phase of a family of projects a name speaks of: "phase two", "II", "+", "Extended".
 *
 * The family is what is left of the name without the marker, so that "CyberNorth" and "CyberNorth+" meet.
 * Rule: docs/rules/overlap.md, OVL-08.
 */
import { isTelling, plainText, stemOf, wordsOf } from './words.ts'

export interface Phase {
  /** the marker in plain letters, or null */
  readonly marker: string | null
  /** 1 for the first; null where the marker says only that it is a later one, or nothing is said */
  readonly number: number | null
  /** the words of the leading name, without marker; and the same in one word: "cybernorth" */
  readonly leadWords: readonly string[]
  readonly lead: string
  /** stems of the telling words of the whole name, without marker and places */
  readonly stems: readonly string[]
}

const NUMBERS: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  v: 5,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  premiere: 1,
  deuxieme: 2,
  seconde: 2,
  troisieme: 3,
  primera: 1,
  segunda: 2,
  tercera: 3,
  primeira: 1,
  terceira: 3,
  erste: 1,
  zweite: 2,
  dritte: 3,
  pierwsza: 1,
  druga: 2,
  trzecia: 3,
  prva: 1,
  tretja: 3,
}
const PHASE_WORD = 'phase|fase|faza|step|stage|etape|etapa|etap'
const NUMBER = `${Object.keys(NUMBERS)
  .toSorted((a, b) => b.length - a.length)
  .join('|')}|\\d`

/** In the order in which they are tried; the first group is the number. Tried on plain text. */
const NUMBERED: readonly RegExp[] = [
  new RegExp(`\\b(?:${PHASE_WORD})\\s+(${NUMBER})\\b`),
  new RegExp(`\\b(${NUMBER})\\s+(?:${PHASE_WORD})\\b`),
  /(?<=[\p{L}\d])\s+(ii|iii|iv)\b/u,
  /(?<=\p{L}{4})-(\d)\b/u,
  /(?<=\p{L}{4})\s+(\d)\.0\b/u,
]
/** What says that there was one before, and no more. */
const LATER: readonly RegExp[] = [
  /(?<=[\p{L}\d])\+/u,
  /(?<=\p{L}{4})-e\b/u,
  /\b(?:extended|enhanced|extension|continuation|continued|follow[- ]?up|next generation|scale[- ]?up|prolongation|continuacion|continuacao|fortsetzung|kontynuacja|nadaljevanje)\b/,
]

/** Reads the phase out of the name, or else of the objective, which is trusted for numbered phases alone. */
export function readPhase(name: string, objective: string, places: ReadonlySet<string>): Phase {
  const plain = plainText(name)
  const numbered = NUMBERED.map((pattern) => pattern.exec(plain)).find((match) => match !== null)
  const later = LATER.map((pattern) => pattern.exec(plain)).find((match) => match !== null)
  const told = /^\W*(?:continuation|second phase|phase two|phase ii|third phase)\b/.exec(plainText(objective))
  const rest = [...NUMBERED, ...LATER].reduce((left, pattern) => left.replace(pattern, ' '), plain)
  const leadWords = wordsOf(rest.split(/\s[-–]\s|[,:(]/)[0] ?? '')
  const stems = [
    ...new Set(
      wordsOf(rest)
        .filter((word) => isTelling(word) && !places.has(word))
        .map(stemOf),
    ),
  ].toSorted()
  const marker = numbered?.[0] ?? later?.[0] ?? told?.[0] ?? null
  const figure = numbered?.[1]
  return {
    marker: marker === null ? null : marker.trim(),
    number: figure === undefined ? null : (NUMBERS[figure] ?? Number(figure)),
    leadWords,
    lead: leadWords.join(''),
    stems,
  }
}
