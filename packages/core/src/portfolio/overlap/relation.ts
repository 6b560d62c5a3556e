/**
 * Whether one project takes over from another, runs inside it, or is the same one on record twice.
 *
 * What a source says comes first; else names, phases, organisations and periods speak. Rules: docs/rules/overlap.md,
 * OVL-07 to OVL-09.
 */
import type { Basis, OverlapReason } from './comparison.ts'
import { type ProjectProfile, wordOf } from './profile.ts'

export type Relation =
  | { readonly kind: 'successor'; readonly earlier: string; readonly later: string; readonly basis: Basis }
  | {
      readonly kind: 'part-of'
      readonly child: string
      readonly parent: string
      readonly basis: Basis
      readonly words: readonly string[]
    }
  | { readonly kind: 'same' }
  | null

export interface RelationAnswer {
  readonly relation: Relation
  readonly reasons: readonly OverlapReason[]
}

/** A lead of fewer letters ("EU", "Cyber") makes no family. */
const SHORTEST_LEAD = 5
/** Shares of telling words in common, of all in either name (our judgement). */
const SAME_FAMILY = 0.75
const LIKE_FAMILY = 0.6
const FEWEST_WORDS = 3
/** A later phase starts around the end of the earlier: at most so long before, and so long after. */
const LONGEST_HANDOVER = 300
const LONGEST_PAUSE = 730

const UNTOLD: RelationAnswer = { relation: null, reasons: [] }

export function relationBetween(a: ProjectProfile, b: ProjectProfile): RelationAnswer {
  const said = declared(a, b)
  if (said) return said
  if (!sameHands(a, b)) return UNTOLD
  return family(a, b) ?? inside(a, b) ?? inside(b, a) ?? UNTOLD
}

function declared(a: ProjectProfile, b: ProjectProfile): RelationAnswer | null {
  if (b.facts.successorOf === a.facts.id) return successor(a, b, 'stated', [])
  if (a.facts.successorOf === b.facts.id) return successor(b, a, 'stated', [])
  if (a.facts.partOf === b.facts.id) return partOf(a, b, 'stated', [])
  return b.facts.partOf === a.facts.id ? partOf(b, a, 'stated', []) : null
}

function successor(
  earlier: ProjectProfile,
  later: ProjectProfile,
  basis: Basis,
  reasons: readonly OverlapReason[],
): RelationAnswer {
  const ids = { earlier: earlier.facts.id, later: later.facts.id }
  return {
    relation: { kind: 'successor', ...ids, basis },
    reasons: [{ code: 'takes-over', ...ids, basis }, ...reasons],
  }
}

function partOf(
  child: ProjectProfile,
  parent: ProjectProfile,
  basis: Basis,
  words: readonly string[],
): RelationAnswer {
  const ids = { child: child.facts.id, parent: parent.facts.id }
  return {
    relation: { kind: 'part-of', ...ids, basis, words },
    reasons: [{ code: 'part-of', ...ids, basis, words }],
  }
}

/** Names of one family: phases of it, or one project on record twice. */
function family(a: ProjectProfile, b: ProjectProfile): RelationAnswer | null {
  const shared = intersection(a.phase.stems, b.phase.stems)
  const share = shared.length / Math.max(1, a.phase.stems.length + b.phase.stems.length - shared.length)
  const sameLead = a.phase.lead === b.phase.lead && a.phase.lead.length >= SHORTEST_LEAD
  const sameFamily = sameLead || (shared.length >= FEWEST_WORDS && share >= SAME_FAMILY)
  const alike = sameFamily || (shared.length >= FEWEST_WORDS && share >= LIKE_FAMILY)
  if (!alike) return null
  const name: OverlapReason = {
    code: 'same-name',
    words: shared.length > 0 ? shared.map((stem) => wordOf(a, stem)) : [a.phase.lead],
  }
  const marked = [a, b].flatMap(({ facts, phase }): OverlapReason[] =>
    phase.marker === null ? [] : [{ code: 'phase-marker', of: facts.id, marker: phase.marker }],
  )
  if (sameFamily && phasesDiffer(a, b)) {
    const [earlier, later] = inOrder(a, b)
    return successor(earlier, later, 'text', [name, ...marked])
  }
  for (const [earlier, later] of [
    [a, b],
    [b, a],
  ] as const)
    if (followsOn(earlier, later) && sharesAPlace(a, b))
      return successor(earlier, later, 'text', [name, ...marked])
  if (sameLead || share === 1) return { relation: { kind: 'same' }, reasons: [name] }
  return null
}

