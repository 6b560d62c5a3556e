/**
 * What to call an act that may come next, and where it leads, where the name of its step would mislead.
 *
 * A step is named after what it does in the end: a vote after its failure, a confirmation after the adoption. Beside a
 * button that says too much. Next door: `next-acts.tsx`.
 */
import { entryOn } from '@demarche/core/procedure/graph.ts'
import type { Doctrine, NextAct, Procedure } from '@demarche/core'
import type { Say } from '../../../texts.ts'

type Known = Pick<Doctrine, 'graph' | 'tracks'>
type Standing = Pick<Procedure, 'track' | 'openedOn' | 'adoptionProposed' | 'vote'>

/** The words of a button for it. */
export function nextName(t: Say, doctrine: Known | undefined, next: NextAct, procedure: Standing): string {
  const { verb, label } = next
  if (verb === 'adopt' && procedure.adoptionProposed) return t('next.adoptAnew')
  if (verb !== 'confirm' && verb !== 'record-vote') return label
  return doctrine?.graph.verbs.find(({ id }) => id === verb)?.label ?? label
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
