/**
 * Démarche instruction and points to make: what a Delegation says, answers if asked, and leaves unsaid.
 *
 * The points are the joint text; what not to say follows from the claims that the text does not name and from what
 * sources do not agree on. Rests on: doctrine entry `doc-demarche` (recalled practice).
 */
import type { Words } from '../paper-writer.ts'
import { opening, sentence } from '../wording.ts'
import { caseName, claimLines, EFFECTS, factLines, FACTS, responseLines } from './case-on-record.ts'
import { given, linesOf, type Draft } from './draft.ts'
import { listed, type DocumentPlan } from './plan.ts'
import { namingLines } from './text-document.ts'

export const DEMARCHE: DocumentPlan = {
  outline: 'doc-demarche',
  title: (draft) => `Instruction for a démarche: ${draft.title}`,
  numbers: true,
  sections: {
    s1: (draft) =>
      draft.input.fields?.to === undefined
        ? 'to whom the points are made and at which level has to be decided.'
        : said(draft, draft.input.fields.to),
    s2: writeAim,
    s3: writePoints,
    s4: (draft) =>
      listed(
        draft,
        'For answers to questions, as far as the addressee may hear it:',
        [...factLines(draft, [...FACTS, ...EFFECTS]), ...responseLines(draft)],
        'no fact of the case that could answer a question.',
      ),
    s5: writeUnsaid,
    s6: (draft) => {
      const paper = draft.last('circulate')?.act.documents.find(({ outline }) => outline !== 'doc-demarche')
      return paper
        ? said(draft, `On record as circulated: ${paper.title}. Whether it is left behind has to be decided.`)
        : 'whether a paper is left behind, and which, has to be decided.'
    },
    s7: (draft) => {
      draft.writer.paragraph(['Report by: ', ...[given(undefined)].flat()])
      return undefined
    },
  },
}

function said({ writer }: Draft, text: string): undefined {
  writer.paragraph(sentence(text))
  return undefined
}

function writeAim(draft: Draft): string | undefined {
  const { measure, opened, writer } = draft
  if (!measure && !opened) return 'the procedure has not been opened for a measure of the catalogue.'
  const name = caseName(draft)
  if (name) writer.paragraph(['Case: ', ...[name].flat(), '.'])
  if (measure) {
    writer.paragraph([
      `${measure.label}: ${sentence(measure.description ?? measure.label)}`,
      ...draft.law(measure.source, measure.verified),
    ])
  }
  if (opened) for (const line of linesOf(opened.act.reason)) writer.paragraph(sentence(line))
  return undefined
}

function writePoints({ version, writer, joint }: Draft): string | undefined {
  if (!version) return 'no joint text has been laid; the points are made from it.'
  const open = joint.paragraphs.filter(({ status }) => status !== 'agreed').length
  if (open > 0 && version.number === joint.versions.length) {
    writer.paragraph(`Not for use yet: ${open} of ${version.paragraphs.length} paragraphs are not agreed.`)
  }
  for (const { text } of version.paragraphs) for (const line of linesOf(text)) writer.numbered(line)
  return undefined
}

function writeUnsaid(draft: Draft): string | undefined {
  const contested = draft.dossier.facts.flatMap((row): readonly Words[] =>
    row.fact?.state === 'contested'
      ? [
          [
            `${opening(row.label)}: sources of equal standing disagree; give neither figure as certain`,
            ...draft.cite(row.fact.alternatives.flatMap(({ support }) => support)),
          ],
        ]
      : [],
  )
  const naming = namingLines(draft, 'not-named')
  const claims = naming.length > 0 ? claimLines(draft) : []
  if (contested.length === 0 && naming.length === 0)
    return 'no claim and no contested fact that would have to stay unsaid.'
  if (naming.length > 0) {
    draft.writer.paragraph(
      'The points name nobody beyond the text. To name the following would be a new act of attribution:',
    )
    draft.writer.list([...naming, ...claims])
  }
  if (contested.length > 0) {
    draft.writer.paragraph('What sources disagree on:')
    draft.writer.list(contested)
  }
  return undefined
}
