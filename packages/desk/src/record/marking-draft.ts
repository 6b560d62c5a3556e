/** A marking while it is being chosen; every form that marks something uses it. Next door: `marking-fields.tsx`. */
import { type Marking, markingSchema } from '@demarche/core/kernel/marking.ts'
import { z } from 'zod'

export const markingDraftSchema = markingSchema.extend({
  // none yet, while parties are being chosen
  releasableTo: z.array(z.string()).optional(),
})
export type MarkingDraft = Readonly<z.infer<typeof markingDraftSchema>>

export function draftMarking({ distribution, tlp, releasableTo, needToKnow }: Marking): MarkingDraft {
  return { distribution, tlp, releasableTo, needToKnow }
}

/** The draft as the contract wants it. */
export function markingIn({ distribution, tlp, releasableTo, needToKnow }: MarkingDraft): Marking {
  return {
    distribution,
    tlp,
    ...(releasableTo && releasableTo.length > 0 ? { releasableTo: [...releasableTo] } : {}),
    ...(needToKnow === undefined ? {} : { needToKnow }),
  }
}
