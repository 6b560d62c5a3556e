/**
 * The dossier: everything the desk says about one case on one date, as one value.
 *
 * `compileDossier` makes it from statements and doctrine; the web desk, the CLI, the API and the documents only show
 * it. It is plain JSON, so it can travel.
 *
 * Next door: `compile-dossier.ts`.
 */
import type { DecisiveFact } from '../assessment/decisive-fact.ts'
import type { DimensionFinding, ResponseBand } from '../assessment/profile.ts'
import type { AttributionView } from '../attribution/attribution-view.ts'
import type { Response } from '../incident/case-vocabulary.ts'
import type { Alternative, Fact } from '../kernel/fact.ts'
import type { LegalFinding } from '../kernel/finding.ts'
import type { HeldOn } from '../kernel/held-on.ts'
import type { Marking } from '../kernel/marking.ts'
import type { CalendarDate } from '../kernel/partial-date.ts'
import type { Assertion, Statement, StatementId } from '../kernel/statement.ts'
import type { NormFinding } from '../norms/norm-finding.ts'
import type { MeasureFinding, Package, PoliticalFactor } from '../toolbox/option.ts'
import type { ConsistencyNote, Neighbour } from '../toolbox/precedent.ts'

/** A value on record for other days than the one asked for, or of which nobody can say whether it held then. */
export interface OtherTime extends Assertion {
  readonly statement: StatementId
  readonly held: Exclude<HeldOn, 'true'>
}

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

export interface Dossier {
  readonly entity: string
  readonly name: string
  readonly summary?: string
  readonly asOf: CalendarDate
  readonly doctrine: { readonly id: string; readonly version: string }
  /** the highest marking of anything in it */
  readonly marking: Marking
  readonly facts: readonly FactRow[]
  readonly profile: readonly DimensionFinding[]
  readonly band: ResponseBand
  readonly tests: readonly LegalFinding[]
  readonly norms: readonly NormFinding[]
  readonly decisive: readonly DecisiveFact[]
  readonly attribution: AttributionView
  readonly measures: readonly MeasureFinding[]
  readonly packages: readonly Package[]
  readonly political: readonly PoliticalFactor[]
  readonly neighbours: readonly Neighbour[]
  readonly consistency: readonly ConsistencyNote[]
  readonly responses: readonly Response[]
  /** every statement the dossier rests on, by id */
  readonly statements: Readonly<Record<StatementId, Statement>>
}
