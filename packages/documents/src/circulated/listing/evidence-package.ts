/**
 * Evidence package, its disclosable part: what can be shown to the listed person and must stand in court.
 *
 * Items stand in it by number and disclosable summary; names of items, originators and sources are kept out, and what may
 * not leave is neither named nor counted. Rests on: doctrine entry `doc-evidence-package` (standard recalled).
 */
import { formatPartialDate } from '@demarche/core'
import type { Words } from '../../paper-writer.ts'
import { sayList } from '../../wording.ts'
import { blank, type Draft, orBlank } from '../draft.ts'
import type { DocumentPlan, SectionWriter } from '../plan.ts'
import { claimsOn, type DisclosableItem, disclosableItems } from './evidence-on-record.ts'

const NONE = 'no item of evidence that may be disclosed.'

export const EVIDENCE_PACKAGE: DocumentPlan = {
  outline: 'doc-evidence-package',
  title: (draft) => `Evidence package (disclosable part): ${draft.title}`,
  status: () => 'Draft',
  keepsProposer: true,
  numbers: true,
  sections: {
    s1: (draft) => {
      const items = carried(draft)
      draft.writer.table(
        'Items of evidence, by number',
        [
          ['No', 8],
          ['Kind', 24],
          ['Day', 18],
          ['Reference in the file', 50],
        ],
        items.map((item): Words[] => [
          String(item.number),
          orBlank(item.category, 'kind'),
          orBlank(item.acquired && formatPartialDate(item.acquired), 'day'),
          blank('number of the working document'),
        ]),
      )
      return items.length === 0 ? NONE : undefined
    },
    s2: summaries(({ isOpenSource }) => isOpenSource, 'no item from public sources that may be disclosed.'),
    s3: summaries(({ isOpenSource }) => !isOpenSource, 'no report or other item with a right to release it.'),
    s4: writeChain,
    s5: () => 'this desk keeps no translations; each item that is not in the language of the case needs one.',
    s6: writeClosed,
  },
}

function carried(draft: Draft): readonly DisclosableItem[] {
  const items = disclosableItems(draft)
  for (const { marking } of items) draft.carry(marking)
  return items
}

function summaries(of: (item: DisclosableItem) => boolean, missing: string): SectionWriter {
  return (draft) => {
    const items = carried(draft).filter(of)
    if (items.length === 0) return missing
    draft.writer.list(
      items.map((item): Words => [
        `Item ${item.number}, `,
        ...[orBlank(item.acquired && formatPartialDate(item.acquired), 'day')].flat(),
        `: ${item.summary}`,
      ]),
    )
    return undefined
  }
}

function writeChain(draft: Draft): string | undefined {
  const rows = carried(draft).map((item): Words[] => [
    `Item ${item.number}`,
    orBlank(sayList(claimsOn(draft, item.entity)), 'what of the case rests on it'),
  ])
  if (rows.length === 0) return NONE
  draft.writer.table(
    'What rests on which item',
    [
      ['Item', 20],
      ['Carries', 80],
    ],
    rows,
  )
  draft.writer.paragraph([
    'Which sentence of the reasons rests on which item: ',
    blank('sentence by sentence, for each name'),
  ])
  return undefined
}

function writeClosed(draft: Draft): undefined {
  draft.writer.paragraph(
    'This part holds what may be disclosed and says nothing of anything else: not what, not how much, not whether there is any. An item stands here when its originator or counsel has agreed to its use for a listing, when its origin is known, when a summary that can be disclosed is on record, and when it is marked no more strictly than this procedure.',
  )
  draft.writer.paragraph(['Closed, and why: ', blank('in the closed part, which this desk does not write')])
}
