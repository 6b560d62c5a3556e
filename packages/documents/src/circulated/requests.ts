/**
 * Requests of a State that was hit: for aid under TEU Article 42(7), and under the solidarity clause (TFEU Article 222).
 *
 * Whether it is an armed aggression, and what aid is sought, only that State says. Rests on: doctrine entries
 * `doc-request-42-7`, `doc-request-222` (section lists are ours).
 */
import { opening, sentence } from '../wording.ts'
import { caseName, EFFECTS, factLines, FACTS, politicalLine } from './case-on-record.ts'
import { blank, type Draft, linesOf } from './draft.ts'
import { findingLines } from './findings-on-record.ts'
import type { DocumentPlan, SectionWriter } from './plan.ts'

export const REQUEST_42_7: DocumentPlan = {
  outline: 'doc-request-42-7',
  title: (draft) => `Request under Article 42(7) TEU: ${draft.title}`,
  ofOneParty: true,
  isAct: true,
  numbers: true,
  sections: {
    s1: writeFacts,
    s2: (draft) => {
      draft.writer.paragraph([
        'The requesting State holds it to be an armed aggression on its territory: ',
        blank('why'),
      ])
      const lines = findingLines(draft, ['mutual-assistance', 'il-armed-attack'])
      draft.writer.list(lines)
      return lines.length === 0 ? 'no finding on mutual assistance or on an armed attack.' : undefined
    },
    s3: aid,
    s4: contact,
  },
}

export const REQUEST_222: DocumentPlan = {
  outline: 'doc-request-222',
  title: (draft) => `Invocation of the solidarity clause: ${draft.title}`,
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
      draft.writer.list(politicalLine(draft, 'victim-request'))
      draft.writer.paragraph([
        'Own means, and those already asked for, are exhausted: ',
        blank('which, and why they do not suffice'),
      ])
      return undefined
    },
    s3: aid,
    s4: contact,
  },
}

function writeFacts(draft: Draft): string | undefined {
  const { writer, opened } = draft
  const name = caseName(draft)
  if (name) writer.numbered(['Activity: ', ...[name].flat(), '.'])
  for (const line of linesOf(opened?.act.reason ?? '')) writer.numbered(sentence(line))
  const facts = factLines(draft, [...FACTS, ...EFFECTS])
  writer.list(facts)
  return facts.length === 0 ? 'no fact of the case.' : undefined
}

function aid(...[draft]: Parameters<SectionWriter>): undefined {
  draft.writer.paragraph(['Aid and assistance sought: ', blank('what, from whom, by when')])
}

function contact(...[draft]: Parameters<SectionWriter>): undefined {
  draft.writer.paragraph([
    `${opening('contact')}: `,
    blank('office, person, telephone that answers day and night'),
  ])
}
