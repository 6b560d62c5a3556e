/**
 * The days worth asking about: those on which a source spoke, what was said began or ceased to hold, or doctrine came into force or ended.
 *
 * Takes the statements that a reader may see and a pack; gives days with what happened on them, oldest first. Between two
 * of these days nothing that could be known changes, and neither does the law.
 *
 * Next door: `compare-dossiers.ts` for what differs between two dates.
 */
import { dayInBrussels } from '../kernel/brussels-day.ts'
import { addDays, type CalendarDate, earliestDay, latestDay } from '../kernel/partial-date.ts'
import type { DoctrineEntry } from '../kernel/doctrine-entry.ts'
import type { Doctrine } from '../kernel/doctrine.ts'
import type { Statement } from '../kernel/statement.ts'
import { CASE_VOCABULARY } from '../incident/case-vocabulary.ts'

/** What happens on such a day: a source speaks, what it said begins or ceases to hold, doctrine comes into force or ends. */
export type Turn = 'said' | 'holds' | 'holds-no-longer' | 'in-force' | 'no-longer-in-force'

export interface TurningPoint {
  readonly date: CalendarDate
  readonly turn: Turn
  /** documents that said something, properties by name, or labels of doctrine; the first of them */
  readonly names: readonly string[]
  /** how many of them are not named */
  readonly more: number
  /** the same in English */
  readonly what: string
}

const NAMED_AT_MOST = 3

const ENGLISH: Readonly<Record<Turn, string>> = {
  said: 'said',
  holds: 'holds from this day, or may',
  'holds-no-longer': 'holds no longer, or may not',
  'in-force': 'in force from this day',
  'no-longer-in-force': 'no longer in force',
}

/**
 * The turning points of a case.
 * @param between only days from `from` to `to`, both included; without `from`, from the first day a source spoke
 */
export function turningPoints(
  statements: readonly Statement[],
  doctrine: Doctrine,
  between: { readonly from?: CalendarDate; readonly to?: CalendarDate } = {},
): readonly TurningPoint[] {
  const said = Map.groupBy(statements, ({ source, assertedAt }) =>
    source.date ? latestDay(source.date) : dayInBrussels(assertedAt),
  )
  const from = between.from ?? [...said.keys()].toSorted()[0]
  if (from === undefined) return []
  const entries: readonly DoctrineEntry[] = [
    ...doctrine.tests,
    ...doctrine.measures,
    ...doctrine.scales,
    ...doctrine.norms,
  ]
  const begun = Map.groupBy(entries, ({ inForce }) => inForce.from)
  const ended = Map.groupBy(
    entries.filter(({ inForce }) => inForce.to !== undefined),
    ({ inForce }) => addDays(inForce.to ?? inForce.from, 1),
  )
  const assertions = statements.flatMap((statement) => statement.assertions)
  // a date of year or month precision: the first day on which it may be so, and the first on which it certainly is
  const begins = Map.groupBy(
    assertions.flatMap(({ property, validFrom: day }) =>
      day === undefined
        ? []
        : [...new Set([earliestDay(day), latestDay(day)])].map((date) => ({ date, property })),
    ),
    ({ date }) => date,
  )
  const ends = Map.groupBy(
    assertions.flatMap(({ property, validTo: day }) =>
      day === undefined
        ? []
        : [...new Set([earliestDay(day), latestDay(day)])].map((last) => ({
            date: addDays(last, 1),
            property,
          })),
    ),
    ({ date }) => date,
  )
  return [
    ...[...said].map(([date, group]) =>
      turningPoint(
        date,
        'said',
        group.map(({ source }) => source.document),
      ),
    ),
    ...[...begins].map(([date, group]) => turningPoint(date, 'holds', group.map(propertyOf))),
    ...[...ends].map(([date, group]) => turningPoint(date, 'holds-no-longer', group.map(propertyOf))),
    ...[...begun].map(([date, group]) => turningPoint(date, 'in-force', group.map(labelOf))),
    ...[...ended].map(([date, group]) => turningPoint(date, 'no-longer-in-force', group.map(labelOf))),
  ]
    .filter(({ date }) => date >= from && (between.to === undefined || date <= between.to))
    .toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1))
}

const propertyOf = ({ property }: { readonly property: string }): string => property
const labelOf = ({ label }: Pick<DoctrineEntry, 'label'>): string => label

function turningPoint(date: CalendarDate, turn: Turn, all: readonly string[]): TurningPoint {
  const distinct = [...new Set(all)]
  const names = distinct.slice(0, NAMED_AT_MOST)
  const more = distinct.length - names.length
  const isOfFacts = turn === 'holds' || turn === 'holds-no-longer'
  const said = isOfFacts ? names.map((name) => CASE_VOCABULARY.find(name)?.label ?? name) : names
  const listed = more > 0 ? `${said.join('; ')}; and ${more} more` : said.join('; ')
  return { date, turn, names, more, what: `${ENGLISH[turn]}: ${listed}` }
}
