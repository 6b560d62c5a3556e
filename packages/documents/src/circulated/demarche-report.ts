/**
 * Démarche report: who made the points to whom, what was answered, and how that reads.
 *
 * The record holds that the démarche was made; the answer and its reading are those of the Delegation and stay blank. Rests
 * on: doctrine entry `doc-demarche-report` (recalled practice).
 */
import { formatPartialDate } from '@demarche/core'
import { sentence } from '../wording.ts'
import { blank, type Draft } from './draft.ts'
import { listed, type DocumentPlan } from './plan.ts'

export const DEMARCHE_REPORT: DocumentPlan = {
  outline: 'doc-demarche-report',
  title: (draft) => `Report on a démarche: ${draft.title}`,
  numbers: true,
  sections: {
    s1: (draft) => {
      draft.writer.paragraph(['Made by, to whom, at which level, where: ', blank('names and offices')])
      return listed(
        draft,
        'On record as carried out:',
        draft
          .all('implement')
          .map(
            ({ act, party }) => `${formatPartialDate(act.on)}, ${draft.party(party)}: ${sentence(act.text)}`,
          ),
        'no démarche has been reported as made.',
      )
    },
    s2: (draft) => writeBlank(draft, 'Answer: ', 'what was said, in whose words, and what was not answered'),
    s3: (draft) => writeBlank(draft, 'Reading of it: ', 'what the answer means, and how sure that is'),
    s4: (draft) => {
      const reviews = draft
        .all('review')
        .map(({ act }) => `${formatPartialDate(act.on)}: ${sentence(act.finding)}`)
      draft.writer.list(reviews)
      return writeBlank(draft, 'To follow: ', 'by whom and when')
    },
  },
}

function writeBlank({ writer }: Draft, label: string, what: string): undefined {
  writer.paragraph([label, blank(what)])
}
