/**
 * What a draft corrects or withdraws must still stand, for its author, at the moment it is recorded.
 *
 * Asked under the writer's lock, so that of two people who correct the same value at once the second is told. What the
 * author may not see stops nobody. Rule: docs/rules/recording.md, REC-07. Next door: `append.ts`.
 */
import { DemarcheError, type Fault } from '@demarche/api'
import { changesOf, type DraftStatement, inWords, isWithdrawn } from '@demarche/core'
import type { Session } from '../engine/session.ts'
import { statementsOf } from './read-statements.ts'

/** @throws DemarcheError stale-write naming each reference to what was corrected or withdrawn since, and by whom */
export async function refuseChanged(session: Session, drafts: readonly DraftStatement[]): Promise<void> {
  const faults: Fault[] = []
  for (const draft of drafts) {
    if (!draft.supersedes && !draft.retracts) continue
    const onRecord = await statementsOf(session, [draft.entity])
    for (const part of ['supersedes', 'retracts'] as const) {
      for (const [index, reference] of (draft[part] ?? []).entries()) {
        if (!isWithdrawn(onRecord, reference)) continue
        const last = changesOf(onRecord, reference).at(-1)
        const how = last?.supersedes === undefined ? 'withdrawn' : 'corrected'
        const by = last === undefined ? '' : ` by ${last.assertedBy} at ${last.assertedAt}, in ${last.id}`
        faults.push({
          place: `/${part}/${index}`,
          message: `${how} meanwhile${by}`,
          rule: 'REC-07',
          words: last
            ? inWords('act-since', { party: last.assertedBy, now: last.assertedAt })
            : inWords('changed-meanwhile'),
        })
      }
    }
  }
  if (faults.length === 0) return
  throw new DemarcheError(
    'stale-write',
    'What you change was changed by somebody else meanwhile. Look at what stands now, then decide again. Nothing of yours was recorded (rule REC-07).',
    faults,
  )
}
