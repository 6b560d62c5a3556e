/**
 * The documents of a procedure: which its track uses, which are adopted on it, which are on file, which this desk writes.
 *
 * In: the procedure, its track and the outlines of doctrine. Out: one line for each, what can be written first.
 */
import {
  CASE_OUTLINES,
  CIRCULATED_OUTLINES,
  OUTLINES_OF_ANY_TRACK,
} from '@demarche/api/circulated-outlines.ts'
import { entryOn } from '@demarche/core/procedure/graph.ts'
import type { Doctrine, DocumentOutline, Procedure, Track } from '@demarche/core'

export interface OfferedDocument {
  readonly outline: DocumentOutline
  /** its id where this desk writes it */
  readonly writes: (typeof CIRCULATED_OUTLINES)[number] | undefined
  /** the track of this procedure uses it */
  readonly onTrack: boolean
  /** the case writes it: it is no paper of one procedure */
  readonly ofCase: boolean
  /** silence runs on this track, and it is the message that breaks it: no step asks for it */
  readonly breaksSilence: boolean
  /** only steps after the decision ask for it, and nothing has been adopted yet */
  readonly afterAdoption: boolean
  /** it is an act that is adopted on this track */
  readonly isAct: boolean
  /** what stands on file of it, the newest last */
  readonly onFile: Procedure['documents']
}

const OPTIONS_PAPER = 'doc-options-paper'
const OBJECTION = 'doc-objection'
const PROLONGATION_NOTE = 'doc-prolongation-note'

/** What may be offered; an outline that the track does not use is left out, unless it has a place in any procedure. */
export function offeredDocuments(
  {
    track,
    openedOn,
    documents,
    adoptions,
  }: Pick<Procedure, 'track' | 'openedOn' | 'documents' | 'adoptions'>,
  doctrine: Pick<Doctrine, 'tracks' | 'documents' | 'graph'>,
): readonly OfferedDocument[] {
  const way = entryOn(doctrine.tracks, track, openedOn)
  const ids = new Set([...(way?.acts ?? []), ...(way?.documents ?? []), ...OUTLINES_OF_ANY_TRACK])
  const offered = [...ids].flatMap((id): readonly OfferedDocument[] => {
    const outline = entryOn(doctrine.documents, id, openedOn)
    if (!outline) return []
    return [
      {
        outline,
        writes: CIRCULATED_OUTLINES.find((one) => one === id),
        onTrack: way?.documents.includes(id) ?? false,
        ofCase: id === OPTIONS_PAPER || CASE_OUTLINES.some((one) => one === id),
        breaksSilence: id === OBJECTION && way?.rule === 'rule-coreu-silence',
        afterAdoption: adoptions.length === 0 && way !== undefined && comesAfter(way, id, doctrine.graph),
        isAct: way?.acts.includes(id) ?? false,
        onFile: documents.filter((one) => one.outline === id),
      },
    ]
  })
  const rank = ({ writes, onTrack, isAct, breaksSilence }: OfferedDocument) =>
    writes ? (onTrack || isAct || breaksSilence ? 0 : 1) : 2
  return offered.toSorted((a, b) => rank(a) - rank(b))
}

/** True for what this desk can write, and nothing on the track asks for or has on file. */
export function isUncalledFor({ writes, onTrack, isAct, breaksSilence, onFile }: OfferedDocument): boolean {
  return writes !== undefined && !onTrack && !isAct && !breaksSilence && onFile.length === 0
}

/** True when steps of the track ask for it, and all of them lie behind the decision. */
function comesAfter(
  { id: way, states, acts, reviewMonths }: Track,
  id: string,
  { transitions }: Pick<Doctrine['graph'], 'transitions'>,
): boolean {
  if (acts.includes(id) || OUTLINES_OF_ANY_TRACK.some((one) => one === id)) return false
  // where nothing is reviewed, prolonging is what is proposed: there the note comes first
  if (id === PROLONGATION_NOTE && reviewMonths === undefined) return false
  const place = (state: string) => states.indexOf(state)
  const own = transitions.filter(
    ({ from, to, tracks }) => place(from) >= 0 && place(to) >= 0 && (tracks?.includes(way) ?? true),
  )
  // what is reached from the decision without turning back: a blocked measure stands beside the way, not behind it
  const behind = new Set(own.flatMap(({ decides, to }) => (decides ? [to] : [])))
  for (const { from, to } of own.toSorted((a, b) => place(a.from) - place(b.from)))
    if (behind.has(from) && place(to) > place(from)) behind.add(to)
  const asking = own.filter(({ documents }) => documents.includes(id))
  return asking.length > 0 && asking.every(({ from }) => behind.has(from))
}
