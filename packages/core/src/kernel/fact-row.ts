/**
 * One row for each property: what is known of it, what is contested, and what stands for other days than the one asked for.
 *
 * Pages, exports and documents list what is on record of an entity row by row, whatever kind it is of.
 *
 * Next door: `fact.ts` resolves the facts; `../dossier` and `../portfolio` make rows of them.
 */
import { type Alternative, type Fact, type Facts, standingAssertions } from './fact.ts'
import { heldOn, type HeldOn } from './held-on.ts'
import type { CalendarDate } from './partial-date.ts'
import type { Assertion, Statement, StatementId } from './statement.ts'
import type { Property, Vocabulary } from './vocabulary.ts'

/** A value on record for other days than the one asked for, or of which nobody can say whether it held then. */
export interface OtherTime extends Assertion {
  readonly statement: StatementId
  readonly held: Exclude<HeldOn, 'true'>
}

/** What is on record of one property. */
export interface FactRow {
  readonly property: string
  readonly label: string
  readonly group: string
  readonly unit?: string
  readonly cardinality: 'one' | 'many'
  /** for cardinality `one` */
  readonly fact?: Fact
  /** for cardinality `many` */
  readonly values?: readonly Alternative[]
  /** of what changes with time, what stands and is no value on this day */
  readonly otherTimes?: readonly OtherTime[]
}

/** FACT-06: what stands and did not certainly hold on the day, by property. */
export function otherTimes(
  vocabulary: Vocabulary,
  known: readonly Statement[],
  day: CalendarDate,
): ReadonlyMap<string, readonly OtherTime[]> {
  const mayChange = ({ property }: Assertion) => vocabulary.find(property)?.changesWithTime === true
  if (!known.some(({ assertions }) => assertions.some(mayChange))) return new Map()
  const others = standingAssertions(known).flatMap(({ statement, assertion }): OtherTime[] => {
    if (!mayChange(assertion)) return []
    const held = heldOn(assertion, day)
    return held === 'true' ? [] : [{ ...assertion, statement: statement.id, held }]
  })
  return Map.groupBy(others, ({ property }) => property)
}

/** The row of one property. */
export function factRow(property: Property, facts: Facts, others: readonly OtherTime[] | undefined): FactRow {
  const { name, label, group, cardinality, type } = property
  return {
    property: name,
    label,
    group,
    ...('unit' in type ? { unit: type.unit } : {}),
    cardinality,
    ...(cardinality === 'one' ? { fact: facts.one(name) } : { values: facts.many(name) }),
    ...(others === undefined ? {} : { otherTimes: others }),
  }
}
