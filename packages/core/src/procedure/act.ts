/**
 * Acts of a procedure: what somebody did on the way from a proposed measure to a decision, as it stands in the ledger.
 *
 * A procedure is one measure on its own track; it is an entity (`procedure:…`) whose statements each carry one act under
 * the property `act`. Where it stands is a pure function of its acts, the graph and the present instant: nothing else is
 * stored. All who may see a procedure see all of its acts (PRC-01): it has one marking.
 *
 * Next door: `graph.ts` says which steps there are, `read-procedure.ts` folds the acts, `weigh-act.ts` says what may be
 * done next, by whom, and why something may not.
 */
import { z } from 'zod'
import { POSITIONS } from './position.ts'

const text = z.string().trim().min(1).max(20_000)
const short = z.string().trim().min(1).max(300)
const instant = z.iso.datetime({ precision: 3 })
const party = z.string().regex(/^[A-Z][A-Z0-9-]{1,15}$/, 'expected the code of a party, e.g. EE or EEAS')
const documentRef = z.strictObject({
  /** id of the outline in doctrine, e.g. doc-draft-declaration */
  outline: short,
  title: short,
  /** version of the joint text that it carries, where it carries one */
  version: z.int().min(1).optional(),
  /** the names in its annex, where it is an act that lists */
  annex: z.array(short).min(1).optional(),
})
/** A document of a procedure: which outline it follows, what it is called, and the version of the text in it. */
export type DocumentReference = z.infer<typeof documentRef>

export const actSchema = z.discriminatedUnion('verb', [
  z.strictObject({
    verb: z.literal('open'),
    case: z.string().regex(/^case:/),
    /** id of the measure in doctrine */
    measure: short,
    /** id of the track in doctrine: the states it passes and the rule by which it is decided */
    track: short,
    path: z.enum(['normal', 'crisis']),
    title: short,
    /** the package it came from, where it came from one */
    package: short.optional(),
    /** why this measure, in a sentence */
    reason: text,
    /** for a listing: the names, one act for each */
    subjects: z.array(short).min(1).optional(),
  }),
  z.strictObject({
    verb: z.literal('propose'),
    reason: text,
    documents: z.array(documentRef).optional(),
    /** whom a listing lists, each with what tells that person or entity from others */
    listed: z
      .array(z.strictObject({ name: short, identifiedBy: short }))
      .min(1)
      .optional(),
  }),
  z.strictObject({
    verb: z.literal('put-on-agenda'),
    body: z.enum(['hwpci', 'psc', 'relex', 'coreper', 'council']),
    meeting: z.iso.date(),
    item: short.optional(),
  }),
  z.strictObject({
    verb: z.literal('circulate'),
    documents: z.array(documentRef).min(1),
    to: z.array(party).min(1),
  }),
  z.strictObject({
    verb: z.literal('state-position'),
    position: z.enum(POSITIONS),
    /** what is reserved or objected to, what would lift it */
    comment: text.optional(),
    /** the paragraph of the joint text that it concerns; the whole when absent */
    paragraph: short.optional(),
  }),
  z.strictObject({ verb: z.literal('lift-position'), paragraph: short.optional(), comment: text.optional() }),
  /** what Member States said in the room, written down by the chair; each of them can say otherwise */
  z.strictObject({
    verb: z.literal('record-positions'),
    meeting: z.iso.date(),
    positions: z
      .array(z.strictObject({ party, position: z.enum(POSITIONS), comment: text.optional() }))
      .min(1),
  }),
  z.strictObject({ verb: z.literal('invoke-brake'), reason: text }),
  z.strictObject({ verb: z.literal('withdraw-brake'), reason: text }),
  z.strictObject({ verb: z.literal('open-silence'), until: instant, version: z.int().min(1).optional() }),
  z.strictObject({ verb: z.literal('extend-silence'), until: instant, reason: text }),
  z.strictObject({ verb: z.literal('break-silence'), reason: text }),
  z.strictObject({ verb: z.literal('comment-on-silence'), comment: text }),
  z.strictObject({ verb: z.literal('close-silence') }),
  z.strictObject({ verb: z.literal('withdraw-silence'), reason: text }),
  z.strictObject({
    verb: z.literal('set-text'),
    paragraphs: z.array(z.strictObject({ id: short, text })).min(1),
    note: text.optional(),
  }),
  z.strictObject({
    verb: z.literal('amend'),
    /** id of this amendment inside the procedure */
    amendment: short,
    /** the paragraph it changes; a new one after it when `insert` is true */
    paragraph: short,
    insert: z.boolean().optional(),
    /** the proposed words; empty text deletes the paragraph */
    text: z.string().trim().max(20_000),
    reason: text.optional(),
  }),
  z.strictObject({
    verb: z.literal('decide-amendment'),
    amendment: short,
    accepted: z.boolean(),
    reason: text.optional(),
  }),
  z.strictObject({ verb: z.literal('agree-paragraph'), paragraph: short }),
  /** takes a transition of the graph that no other verb takes: forwards a file, returns it, starts a parallel track */
  z.strictObject({ verb: z.literal('move'), transition: short, reason: text.optional() }),
  z.strictObject({
    verb: z.literal('record-vote'),
    held: z.iso.date(),
    present: z.array(party).optional(),
    /** votes of absent members, each given by one that is present (TFEU Art. 239) */
    proxies: z
      .array(z.strictObject({ party, holder: party }))
      .min(1)
      .optional(),
  }),
  /** proposes an adoption that a second person confirms */
  z.strictObject({ verb: z.literal('adopt'), acts: z.array(documentRef).min(1) }),
  z.strictObject({ verb: z.literal('confirm'), confirms: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.strictObject({ verb: z.literal('publish'), where: short, on: z.iso.date(), reference: short.optional() }),
  z.strictObject({
    verb: z.literal('notify'),
    whom: z.array(short).min(1),
    how: z.enum(['direct', 'notice']),
    on: z.iso.date(),
  }),
  z.strictObject({ verb: z.literal('implement'), text, on: z.iso.date() }),
  z.strictObject({ verb: z.literal('review'), on: z.iso.date(), finding: text }),
  z.strictObject({ verb: z.literal('prolong'), until: z.iso.date(), reason: text }),
  z.strictObject({ verb: z.literal('let-lapse'), on: z.iso.date(), reason: text }),
  z.strictObject({ verb: z.literal('take-no-action'), reason: text }),
])
/** What somebody did. */
export type Act = z.infer<typeof actSchema>
export type ActVerb = Act['verb']
/** Every verb, in the order of a procedure's life. */
export const ACT_VERBS: readonly ActVerb[] = actSchema.options.map((option) => option.shape.verb.value)

/** An act on record: by whom and when. */
export interface RecordedAct {
  /** id of the statement that carries it */
  readonly statement: string
  readonly act: Act
  /** the party that acted */
  readonly party: string
  /** pseudonymous id of the person, where it was recorded; two acts that need four eyes need two of them */
  readonly person?: string
  /** the role in which the person acted */
  readonly role?: string
  /** UTC instant */
  readonly at: string
}
