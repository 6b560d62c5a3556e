/**
 * The documents of a procedure: which its track uses, which are adopted on it, which are on file, which this desk writes.
 *
 * In: the procedure, its track and the outlines of doctrine. Out: one line for each, what can be written first.
 */
import { CIRCULATED_OUTLINES } from '@demarche/api/circulated-outlines.ts'
import { entryOn } from '@demarche/core/procedure/graph.ts'
import type { Doctrine, DocumentOutline, Procedure } from '@demarche/core'

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
  /** it is an act that is adopted on this track */
  readonly isAct: boolean
  /** what stands on file of it, the newest last */
  readonly onFile: Procedure['documents']
}

const OPTIONS_PAPER = 'doc-options-paper'
const OBJECTION = 'doc-objection'

/** What may be offered; an outline that neither the track uses nor this desk writes is left out. */
export function offeredDocuments(
  { track, openedOn, documents }: Pick<Procedure, 'track' | 'openedOn' | 'documents'>,
  doctrine: Pick<Doctrine, 'tracks' | 'documents'>,
): readonly OfferedDocument[] {
  const way = entryOn(doctrine.tracks, track, openedOn)
  const ids = new Set([...(way?.acts ?? []), ...(way?.documents ?? []), ...CIRCULATED_OUTLINES])
  const offered = [...ids].flatMap((id): readonly OfferedDocument[] => {
    const outline = entryOn(doctrine.documents, id, openedOn)
    if (!outline) return []
    return [
      {
        outline,
        writes: CIRCULATED_OUTLINES.find((one) => one === id),
        onTrack: way?.documents.includes(id) ?? false,
        ofCase: id === OPTIONS_PAPER,
        breaksSilence: id === OBJECTION && way?.rule === 'rule-coreu-silence',
        isAct: way?.acts.includes(id) ?? false,
        onFile: documents.filter((one) => one.outline === id),
      },
    ]
  })
  const rank = ({ writes, onTrack, isAct, breaksSilence }: OfferedDocument) =>
    writes ? (onTrack || isAct || breaksSilence ? 0 : 1) : 2
  return offered.toSorted((a, b) => rank(a) - rank(b))
}
