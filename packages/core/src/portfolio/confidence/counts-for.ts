/**
 * Which measures of which sets an act counts for: proposed by the kind of act, settled by people.
 *
 * An act is proposed for a measure when the doctrine groups both and the State takes part in the set on the day of the act.
 * What people confirmed or set aside stands beside it. Doubts travel with the proposal: that the grouping is a judgement,
 * that membership is not certain.
 *
 * Pure. Rules: docs/rules/portfolio.md, PFO-60 and PFO-61. Next door: `confidence-report.ts`.
 */
import type { CountryGroup } from '../../kernel/country-group.ts'
import { type CalendarDate, earliestDay } from '../../kernel/partial-date.ts'
import { membersOf } from '../../places/memberships.ts'
import { datesIn } from '../partner/record-standing.ts'
import { type PortfolioRecord, valuesOf, wordsIn } from '../read-record.ts'

/** `unsure`: the dates on record are too coarse to tell for that day. */
export type TakesPart = 'yes' | 'unsure' | 'no'

/** `contested`: somebody confirmed it, and somebody set it aside. `outside`: by its kind it would count, but the State is not in the set. */
export const COUNTING = ['confirmed', 'contested', 'proposed', 'set-aside', 'outside'] as const
export type Counting = (typeof COUNTING)[number]

/** How an act stands to one measure. */
export interface CountsFor {
  readonly measure: string
  readonly name: string
  /** the organisation that agreed on the measure */
  readonly set: string
  readonly number?: number
  readonly counting: Counting
  /** the kinds of act by which it is found; empty where only people say so */
  readonly acts: readonly string[]
  /** how each State of the act stands to the set on the day of the act */
  readonly takesPart: readonly { readonly state: string; readonly answer: TakesPart }[]
  /** nobody read in a source that this kind of act counts for it: a judgement */
  readonly isJudgement: boolean
  /** nobody read the measure itself in its source */
  readonly isMeasureUnread: boolean
}

/** What an act is, as far as measures depend on it; also before it is on record. */
export interface ActDone {
  /** several where sources differ */
  readonly acts: readonly string[]
  readonly states: readonly string[]
  /** the day on which it is asked who takes part in what */
  readonly on: CalendarDate
  readonly confirmed: readonly string[]
  readonly setAside: readonly string[]
}

type Known = Pick<PortfolioRecord, 'facts'>
export type AgreedMeasure = Pick<PortfolioRecord, 'entity' | 'name' | 'facts' | 'doubts'>

/** The act in a record of one. @param asOf stands for the day of an act that nobody dated */
export function actIn(record: Known, asOf: CalendarDate): ActDone {
  const [first] = datesIn(record, 'start').map(earliestDay).toSorted()
  return {
    acts: wordsIn(record, 'act'),
    states: wordsIn(record, 'party'),
    on: first ?? asOf,
    confirmed: wordsIn(record, 'measures'),
    setAside: wordsIn(record, 'setAside'),
  }
}

/** PFO-60, PFO-61: every measure that the act counts for, may count for, or was set aside for; set by set, by number. */
export function countsFor(
  act: ActDone,
  measures: readonly AgreedMeasure[],
  groups: readonly CountryGroup[],
): readonly CountsFor[] {
  return measures
    .flatMap((measure) => standingTo(measure, act, groups))
    .toSorted(
      (a, b) =>
        compare(a.set, b.set) ||
        (a.number ?? Infinity) - (b.number ?? Infinity) ||
        compare(a.measure, b.measure),
    )
}

function standingTo(
  measure: AgreedMeasure,
  act: ActDone,
  groups: readonly CountryGroup[],
): readonly CountsFor[] {
  const acts = wordsIn(measure, 'acts').filter((word) => act.acts.includes(word))
  const isConfirmed = act.confirmed.includes(measure.entity)
  const isSetAside = act.setAside.includes(measure.entity)
  if (acts.length === 0 && !isConfirmed && !isSetAside) return []
  const unread = new Set(
    measure.doubts.flatMap(({ property, what }) => (what === 'unverified' ? [property] : [])),
  )
  const [number] = valuesOf(measure, 'number')
  return wordsIn(measure, 'set').map((set): CountsFor => {
    const takesPart = act.states.map((state) => ({ state, answer: takesPartIn(groups, set, state, act.on) }))
    const isOutside = takesPart.length > 0 && takesPart.every(({ answer }) => answer === 'no')
    const counting: Counting =
      isConfirmed && isSetAside
        ? 'contested'
        : isConfirmed
          ? 'confirmed'
          : isSetAside
            ? 'set-aside'
            : isOutside
              ? 'outside'
              : 'proposed'
    return {
      measure: measure.entity,
      name: measure.name,
      set,
      ...(typeof number === 'number' ? { number } : {}),
      counting,
      acts,
      takesPart,
      isJudgement: acts.length > 0 && unread.has('acts'),
      isMeasureUnread: unread.has('name'),
    }
  })
}

/** Whether a State belongs to the organisation that agreed on a set; observers do not. Of an organisation that nobody has put down nobody can tell. */
export function takesPartIn(
  groups: readonly CountryGroup[],
  set: string,
  state: string,
  day: CalendarDate,
): TakesPart {
  if (!groups.some(({ id }) => id === set)) return 'unsure'
  const membership = membersOf(groups, set, day).find(({ country }) => country === state)
  if (!membership) return 'no'
  return membership.held === 'true' ? 'yes' : 'unsure'
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
