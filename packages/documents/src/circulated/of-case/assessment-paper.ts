/**
 * Assessment: the facts with their sources, the seven dimensions, the legal tests, the norms, and what is not known.
 *
 * Dimensions are not added up, a test that the law leaves to weighing is never said to be met, and what sources say
 * differently stands side by side. Rests on: doctrine entry `doc-assessment`; Council conclusions 10474/17.
 */
import { sayLevel } from '../../language/case-wording.ts'
import { reasonsOfLevel } from '../../language/say-reason.ts'
import { dimensionLabel } from '../../options-paper/labels.ts'
import { isSetOut } from '../../options-paper/paper.ts'
import type { Words } from '../../paper-writer.ts'
import { sentence } from '../../wording.ts'
import {
  factLines,
  labelledValue,
  linesOfFacts,
  normLines,
  politicalLine,
  responseLines,
} from '../case-on-record.ts'
import type { Draft } from '../draft.ts'
import { findingLines } from '../findings-on-record.ts'
import { listed, type DocumentPlan } from '../plan.ts'
import { writeUnknown } from './triage-note.ts'

export const ASSESSMENT_PAPER: DocumentPlan = {
  outline: 'doc-assessment',
  ofCase: true,
  numbers: true,
  sections: {
    s1: writeFacts,
    s2: writeProfile,
    s3: (draft) => {
      const { say } = draft.wording
      const tests = draft.dossier.tests.filter((finding) => isSetOut(draft, finding))
      const lines = findingLines(
        draft,
        tests.map(({ test }) => test),
      )
      return listed(draft, say('casePaper.tests'), lines, say('casePaper.noTest'))
    },
    s4: (draft) => {
      const { say } = draft.wording
      return listed(draft, say('casePaper.norms'), normLines(draft), say('casePaper.noNorm'))
    },
    s5: (draft) => {
      const { say } = draft.wording
      const lines = linesOfFacts(draft, ['humanRightsAffected'])
      return listed(draft, say('casePaper.rights'), lines, say('casePaper.noRights'))
    },
    s6: (draft) => {
      const { say } = draft.wording
      const lines = [
        ...factLines(draft, ['context']),
        ...politicalLine(draft, 'pattern'),
        ...responseLines(draft),
      ]
      return listed(draft, say('casePaper.context'), lines, say('casePaper.noContext'))
    },
    s7: (draft) => {
      const { say } = draft.wording
      const contested = draft.dossier.facts.flatMap(({ property, fact }) =>
        fact?.state === 'contested' ? [property] : [],
      )
      return listed(
        draft,
        say('casePaper.dissent'),
        linesOfFacts(draft, contested),
        say('casePaper.noDissent'),
      )
    },
    s8: writeUnknown,
  },
}

function writeFacts(draft: Draft): string | undefined {
  const { say } = draft.wording
  const rows = draft.dossier.facts.flatMap((row): readonly (readonly Words[])[] => {
    const found = labelledValue(draft, row)
    return found ? [[found.label, found.value]] : []
  })
  if (rows.length === 0) return say('casePaper.noFact')
  draft.writer.table(
    say('casePaper.factTable'),
    [
      [say('paper.column.fact'), 34],
      [say('paper.column.onRecord'), 66],
    ],
    rows,
  )
  return undefined
}

function writeProfile(draft: Draft): string | undefined {
  const { say } = draft.wording
  const { profile } = draft.dossier
  if (profile.length > 0) draft.derived()
  const lines = profile.map((finding): Words => {
    const level = sayLevel(draft.wording, finding.level)
    const said = { dimension: dimensionLabel(draft, finding.dimension), level }
    return [
      [say('casePaper.level', said), ...reasonsOfLevel(draft.wording, finding).map(sentence)].join(' '),
      ...(finding.support.length > 0 ? draft.cite(finding.support) : []),
    ]
  })
  return listed(draft, say('casePaper.profile'), lines, say('onRecord.noLevel'))
}
