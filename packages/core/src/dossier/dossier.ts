/**
 * The dossier: everything the desk says about one case on one date, as one value.
 *
 * `compileDossier` makes it from statements and doctrine; the web desk, the CLI, the API and the documents only show
 * it. It is plain JSON, so it can travel.
 *
 * Next door: `compile-dossier.ts`.
 */
import type { AttributionClaim, Response } from '../incident/case-vocabulary.ts'
import type { AttributionNeed, Authority, Category, Citation, Dimension, Level } from '../kernel/doctrine.ts'
import type { Alternative, Fact, Support } from '../kernel/fact.ts'
import type { LegalFinding, Proof } from '../kernel/finding.ts'
import type { Marking } from '../kernel/marking.ts'
import type { CalendarDate } from '../kernel/partial-date.ts'
import type { Confidence, Statement, StatementId } from '../kernel/statement.ts'
import type { Verdict } from '../kernel/verdict.ts'

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
}

/** One of the seven dimensions as it stands: never one number for the whole. */
export interface DimensionFinding {
  readonly dimension: Dimension
  readonly label: string
  readonly question: string
  /** `between`: the facts reach `lower`, and open facts could raise it up to `upper` */
  readonly level:
    | { readonly state: 'known'; readonly level: Level }
    | { readonly state: 'contested'; readonly levels: readonly Level[] }
    | { readonly state: 'between'; readonly lower: Level; readonly upper: Level }
    | { readonly state: 'unknown' }
  /** `person`: a rating on record; `scale`: the desk's own scale applied to the facts */
  readonly basis: 'person' | 'scale' | 'none'
  /** words for the level reached */
  readonly anchor?: string
  readonly reasons: readonly string[]
  /** what the scale alone would say where a person has rated otherwise */
  readonly scaleSuggests?: { readonly lower: Level; readonly upper: Level }
  readonly confidence: Confidence
  readonly support: readonly Support[]
  readonly proof: Proof
}

/** A reading aid for proportionality, never a decision: the band and the usual ceiling of escalation. */
export interface ResponseBand {
  readonly band: Level | null
  readonly usualCeiling: 1 | 2 | 3 | 4 | 5 | null
  readonly confidence: Confidence
  readonly steps: readonly string[]
}

export interface NormFinding {
  readonly norm: string
  readonly letter: string
  readonly label: string
  /** `claimed`: somebody invoked it; `to-consider`: the facts suggest to consider it */
  readonly status: 'claimed' | 'to-consider'
  readonly claimedBy: readonly string[]
  readonly thenAsk?: string
  readonly citation: Citation
  readonly verified: boolean
  readonly proof?: Proof
  readonly support: readonly Support[]
}

/** An open fact and how many conclusions it could settle. */
export interface DecisiveFact {
  readonly property: string
  readonly label: string
  readonly state: 'unknown' | 'contested'
  /** a question for a person (weighing) rather than a missing figure */
  readonly askedOfPeople: boolean
  /** ids of tests and dimensions that some answer would settle */
  readonly settles: readonly string[]
}

export interface ClaimRow {
  readonly claim: AttributionClaim
  readonly statement: StatementId
  readonly confidence?: Confidence
}

/** Analysis of competing hypotheses: evidence against hypotheses. */
export interface HypothesisMatrix {
  readonly hypotheses: readonly {
    readonly id: string
    readonly text: string
    /** number of items that are inconsistent with it: the fewest stands best (Heuer) */
    readonly inconsistent: number
    readonly support: readonly Support[]
  }[]
  readonly rows: readonly {
    readonly id: string
    readonly text: string
    readonly readings: Readonly<
      Record<string, 'consistent' | 'inconsistent' | 'neutral' | 'contested' | 'open'>
    >
    /** 0 the item tells the hypotheses apart not at all … 1 fully */
    readonly diagnosticity: number
    readonly support: readonly Support[]
  }[]
}

export interface MemberStateStance {
  readonly code: string
  readonly stance: 'attributed' | 'through-the-union' | 'not-stated'
  readonly claims: readonly StatementId[]
}

export interface AttributionView {
  readonly claims: readonly ClaimRow[]
  readonly matrix: HypothesisMatrix
  /** all 27 (28 before 1 February 2020), protocol order */
  readonly memberStates: readonly MemberStateStance[]
}

