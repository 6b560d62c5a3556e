/**
 * A measure in a paper of a listing: its name and the basis on which it rests, with the provision.
 *
 * Next door: `listing-proposal.ts`, `implementation-report.ts`.
 */
import type { Measure } from '@demarche/core'
import type { Words } from '../../paper-writer.ts'
import { sentence } from '../../wording.ts'
import type { Draft } from '../draft.ts'

export function measureInFull(draft: Draft, { id, label, legalBasis, source, verified }: Measure): Words {
  const { wording } = draft
  const name = wording.label('measures', id, label)
  return [`${name}. `, wording.onRecord(sentence(legalBasis)), ...draft.law(source, verified)]
}
