/**
 * What is put on record about a case in a rights check: an answer, a signature, and what a procedure was opened on.
 *
 * A check is of one set of measures; each of its statements names the set. Who said it, when and for whom it is marked, is
 * said by the statement that carries it.
 *
 * Rests on: docs/rules/rights.md, RGT-02. Next door: `../rights/read-check.ts` reads them.
 */
import { z } from 'zod'

const text = z.string().trim().min(1).max(20_000)
const short = z.string().trim().min(1).max(300)
const level = z.literal([1, 2, 3], 'expected a step from 1 to 3')
const measures = z
  .array(short)
  .min(1)
  .max(60)
  .refine((ids) => ids.every((id, index) => index === 0 || (ids[index - 1] ?? '') < id), {
    error: 'expected each measure once, in order of the alphabet',
  })

export const RIGHTS_ANSWERS = ['no-concern', 'concern', 'not-known'] as const
/** `not-known` is an answer and leaves the question open: it is never `no-concern`. */
export type RightsAnswerWord = (typeof RIGHTS_ANSWERS)[number]

export const rightsAnswerSchema = z
  .strictObject({
    measures,
    /** id of the question in doctrine */
    question: short,
    answer: z.enum(RIGHTS_ANSWERS),
    grounds: text,
    /** who would feel it */
    groups: text.optional(),
    severity: z.strictObject({ scale: level, scope: level, irremediability: level }).optional(),
    likelihood: level.optional(),
    /** what is done about it */
    mitigation: text.optional(),
    /** what is left of it then */
    residual: text.optional(),
  })
  .superRefine(({ answer, groups, severity, likelihood, mitigation, residual }, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (answer === 'concern') {
      if (groups === undefined) wrong('groups', 'a concern names the groups that it affects (RGT-02)')
      if (severity === undefined) wrong('severity', 'a concern says how grave it is (RGT-02)')
      if (likelihood === undefined) wrong('likelihood', 'a concern says how likely it is (RGT-02)')
      return
    }
    for (const [path, given] of Object.entries({ severity, likelihood, mitigation, residual })) {
      if (given !== undefined) wrong(path, 'belongs to a concern, and none is stated (RGT-02)')
    }
  })
/** One answer of one party to one question, about one set of measures. */
export type RightsAnswer = z.infer<typeof rightsAnswerSchema>

export const rightsSignatureSchema = z.strictObject({
  measures,
  /** the last day on which the check stands without being looked at again */
  reviewBy: z.iso.date('expected a day as YYYY-MM-DD'),
})
/** Somebody stands for the check as it was when they signed. */
export type RightsSignature = z.infer<typeof rightsSignatureSchema>

export const rightsOpeningSchema = z.strictObject({
  measures,
  procedure: z.string().regex(/^procedure:[\w.-]{1,120}$/, 'expected a procedure as procedure:slug'),
  /** why it was opened although the check leaves something open */
  reason: text.optional(),
})
/** A procedure was opened on this check. */
export type RightsOpening = z.infer<typeof rightsOpeningSchema>

/** The set of measures by which a check is named: each once, in order of the alphabet. */
export function setOfMeasures(ids: readonly string[]): string[] {
  return [...new Set(ids)].toSorted()
}
