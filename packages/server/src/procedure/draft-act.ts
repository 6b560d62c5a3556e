/**
 * The statement that puts an act on record: what was done, by whom in which role, after which act.
 *
 * `follows` names the act before it. It keeps two acts of the same words apart, and lets the ledger refuse an act that
 * rests on something that is no longer the last. Next door: `record-act.ts`. Rules: docs/rules/procedure.md, PRC-01.
 */
import { type Act, type DraftStatement, type Marking } from '@demarche/core'

export const PROCEDURE_KIND = 'procedure'

export interface ActToRecord {
  readonly entity: string
  readonly act: Act
  readonly party: string
  readonly person: string
  readonly role: string
  readonly at: Date
  readonly marking: Marking
  /** id of the act before it; absent for the first one */
  readonly follows?: string
}

/** The draft of that statement. The desk itself is the source: it saw the act. */
export function draftAct({
  entity,
  act,
  party,
  person,
  role,
  at,
  marking,
  follows,
}: ActToRecord): DraftStatement {
  return {
    entity,
    kind: PROCEDURE_KIND,
    assertions: [
      { property: 'act', value: act },
      { property: 'actor', value: { person, role } },
      ...(follows === undefined ? [] : [{ property: 'follows', value: follows }]),
    ],
    source: { document: 'Act recorded at this desk', party, verified: true },
    grading: { reliability: 'A', credibility: '1' },
    marking,
    assertedBy: party,
    recordedBy: person,
    assertedAt: at.toISOString(),
  }
}
