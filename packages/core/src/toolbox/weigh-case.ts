/**
 * Everything the desk finds about one case under the doctrine of one day, short of comparing it with others.
 *
 * Takes a compiled pack, resolved facts and a date; gives the profile, the band, the legal tests, the measures and the
 * packages. The dossier and the back-tests both rest on it, so that what is tested is what is shown.
 *
 * Next door: `../dossier/compile-dossier.ts`, `../review/backtest-cases.ts`.
 */
import { assessLaw } from '../assessment/assess-law.ts'
import type { CompiledDoctrine } from '../assessment/compile-doctrine.ts'
import type { StatementMap } from '../assessment/confidence.ts'
import { decisiveFacts } from '../assessment/decisive-facts.ts'
import { rateDimensions } from '../assessment/rate-dimensions.ts'
import { responseBand } from '../assessment/response-band.ts'
import type { DimensionFinding, ResponseBand } from '../assessment/profile.ts'
import type { MeasureFinding, Package } from './option.ts'
import { DIMENSIONS } from '../kernel/doctrine.ts'
import { type Facts, knownValue } from '../kernel/fact.ts'
import type { LegalFinding } from '../kernel/finding.ts'
import type { CalendarDate } from '../kernel/partial-date.ts'
import type { Statement } from '../kernel/statement.ts'
import { composePackages } from './compose-packages.ts'
import { weighAvailability } from './weigh-availability.ts'

/** How findings are come by; whatever way, they are the same. */
export interface Findings {
  readonly tests: typeof assessLaw
  readonly measures: typeof weighAvailability
  readonly decisive: typeof decisiveFacts
  readonly profile: typeof rateDimensions
  readonly packages: typeof composePackages
}

/** Each finding made when it is asked for. */
export const FINDINGS_AFRESH: Findings = {
  tests: assessLaw,
  measures: weighAvailability,
  decisive: decisiveFacts,
  profile: rateDimensions,
  packages: composePackages,
}

export interface WeighedCase {
  readonly facts: Facts
  readonly profile: readonly DimensionFinding[]
  readonly band: ResponseBand
  readonly tests: readonly LegalFinding[]
  readonly measures: readonly MeasureFinding[]
  readonly packages: readonly Package[]
}

/**
 * Weighs one case.
 * @param facts resolved and derived facts
 * @param statements those under the facts, by id; they decide the confidence
 * @param onDate calendar day in Brussels; selects the doctrine in force
 */
export function weighCase(
  compiled: CompiledDoctrine,
  facts: Facts,
  onDate: CalendarDate,
  statements: StatementMap,
  findings: Omit<Findings, 'decisive'> = FINDINGS_AFRESH,
): WeighedCase {
  const { doctrine } = compiled
  const profile = findings
    .profile(compiled, facts, onDate, statements)
    .toSorted((a, b) => DIMENSIONS.indexOf(a.dimension) - DIMENSIONS.indexOf(b.dimension))
  const band = responseBand(profile, doctrine.proportionality, facts)
  const measures = findings.measures(compiled, facts, onDate)
  const isAttempt = knownValue(facts.one('attempted')) === true
  return {
    facts,
    profile,
    band,
    tests: findings.tests(compiled, facts, onDate),
    measures,
    packages: findings.packages({ doctrine, measures, profile, band, onDate, isAttempt }),
  }
}

/** Statements by id. */
export function byId(statements: readonly Statement[]): StatementMap {
  return new Map(statements.map((statement) => [statement.id, statement]))
}
