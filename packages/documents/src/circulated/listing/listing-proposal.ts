/**
 * Listing proposal: request to list named persons or entities, element by element.
 *
 * Who proposes is kept confidential. Significant effect stands factor by factor; the finding is for people. Rests on:
 * doctrine entry `doc-listing-proposal`; Regulation (EU) 2019/796 Arts 1 to 3, 14.
 */
import type { Words } from '../../paper-writer.ts'
import { opening, sayList, sentence } from '../../wording.ts'
import {
  caseName,
  EFFECTS,
  factLines,
  FACTS,
  linesOfFacts,
  politicalLine,
  responseLines,
} from '../case-on-record.ts'
import { blank, type Draft, linesOf, orBlank } from '../draft.ts'
import { factorRows, findingLines } from '../findings-on-record.ts'
import { listed, type DocumentPlan } from '../plan.ts'
import { stateOfText } from '../text-body.ts'
import { itemsInside, QUESTION_WORDS } from './evidence-on-record.ts'
import { forEachName, writeGrounds, writeNames } from './names.ts'

export const LISTING_PROPOSAL: DocumentPlan = {
  outline: 'doc-listing-proposal',
  title: (draft) => `Listing proposal: ${draft.title}`,
  status: (draft) =>
    draft.last('propose') ? 'Proposed; a working paper until the acts are adopted' : 'Draft',
  keepsProposer: true,
  numbers: true,
  sections: {
    s1: (draft) => {
      draft.writer.numbered([
        'Who proposes is kept confidential; this paper does not say it.',
        ...draft.law(draft.outline.source, draft.outline.verified),
      ])
      return draft.last('propose') ? undefined : 'nobody has proposed the listing yet.'
    },
    s2: writeNames,
    s3: writeCriterion,
    s4: writeEffect,
    s5: (draft) =>
      listed(
        draft,
        'The elements as they stand on the facts on record:',
        findingLines(draft, ['external-threat', 'target-member-states', 'target-union', 'third-state']),
        'no finding on the external threat or on what was threatened.',
      ),
    s6: (draft) => {
      const role = linesOfFacts(draft, ['personRole'])
      if (role.length > 0) draft.writer.list(role)
      return forEachName(draft, () => blank('what this person or entity did, and how it is known'))
    },
    s7: writeGrounds,
    s8: writeEvidence,
    s9: writeRisks,
    s10: (draft) =>
      listed(
        draft,
        'What partners have done:',
        [...politicalLine(draft, 'partners-acting'), ...responseLines(draft, 'partners')],
        'nothing done by partners, and no coordination with them.',
      ),
  },
  annexes: (draft) => stateOfText(draft, 'A', { withAuthor: false }),
}

function writeCriterion(draft: Draft): string | undefined {
  const { measure, writer } = draft
  if (measure) {
    writer.numbered([
      `${measure.label}. ${sentence(measure.legalBasis)}`,
      ...draft.law(measure.source, measure.verified),
    ])
  }
  const test = draft.testNamed('listing')
  if (test?.description) writer.numbered([sentence(test.description), ...draft.lawOf('listing')])
  return forEachName(draft, () => blank('the criterion: (a), (b) or (c); one at least'))
}

function writeEffect(draft: Draft): string | undefined {
  const { writer } = draft
  const name = caseName(draft)
  if (name) writer.numbered(['Activity: ', ...[name].flat(), '.'])
  for (const reason of linesOf(draft.last('propose')?.act.reason ?? '')) writer.numbered(sentence(reason))
  const facts = factLines(draft, [...FACTS, ...EFFECTS])
  if (facts.length > 0) {
    writer.numbered('On record of the activity:')
    writer.list(facts)
  }
  writer.table(
    'Factors of a significant effect: what is on record, and how our flags read it',
    [
      ['Factor', 36],
      ['On record', 42],
      ['Strength (our judgement)', 22],
    ],
    factorRows(draft, 'significant-effect'),
  )
  const lines = findingLines(draft, ['significant-effect', 'attempt'])
  writer.list(lines)
  return lines.length === 0 && facts.length === 0
    ? 'no fact of the activity and no finding on its effect.'
    : undefined
}

function writeEvidence(draft: Draft): string | undefined {
  const items = itemsInside(draft)
  for (const { marking } of items) draft.carry(marking)
  draft.writer.table(
    'Items of evidence that may be named among those who see this procedure',
    [
      ['No', 8],
      ['Item', 44],
      ['Kind', 20],
      ['Open before a listing', 28],
    ],
    items.map((item): Words[] => [
      String(item.number),
      item.name,
      orBlank(item.category, 'kind'),
      opening(
        sayList(
          item.use.questions
            .filter(({ answer }) => answer !== 'yes')
            .map(({ question }) => QUESTION_WORDS[question]),
        ),
      ) || 'Nothing',
    ]),
  )
  draft.writer.paragraph(
    'Items that are marked more strictly than this procedure have no place in this index. Each sentence of the reasons has to be tied to an item.',
  )
  return items.length === 0 ? 'no item of evidence that may be named here.' : undefined
}

function writeRisks(draft: Draft): string | undefined {
  const { measure, writer } = draft
  if (measure && measure.risks.length > 0) {
    writer.numbered(['Risks, as the catalogue gives them:', ...draft.law(measure.source, measure.verified)])
    writer.list(measure.risks.map(sentence))
  }
  writer.list([
    ['Humanitarian: ', blank('what the measure does to third persons, and the exemptions that answer it')],
    ['Diplomatic: ', blank('what it does to channels that are needed')],
    ['Retaliation: ', blank('against whom, and how likely')],
  ])
  return undefined
}
