/**
 * Who may propose an erasure, and who may confirm it: two people, always.
 *
 * The party that asserted a statement answers for it, so its desk officer, chair or legal adviser proposes. Somebody else,
 * who may read the statement and acts as legal adviser, chair or auditor, confirms. An administrator sees no content and
 * so does neither. Rule: docs/rules/record.md, RCD-07.
 */
import { inWords, type ReaderRole, type RefusalWords } from '@demarche/core'
import type { Session } from '../../session/session.ts'

const PROPOSING: readonly ReaderRole[] = ['desk-officer', 'chair', 'legal-adviser']
const CONFIRMING: readonly ReaderRole[] = ['legal-adviser', 'chair', 'auditor']
export const PROPOSAL_DAYS = 30

type Who = Pick<Session, 'person' | 'party' | 'role'>

/** Why that person may not propose to erase what that party asserted; null when they may. */
export function whyNotPropose({ party, role }: Who, assertedBy: string): RefusalWords | null {
  if (party === assertedBy && PROPOSING.includes(role)) return null
  return inWords('erasure-of-others', { owner: assertedBy, role, party })
}

/** Why that person may not confirm; null when they may. */
export function whyNotConfirm({ person, role }: Who, proposer: string): RefusalWords | null {
  if (person === proposer) return inWords('two-people-erase')
  if (CONFIRMING.includes(role)) return null
  return inWords('erasure-confirmed-by', { role })
}

/** Whether that person may take the proposal back: whoever made it, or a chair or legal adviser of the same party. */
export function mayWithdraw({ person, party, role }: Who, proposer: Pick<Who, 'person' | 'party'>): boolean {
  if (!PROPOSING.includes(role)) return false
  return person === proposer.person || (party === proposer.party && role !== 'desk-officer')
}
