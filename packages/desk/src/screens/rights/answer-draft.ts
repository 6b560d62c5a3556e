/**
 * An answer while it is being typed: what it starts with, what is missing, and the value that goes on record.
 *
 * Next door: `answer-dialog.tsx`; core's `rightsAnswerSchema` is the contract.
 */
import { RIGHTS_ANSWERS } from '@demarche/core/incident/rights-statements.ts'
import {
  type RightsSeverity,
  SEVERITY_DIMENSIONS,
  type SeverityDimension,
} from '@demarche/core/kernel/rights-doctrine.ts'
import type { RightsAnswer } from '@demarche/core'
import { z } from 'zod'
import type { FieldFault } from '../../record/authority-draft.ts'
import type { Say } from '../../texts.ts'

const stepSchema = z.literal([0, 1, 2, 3])

export const answerDraftSchema = z.strictObject({
  answer: z.enum([...RIGHTS_ANSWERS, '']),
  grounds: z.string(),
  groups: z.string(),
  /** 0: not chosen yet */
  scale: stepSchema,
  scope: stepSchema,
  irremediability: stepSchema,
  likelihood: stepSchema,
  mitigation: z.string(),
  residual: z.string(),
})
export type AnswerDraft = Readonly<z.infer<typeof answerDraftSchema>>
export type StepField = SeverityDimension | 'likelihood'
export const STEP_FIELDS: readonly StepField[] = [...SEVERITY_DIMENSIONS, 'likelihood']

/** The draft that a form starts with: empty, or what is corrected. */
export function draftAnswer(former?: RightsAnswer): AnswerDraft {
  return {
    answer: former?.answer ?? '',
    grounds: former?.grounds ?? '',
    groups: former?.groups ?? '',
    scale: former?.severity?.scale ?? 0,
    scope: former?.severity?.scope ?? 0,
    irremediability: former?.severity?.irremediability ?? 0,
    likelihood: former?.likelihood ?? 0,
    mitigation: former?.mitigation ?? '',
    residual: former?.residual ?? '',
  }
}

/** What the steps of a field are called. */
export function scaleOf(severity: RightsSeverity, field: StepField) {
  return field === 'likelihood' ? severity.likelihood : severity.dimensions[field]
}

/** What is missing, each with the field it belongs to. RGT-02 */
export function answerFaults(t: Say, draft: AnswerDraft, severity: RightsSeverity): readonly FieldFault[] {
  const { answer } = draft
  return [
    ...(answer === '' ? [{ field: 'rights-answer', message: t('rights.fault.answer') }] : []),
    ...(draft.grounds.trim() === '' ? [{ field: 'rights-grounds', message: t('rights.fault.grounds') }] : []),
    ...(answer === 'concern' && draft.groups.trim() === ''
      ? [{ field: 'rights-groups', message: t('rights.fault.groups') }]
      : []),
    ...(answer === 'concern' ? STEP_FIELDS : [])
      .filter((field) => draft[field] === 0)
      .map((field) => ({
        field: `rights-${field}`,
        message: t('rights.fault.level', { label: scaleOf(severity, field).label }),
      })),
  ]
}

/** The answer as it goes on record; undefined while something is missing. What belongs to a concern goes with one alone. */
export function answerIn(
  draft: AnswerDraft,
  measures: readonly string[],
  question: string,
): RightsAnswer | undefined {
  const { answer, scale, scope, irremediability, likelihood } = draft
  const text = (name: 'groups' | 'mitigation' | 'residual') => {
    const words = draft[name].trim()
    return words === '' ? {} : { [name]: words }
  }
  if (answer === '' || draft.grounds.trim() === '') return undefined
  const said = { measures: [...measures], question, answer, grounds: draft.grounds.trim(), ...text('groups') }
  if (answer !== 'concern') return said
  if (scale === 0 || scope === 0 || irremediability === 0 || likelihood === 0) return undefined
  return {
    ...said,
    severity: { scale, scope, irremediability },
    likelihood,
    ...text('mitigation'),
    ...text('residual'),
  }
}
