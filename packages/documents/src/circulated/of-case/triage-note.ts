/**
 * Triage note: the short reason for opening a case or for leaving it at a note.
 *
 * It sets out what is known and what is not, and the tests that triage turns on; the decision is for a person to write.
 * Rests on: doctrine entry `doc-triage-note`.
 */
import { openPoint } from '../../options-paper/labels.ts'
import { opening } from '../../wording.ts'
import { EFFECTS, factLines, FACTS, politicalLine } from '../case-on-record.ts'
import type { Draft } from '../draft.ts'
import { findingLines } from '../findings-on-record.ts'
import { listed, type DocumentPlan } from '../plan.ts'

/** Is it malicious, does it come from outside, whom does it threaten? */
const TESTS = ['cyber-attack', 'external-threat', 'target-member-states', 'target-union']
const POLITICAL = ['request-by-victim', 'partners-acting', 'pattern']

export const TRIAGE_NOTE: DocumentPlan = {
  outline: 'doc-triage-note',
  ofCase: true,
  numbers: true,
  sections: {
    s1: (draft) => {
      const { say } = draft.wording
      const lines = factLines(draft, [...FACTS, ...EFFECTS])
      return listed(draft, say('casePaper.known'), lines, say('casePaper.noFact'))
    },
    s2: (draft) => writeUnknown(draft),
    s3: (draft) => {
      const { say } = draft.wording
      const lines = [
        ...findingLines(draft, TESTS),
        ...POLITICAL.flatMap((factor) => politicalLine(draft, factor)),
      ]
      return listed(draft, say('casePaper.triage'), lines, say('casePaper.noTest'))
    },
    s4: (draft) => draft.wording.say('casePaper.decisionOpen'),
    s5: (draft) => draft.wording.say('casePaper.reviewOpen'),
  },
}

/** What is unknown or contested and would decide a test, the most decisive first. */
export function writeUnknown(draft: Draft): string | undefined {
  const { say } = draft.wording
  const { decisive } = draft.dossier
  if (decisive.length > 0) draft.derived()
  const lines = decisive.map(({ property, state }) =>
    say('paper.labelled', {
      label: opening(openPoint(draft, property)),
      text: say(`verdict.${state}`),
    }),
  )
  return listed(draft, say('casePaper.unknown'), lines, say('onRecord.nothingOpen'))
}
