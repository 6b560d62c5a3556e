/**
 * The contract for markings and access: what may be marked how, who may see what and why, lists, views of other parties.
 *
 * Who may see a thing is told only to those who see it. Next door: `routes.ts` for the rest of the contract.
 */
import { markingSchema } from '@demarche/core'
import type { AccessReason, Ceiling, Dossier, Marking, RefusalWords, Statement } from '@demarche/core'
import { z } from 'zod'

const reason = z.string().trim().min(1).max(2000)
const person = z.string().regex(/^person:[0-9a-f]{16}$/, 'expected person: and 16 hexadecimal digits')

/** GET /api/marking: what the reader may choose when marking something. */
export const markingChoiceQuerySchema = z.strictObject({
  /** the case or the record to which something is added, or the statement that is corrected */
  parent: z
    .string()
    .regex(
      /^(?:[a-z][a-z-]{1,59}:[\w.-]{1,120}|[0-9a-f]{64})$/,
      'expected case:slug, a record as kind:slug, or the id of a statement',
    )
    .optional(),
})
export interface MarkingChoiceAnswer {
  /** where a new statement starts (REC-06); null without a parent */
  readonly parent: Marking | null
  /** nothing above this enters the desk (ACS-01) */
  readonly desk: Ceiling
  /** the highest marking that the reader may see */
  readonly own: Ceiling
  /** true: the reader may go below the parent, with a reason */
  readonly mayLower: boolean
  /** what is marked for everybody of the portfolio stands on the public page at once (STK-01) */
  readonly publicPage: boolean
  /** the need-to-know lists on which the reader stands */
  readonly lists: readonly { readonly entity: string; readonly name: string }[]
}

/** POST /api/statements/:id/marking: marks a statement anew; acts of a procedure are marked together. */
export const remarkSchema = z.strictObject({ marking: markingSchema, reason })
export type RemarkInput = z.input<typeof remarkSchema>
export interface RemarkAnswer {
  /** the statement with the marking that counts from now on */
  readonly statement: Statement
  /** how many statements were marked anew: all acts, where it is one of a procedure */
  readonly marked: number
}

/** GET /api/statements/:id/marking: how it was marked anew, oldest first, as far as the reader may see that. */
export interface MarkingHistoryAnswer {
  readonly marking: Marking
  readonly changes: readonly {
    readonly at: string
    readonly party: string
    /** who did it, where the reader may know (ACS-13) */
    readonly name: string | null
    /** the marking until then, in words */
    readonly before: string
    readonly after: Marking
    readonly reason: string
  }[]
}

/** POST /api/statements/:id/marking/look: what a new marking would do; nothing is recorded. */
export const lookAtRemarkSchema = z.strictObject({ marking: markingSchema })
export interface RemarkEffectAnswer {
  readonly before: Marking
  readonly after: Marking
  /** `lowered`: somebody could read it who may not now */
  readonly change: 'none' | 'raised' | 'lowered'
  /** why the reader may not do this; null when nothing stands in the way that can be said before */
  readonly refusal: {
    readonly message: string
    readonly rule: string
    /** the same for another language than English */
    readonly words?: RefusalWords
  } | null
  /** statements that would be marked anew */
  readonly statements: number
  readonly parties: readonly (Pick<PartyAccess, 'party' | 'name'> & { readonly gains: boolean })[]
  readonly people: readonly (Pick<PersonAccess, 'person' | 'name' | 'party'> & { readonly gains: boolean })[]
}

/** GET /api/access/:object: why the reader may see it, and who else may. */
export const accessQuerySchema = z.strictObject({
  /** the outline of a document made from the case or procedure */
  document: z
    .string()
    .regex(/^(?:options-paper|doc-[a-z-]{1,60})$/, 'expected options-paper or doc-…')
    .optional(),
})
/** `part`: some of the statements; of a document nobody sees a part. */
export type Extent = 'all' | 'part' | 'nothing'
export interface PartyAccess {
  readonly party: string
  readonly name: string
  readonly sees: Extent
  readonly because: string
}
export interface PersonAccess extends PartyAccess {
  /** pseudonym */
  readonly person: string
  readonly isYou: boolean
}
export interface AccessAnswer {
  readonly object: string
  readonly kind: 'statement' | 'case' | 'record' | 'procedure' | 'list' | 'erasure' | 'document'
  /** the highest marking of what the reader sees of it */
  readonly marking: Marking
  /** each marking in it, with the rules by which the reader may read what carries it */
  readonly labels: readonly {
    readonly marking: Marking
    readonly assertedBy: string
    readonly statements: number
    readonly reasons: readonly AccessReason[]
  }[]
  /** people of the reader's own party, and of any party where they share a need-to-know list with the reader */
  readonly people: readonly PersonAccess[]
  /** every party that the desk knows, by the markings alone: not whether anybody of it has an account */
  readonly parties: readonly PartyAccess[]
}

/** POST /api/need-to-know: makes a list; its maker stands on it. */
export const newListSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  members: z.array(person).max(200).default([]),
})
export type NewListInput = z.input<typeof newListSchema>
export const listParamsSchema = z.strictObject({
  list: z.string().regex(/^list:[a-z0-9]{12}$/, 'expected list: and 12 lower-case letters or digits'),
})
export const listMemberParamsSchema = listParamsSchema.extend({ person })
/** POST /api/need-to-know/:list/members; DELETE /api/need-to-know/:list/members/:person */
export const addMemberSchema = z.strictObject({ person })
export interface KnownPerson {
  readonly person: string
  readonly name: string
  readonly party: string
}
export interface NeedToKnowList {
  readonly entity: string
  readonly name: string
  readonly members: readonly KnownPerson[]
  /** of what stands on the list */
  readonly marking: Marking
  /** pseudonym of whoever made it; stays on it */
  readonly maker: string
  readonly madeAt: string
  readonly changedAt: string
}
/** GET /api/need-to-know: the lists on which the reader stands. */
export interface NeedToKnowAnswer {
  readonly lists: readonly NeedToKnowList[]
}
/** GET /api/need-to-know/people: who may be put on a list; people of other parties only by whole name or address. */
export const findPeopleQuerySchema = z.strictObject({ who: z.string().trim().max(200).optional() })
export interface FindPeopleAnswer {
  readonly people: readonly KnownPerson[]
}

/** `?as=PARTY` of a dossier and of papers: as a delegate of that party would get it. */
export const previewPartySchema = z
  .string()
  .regex(/^[A-Za-z][\w.-]{0,62}$/, 'expected the code of a party, e.g. FR')
export interface Preview {
  readonly party: string
  readonly name: string
  /** the ceiling taken for a delegate of that party */
  readonly ceiling: Ceiling
  readonly statements: { readonly shown: number; readonly withheld: number }
  /** properties of the facts that the reader sees and that party would not */
  readonly withheldFacts: readonly string[]
  /** properties of the facts that would read otherwise */
  readonly differentFacts: readonly string[]
}
export type PreviewedDossier = Dossier & { readonly preview?: Preview }
