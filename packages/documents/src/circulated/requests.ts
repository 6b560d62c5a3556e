/**
 * Requests of a State that was hit: for aid under TEU Article 42(7), and under the solidarity clause (TFEU Article 222).
 *
 * Whether it is an armed aggression, and what aid is sought, only that State says. Rests on: doctrine entries
 * `doc-request-42-7`, `doc-request-222` (section lists are ours).
 */
import { sentence } from '../wording.ts'
import { caseName, EFFECTS, factLines, FACTS, politicalLine } from './case-on-record.ts'
import { type Draft, linesOf } from './draft.ts'
import { findingLines } from './findings-on-record.ts'
import type { DocumentPlan, SectionWriter } from './plan.ts'

export const REQUEST_42_7: DocumentPlan = {
  outline: 'doc-request-42-7',
  title: ({ wording: { say }, title }) => say('request.aid', { title }),
  ofOneParty: true,
  isAct: true,
  numbers: true,
  sections: {
    s1: writeFacts,
    s2: (draft) => {
      const { say, saying } = draft.wording
      draft.writer.paragraph(saying('request.aggression', { blank: draft.blank(say('request.why')) }))
      const lines = findingLines(draft, ['mutual-assistance', 'il-armed-attack'])
      draft.writer.list(lines)
      return lines.length === 0 ? say('request.noFinding') : undefined
    },
    s3: aid,
    s4: contact,
  },
}

export const REQUEST_222: DocumentPlan = {
  outline: 'doc-request-222',
  title: ({ wording: { say }, title }) => say('request.solidarity', { title }),
  ofOneParty: true,
  isAct: true,
  numbers: true,
  sections: {
    s1: (draft) => {
      const missing = writeFacts(draft)
      draft.writer.list(findingLines(draft, ['solidarity-clause', 'large-scale']))
      return missing
    },
    s2: (draft) => {
      draft.writer.list(politicalLine(draft, 'request-by-victim'))
      const { say, saying } = draft.wording
      draft.writer.paragraph(saying('request.exhausted', { blank: draft.blank(say('request.whichMeans')) }))
      return undefined
    },
    s3: aid,
    s4: contact,
  },
}

function writeFacts(draft: Draft): string | undefined {
  const {
    writer,
    opened,
    wording: { say, saying },
  } = draft
  const name = caseName(draft)
  if (name) writer.numbered(saying('request.activity', { case: name }))
  for (const line of linesOf(opened?.act.reason ?? '')) writer.numbered(sentence(line))
  const facts = factLines(draft, [...FACTS, ...EFFECTS])
  writer.list(facts)
  return facts.length === 0 ? say('onRecord.noFact') : undefined
}

function aid(...[draft]: Parameters<SectionWriter>): undefined {
  const { say, saying } = draft.wording
  draft.writer.paragraph(saying('request.sought', { blank: draft.blank(say('request.whatFromWhom')) }))
}

function contact(...[draft]: Parameters<SectionWriter>): undefined {
  const { say, saying } = draft.wording
  draft.writer.paragraph(saying('request.contact', { blank: draft.blank(say('request.whom')) }))
}
