/**
 * The form of a new case as it is kept in this tab until the case is on record: a reload takes nothing.
 *
 * What cannot be read back, such as the form of an earlier version of the desk, is no form. Next door: `useTyped`.
 */
import { WORKING } from '@demarche/core/kernel/marking.ts'
import { z } from 'zod'
import { type AuthorityDraft, CHOICES, draftAuthority } from '../../record/authority-draft.ts'
import type { Raw } from '../../record/raw-value.ts'
import type { Typed } from '../procedure/text/typed.ts'

export interface NewCaseDraft {
  readonly raws: Readonly<Record<string, Raw>>
  readonly authority: AuthorityDraft
}

const rawsSchema = z.record(
  z.string(),
  z.union([z.string(), z.array(z.string()), z.record(z.string(), z.string())]),
)
const authoritySchema = z.strictObject({
  document: z.string(),
  date: z.string(),
  locator: z.string(),
  address: z.string(),
  party: z.string(),
  verified: z.boolean(),
  note: z.string(),
  reliability: z.enum(CHOICES.RELIABILITIES),
  credibility: z.enum(CHOICES.CREDIBILITIES),
  confidence: z.union([z.enum(CHOICES.CONFIDENCES), z.literal('')]),
  distribution: z.enum(CHOICES.DISTRIBUTIONS),
  tlp: z.enum(CHOICES.TLP_LABELS),
  releasableTo: z.array(z.string()).optional(),
  needToKnow: z.string().optional(),
  reason: z.string(),
})

/** An empty form, which starts at the working marking. */
export function emptyForm(): NewCaseDraft {
  return { raws: {}, authority: draftAuthority(WORKING) }
}

export function writeForm({ raws, authority }: NewCaseDraft): Typed {
  return { raws: JSON.stringify(raws), authority: JSON.stringify(authority) }
}

/** The form that was kept; an empty one where none was, or none that can be read. */
export function readForm(kept: Typed | null): NewCaseDraft {
  const raws = rawsSchema.safeParse(parsed(kept?.['raws']))
  const authority = authoritySchema.safeParse(parsed(kept?.['authority']))
  if (!raws.success || !authority.success) return emptyForm()
  const { releasableTo, needToKnow, ...rest } = authority.data
  return { raws: raws.data, authority: { ...rest, releasableTo, needToKnow } }
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
