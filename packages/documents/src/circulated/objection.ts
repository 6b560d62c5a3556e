/**
 * Objection: the message by which one party stops a silence procedure.
 *
 * Takes the party of the document, or the one that broke the silence last. A reason and other wording are optional in
 * the procedure, so their absence is said and is no fault. Rests on: doctrine entry `doc-objection`.
 */
import { strong } from '../paper-writer.ts'
import { linesOf, type Draft, type Recorded } from './draft.ts'
import type { DocumentPlan } from './plan.ts'

export const OBJECTION: DocumentPlan = {
  outline: 'doc-objection',
  ofOneParty: true,
  title: (draft) => {
    const party = objector(draft)
    const { title } = draft
    return party === undefined
      ? draft.wording.say('objection.title', { title })
      : draft.wording.say('objection.titleBy', { party: draft.party(party), title })
  },
  numbers: false,
  sections: {
    s1: (draft) => {
      const silence = draft.last('open-silence')
      const { say, saying, instant } = draft.wording
      draft.writer.paragraph(
        saying('objection.reference', { reference: draft.given(draft.input.fields?.reference) }),
      )
      draft.writer.paragraph(say('objection.procedure', { title: draft.title }))
      if (!silence) return say('objection.noSilence')
      const { version } = silence.act
      const opened = {
        party: draft.party(silence.party),
        at: instant(silence.at),
        until: instant(deadline(draft, silence)),
      }
      draft.writer.paragraph(
        version === undefined
          ? say('objection.silence', opened)
          : say('objection.silenceOnVersion', { ...opened, version }),
      )
      return undefined
    },
    s2: (draft) => {
      const party = objector(draft)
      const { say } = draft.wording
      if (party === undefined) return say('objection.noParty')
      draft.writer.paragraph([strong(say('objection.objects', { party: draft.party(party) }))])
      if (!broken(draft)) draft.writer.paragraph(say('objection.draft'))
      return undefined
    },
    s3: (draft) => {
      const act = broken(draft)
      if (!act) return draft.wording.say('objection.noReason')
      for (const line of linesOf(act.act.reason)) draft.writer.paragraph(line)
      return undefined
    },
    s4: writeWording,
    s5: (draft) => {
      const act = broken(draft)
      const { saying, instant } = draft.wording
      draft.writer.paragraph(saying('objection.sent', { at: draft.given(act && instant(act.at)) }))
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
  const { say } = draft.wording
  const party = objector(draft)
  const own = draft.joint.amendments.filter(
    (amendment) => amendment.party === party && amendment.state === 'pending',
  )
  if (own.length === 0) return say('objection.noWording')
  draft.writer.table(
    say('objection.wording'),
    [
      [say('textState.paragraph'), 16],
      [say('wordings.inText'), 42],
      [say('wordings.proposed'), 42],
    ],
    own.map(({ paragraph, kind, base, text, reason }) => {
      const proposed = kind === 'delete' ? say('wordings.toDelete') : text
      return [
        kind === 'insert' ? say('wordings.after', { paragraph }) : paragraph,
        kind === 'insert'
          ? '—'
          : (draft.joint.paragraphs.find(({ id }) => id === paragraph)?.text ?? base.text),
        reason === undefined ? proposed : say('objection.withReason', { text: proposed, reason }),
      ]
    }),
  )
  return undefined
}