export type Availability = 'available' | 'not-available' | 'turns-on'

export interface MeasureFinding {
  readonly measure: string
  readonly label: string
  readonly category: Category
  readonly role: 'measure' | 'adjacent-option' | 'lifecycle-act'
  readonly availability: Availability
  readonly reasons: readonly {
    readonly verdict: Verdict
    readonly text: string
    readonly authority: Authority
    readonly citation?: Citation
    readonly proof: Proof
  }[]
  /** open facts or findings on which it turns */
  readonly turnsOn: readonly string[]
  readonly attributionNeed: AttributionNeed
  readonly escalation: 1 | 2 | 3 | 4 | 5
  readonly verified: boolean
}

export interface PackageStep {
  readonly measure: string
  readonly label: string
  readonly category: Category
  readonly availability: Availability
  readonly proposers: readonly string[]
  readonly deciders: readonly string[]
  readonly votingRule: string
  readonly legalBasis: string
  readonly documents: readonly string[]
  readonly leadTime: { readonly text: string; readonly basis: string }
  readonly reversibility: string
  readonly costs: readonly string[]
  readonly risks: readonly string[]
  readonly turnsOn: readonly string[]
}

export interface Package {
  readonly id: string
  readonly label: string
  readonly purpose: string
  readonly withoutAttribution: boolean
  readonly restraint: boolean
  readonly steps: readonly PackageStep[]
  readonly categories: readonly Category[]
  /** lawful on the known facts: every step available, or one that turns on something, or none possible */
  readonly lawful: Verdict
  readonly turnsOn: readonly string[]
  /** the proportionality test; political factors are not in it */
  readonly proportionality: {
    readonly verdict: 'proportionate' | 'needs-reason' | 'undetermined'
    readonly highestEscalation: number
    readonly usualCeiling: number | null
    readonly perDimension: readonly {
      readonly dimension: Dimension
      readonly reads: 'supports' | 'argues-restraint' | 'neutral' | 'unknown'
      readonly reason: string
    }[]
  }
  readonly conflicts: readonly { readonly between: readonly [string, string]; readonly why: string }[]
}

/** Shown beside the proportionality test, never inside it. */
export interface PoliticalFactor {
  readonly id: 'public-attribution' | 'request-by-victim' | 'partners-acting' | 'pattern'
  readonly label: string
  readonly verdict: Verdict
  readonly text: string
  readonly support: readonly Support[]
}

export interface Neighbour {
  readonly entity: string
  readonly name: string
  /** 0 alike in every compared feature … 1 */
  readonly distance: number
  /** share of the features that could be compared, 0–1 */
  readonly compared: number
  readonly features: readonly {
    readonly feature: string
    readonly here: string
    readonly there: string
    readonly distance: number
    readonly weight: number
  }[]
  readonly responses: readonly Response[]
  readonly responseClass: 'restrictive' | 'stability' | 'cooperative' | 'preventive' | 'support' | 'none'
}

export interface ConsistencyNote {
  readonly kind:
    | 'like-case-answered-differently'
    | 'graver-case-answered-more-lightly'
    | 'lighter-case-answered-more-strongly'
  readonly precedent: string
  readonly precedentName: string
  readonly text: string
  readonly distance: number
  /** the reason on record for differing, if any */
  readonly reason?: string
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

/** A case reduced to the features that precedents are compared by; made by `codeCase`, kept for lists of precedents. */
export interface CodedCase {
  readonly entity: string
  readonly name: string
  /** the day from which it can be known as a precedent */
  readonly disclosed: CalendarDate | null
  /** midpoint where a level is between two; null when unknown or contested */
  readonly levels: Readonly<Record<Dimension, number | null>>
  readonly effects: readonly string[]
  readonly targetCategories: readonly string[]
  readonly victim: 'member-state' | 'union-body' | 'third-state' | 'international-organisation' | null
  readonly attempted: boolean | null
  /** States said to stand behind it */
  readonly sponsorStates: readonly string[]
  readonly stateDirected: boolean | null
  readonly accused: readonly string[]
  readonly responses: readonly Response[]
  readonly responseClass: Neighbour['responseClass']
}
