/**
 * Doctrine as data: what an entry of law, guidance or judgement looks like once it has been read and checked.
 *
 * These are the shapes that the core works with; reading and checking the packs happens in `@demarche/doctrine`.
 *
 * Next door: `doctrine-entry.ts` for what every entry says of itself, `rule.ts` for the rules inside entries,
 * `../assessment/compile-rule.ts` turns them into functions.
 */
import type { CountryGroup } from './country-group.ts'
import type { Authority, Citation, DoctrineEntry } from './doctrine-entry.ts'
import type { CalendarDate } from './partial-date.ts'
import type { Party, PresidencyOrder } from './party.ts'
import type { ProcessGraph, Track } from './process-graph.ts'
import type { RightsDoctrine } from './rights-doctrine.ts'
import type { Rule } from './rule.ts'

/** One factor that people weigh, with this desk's own flags for its strength. */
export interface Factor {
  readonly id: string
  readonly label: string
  readonly facts: readonly string[]
  readonly source: Citation
  readonly verified: boolean
  readonly notes?: readonly string[]
  /** our judgement: from which value on the desk calls it notable, strong, very strong */
  readonly flags: { readonly notable?: Rule; readonly strong?: Rule; readonly veryStrong?: Rule }
}

export interface Practice {
  readonly text: string
  readonly source: Citation
  readonly verified: boolean
}

/** The last one asks about a listing that exists, not about a case. */
export const LEGAL_TEST_FAMILIES = [
  'sanctions-regime',
  'international-law',
  'treaty-clause',
  'crisis',
  'life-of-a-listing',
] as const
export type LegalTestFamily = (typeof LEGAL_TEST_FAMILIES)[number]

export interface LegalTest extends DoctrineEntry {
  readonly family: LegalTestFamily
  /** place in the order in which a lawyer asks the tests */
  readonly order: number
  /** absent for entries that explain but decide nothing (definitions, rights of a listed person) */
  readonly rule?: Rule
  readonly factors?: readonly Factor[]
  readonly lawLeavesOpen: readonly string[]
  readonly practice: readonly Practice[]
  /** the word for a met test where "met" would say too much: "may be", "question for the legal adviser" */
  readonly wording?: { readonly true?: string; readonly false?: string }
}

export const DIMENSIONS = [
  'scope',
  'scale',
  'duration',
  'intensity',
  'complexity',
  'sophistication',
  'impact',
] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** A level 0–5 on one dimension. */
export type Level = 0 | 1 | 2 | 3 | 4 | 5

export interface DimensionScale extends DoctrineEntry {
  readonly id: Dimension
  readonly question: string
  readonly anchors: readonly [string, string, string, string, string, string]
  /** our judgement: a level is reached when its rule is true; the highest reached level counts */
  readonly levels: readonly { readonly level: Level; readonly when: Rule }[]
}

export const CATEGORIES = [
  'preventive',
  'cooperative',
  'stability',
  'restrictive',
  'lawful-response-support',
] as const
/** The five categories of the Toolbox. */
export type Category = (typeof CATEGORIES)[number]

/** What a measure asks for in the way of attribution, in practice or in law. */
export const ATTRIBUTION_NEEDS = ['none', 'technical', 'political', 'legal'] as const
export type AttributionNeed = (typeof ATTRIBUTION_NEEDS)[number]

export interface Measure extends DoctrineEntry {
  readonly category: Category
  /** `measure` answers an incident; the others are shown apart */
  readonly role: 'measure' | 'adjacent-option' | 'lifecycle-act'
  readonly toolboxMembership: 'confirmed' | 'reported' | 'not-confirmed' | 'not-applicable'
  readonly proposers: readonly string[]
  readonly deciders: readonly string[]
  readonly votingRule: string
  readonly legalBasis: string
  readonly attribution: { readonly need: AttributionNeed; readonly text: string }
  /** in law or in fact, when the measure is open; each clause cites its ground */
  readonly availability: readonly AvailabilityClause[]
  readonly documents: readonly string[]
  readonly leadTime: { readonly text: string; readonly basis: string }
  readonly reversibility: string
  /** 1 no pressure … 5 gravest; our judgement */
  readonly escalation: 1 | 2 | 3 | 4 | 5
  readonly preconditions: readonly string[]
  readonly compatibleWith: readonly string[]
  readonly conflictsWith: readonly { readonly measure: string; readonly why: string }[]
  readonly costs: readonly string[]
  readonly risks: readonly string[]
  readonly example?: Practice
}

export interface AvailabilityClause {
  readonly rule: Rule
  readonly authority: Authority
  readonly text: string
  readonly source?: Citation
}

