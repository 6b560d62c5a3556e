/**
 * What a refusal says, apart from its English sentence: a code and what is filled in, from which a screen makes the sentence
 * of its own language.
 *
 * Each code has its English sentence in `english/`; the names of the places in it say what may be filled in, and how it is
 * said: `{{until}}` is an instant, `{{party}}` a code of parties. A wrong or missing value does not compile.
 *
 * Rests on: docs/decisions/0029-refusals.md. Next door: `say-refusal.ts` for the English; the other languages are in
 * `locales/<code>.refusals.json` of the desk.
 */
import type { Marking } from '../kernel/marking.ts'
import type { CalendarDate, Instant, PartialDate } from '../kernel/partial-date.ts'
import type { ProcedurePath } from '../kernel/process-graph.ts'
import type { Reader } from '../kernel/reader.ts'
import type { ENGLISH } from './english/index.ts'

/** A label of doctrine, under a name by which a screen knows it for one. */
export interface Labelled {
  readonly label: string
}

/** Somebody who may do something, by the labels of doctrine. */
export interface RoleWords extends Labelled {
  /** id of the role; `opener` is the party that opened the procedure */
  readonly id: string
  /** through whom a body acts; empty where it acts itself */
  readonly through: readonly Labelled[]
}

/** Everything that a sentence may fill in, by the name of its place. */
export interface RefusalValues {
  /** who could do it */
  readonly by: readonly RoleWords[]
  /** codes of parties, in the order in which they are said */
  readonly party: string | readonly string[]
  readonly owner: string
  /** what an archive says that its desk is called: another desk, also where that is what this one is called */
  readonly signer: string
  /** in which the actor acts */
  readonly role: Reader['role']
  readonly state: Labelled
  readonly step: Labelled
  readonly act: Labelled
  readonly papers: readonly Labelled[]
  readonly seenPapers: readonly Labelled[]
  readonly measures: readonly Labelled[]
  /** of the rights check */
  readonly questions: readonly Labelled[]
  /** the property that a value was given for, and the part of it; stands before its fault, and in no sentence */
  readonly property: Labelled & { readonly name: string; readonly part?: string }
  /** what stands in a file where the fault is; said behind it, and in no sentence of its own */
  readonly found: string
  /** the English words of a standard or a library for the fault; said behind it as theirs */
  readonly quote: string
  /** the number of a rule of the IATI ruleset; said behind its fault, and in no sentence of its own */
  readonly iatiRule: string
  /** how many more of the same kind there are and are not named; said behind the last one that is */
  readonly more: number
  readonly path: ProcedurePath
  readonly until: Instant
  readonly now: Instant
  readonly running: Instant
  readonly day: CalendarDate | PartialDate
  readonly today: CalendarDate
  readonly since: CalendarDate | PartialDate
  readonly marking: Marking
  readonly above: Marking
  readonly count: number
  readonly least: number
  readonly most: number
  readonly percent: number
  /** as somebody wrote it, or as it stands in a file or an address: said as it is */
  readonly seen: string | number
  readonly name: string
  /** ids, words or names to choose from: said as they are */
  readonly choices: readonly string[]
}

export type RefusalCode = keyof typeof ENGLISH

export type PlacesIn<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | PlacesIn<Rest>
  : never
/** What the sentence of a code fills in. */
export type ValuesFor<Code extends RefusalCode> = {
  readonly [Name in PlacesIn<(typeof ENGLISH)[Code]>]: Name extends keyof RefusalValues
    ? RefusalValues[Name]
    : never
}

export interface RefusalWords {
  readonly code: RefusalCode
  readonly values?: Partial<RefusalValues>
}

/** The same words with what is said behind them: what stands in the file, in whose words, by which rule, how many more. */
export function withSeen(
  { code, values }: RefusalWords,
  seen: Pick<Partial<RefusalValues>, 'found' | 'quote' | 'iatiRule' | 'more'>,
): RefusalWords {
  return { code, values: { ...values, ...seen } }
}

/** The words of a refusal, with everything that its sentence fills in. */
export function inWords<Code extends RefusalCode>(
  code: Code,
  ...[values]: [PlacesIn<(typeof ENGLISH)[Code]>] extends [never] ? [] : [values: ValuesFor<Code>]
): RefusalWords {
  return values === undefined ? { code } : { code, values }
}
