/**
 * Statement of reasons: the public grounds for each entry of the annex.
 *
 * The grounds are the joint text, word for word; of the case only what is public may stand beside them. Rests on:
 * doctrine entry `doc-statement-of-reasons`; Regulation (EU) 2019/796 Art. 14.
 */
import { claimLines, EFFECTS, factLines, FACTS } from '../case-on-record.ts'
import type { Draft } from '../draft.ts'
import { listed, type DocumentPlan } from '../plan.ts'
import { annexCheck, forEachName, identifying, listedOn, writeAnnex, writeGrounds } from './names.ts'
import { CRITERION, type PassageFound, passagesFound, SCOPE } from './words-of-reasons.ts'

export const STATEMENT_OF_REASONS: DocumentPlan = {
  outline: 'doc-statement-of-reasons',
  isAct: true,
  keepsProposer: true,
  title: ({ wording, title }) => wording.say('reasons.title', { title }),
  numbers: true,
  sections: {
    s1: (draft) => {
      const { entries } = draft.annex
      const { say } = draft.wording
      if (entries.length === 0) return say('listing.nobody')
      draft.writer.paragraph([say('reasons.entries'), ...draft.lawOf('listing')])
      draft.writer.list(entries.map(({ name }) => name))
      return undefined
    },
    s2: (draft) => forEachName(draft, (entry) => identifying(draft, entry)),
    s3: (draft) => forEachName(draft, () => draft.blank(draft.wording.say('reasons.role'))),
    s4: (draft) =>
      listed(
        draft,
        draft.wording.say('reasons.activity'),
        factLines(draft, [...FACTS, ...EFFECTS]),
        draft.wording.say('onRecord.noPublicFact'),
      ),
    s5: (draft) => {
      draft.writer.paragraph(draft.wording.say('reasons.tie'))
      const claims = claimLines(draft)
      if (claims.length === 0) return draft.wording.say('reasons.noClaim')
      draft.writer.list(claims)
      return undefined
    },
    s6: (draft) => writePassages(draft, CRITERION, draft.wording.say('reasons.criterion')),
    s7: writeGrounds,
    s8: (draft) => writePassages(draft, SCOPE, draft.wording.say('reasons.scope')),
    s9: (draft) => forEachName(draft, (entry) => listedOn(draft, entry)),
  },
  annexes: (draft) => {
    const missing = writeAnnex(draft)
    if (missing !== undefined) return []
    const title = draft.wording.say('reasons.annex')
    return [draft.writer.close('annex', 'A', title), ...annexCheck(draft, 'B')]
  },
}

function writePassages(draft: Draft, list: readonly PassageFound[], what: string): string | undefined {
  const { say, list: sayList } = draft.wording
  return forEachName(draft, (entry) => {
    const words = passagesFound(entry, list).map((passage) => say(`reasons.passage.${passage}`))
    return words.length === 0 ? draft.blank(what) : say('reasons.found', { words: sayList(words) })
  })
}
