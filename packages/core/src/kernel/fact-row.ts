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

/** One for all of which nothing is known: of most records that is most of what could be. */
const unknown = new WeakMap<Property, FactRow>()

/** The row of one property. */
export function factRow(property: Property, facts: Facts, others: readonly OtherTime[] | undefined): FactRow {
  const { name, cardinality } = property
  const fact = facts.one(name)
  const values = facts.many(name)
  const isUnknown =
    others === undefined && (cardinality === 'one' ? fact.state === 'unknown' : values.length === 0)
  const known = isUnknown ? unknown.get(property) : undefined
  if (known) return known
  const row: FactRow = {
    ...headOf(property),
    ...(cardinality === 'one' ? { fact } : { values }),
    ...(others === undefined ? {} : { otherTimes: others }),
  }
  if (isUnknown) unknown.set(property, row)
  return row
}

function headOf({ name, label, group, cardinality, type }: Property): Omit<FactRow, 'fact' | 'values'> {
  return { property: name, label, group, ...('unit' in type ? { unit: type.unit } : {}), cardinality }
}
