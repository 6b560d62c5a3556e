/**
 * Findings carry their proof: the conclusion, the rule with its article, and the facts under it.
 *
 * The same tree is shown on the desk, in the CLI and the API, and becomes the annex of a document. It is structured, not
 * prose; `../drafting/phrase-proof.ts` says it in words.
 */
import type { Authority, Citation } from './doctrine-entry.ts'
import type { Dimension } from './doctrine.ts'
import type { Fact, Support } from './fact.ts'
import type { Rule } from './rule.ts'
import type { Verdict } from './verdict.ts'

export interface Proof {
  readonly verdict: Verdict
  readonly node:
    | { readonly type: 'all' | 'any' | 'not' }
    | { readonly type: 'fact'; readonly rule: Extract<Rule, { fact: string }>; readonly fact: Fact }
    | {
        readonly type: 'test'
        readonly id: string
        readonly label: string
        /** of a level of a scale: what its label is put together from */
        readonly step?: {
          readonly dimension: { readonly id: Dimension; readonly label: string }
          readonly level: number
          readonly anchor: string
        }
      }
    /** left to people; `key` is the property under which their finding is recorded (`finding.<key>`) */
    | {
        readonly type: 'weigh' | 'human' | 'counterfactual' | 'conditions'
        readonly key: string
        readonly questions: readonly string[]
        readonly fact: Fact
      }
    | { readonly type: 'always' }
  readonly authority?: Authority
  readonly citation?: Citation
  readonly verified?: boolean
  readonly support: readonly Support[]
  readonly parts: readonly Proof[]
}

/** One factor of a test that people weigh, as it stands in this case. */
export interface FactorFinding {
  readonly id: string
  readonly label: string
  readonly strength: 'unknown' | 'contested' | 'none' | 'notable' | 'strong' | 'very-strong'
  /** a person coded this factor as present, whatever the flags say */
  readonly codedByPerson: boolean
  readonly facts: readonly { readonly property: string; readonly fact: Fact }[]
  readonly citation: Citation
  readonly notes: readonly string[]
}

export const SUGGESTIONS = ['likely-met', 'arguable', 'weak', 'insufficient-information'] as const
/** A suggested finding; the finding itself is a person's. */
export type Suggestion = (typeof SUGGESTIONS)[number]

export interface LegalFinding {
  readonly test: string
  readonly verdict: Verdict
  /** keys of the findings by people that the verdict rests on */
  readonly restsOnJudgement: readonly string[]
  /** the verdict if nobody had found anything */
  readonly withoutJudgement: Verdict
  /** the test's entry was in force on the date asked for */
  readonly inForce: boolean
  readonly factors: readonly FactorFinding[]
  readonly suggestion?: Suggestion
  /** open facts that stand in the way of a verdict */
  readonly openFacts: readonly string[]
  readonly proof: Proof
}

/** True when people's findings decide the verdict: then it is found to be met, never simply met. */
export function isFoundByPeople({ restsOnJudgement, withoutJudgement, verdict }: LegalFinding): boolean {
  return restsOnJudgement.length > 0 && withoutJudgement !== verdict
}
