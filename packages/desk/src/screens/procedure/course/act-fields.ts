/**
 * What each verb of a procedure asks for: one table from verb to fields. Forms, confirmations and the history read it.
 *
 * A field stands under the name that it has in the act; its words are the texts `act.field.<label>`. What doctrine or the
 * procedure fixes (the track, the adoption to be confirmed) is no field.
 *
 * Next door: `act-draft.ts` makes an act from what was typed, `act-words.ts` says one in words.
 */
import type { ActVerb } from '@demarche/core'

/** How a field is filled in. */
type FieldKind =
  | 'text'
  | 'line'
  | 'date'
  | 'until'
  | 'body'
  | 'position'
  | 'how'
  | 'paragraph'
  | 'version'
  | 'names'
  | 'parties'
  | 'members'
  | 'documents'
  | 'acts'
  | 'listed'
  | 'positions'
  | 'proxies'

export interface FieldSpec {
  /** as in the act */
  readonly name: string
  readonly kind: FieldKind
  /** which words name it */
  readonly label: FieldLabel
  readonly required?: true
  /** a day that lies ahead, today included, or one on which it was done (PRC-33) */
  readonly when?: 'ahead' | 'done'
}

type FieldLabel =
  | 'annex'
  | 'body'
  | 'comment'
  | 'documents'
  | 'acts'
  | 'done'
  | 'finding'
  | 'held'
  | 'how'
  | 'implementedOn'
  | 'item'
  | 'lapsedOn'
  | 'listed'
  | 'meeting'
  | 'objection'
  | 'paragraph'
  | 'position'
  | 'positions'
  | 'present'
  | 'proxies'
  | 'saidOn'
  | 'prolongUntil'
  | 'publishedOn'
  | 'reason'
  | 'reference'
  | 'reviewedOn'
  | 'notifiedOn'
  | 'silenceUntil'
  | 'to'
  | 'version'
  | 'where'
  | 'whom'
  | 'says'

const reason: FieldSpec = { name: 'reason', kind: 'text', label: 'reason', required: true }
const paragraph: FieldSpec = { name: 'paragraph', kind: 'paragraph', label: 'paragraph' }
const on = (label: FieldLabel): FieldSpec => ({
  name: 'on',
  kind: 'date',
  label,
  required: true,
  ...(label === 'lapsedOn' ? {} : { when: 'done' }),
})

/** Verbs whose form stands beside the joint text, and `open`, which stands on the case. */
export const ELSEWHERE = ['open', 'set-text', 'amend', 'decide-amendment', 'agree-paragraph'] as const
type VerbElsewhere = (typeof ELSEWHERE)[number]
export type VerbHere = Exclude<ActVerb, VerbElsewhere>

export const FIELDS: Readonly<Record<VerbHere, readonly FieldSpec[]>> = {
  propose: [
    reason,
    // only where the track lists: the form leaves it out elsewhere
    { name: 'listed', kind: 'listed', label: 'listed', required: true },
    { name: 'documents', kind: 'documents', label: 'documents' },
  ],
  'put-on-agenda': [
    { name: 'body', kind: 'body', label: 'body', required: true },
    { name: 'meeting', kind: 'date', label: 'meeting', required: true, when: 'ahead' },
    { name: 'item', kind: 'line', label: 'item' },
  ],
  circulate: [
    { name: 'documents', kind: 'documents', label: 'documents', required: true },
    { name: 'to', kind: 'parties', label: 'to', required: true },
  ],
  'state-position': [
    { name: 'position', kind: 'position', label: 'position', required: true },
    paragraph,
    { name: 'comment', kind: 'text', label: 'says' },
  ],
  'record-positions': [
    { name: 'meeting', kind: 'date', label: 'saidOn', required: true, when: 'done' },
    { name: 'positions', kind: 'positions', label: 'positions', required: true },
  ],
  'lift-position': [paragraph, { name: 'comment', kind: 'text', label: 'comment' }],
  'invoke-brake': [reason],
  'withdraw-brake': [reason],
  'open-silence': [
    { name: 'until', kind: 'until', label: 'silenceUntil', required: true },
    { name: 'version', kind: 'version', label: 'version' },
  ],
  'extend-silence': [{ name: 'until', kind: 'until', label: 'silenceUntil', required: true }, reason],
  'break-silence': [{ ...reason, label: 'objection' }],
  'comment-on-silence': [{ name: 'comment', kind: 'text', label: 'comment', required: true }],
  'close-silence': [],
  'withdraw-silence': [reason],
  move: [{ name: 'reason', kind: 'text', label: 'reason' }],
  'record-vote': [
    { name: 'held', kind: 'date', label: 'held', required: true, when: 'done' },
    { name: 'present', kind: 'members', label: 'present' },
    // only where somebody is absent: the form leaves it out elsewhere
    { name: 'proxies', kind: 'proxies', label: 'proxies' },
  ],
  adopt: [{ name: 'acts', kind: 'acts', label: 'acts', required: true }],
  confirm: [],
  publish: [
    { name: 'where', kind: 'line', label: 'where', required: true },
    on('publishedOn'),
    { name: 'reference', kind: 'line', label: 'reference' },
  ],
  notify: [
    { name: 'whom', kind: 'names', label: 'whom', required: true },
    { name: 'how', kind: 'how', label: 'how', required: true },
    on('notifiedOn'),
  ],
  implement: [{ name: 'text', kind: 'text', label: 'done', required: true }, on('implementedOn')],
  review: [on('reviewedOn'), { name: 'finding', kind: 'text', label: 'finding', required: true }],
  prolong: [{ name: 'until', kind: 'date', label: 'prolongUntil', required: true }, reason],
  'let-lapse': [on('lapsedOn'), reason],
  'take-no-action': [reason],
}

/** Acts that are said again, with who will see them, before they happen. */
export const SAID_AGAIN: readonly ActVerb[] = [
  'propose',
  'circulate',
  'record-positions',
  'invoke-brake',
  'open-silence',
  'extend-silence',
  'break-silence',
  'withdraw-silence',
  'record-vote',
  'adopt',
  'confirm',
  'publish',
  'notify',
  'prolong',
  'let-lapse',
  'take-no-action',
]

/** True when the form of the verb is on the course of a procedure. */
export function isHere(verb: ActVerb): verb is VerbHere {
  return verb in FIELDS
}
