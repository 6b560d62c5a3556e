/**
 * Notification letter, or notice in the Official Journal: tells the listed person of the act, its grounds and the remedies.
 *
 * It leaves the house: of the case it says nothing but the grounds in the annex. Rests on: doctrine entry
 * `doc-notification-letter`; Regulation (EU) 2019/796 Arts 3 to 6, 13(2)-(4).
 */
import { formatPartialDate } from '@demarche/core'
import type { Inline } from '../../document-tree.ts'
import { sayList, sentence } from '../../wording.ts'
import { blank, type Draft, orBlank, parts, sayInstant } from '../draft.ts'
import type { DocumentPlan } from '../plan.ts'
import { doingOf } from './doing.ts'
import { writeGrounds } from './names.ts'

export const NOTIFICATION_LETTER: DocumentPlan = {
  outline: 'doc-notification-letter',
  title: (draft) => `Notification: ${draft.title}`,
  status: sayStatus,
  keepsProposer: true,
  numbers: true,
  sections: {
    s1: writeAct,
    s2: (draft) => {
      draft.writer.paragraph([
        'The grounds are those of the annex, word for word. A letter goes to one person alone: the grounds of the others are taken out of it.',
        ...draft.law(draft.outline.source, draft.outline.verified),
      ])
      return writeGrounds(draft)
    },
    s3: writeEffects,
    s4: writeObservations,
    s5: (draft) => {
      const test = draft.testNamed('derogations')
      draft.writer.paragraph([
        'The competent authority of the Member State concerned may release funds or allow a payment on grounds that the Regulation names; the authorities are found on the websites listed in Annex II to the Regulation.',
        ...draft.lawOf('derogations'),
      ])
      draft.writer.list(groundsOf(test?.notes ?? []))
      draft.writer.paragraph(['Authority: ', blank('the authority of the Member State where the funds are')])
      return undefined
    },
    s6: (draft) => {
      draft.writer.paragraph([
        'The act can be challenged before the General Court of the European Union, under the conditions of Articles 263 and 275 TFEU, within ',
        blank('the time that Article 263, sixth paragraph, TFEU sets; it was not read here'),
        '.',
      ])
      return undefined
    },
    s7: (draft) => {
      draft.writer.paragraph([
        'Personal data in the annex are public. Controller, purpose and rights: ',
        blank('the notice of the controller, with a contact'),
      ])
      return undefined
    },
  },
}

function sayStatus(draft: Draft): string {
  const sent = draft.all('notify')
  if (sent.length > 0) {
    const how = sent.map(
      ({ act }) => `${act.how === 'direct' ? 'directly' : 'by notice'} on ${formatPartialDate(act.on)}`,
    )
    return `Communicated ${sayList(how)}`
  }
  return draft.adopted ? 'Draft: no communication is on record' : 'Draft: nothing has been adopted'
}

function writeAct(draft: Draft): string | undefined {
  const { adopted, writer } = draft
  writer.paragraph([
    'By ',
    blank('the number of the Decision'),
    ' and ',
    blank('the number of the Implementing Regulation'),
    ', of ',
    ...parts(orBlank(adopted && sayInstant(adopted.at), 'the day of the adoption')),
    ', the Council has decided ',
    ...decided(draft),
    '.',
  ])
  const published = draft.all('publish')
  if (published.length === 0) return 'no publication.'
  writer.list(
    published.map(({ act }) => [
      `Published: ${act.where}, ${formatPartialDate(act.on)}, `,
      ...parts(orBlank(act.reference, 'reference of the publication')),
    ]),
  )
  return undefined
}

/** A letter on an entry that ends must not say that it begins. */
function decided(draft: Draft): readonly (string | Inline)[] {
  switch (doingOf(draft)) {
    case 'delists':
      return [
        'on your entry among those who are subject to restrictive measures: ',
        blank('it is deleted, or it is amended and how'),
      ]
    case 'prolongs':
      return ['that you remain subject to restrictive measures']
    default:
      return ['that you are subject to restrictive measures']
  }
}

function writeEffects(draft: Draft): string | undefined {
  const { measure, writer } = draft
  const freeze = draft.testNamed('freeze-scope')
  if (!measure && !freeze) return 'the procedure names no measure of the catalogue.'
  if (measure?.description) {
    writer.paragraph([sentence(measure.description), ...draft.law(measure.source, measure.verified)])
  }
  if (freeze?.description && freeze.description !== measure?.description) {
    writer.paragraph([sentence(freeze.description), ...draft.law(freeze.source, freeze.verified)])
  }
  return undefined
}

function writeObservations(draft: Draft): undefined {
  const { writer } = draft
  writer.paragraph([
    'You may present observations, and ask that the decision be reviewed; the Council reviews it on observations or on substantial new evidence, and tells you the outcome.',
    ...draft.lawOf('listed-person-rights'),
  ])
  writer.list([
    ['To: ', blank('address of the Council for observations')],
    ['By: ', blank('day; the Regulation sets none')],
    ['With: ', blank('documents that support them, and the languages in which they may be written')],
  ])
}

/** Doctrine writes the grounds of a derogation as notes that say so. */
function groundsOf(notes: readonly string[]): readonly string[] {
  return notes.flatMap((note) =>
    note.startsWith('Ground: ') ? [sentence(note.slice('Ground: '.length))] : [],
  )
}