export interface Norm extends DoctrineEntry {
  readonly letter: string
  readonly polarity: 'positive' | 'restraint'
  readonly items: readonly { readonly id: string; readonly text: string; readonly verified: boolean }[]
  /** our judgement: when to consider the norm, and what to ask then */
  readonly considerWhen?: Rule
  readonly thenAsk?: string
}

/** A shape of answer that the desk composes from available measures: our judgement. */
export interface PackageTemplate extends DoctrineEntry {
  readonly purpose: string
  /** one measure is taken from each slot, the first available one; `optional` slots may stay empty */
  readonly slots: readonly { readonly oneOf: readonly string[]; readonly optional?: boolean }[]
  readonly withoutAttribution: boolean
  /** true for the package that answers with no joint act */
  readonly restraint: boolean
  /** the lowest response band for which the desk offers it */
  readonly fromBand: Level
}

export interface DocumentOutline extends DoctrineEntry {
  readonly sections: readonly { readonly id: string; readonly label: string }[]
  readonly marking: { readonly distribution: string; readonly tlp: string }
  readonly audience: readonly string[]
}

/** Steps from the profile to a response band, and from the band to a usual ceiling of escalation: our judgement. */
export interface Proportionality extends DoctrineEntry {
  /** the steps in words, in their order */
  readonly steps?: readonly string[]
  readonly ceilings: readonly { readonly band: Level; readonly usualCeiling: 1 | 2 | 3 | 4 | 5 }[]
  /** circumstances that may move the answer and are weighed by people */
  readonly adjusters?: readonly {
    readonly id: string
    readonly label: string
    readonly source?: Citation
    readonly verified: boolean
    readonly notes?: readonly string[]
  }[]
  /** levels of other schemes and the band they come nearest to; without a band where that is not confirmed */
  readonly crosswalk?: readonly {
    readonly id: string
    readonly scheme: string
    readonly level: string
    readonly label: string
    readonly band?: Level
    readonly source: Citation
    readonly verified: boolean
    readonly notes?: readonly string[]
  }[]
}

/** How a body decides: when the rule is used, and its steps in words. */
export interface VotingRule extends DoctrineEntry {
  readonly use?: string
  readonly steps?: readonly string[]
}

/** A body that takes part in the process, and what it may do. */
export interface Role extends DoctrineEntry {
  readonly powers?: readonly string[]
  /** codes of the parties that hold the role; none for a role that changes hands or that bodies have */
  readonly parties?: readonly string[]
  /** for a body: the roles that act for it in a procedure, its chair and its secretariat */
  readonly actsThrough?: readonly string[]
}

/** Shares of the Union's population by Member State for one year. */
export interface PopulationTable {
  readonly id: string
  readonly inForce: { readonly from: CalendarDate; readonly to?: CalendarDate }
  /** percent of the Union's population, as printed, by ISO code; who is in it is a member in that year */
  readonly percent: Readonly<Record<string, number>>
  /** the largest error of one printed figure, in percentage points: 0.005 for two decimals */
  readonly rounding: number
  readonly source: Citation
  readonly verified: boolean
  readonly notes?: readonly string[]
}

/** One checked doctrine pack, all versions of all entries; `inForce` dates select. */
export interface Doctrine {
  readonly id: string
  readonly title: string
  /** version of the pack, e.g. `eu 2026-11-23` */
  readonly version: string
  /** what a reader of any entry must know: limits of what was read, how inputs are coded */
  readonly notes?: readonly string[]
  readonly tests: readonly LegalTest[]
  readonly scales: readonly DimensionScale[]
  readonly proportionality: Proportionality
  readonly measures: readonly Measure[]
  readonly norms: readonly Norm[]
  readonly packages: readonly PackageTemplate[]
  readonly documents: readonly DocumentOutline[]
  readonly votingRules: readonly VotingRule[]
  readonly roles: readonly Role[]
  /** populations for counting votes, one table for each year that could be read */
  readonly populations: readonly PopulationTable[]
  /** the states of a procedure, the steps between them and who may take them */
  readonly graph: ProcessGraph
  /** which way each measure takes through the graph */
  readonly tracks: readonly Track[]
  /** who takes part: Member States, institutions, agencies, partners, the public */
  readonly parties?: readonly Party[]
  /** who holds the Presidency of the Council when */
  readonly presidencies?: readonly PresidencyOrder[]
  /** organisations, groupings and regions with those who belong to them */
  readonly countryGroups?: readonly CountryGroup[]
  /** what is asked of measures before a procedure is opened; a pack without it asks nothing */
  readonly rightsCheck?: RightsDoctrine
}
