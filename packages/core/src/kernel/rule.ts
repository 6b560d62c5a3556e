/**
 * Rules as data: the conditions written in doctrine packs.
 *
 * A rule asks facts, other tests, or people. It is compiled once into plain functions
 * (`../assessment/compile-rule.ts`); nothing interprets it per case.
 */
import { z } from 'zod'

export const COMPARISONS = ['==', '!=', '>', '>=', '<', '<=', 'in', 'includes', 'nonEmpty'] as const
export type Comparison = (typeof COMPARISONS)[number]

const scalar = z.union([z.string(), z.number(), z.boolean()])
export type Scalar = z.infer<typeof scalar>

export type Rule =
  /** every part holds */
  | { readonly all: readonly Rule[] }
  /** at least one part holds */
  | { readonly any: readonly Rule[] }
  | { readonly not: Rule }
  /** a fact compared with a value: `in` = the fact is one of, `includes` = the fact, a list, has at least one of */
  | {
      readonly fact: string
      readonly is: Comparison
      readonly value?: Scalar | readonly Scalar[] | undefined
    }
  /** the result of another legal test */
  | { readonly test: string }
  /** factors left to people: true or false only when a person has found so; the finding is keyed by the test's id */
  | { readonly weigh: readonly string[] }
  /** a test read on the intended effect; answered by a person */
  | { readonly counterfactual: string }
  /** a question put to a person */
  | { readonly human: string }
  /** conditions each to be confirmed by a person */
  | { readonly conditions: readonly string[] }
  | { readonly always: boolean }

export const ruleSchema: z.ZodType<Rule> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(ruleSchema).min(1) }),
    z.strictObject({ any: z.array(ruleSchema).min(1) }),
    z.strictObject({ not: ruleSchema }),
    z.strictObject({
      fact: z.string(),
      is: z.enum(COMPARISONS),
      value: z.union([scalar, z.array(scalar)]).optional(),
    }),
    z.strictObject({ test: z.string() }),
    z.strictObject({ weigh: z.array(z.string()).min(1) }),
    z.strictObject({ counterfactual: z.string() }),
    z.strictObject({ human: z.string() }),
    z.strictObject({ conditions: z.array(z.string()).min(1) }),
    z.strictObject({ always: z.boolean() }),
  ]),
)
