/**
 * On whose word: the source, grading, confidence and marking of what is put on record.
 *
 * Starts at the marking of the case, or of what is corrected; going below it asks for the right and a reason.
 */
import type { StatementInput } from '@demarche/api'
import { DISTRIBUTIONS, type Marking, TLP_LABELS } from '@demarche/core/kernel/marking.ts'
import { isLowered } from '@demarche/core/kernel/starting-marking.ts'
import { dayInBrussels } from '@demarche/core/kernel/brussels-day.ts'
import { earliestDay, isPartialDate } from '@demarche/core/kernel/partial-date.ts'
import { CONFIDENCES, CREDIBILITIES, RELIABILITIES, type Statement } from '@demarche/core/kernel/statement.ts'
import { z } from 'zod'
import type { Say } from '../texts.ts'
import { draftMarking, type MarkingDraft, markingDraftSchema, markingIn } from './marking-draft.ts'

export const authorityDraftSchema = markingDraftSchema.extend({
  document: z.string(),
  date: z.string(),
  locator: z.string(),
  address: z.string(),
  party: z.string(),
  verified: z.boolean(),
  note: z.string(),
  /** items of evidence that it rests on */
  evidence: z.array(z.string()),
  reliability: z.enum(RELIABILITIES),
  credibility: z.enum(CREDIBILITIES),
  confidence: z.enum([...CONFIDENCES, '']),
  reason: z.string(),
})
export type AuthorityDraft = Readonly<z.infer<typeof authorityDraftSchema>>

/** Where what is corrected was taken from: the same document may be named again, by choice. */
export type FormerSource = Pick<
  AuthorityDraft,
  'document' | 'date' | 'locator' | 'address' | 'party' | 'note' | 'evidence' | 'reliability'
>

export function formerSourceOf({ source, grading }: Pick<Statement, 'source' | 'grading'>): FormerSource {
  return {
    document: source.document,
    date: source.date ?? '',
    locator: source.locator ?? '',
    address: source.address ?? '',
    party: source.party ?? '',
    note: source.note ?? '',
    evidence: [...(source.evidence ?? [])],
    reliability: grading.reliability,
  }
}

export interface FieldFault {
  readonly field: string
  readonly message: string
}

/** Words for a choice of the draft, found again among the allowed ones. */
export const CHOICES = { RELIABILITIES, CREDIBILITIES, CONFIDENCES, DISTRIBUTIONS, TLP_LABELS }

/** Starts without a source, and without the word that it was read: neither is ever said for the author. */
export function draftAuthority(marking: Marking): AuthorityDraft {
  return {
    document: '',
    date: '',
    locator: '',
    address: '',
    party: '',
    verified: false,
    note: '',
    evidence: [],
    reliability: 'F',
    credibility: '6',
    confidence: '',
    ...draftMarking(marking),
    reason: '',
  }
}

/** What a person judges themselves today: the source is their judgement. @param document what it is called */
export function draftJudgement(marking: Marking, document: string): AuthorityDraft {
  return {
    ...draftAuthority(marking),
    document,
    date: dayInBrussels(new Date().toISOString()),
    verified: true,
  }
}

/** True when the draft may be read by more people than the marking it started from. */
export function lowers(draft: MarkingDraft, parent: Marking | null): boolean {
  return parent !== null && isLowered(markingIn(draft), parent)
}

/**
 * What is missing, cannot be read or is not for this person, each with the field it belongs to.
 * @param parent where the marking started; null for a new case
 */
export function authorityFaults(
  draft: AuthorityDraft,
  parent: Marking | null,
  needsReason: boolean,
  t: Say,
  mayLower = true,
): readonly FieldFault[] {
  const faults: FieldFault[] = []
  if (draft.document.trim() === '') faults.push({ field: 'source-document', message: t('fault.document') })
  const date = draft.date.trim()
  if (date !== '' && !isPartialDate(date)) {
    faults.push({ field: 'source-date', message: t('fault.date', { seen: draft.date }) })
  } else if (isPartialDate(date) && earliestDay(date) > dayInBrussels(new Date().toISOString())) {
    faults.push({ field: 'source-date', message: t('fault.dateAhead') })
  }
  if (draft.reason.trim() === '' && (needsReason || lowers(draft, parent))) {
    faults.push({ field: 'source-reason', message: needsReason ? t('fault.reason') : t('fault.lowering') })
  }
  if (!mayLower && lowers(draft, parent)) {
    faults.push({ field: 'marking-tlp', message: t('fault.lowerRight') })
  }
  return faults
}

type Authority = Pick<StatementInput, 'source' | 'grading' | 'confidence' | 'marking' | 'reason'>

/** The draft as the contract wants it. */
export function toAuthority(draft: AuthorityDraft): Authority {
  const given = (name: 'date' | 'locator' | 'address' | 'party' | 'note') => {
    const text = draft[name].trim()
    return text === '' ? {} : { [name]: text }
  }
  return {
    source: {
      document: draft.document.trim(),
      verified: draft.verified,
      ...given('date'),
      ...given('locator'),
      ...given('address'),
      ...given('party'),
      ...given('note'),
      ...(draft.evidence.length === 0 ? {} : { evidence: [...draft.evidence] }),
    },
    grading: { reliability: draft.reliability, credibility: draft.credibility },
    marking: markingIn(draft),
    ...(draft.confidence === '' ? {} : { confidence: draft.confidence }),
    ...(draft.reason.trim() === '' ? {} : { reason: draft.reason.trim() }),
  }
}
