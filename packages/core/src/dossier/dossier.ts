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
import type { FactRow } from '../kernel/fact-row.ts'
import type { LegalFinding } from '../kernel/finding.ts'
import type { Marking } from '../kernel/marking.ts'
import type { CalendarDate } from '../kernel/partial-date.ts'
import type { Statement, StatementId } from '../kernel/statement.ts'
import type { NormFinding } from '../norms/norm-finding.ts'
import type { RightsCheck } from '../rights/rights-check.ts'
import type { MeasureFinding, Package, PoliticalFactor } from '../toolbox/option.ts'
import type { ConsistencyNote, Neighbour } from '../toolbox/precedent.ts'

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
  /** of the measures of each package, and of every other set of measures that was checked */
  readonly rights: readonly RightsCheck[]
  readonly political: readonly PoliticalFactor[]
  readonly neighbours: readonly Neighbour[]
  readonly consistency: readonly ConsistencyNote[]
  readonly responses: readonly Response[]
  /** every statement the dossier rests on, by id */
  readonly statements: Readonly<Record<StatementId, Statement>>
}
