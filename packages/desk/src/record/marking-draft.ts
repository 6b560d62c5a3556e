/** A marking while it is being chosen; every form that marks something uses it. Next door: `marking-fields.tsx`. */
import type { Distribution, Marking, TlpLabel } from '@demarche/core/kernel/marking.ts'

export interface MarkingDraft {
  readonly distribution: Distribution
  readonly tlp: TlpLabel
  readonly releasableTo: Marking['releasableTo']
  readonly needToKnow: Marking['needToKnow']
}

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
