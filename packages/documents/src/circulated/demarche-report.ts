/**
 * Démarche report: who made the points to whom, what was answered, and how that reads.
 *
 * The record holds that the démarche was made; the answer and its reading are those of the Delegation and stay blank. Rests
 * on: doctrine entry `doc-demarche-report` (recalled practice).
 */
import type { TextKey } from '../language/load-texts.ts'
import { sentence } from '../wording.ts'
import type { Draft } from './draft.ts'
import { listed, type DocumentPlan } from './plan.ts'

export const DEMARCHE_REPORT: DocumentPlan = {
  outline: 'doc-demarche-report',
  title: ({ wording: { say }, title }) => say('demarcheReport.title', { title }),
  numbers: true,
  sections: {
    s1: (draft) => {
      const { say, date } = draft.wording
      writeBlank(draft, 'demarcheReport.madeBy', 'demarcheReport.names')
      return listed(
        draft,
        say('demarcheReport.carriedOut'),
        draft.all('implement').map(({ act, party }) =>
          say('paper.datedBy', {
            date: date(act.on),
            by: draft.party(party),
            text: sentence(act.text),
          }),
        ),
        say('demarcheReport.notMade'),
      )
    },
    s2: (draft) => writeBlank(draft, 'demarcheReport.answer', 'demarcheReport.whatWasSaid'),
    s3: (draft) => writeBlank(draft, 'demarcheReport.reading', 'demarcheReport.whatItMeans'),
    s4: (draft) => {
      const { say, date } = draft.wording
      const reviews = draft
        .all('review')
        .map(({ act }) => say('paper.labelled', { label: date(act.on), text: sentence(act.finding) }))
      draft.writer.list(reviews)
      return writeBlank(draft, 'demarcheReport.toFollow', 'demarcheReport.whoAndWhen')
    },
  },
}

function writeBlank(draft: Draft, line: TextKey, what: TextKey): undefined {
  const { say, saying } = draft.wording
  draft.writer.paragraph(saying(line, { blank: draft.blank(say(what)) }))
}
