/**
 * The contract for procedures: proposed measures on their way to a joint decision.
 *
 * An act is one shape for all verbs (`actSchema` of core); the answer to every question is what core read from the acts.
 * Next door: `routes.ts` for the rest of the contract.
 */
import { actSchema, markingSchema, PROCEDURE_PATHS } from '@demarche/core'
import type {
  JointText,
  Marking,
  MeetingView,
  NextAct,
  PopulationTable,
  Procedure,
  ProcedureStanding,
  RecordedAct,
  RightsCheck,
  Statement,
} from '@demarche/core'
import { z } from 'zod'
import { previewPartySchema } from './access.ts'
import { DOCUMENT_FORMATS } from './document-formats.ts'
import { paperLanguageSchema } from './paper-language.ts'

/** An instant in UTC: what is read as it stood then. */
const instant = z.iso.datetime()
const short = z.string().trim().min(1).max(300)

/** The bodies that meet, from the working party to the Council. */
export const MEETING_BODIES = ['hwpci', 'psc', 'relex', 'coreper', 'council'] as const
export type MeetingBody = (typeof MEETING_BODIES)[number]

/** POST /api/cases/:entity/procedures: opens one measure on its own track. */
export const openProcedureSchema = z.strictObject({
  /** id of the measure in doctrine; its track follows from it */
  measure: short,
  path: z.enum(PROCEDURE_PATHS),
  title: short,
  package: short.optional(),
  reason: z.string().trim().min(1).max(20_000),
  subjects: z.array(short).min(1).optional(),
  /** why it is opened although its rights check leaves something open (RGT-09) */
  rightsReason: z.string().trim().min(1).max(20_000).optional(),
  /** of the procedure and of all its acts */
  marking: markingSchema,
})
export type OpenProcedureInput = z.input<typeof openProcedureSchema>
export interface OpenProcedureAnswer {
  readonly entity: string
  readonly statement: Statement
}

/** GET /api/procedures: those that the reader may see, of one case when it is named. */
export const procedureListQuerySchema = z.strictObject({
  case: z.string().max(140).optional(),
  at: instant.optional(),
})
/** A procedure with what stands beside it in the ledger. */
export interface ProcedureOnRecord {
  readonly entity: string
  readonly procedure: Procedure
  readonly marking: Marking
  /** the name of its case, as the reader may see it; null when the reader may see nothing of the case */
  readonly caseName: string | null
  /** id of the last act: an act that rests on what was shown names it */
  readonly head: string
}
/** As a list shows it: where it stands, without all that was said and done on the way. */
export interface ProcedureInList extends Omit<ProcedureOnRecord, 'procedure'> {
  readonly procedure: ProcedureStanding
}
export interface ProcedureListAnswer {
  readonly at: string
  readonly procedures: readonly ProcedureInList[]
}

/** GET /api/cases/:entity/procedures-elsewhere: those of other desks, as archives brought them here. */
export const proceduresElsewhereQuerySchema = z.strictObject({ at: instant.optional() })
/** A procedure that was run at another desk: there to be read alone (RCD-15). */
export interface ProcedureElsewhere {
  readonly entity: string
  /** the highest of all that is shown of it */
  readonly marking: Marking
  /** the fingerprint of the key with which that desk signed, and the party whose desk it says it is */
  readonly desk: string
  readonly party: string | null
  /** the instant of the last archive, or that asked for where it is earlier */
  readonly at: string
  /** what it was opened for; null where the opening may not be seen */
  readonly title: string | null
  /** id of the measure in doctrine, and its name there */
  readonly measure: string | null
  readonly measureLabel: string | null
  /** where it stood then, by this desk's doctrine; null where that cannot be read */
  readonly standing: StandingElsewhere | null
  /** why it cannot be read: an act that is spoken of is not here, or this desk's doctrine has no such way */
  readonly unread: 'gap' | 'doctrine' | null
  /** in order; ids, parties and instants are those of that desk */
  readonly acts: readonly RecordedAct[]
  /** what an earlier archive held and the last one does not */
  readonly parted: readonly RecordedAct[]
  readonly text: JointText
}
export type StandingElsewhere = Pick<
  Procedure,
  'trackLabel' | 'path' | 'outcome' | 'state' | 'positions' | 'history' | 'ignored' | 'silence'
>
export interface ProceduresElsewhereAnswer {
  readonly procedures: readonly ProcedureElsewhere[]
}

/** GET /api/procedures/:entity */
export const procedureQuerySchema = z.strictObject({ at: instant.optional() })
export interface ProcedureAnswer extends ProcedureOnRecord {
  /** the instant for which it was read, UTC */
  readonly at: string
  /** what may be done next, by the reader and by others, and why something may not; empty when an earlier instant is asked for */
  readonly next: readonly NextAct[]
  readonly text: JointText
  /** for counting what would happen if States moved; null where the pack has no table for the day */
  readonly population: PopulationTable | null
  /** the Member State that holds the Presidency on that day, where the pack knows it */
  readonly presidency: string | null
  /** the rights check on which it was opened, as it stood then; null where none is on record that the reader may see */
  readonly rights: RightsOfProcedure | null
}
export interface RightsOfProcedure {
  readonly check: RightsCheck
  /** why it was opened although the check left something open */
  readonly reason?: string
}

/** POST /api/procedures/:entity/acts */
export const recordActSchema = z.strictObject({
  act: actSchema,
  /** the head that the person saw when acting */
  follows: z.string().regex(/^[0-9a-f]{64}$/, 'expected the id of the last act that was shown'),
})
export interface RecordActAnswer {
  readonly statement: Statement
}

/** GET /api/meetings/:body: everything on the table at its next meeting, or at that of a day. */
export const meetingQuerySchema = z.strictObject({ on: z.iso.date().optional() })
export interface MeetingAnswer {
  readonly view: MeetingView
  /** names of the cases on the table, as far as the reader may see them */
  readonly caseNames: Readonly<Record<string, string>>
  /** the highest marking on the table */
  readonly marking: Marking
}

/** GET /api/procedures/:entity/documents/:outline: bytes. */
export const circulatedDocumentQuerySchema = z.strictObject({
  format: z.enum(DOCUMENT_FORMATS),
  language: paperLanguageSchema,
  version: z.coerce.number().int().min(1).optional(),
  as: previewPartySchema.optional(),
})
