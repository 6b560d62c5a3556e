/**
 * Objection: the message by which one party stops a silence procedure.
 *
 * Takes the party of the document, or the one that broke the silence last. A reason and other wording are optional in
 * the procedure, so their absence is said and is no fault. Rests on: doctrine entry `doc-objection`.
 */
import { strong } from '../paper-writer.ts'
import { given, linesOf, sayInstant, type Draft, type Recorded } from './draft.ts'
import type { DocumentPlan } from './plan.ts'

export const OBJECTION: DocumentPlan = {
  outline: 'doc-objection',
  ofOneParty: true,
  title: (draft) => {
    const party = objector(draft)
    return party === undefined
      ? `Objection: ${draft.title}`
      : `Objection by ${draft.party(party)}: ${draft.title}`
  },
  numbers: false,
  sections: {
    s1: (draft) => {
      const silence = draft.last('open-silence')
      draft.writer.paragraph(['Reference: ', ...[given(draft.input.fields?.reference)].flat()])
      draft.writer.paragraph(`Procedure: ${draft.title}.`)
      if (!silence) return 'no silence has been opened in this procedure.'
      draft.writer.paragraph(
        `Silence opened by ${draft.party(silence.party)} on ${sayInstant(silence.at)}, until ${sayInstant(deadline(draft, silence))}` +
          (silence.act.version === undefined ? '.' : `, on version ${silence.act.version} of the text.`),
      )
      return undefined
    },
    s2: (draft) => {
      const party = objector(draft)
      if (party === undefined) return 'no party is named for this objection.'
      draft.writer.paragraph([strong(`${draft.party(party)} objects.`)])
      if (!broken(draft)) {
        draft.writer.paragraph('This is a draft: no objection by this party is on record in the procedure.')
      }
      return undefined
    },
    s3: (draft) => {
      const act = broken(draft)
      if (!act) return 'no reason has been given; none is needed.'
      for (const line of linesOf(act.act.reason)) draft.writer.paragraph(line)
      return undefined
    },
    s4: writeWording,
    s5: (draft) => {
      const act = broken(draft)
      draft.writer.paragraph(['Sent: ', ...[given(act && sayInstant(act.at))].flat()])
      return undefined
    },
  },
}

function objector(draft: Draft): string | undefined {
  return draft.input.party ?? draft.last('break-silence')?.party
}

function broken(draft: Draft): Recorded<'break-silence'> | undefined {
  return draft.last('break-silence', objector(draft))
}

/** The opening sets it; an extension after that opening moves it. */
function deadline(draft: Draft, silence: Recorded<'open-silence'>): string {
  return draft.all('extend-silence').findLast(({ at }) => at >= silence.at)?.act.until ?? silence.act.until
}

function writeWording(draft: Draft): string | undefined {
  const party = objector(draft)
  const own = draft.joint.amendments.filter(
    (amendment) => amendment.party === party && amendment.state === 'pending',
  )
  if (own.length === 0) return 'no other wording has been proposed; none is needed.'
  draft.writer.table(
    'Wording proposed by this party',
    [
      ['Paragraph', 16],
      ['In the text', 42],
      ['Proposed', 42],
    ],
    own.map(({ paragraph, kind, base, text, reason }) => [
      kind === 'insert' ? `After ${paragraph}` : paragraph,
      kind === 'insert'
        ? '—'
        : (draft.joint.paragraphs.find(({ id }) => id === paragraph)?.text ?? base.text),
      (kind === 'delete' ? 'To be deleted' : text) + (reason === undefined ? '' : ` (Reason: ${reason})`),
    ]),
  )
  return undefined
}
