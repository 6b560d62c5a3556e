/**
 * Notification letter, or notice in the Official Journal: tells the listed person of the act, its grounds and the remedies.
 *
 * It leaves the house: of the case it says nothing but the grounds in the annex. Rests on: doctrine entry
 * `doc-notification-letter`; Regulation (EU) 2019/796 Arts 3 to 6, 13(2)-(4).
 */
import { afterCatchword, sentence } from '../../wording.ts'
import type { Draft } from '../draft.ts'
import type { DocumentPlan } from '../plan.ts'
import { doingOf } from './doing.ts'
import { writeGrounds } from './names.ts'

export const NOTIFICATION_LETTER: DocumentPlan = {
  outline: 'doc-notification-letter',
  title: ({ wording, title }) => wording.say('notification.title', { title }),
  status: sayStatus,
  keepsProposer: true,
  numbers: true,
  sections: {
    s1: writeAct,
    s2: (draft) => {
      draft.writer.paragraph([
        draft.wording.say('notification.grounds'),
        ...draft.law(draft.outline.source, draft.outline.verified),
      ])
      return writeGrounds(draft)
    },
    s3: writeEffects,
    s4: writeObservations,
    s5: (draft) => {
      const { say, saying } = draft.wording
      const test = draft.testNamed('derogations')
      draft.writer.paragraph([say('notification.derogations'), ...draft.lawOf('derogations')])
      draft.writer.list(groundsOf(draft, test?.notes ?? []))
      const authority = draft.blank(say('notification.whichAuthority'))
      draft.writer.paragraph(saying('notification.authority', { authority }))
      return undefined
    },
    s6: (draft) => {
      const { say, saying } = draft.wording
      const time = draft.blank(say('notification.timeToChallenge'))
      draft.writer.paragraph(saying('notification.challenge', { time }))
      return undefined
    },
    s7: (draft) => {
      const { say, saying } = draft.wording
      const notice = draft.blank(say('notification.noticeOfController'))
      draft.writer.paragraph(saying('notification.personalData', { notice }))
      return undefined
    },
  },
}

function sayStatus(draft: Draft): string {
  const { say, list, date } = draft.wording
  const sent = draft.all('notify')
  if (sent.length > 0) {
    const how = sent.map(({ act }) => say(`notification.on.${act.how}`, { date: date(act.on) }))
    return say('notification.sent', { how: list(how) })
  }
  return say(draft.adopted ? 'notification.notSent' : 'notification.nothingAdopted')
}

function writeAct(draft: Draft): string | undefined {
  const { adopted, writer } = draft
  const { say, saying, instant, date } = draft.wording
  const doing = doingOf(draft)
  const parts = {
    decision: draft.blank(say('notification.numberOfDecision')),
    regulation: draft.blank(say('notification.numberOfRegulation')),
    day: draft.orBlank(adopted && instant(adopted.at), say('listing.dayOfAdoption')),
  }
  // a letter on an entry that ends must not say that it begins
  writer.paragraph(
    doing === 'delists'
      ? saying('notification.delists', { ...parts, how: draft.blank(say('notification.howAmended')) })
      : saying(doing === 'prolongs' ? 'notification.prolongs' : 'notification.lists', parts),
  )
  const published = draft.all('publish')
  if (published.length === 0) return say('notification.noPublication')
  writer.list(
    published.map(({ act }) =>
      saying(
        'notification.published',
        { reference: draft.orBlank(act.reference, say('notification.reference')) },
        { where: act.where, date: date(act.on) },
      ),
    ),
  )
  return undefined
}

function writeEffects(draft: Draft): string | undefined {
  const { measure, writer } = draft
  const freeze = draft.testNamed('freeze-scope')
  if (!measure && !freeze) return draft.wording.say('proposal.noMeasure')
  if (measure?.description) {
    writer.paragraph([
      sentence(draft.wording.ofDoctrine(measure.description)),
      ...draft.law(measure.source, measure.verified),
    ])
  }
  if (freeze?.description && freeze.description !== measure?.description) {
    writer.paragraph([
      sentence(draft.wording.ofDoctrine(freeze.description)),
      ...draft.law(freeze.source, freeze.verified),
    ])
  }
  return undefined
}

function writeObservations(draft: Draft): undefined {
  const {
    writer,
    wording: { say, saying },
  } = draft
  writer.paragraph([say('notification.observations'), ...draft.lawOf('listed-person-rights')])
  writer.list(
    (['to', 'by', 'with'] as const).map((part) =>
      saying(`notification.${part}`, { what: draft.blank(say(`notification.${part}What`)) }),
    ),
  )
}

/** Doctrine writes the grounds of a derogation as notes that say so. */
function groundsOf({ wording }: Draft, notes: readonly string[]): readonly string[] {
  return notes.flatMap((note) =>
    note.startsWith('Ground: ') ? [sentence(afterCatchword(wording.ofDoctrine(note)))] : [],
  )
}
