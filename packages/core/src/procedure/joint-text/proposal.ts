/**
 * An amendment while the acts are read, and as it stands when they are.
 *
 * Next door: `read-joint-text.ts` reads the acts, `joint-text.ts` has the shape.
 */
import type { Act } from '../act.ts'
import type { Deed, TextAmendment } from './joint-text.ts'

export interface Proposal {
  readonly deed: Deed
  readonly act: Extract<Act, { verb: 'amend' }>
  readonly base: { readonly version: number; readonly text: string }
  decision?: { readonly deed: Deed; readonly accepted: boolean; readonly reason: string | undefined }
  version?: number
  became?: string
}

/** @param now the words of its paragraph as they stand; empty where it has gone */
export function amendmentOf(
  { deed, act, base, decision, version, became }: Proposal,
  now: string,
): TextAmendment {
  return {
    ...deed,
    amendment: act.amendment,
    paragraph: act.paragraph,
    kind: act.insert ? 'insert' : act.text === '' ? 'delete' : 'replace',
    text: act.text,
    ...(act.reason === undefined ? {} : { reason: act.reason }),
    base,
    state: decision ? (decision.accepted ? 'accepted' : 'rejected') : 'pending',
    baseChanged: decision === undefined && now !== base.text,
    ...(decision
      ? {
          decision: {
            ...decision.deed,
            ...(decision.reason === undefined ? {} : { reason: decision.reason }),
          },
        }
      : {}),
    ...(version === undefined ? {} : { version }),
    ...(became === undefined ? {} : { became }),
  }
}
