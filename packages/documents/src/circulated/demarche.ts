/**
 * Démarche instruction and points to make: what a Delegation says, answers if asked, and leaves unsaid.
 *
 * The points are the joint text; what not to say follows from the claims that the text does not name and from what
 * sources do not agree on. Rests on: doctrine entry `doc-demarche` (recalled practice).
 */
import type { Words } from '../paper-writer.ts'
import { propertyLabel } from '../options-paper/labels.ts'
import { opening, sentence } from '../wording.ts'
import { caseName, claimLines, EFFECTS, factLines, FACTS, responseLines } from './case-on-record.ts'
import { linesOf, type Draft } from './draft.ts'
import { listed, type DocumentPlan } from './plan.ts'
import { namingLines } from './text-document.ts'

export const DEMARCHE: DocumentPlan = {
  outline: 'doc-demarche',
  title: ({ wording: { say }, title }) => say('demarche.title', { title }),
  numbers: true,
  sections: {
    s1: (draft) =>
      draft.input.fields?.to === undefined
        ? draft.wording.say('demarche.noAddressee')
        : said(draft, draft.input.fields.to),
    s2: writeAim,
    s3: writePoints,
    s4: (draft) =>
      listed(
        draft,
        draft.wording.say('demarche.ifAsked'),
        [...factLines(draft, [...FACTS, ...EFFECTS]), ...responseLines(draft)],
        draft.wording.say('demarche.noAnswer'),
      ),
    s5: writeUnsaid,
    s6: (draft) => {
      const paper = draft.last('circulate')?.act.documents.find(({ outline }) => outline !== 'doc-demarche')
      const { say } = draft.wording
      return paper
        ? said(draft, say('demarche.leaveBehind', { title: paper.title }))
        : say('demarche.noLeaveBehind')
    },
    s7: (draft) => {
      draft.writer.paragraph(draft.wording.saying('demarche.reportBy', { when: draft.given(undefined) }))
      return undefined
    },
  },
}

function said({ writer }: Draft, text: string): undefined {
  writer.paragraph(sentence(text))
  return undefined
}

function writeAim(draft: Draft): string | undefined {
  const {
    measure,
    measureLabel: label,
    opened,
    writer,
    wording: { say, saying, ofDoctrine },
  } = draft
  if (!measure && !opened) return say('demarche.notOpened')
  const name = caseName(draft)
  if (name) writer.paragraph(saying('onRecord.case', { case: name }))
  if (measure && label !== undefined) {
    writer.paragraph([
      say('paper.labelled', {
        label,
        text: sentence(measure.description ? ofDoctrine(measure.description) : label),
      }),
      ...draft.law(measure.source, measure.verified),
    ])
  }
  if (opened) for (const line of linesOf(opened.act.reason)) writer.paragraph(sentence(line))
  return undefined
}

function writePoints({ version, writer, joint, wording: { say } }: Draft): string | undefined {
  if (!version) return say('demarche.noText')
  const open = joint.paragraphs.filter(({ status }) => status !== 'agreed').length
  if (open > 0 && version.number === joint.versions.length) {
    writer.paragraph(say('demarche.notForUse', { open, count: version.paragraphs.length }))
  }
  for (const { text } of version.paragraphs) for (const line of linesOf(text)) writer.numbered(line)
  return undefined
}

function writeUnsaid(draft: Draft): string | undefined {
  const { say } = draft.wording
  const contested = draft.dossier.facts.flatMap((row): readonly Words[] =>
    row.fact?.state === 'contested'
      ? [
          [
            say('demarche.contested', { property: opening(propertyLabel(draft, row.property)) }),
            ...draft.cite(row.fact.alternatives.flatMap(({ support }) => support)),
          ],
        ]
      : [],
  )
  const naming = namingLines(draft, 'not-named')
  const claims = naming.length > 0 ? claimLines(draft) : []
  if (contested.length === 0 && naming.length === 0) return say('demarche.nothingUnsaid')
  if (naming.length > 0) {
    draft.writer.paragraph(say('demarche.namesNobody'))
    draft.writer.list([...naming, ...claims])
  }
  if (contested.length > 0) {
    draft.writer.paragraph(say('demarche.disagree'))
    draft.writer.list(contested)
  }
  return undefined
}
