/**
 * What a comparison of two projects says: an outcome, the reasons it rests on, and what would settle a doubt.
 *
 * Reasons are codes with the values they rest on, so that a screen puts them in its own words; never a bare score.
 * Rules: docs/rules/overlap.md, OVL-02 to OVL-12.
 */
import type { RegionDoubt } from '../../places/expand-region.ts'

/**
 * - `duplicate`: the rule of the field is met, at least one shared country, one shared theme and 150 days; a person says whether work is done twice.
 * - `synergy`: at the same time in the same country, but other work, one inside the other, or a brief event.
 * - `successor`: one takes over from the other.
 * - `unrelated`: what is known rules an overlap out.
 * - `cannot tell`: what decides is missing.
 */
export type OverlapOutcome = 'duplicate' | 'synergy' | 'successor' | 'unrelated' | 'cannot-tell'

export const OVERLAP_OUTCOMES: readonly OverlapOutcome[] = [
  'duplicate',
  'synergy',
  'successor',
  'unrelated',
  'cannot-tell',
]

/** Where a country or theme comes from: its source says so, or it was read out of the text. */
export type Basis = 'stated' | 'text'

/** What in the text of each project speaks for a theme, in the words of that text; empty where the theme is stated. */
export interface ThemeEvidence {
  readonly theme: string
  readonly a: readonly string[]
  readonly b: readonly string[]
  readonly basis: { readonly a: Basis; readonly b: Basis }
  /** 0 to 1: how likely both projects work on this theme */
  readonly strength: number
}

export type OverlapReason =
  | {
      readonly code: 'shared-countries'
      readonly countries: readonly string[]
      /** names of regions and countries in the texts that stand in for a list, by project id; none where both list their countries */
      readonly fromNames: readonly { readonly of: string; readonly names: readonly string[] }[]
    }
  | {
      readonly code: 'no-shared-country'
      readonly fromNames: readonly { readonly of: string; readonly names: readonly string[] }[]
    }
  | { readonly code: 'countries-unknown'; readonly of: readonly string[] }
  | { readonly code: 'shared-themes'; readonly themes: readonly ThemeEvidence[] }
  | {
      readonly code: 'different-themes'
      readonly a: readonly string[]
      readonly b: readonly string[]
    }
  | { readonly code: 'themes-unclear'; readonly of: readonly string[] }
  | {
      readonly code: 'periods-overlap'
      /** the fewest and the most days that the dates allow; the same where both give days */
      readonly days: { readonly least: number; readonly most: number }
      /** projects without an end on record, taken as still running */
      readonly openEnded: readonly string[]
    }
  | { readonly code: 'periods-apart'; readonly gapDays: number }
  | { readonly code: 'dates-unknown'; readonly of: readonly string[] }
  | { readonly code: 'brief'; readonly of: string; readonly days: number }
  | { readonly code: 'same-donors'; readonly donors: readonly string[] }
  | { readonly code: 'same-implementers'; readonly implementers: readonly string[] }
  | { readonly code: 'same-name'; readonly words: readonly string[] }
  | { readonly code: 'phase-marker'; readonly of: string; readonly marker: string }
  | { readonly code: 'takes-over'; readonly later: string; readonly earlier: string; readonly basis: Basis }
  | {
      readonly code: 'part-of'
      readonly child: string
      readonly parent: string
      readonly basis: Basis
      readonly words: readonly string[]
    }
  | { readonly code: 'shared-terms'; readonly terms: readonly string[] }
  | {
      /** sources differ; every value was tried */
      readonly code: 'sources-differ'
      readonly of: string
      readonly field: ContestedField
      readonly values: readonly string[]
      /** true when the outcome is another one by another of the values */
      readonly decides: boolean
    }
  | {
      /** a region on record stands for these countries, and what is doubtful about that */
      readonly code: 'region-expanded'
      readonly of: string
      readonly region: string
      readonly doubts: readonly RegionDoubt[]
    }
  /** nobody has read these in the source that they are ascribed to */
  | {
      readonly code: 'not-verified'
      readonly of: string
      readonly fields: readonly ('start' | 'end' | 'countries' | 'themes')[]
    }

/** What sources may differ on so that the outcome changes. */
export type ContestedField = 'start' | 'end' | 'countries' | 'themes'

/** A field that would settle the outcome if it were known better. */
export interface SettlingField {
  readonly of: string
  readonly field: 'start' | 'end' | 'countries' | 'themes' | 'objective'
  /** `missing`: nothing on record; `inferred`: read out of a name or the text; `imprecise`: a year or month where days decide; `contested`: sources differ, and it decides */
  readonly why: 'missing' | 'inferred' | 'imprecise' | 'contested'
}

export interface ProjectComparison {
  readonly a: string
  readonly b: string
  readonly outcome: OverlapOutcome
  /** the outcome that what is known speaks for most; the outcome itself unless that is `cannot tell` */
  readonly leaning: Exclude<OverlapOutcome, 'cannot-tell'>
  /** 0 to 1, how close the two lie: for an order among candidates, never shown by itself */
  readonly score: number
  /** 0 to 1: how likely both work on a common theme */
  readonly themeLikelihood: number
  readonly reasons: readonly OverlapReason[]
  readonly wouldSettle: readonly SettlingField[]
}
