/**
 * Listing proposal: request to list named persons or entities, element by element.
 *
 * Who proposes is kept confidential. Significant effect stands factor by factor; the finding is for people. Rests on:
 * doctrine entry `doc-listing-proposal`; Regulation (EU) 2019/796 Arts 1 to 3, 14.
 */
import type { Words } from '../../paper-writer.ts'
import { opening, sentence } from '../../wording.ts'
import {
  caseName,
  EFFECTS,
  factLines,
  FACTS,
  linesOfFacts,
  politicalLine,
  responseLines,
} from '../case-on-record.ts'
import { type Draft, linesOf } from '../draft.ts'
import { factorRows, findingLines } from '../findings-on-record.ts'
import { listed, type DocumentPlan } from '../plan.ts'
import { stateOfText } from '../text-body.ts'
import { itemsInside, openQuestions } from './evidence-on-record.ts'
import { measureInFull } from './measure-in-full.ts'
import { forEachName, writeGrounds, writeNames } from './names.ts'

export const LISTING_PROPOSAL: DocumentPlan = {
  outline: 'doc-listing-proposal',
  title: ({ wording, title }) => wording.say('listingProposal.title', { title }),
  status: (draft) => draft.wording.say(draft.last('propose') ? 'listingProposal.proposed' : 'paper.draft'),
  keepsProposer: true,
  numbers: true,
  sections: {
    s1: (draft) => {
      const { say } = draft.wording
      draft.writer.numbered([
        say('listingProposal.confidential'),
        ...draft.law(draft.outline.source, draft.outline.verified),
      ])
      return draft.last('propose') ? undefined : say('listingProposal.nobody')
    },
    s2: writeNames,
    s3: writeCriterion,
    s4: writeEffect,
    s5: (draft) =>
      listed(
        draft,
        draft.wording.say('listingProposal.elements'),
        findingLines(draft, ['external-threat', 'target-member-states', 'target-union', 'third-state']),
        draft.wording.say('listingProposal.noElement'),
      ),
    s6: (draft) => {
      const role = linesOfFacts(draft, ['personRole'])
      if (role.length > 0) draft.writer.list(role)
      return forEachName(draft, () => draft.blank(draft.wording.say('listingProposal.did')))
    },
    s7: writeGrounds,
    s8: writeEvidence,
    s9: writeRisks,
    s10: (draft) =>
      listed(
        draft,
        draft.wording.say('listingProposal.partners'),
        [...politicalLine(draft, 'partners-acting'), ...responseLines(draft, 'partners')],
        draft.wording.say('listingProposal.noPartner'),
      ),
  },
  annexes: (draft) => stateOfText(draft, 'A', { withAuthor: false }),
}

function writeCriterion(draft: Draft): string | undefined {
  const { measure, writer } = draft
  if (measure) writer.numbered(measureInFull(draft, measure))
  const test = draft.testNamed('listing')
  if (test?.description)
    writer.numbered([sentence(draft.wording.ofDoctrine(test.description)), ...draft.lawOf('listing')])
  return forEachName(draft, () => draft.blank(draft.wording.say('listingProposal.criterion')))
}

function writeEffect(draft: Draft): string | undefined {
  const {
    writer,
    wording: { say, saying },
  } = draft
  const name = caseName(draft)
  if (name) writer.numbered(saying('listingProposal.activity', { name }))
  for (const reason of linesOf(draft.last('propose')?.act.reason ?? '')) writer.numbered(sentence(reason))
  const facts = factLines(draft, [...FACTS, ...EFFECTS])
  if (facts.length > 0) {
    writer.numbered(say('listingProposal.onRecord'))
    writer.list(facts)
  }
  writer.table(
    say('listingProposal.factors'),
    [
      [say('paper.column.factor'), 36],
      [say('paper.column.onRecord'), 42],
      [say('listingProposal.strength'), 22],
    ],
    factorRows(draft, 'significant-effect'),
  )
  const lines = findingLines(draft, ['significant-effect', 'attempt'])
  writer.list(lines)
  return lines.length === 0 && facts.length === 0 ? say('listingProposal.noEffect') : undefined
}

function writeEvidence(draft: Draft): string | undefined {
  const items = itemsInside(draft)
  const { say } = draft.wording
  for (const { marking } of items) draft.carry(marking)
  draft.writer.table(
    say('listingProposal.evidence'),
    [
      [say('evidence.number'), 8],
      [say('evidence.item'), 44],
      [opening(say('evidence.itsKind')), 20],
      [say('listingProposal.openBefore'), 28],
    ],
    items.map((item): Words[] => [
      String(item.number),
      item.name,
      draft.orBlank(item.category, say('evidence.itsKind')),
      opening(openQuestions(draft, item)) || say('listingProposal.nothing'),
    ]),
  )
  draft.writer.paragraph(say('listingProposal.index'))
  return items.length === 0 ? say('listingProposal.noItem') : undefined
}

function writeRisks(draft: Draft): string | undefined {
  const {
    measure,
    writer,
    wording: { say, saying },
  } = draft
  if (measure && measure.risks.length > 0) {
    writer.numbered([say('listingProposal.risks'), ...draft.law(measure.source, measure.verified)])
    writer.list(measure.risks.map((risk) => sentence(draft.wording.ofDoctrine(risk))))
  }
  writer.list(
    (['humanitarian', 'diplomatic', 'retaliation'] as const).map((risk) =>
      saying(`listingProposal.${risk}`, { what: draft.blank(say(`listingProposal.${risk}What`)) }),
    ),
  )
  return undefined
}