/** A common implementer; a common donor where an implementer is not on record, or beside the same name. */
function sameHands(a: ProjectProfile, b: ProjectProfile): boolean {
  if (haveCommon(a.implementers, b.implementers)) return true
  const missing = a.implementers.length === 0 || b.implementers.length === 0
  return missing && haveCommon(a.donors, b.donors)
}

function phasesDiffer(a: ProjectProfile, b: ProjectProfile): boolean {
  if (a.phase.number !== null && b.phase.number !== null) return a.phase.number !== b.phase.number
  return a.phase.marker !== b.phase.marker
}

function rank({ phase }: ProjectProfile): number {
  return phase.number ?? (phase.marker === null ? 1 : 1.5)
}

/** By number where both have one; an unmarked name before a marked one; else by start. */
function inOrder(a: ProjectProfile, b: ProjectProfile): readonly [ProjectProfile, ProjectProfile] {
  const both =
    a.phase.marker !== null && b.phase.marker !== null && (a.phase.number === null || b.phase.number === null)
  const byRank = both ? 0 : rank(a) - rank(b)
  const byStart = (a.period.startEarliest ?? 0) - (b.period.startEarliest ?? 0)
  const order = byRank || byStart || (a.facts.id < b.facts.id ? -1 : 1)
  return order < 0 ? [a, b] : [b, a]
}

function followsOn(earlier: ProjectProfile, later: ProjectProfile): boolean {
  const { endLatest } = earlier.period
  const laterEnd = later.period.endLatest
  const { startEarliest } = later.period
  const before = earlier.period.startEarliest
  if (endLatest === null || startEarliest === null || before === null || before >= startEarliest) return false
  if (laterEnd !== null && laterEnd <= endLatest) return false
  const pause = startEarliest - endLatest
  return pause >= -LONGEST_HANDOVER && pause <= LONGEST_PAUSE
}

function sharesAPlace(a: ProjectProfile, b: ProjectProfile): boolean {
  const unknown = a.places.countries.length === 0 || b.places.countries.length === 0
  return unknown || haveCommon(a.places.countries, b.places.countries)
}

/** By its own words, the parent's name in them, or a narrower run of what the parent does. */
function inside(child: ProjectProfile, parent: ProjectProfile): RelationAnswer | null {
  if (!fitsInto(child, parent) || !haveCommon(child.implementers, parent.implementers)) return null
  const name = parent.phase.leadWords.join(' ')
  if (
    isAName(parent.phase.leadWords) &&
    child.plain.includes(` ${name} `) &&
    child.phase.lead !== parent.phase.lead
  )
    return partOf(child, parent, 'text', [name])
  if (!haveCommon(child.donors, parent.donors)) return null
  if (child.piece !== null && parent.piece === null) return partOf(child, parent, 'text', [child.piece])
  const shared = intersection(child.phase.stems, parent.phase.stems)
  const nested = shared.length >= FEWEST_WORDS && shared.length === child.phase.stems.length
  const wider =
    parent.places.countries.length === 0 || parent.places.countries.length > child.places.countries.length
  if (!nested || child.places.countries.length === 0 || !wider) return null
  return partOf(
    child,
    parent,
    'text',
    shared.map((stem) => wordOf(child, stem)),
  )
}

/** Two words, or one long enough to be nobody else's. */
function isAName(words: readonly string[]): boolean {
  return words.length > 1 ? words.length <= LONGEST_NAME : (words[0]?.length ?? 0) >= SHORTEST_SINGLE_NAME
}
const LONGEST_NAME = 6
const SHORTEST_SINGLE_NAME = 8

/** True when both periods are known and the child's lies within the parent's; an open end of the parent counts as running. */
function fitsInto(child: ProjectProfile, parent: ProjectProfile): boolean {
  const { startEarliest: start, startLatest, endEarliest: end } = child.period
  const { startEarliest, endLatest } = parent.period
  if (start === null || startLatest === null || startEarliest === null) return false
  return (
    startLatest >= startEarliest &&
    (endLatest === null || (end ?? start) <= endLatest) &&
    sharesAPlace(child, parent)
  )
}

/** What both lists hold, in the order of the first. */
export function intersection(a: readonly string[], b: readonly string[]): readonly string[] {
  return a.filter((item) => b.includes(item))
}

/** True when the lists, each in alphabetical order, have an item in common. */
export function haveCommon(a: readonly string[], b: readonly string[]): boolean {
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [one = '', other = ''] = [a[i], b[j]]
    if (one === other) return true
    if (one < other) i++
    else j++
  }
  return false
}
