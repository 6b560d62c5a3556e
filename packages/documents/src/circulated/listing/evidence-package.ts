/**
 * Evidence package, its disclosable part: what can be shown to the listed person and must stand in court.
 *
 * Items stand in it by number and disclosable summary; names of items, originators and sources are kept out, and what may
 * not leave is neither named nor counted. Rests on: doctrine entry `doc-evidence-package` (standard recalled).
 */
import { opening } from '../../wording.ts'
import type { Words } from '../../paper-writer.ts'
import type { Draft } from '../draft.ts'
import type { DocumentPlan } from '../plan.ts'
import { claimsOn, type DisclosableItem, disclosableItems } from './evidence-on-record.ts'

export const EVIDENCE_PACKAGE: DocumentPlan = {
  outline: 'doc-evidence-package',
  title: ({ wording, title }) => wording.say('evidence.title', { title }),
  status: ({ wording }) => wording.say('paper.draft'),
  keepsProposer: true,
  numbers: true,
  sections: {
    s1: (draft) => {
      const items = carried(draft)
      const { say } = draft.wording
      draft.writer.table(
        say('evidence.items'),
        [
          [say('evidence.number'), 8],
          [opening(say('evidence.itsKind')), 24],
          [opening(say('evidence.itsDay')), 18],
          [say('evidence.reference'), 50],
        ],
        items.map((item): Words[] => [
          String(item.number),
          draft.orBlank(item.category, say('evidence.itsKind')),
          dayOf(draft, item),
          draft.blank(say('evidence.itsReference')),
        ]),
      )
      return items.length === 0 ? say('evidence.none') : undefined
    },
    s2: (draft) =>
      writeSummaries(
        draft,
        carried(draft).filter(({ isOpenSource }) => isOpenSource),
        draft.wording.say('evidence.nonePublic'),
      ),
    s3: (draft) =>
      writeSummaries(
        draft,
        carried(draft).filter(({ isOpenSource }) => !isOpenSource),
        draft.wording.say('evidence.noneReleasable'),
      ),
    s4: writeChain,
    s5: ({ wording }) => wording.say('evidence.noTranslation'),
    s6: writeClosed,
  },
}

function carried(draft: Draft): readonly DisclosableItem[] {
  const items = disclosableItems(draft)
  for (const { marking } of items) draft.carry(marking)
  return items
}

function dayOf(draft: Draft, { acquired }: DisclosableItem): Words {
  return draft.orBlank(acquired && draft.wording.date(acquired), draft.wording.say('evidence.itsDay'))
}

function writeSummaries(
  draft: Draft,
  items: readonly DisclosableItem[],
  missing: string,
): string | undefined {
  if (items.length === 0) return missing
  draft.writer.list(
    items.map((item) =>
      draft.wording.saying(
        'evidence.summary',
        { day: dayOf(draft, item) },
        { number: item.number, summary: item.summary },
      ),
    ),
  )
  return undefined
}

function writeChain(draft: Draft): string | undefined {
  const { say, saying, list } = draft.wording
  const rows = carried(draft).map((item): Words[] => [
    say('evidence.numbered', { number: item.number }),
    draft.orBlank(list(claimsOn(draft, item.entity)), say('evidence.rests')),
  ])
  if (rows.length === 0) return say('evidence.none')
  draft.writer.table(
    say('evidence.chain'),
    [
      [say('evidence.item'), 20],
      [say('evidence.carries'), 80],
    ],
    rows,
  )
  draft.writer.paragraph(saying('evidence.sentences', { which: draft.blank(say('evidence.eachSentence')) }))
  return undefined
}

function writeClosed(draft: Draft): undefined {
  const { say, saying } = draft.wording
  draft.writer.paragraph(say('evidence.holds'))
  draft.writer.paragraph(saying('evidence.closed', { why: draft.blank(say('evidence.closedPart')) }))
}
