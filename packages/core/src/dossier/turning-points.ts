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

export interface TurningPoint {
  readonly date: CalendarDate
  readonly what: string
}

const NAMED_AT_MOST = 3

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
    ...[...said].map(([date, group]) => ({
      date,
      what: `said: ${listed(group.map(({ source }) => source.document))}`,
    })),
    ...[...begins].map(([date, group]) => ({ date, what: `holds from this day, or may: ${labels(group)}` })),
    ...[...ends].map(([date, group]) => ({ date, what: `holds no longer, or may not: ${labels(group)}` })),
    ...[...begun].map(([date, group]) => ({
      date,
      what: `in force from this day: ${listed(group.map(({ label }) => label))}`,
    })),
    ...[...ended].map(([date, group]) => ({
      date,
      what: `no longer in force: ${listed(group.map(({ label }) => label))}`,
    })),
  ]
    .filter(({ date }) => date >= from && (between.to === undefined || date <= between.to))
    .toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1))
}

function labels(assertions: readonly { readonly property: string }[]): string {
  return listed(assertions.map(({ property }) => CASE_VOCABULARY.find(property)?.label ?? property))
}

function listed(texts: readonly string[]): string {
  const distinct = [...new Set(texts)]
  const shown = distinct.slice(0, NAMED_AT_MOST).join('; ')
  return distinct.length > NAMED_AT_MOST ? `${shown}; and ${distinct.length - NAMED_AT_MOST} more` : shown
}
