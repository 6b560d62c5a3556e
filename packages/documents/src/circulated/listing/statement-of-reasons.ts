/**
 * Statement of reasons: the public grounds for each entry of the annex.
 *
 * The grounds are the joint text, word for word; of the case only what is public may stand beside them. Rests on:
 * doctrine entry `doc-statement-of-reasons`; Regulation (EU) 2019/796 Art. 14.
 */
import { formatPartialDate } from '@demarche/core'
import { sayList } from '../../wording.ts'
import { claimLines, EFFECTS, factLines, FACTS } from '../case-on-record.ts'
import { blank, type Draft, orBlank } from '../draft.ts'
import { listed, type DocumentPlan } from '../plan.ts'
import { dayOfListing } from './doing.ts'
import { annexCheck, forEachName, writeAnnex, writeGrounds } from './names.ts'
import { CRITERION, SCOPE, type Wording, wordsFound } from './words-of-reasons.ts'

export const STATEMENT_OF_REASONS: DocumentPlan = {
  outline: 'doc-statement-of-reasons',
  isAct: true,
  keepsProposer: true,
  title: (draft) => `Statement of reasons: ${draft.title}`,
  numbers: true,
  sections: {
    s1: (draft) => {
      const { entries } = draft.annex
      if (entries.length === 0) return 'nobody has been named for the listing.'
      draft.writer.paragraph(['One entry of the annex for each:', ...draft.lawOf('listing')])
      draft.writer.list(entries.map(({ name }) => name))
      return undefined
    },
    s2: (draft) =>
      forEachName(draft, ({ identifiedBy }) =>
        orBlank(identifiedBy, 'what identifies this entry, where available'),
      ),
    s3: (draft) => forEachName(draft, () => blank('the function or role, as it can be shown')),
    s4: (draft) =>
      listed(
        draft,
        'What is public about the activity:',
        factLines(draft, [...FACTS, ...EFFECTS]),
        'no public fact of the case; each needs a release by its originator.',
      ),
    s5: (draft) => {
      draft.writer.paragraph(
        'That each name is tied to the activity has to follow from the grounds below. Claims that are public and stand beside them:',
      )
      const claims = claimLines(draft)
      if (claims.length === 0) return 'no public claim of attribution.'
      draft.writer.list(claims)
      return undefined
    },
    s6: (draft) => writeWording(draft, CRITERION, 'the words of the criterion of Article 3(3)'),
    s7: writeGrounds,
    s8: (draft) => writeWording(draft, SCOPE, 'the words of the scope of Article 1'),
    s9: (draft) =>
      forEachName(draft, ({ listedOn }) =>
        orBlank(listedOn && formatPartialDate(listedOn), dayOfListing(draft)),
      ),
  },
  annexes: (draft) => {
    const missing = writeAnnex(draft)
    if (missing !== undefined) return []
    return [draft.writer.close('annex', 'A', 'The entries as the acts have them'), ...annexCheck(draft, 'B')]
  },
}

function writeWording(draft: Draft, list: readonly Wording[], what: string): string | undefined {
  return forEachName(draft, (entry) => {
    const words = wordsFound(entry, list)
    return words.length === 0
      ? blank(what)
      : `the grounds use the words ${sayList(words)}; whether they carry them is for people to read`
  })
}
