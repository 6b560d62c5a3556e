/**
 * What to call an act that may come next, and where it leads, where its plain name would say too much: an adoption that
 * waits for a second person, a vote that may turn out either way. Next door: `next-acts.tsx`.
 */
import { entryOn } from '@demarche/core/procedure/graph.ts'
import type { Doctrine, NextAct, Procedure } from '@demarche/core'
import type { Say } from '../../../texts.ts'

type Known = Pick<Doctrine, 'tracks'>
type Standing = Pick<Procedure, 'track' | 'openedOn' | 'adoptionProposed' | 'vote'>

/** The words of a button for it. */
export function nextName(t: Say, { verb, label, leadsTo }: NextAct, procedure: Standing): string {
  if (verb === 'put-on-agenda' && leadsTo === undefined) return t('next.furtherAgenda')
  return verb === 'adopt' && procedure.adoptionProposed ? t('next.adoptAnew') : label
}

/** Where it leads, in a sentence; undefined where it takes no step. */
export function nextLeads(
  t: Say,
  doctrine: Known | undefined,
  { verb, leadsTo }: NextAct,
  procedure: Standing,
): string | undefined {
  if (leadsTo === undefined) return undefined
  const track = doctrine && entryOn(doctrine.tracks, procedure.track, procedure.openedOn)
  if (verb === 'adopt' && track?.fourEyes) return t('next.leadsToAfterConfirmation', { state: leadsTo })
  if (verb === 'record-vote' && procedure.vote?.outcome?.verdict !== 'false')
    return t('next.leadsToIfFailed', { state: leadsTo })
  return t('next.leadsTo', { state: leadsTo })
}
