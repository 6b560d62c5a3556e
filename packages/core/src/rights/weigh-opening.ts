/**
 * Whether a procedure may be opened on a rights check as the opener sees it, and what it asks for then.
 *
 * Judgement is not law: open questions and severe concerns do not forbid. They ask for a reason in writing. On the crisis
 * path the same is asked; what nobody can find out in time is answered "not known" there.
 *
 * Rules: docs/rules/rights.md, RGT-08 to RGT-10. Next door: `read-check.ts`.
 */
import { isInForce } from '../kernel/doctrine-entry.ts'
import type { CalendarDate } from '../kernel/partial-date.ts'
import type { ProcedurePath } from '../kernel/process-graph.ts'
import { inWords, type Labelled, type RefusalWords } from '../refusal/refusal-words.ts'
import type { RightsLaw } from './read-check.ts'
import type { RightsCheck } from './rights-check.ts'

/** `refused`: no check stands. `reason`: it stands, and something in it asks for a reason. `free`: it stands. */
export type OpeningWeighed =
  | { readonly opens: 'free' }
  | { readonly opens: 'reason'; readonly rule: 'RGT-09'; readonly why: string; readonly words: RefusalWords }
  | {
      readonly opens: 'refused'
      readonly rule: 'RGT-08' | 'RGT-10'
      readonly why: string
      readonly words: RefusalWords
    }

/**
 * Weighs an opening by the check of its measures.
 * @param on calendar day in Brussels
 * @returns `why` as sentences that say what is missing, or what the reason has to answer
 */
export function weighOpening(
  law: RightsLaw,
  check: RightsCheck,
  path: ProcedurePath,
  on: CalendarDate,
): OpeningWeighed {
  // nothing is asked of them, so there is nothing to sign
  if (check.questions.length === 0) return { opens: 'free' }
  if (check.standing !== 'signed') {
    const missing = `${whatIsMissing(law, check, on)} The check is of exactly these measures: ${labelsOf(law, check.measures, on)}.`
    const words = missingInWords(law, check, on)
    return path === 'crisis'
      ? {
          opens: 'refused',
          rule: 'RGT-10',
          why: `The crisis path asks for a signed rights check too. ${missing} What cannot be found out in time is answered "not known", and the reason for opening all the same goes on record.`,
          words,
        }
      : {
          opens: 'refused',
          rule: 'RGT-08',
          why: `A procedure is opened on a signed rights check. ${missing}`,
          words,
        }
  }
  const asks = [
    ...(check.open.length > 0 ? [`it is not known: ${questionLabels(law, check.open, on)}`] : []),
    ...(check.unmitigated.length > 0
      ? [`severe and without mitigation: ${questionLabels(law, check.unmitigated, on)}`]
      : []),
  ]
  if (asks.length === 0) return { opens: 'free' }
  const urgent = path === 'crisis' ? ' Urgency alone is said as such.' : ''
  return {
    opens: 'reason',
    rule: 'RGT-09',
    why: `The rights check leaves something open: ${asks.join('; ')}. It does not forbid; expected: why the procedure is opened all the same.${urgent}`,
    words: inWords('rights-check-open', {
      questions: questionsOf(law, [...check.open, ...check.unmitigated], on),
    }),
  }
}

function whatIsMissing(law: RightsLaw, check: RightsCheck, on: CalendarDate): string {
  const unanswered =
    check.unanswered.length === 0 ? '' : ` Without an answer: ${questionLabels(law, check.unanswered, on)}.`
  switch (check.standing) {
    case 'none':
      return `None is on record that you may see.${unanswered}`
    case 'unsigned':
      return `Nobody has signed it.${unanswered}`
    case 'stale':
      return `It was signed by ${check.signature?.party ?? ''} and has changed since.${unanswered}`
    case 'review-due':
      return `It was to be looked at again by ${check.signature?.reviewBy ?? ''}.`
    case 'signed':
      return ''
  }
}

function missingInWords(law: RightsLaw, check: RightsCheck, on: CalendarDate): RefusalWords {
  const measures = check.measures.map((id) => ({ label: labelsOf(law, [id], on) }))
  const questions = questionsOf(law, check.unanswered, on)
  switch (check.standing) {
    case 'unsigned':
      return inWords('rights-check-unsigned', { measures, questions })
    case 'stale':
      return inWords('rights-check-stale', { measures, questions })
    case 'review-due':
      return inWords('rights-check-review-due', { measures, day: check.signature?.reviewBy ?? on })
    default:
      return inWords('rights-check-missing', { measures })
  }
}

function questionsOf(
  { rightsCheck }: RightsLaw,
  ids: readonly string[],
  on: CalendarDate,
): readonly Labelled[] {
  return [...new Set(ids)].map((id) => ({
    label: rightsCheck?.questions.find((one) => one.id === id && isInForce(one, on))?.label ?? id,
  }))
}

function questionLabels({ rightsCheck }: RightsLaw, ids: readonly string[], on: CalendarDate): string {
  return ids
    .map((id) => {
      const question = rightsCheck?.questions.find((one) => one.id === id && isInForce(one, on))
      return question ? `${question.label} (${id})` : id
    })
    .join(', ')
}

function labelsOf({ measures }: RightsLaw, ids: readonly string[], on: CalendarDate): string {
  return ids.map((id) => measures.find((one) => one.id === id && isInForce(one, on))?.label ?? id).join('; ')
}
