/**
 * Revised text: the text as it stands now, what has changed since it last went out, and the objection that it answers.
 *
 * Who objected is left out: positions are more sensitive than the text. Rests on: doctrine entry `doc-revised-text`; the
 * released options paper 5807/19 marks changes between versions. Rules TXT-10, TXT-11, TXT-19.
 */
import { compareVersions, type TextVersion, type WordRun } from '@demarche/core/procedure/joint-text/index.ts'
import type { Inline } from '../document-tree.ts'
import { emphasis, strong, type Words } from '../paper-writer.ts'
import { sentence } from '../wording.ts'
import { type Draft, linesOf } from './draft.ts'
import { listed, type DocumentPlan } from './plan.ts'
import { stateOfText, writeText } from './text-body.ts'

export const REVISED_TEXT: DocumentPlan = {
  outline: 'doc-revised-text',
  title: ({ wording: { say }, title }) => say('revised.title', { title }),
  numbers: true,
  sections: {
    s1: (draft) => {
      if (!draft.version) return draft.wording.say('text.notLaid')
      writeText(draft, true)
      return undefined
    },
    s2: writeChanges,
    s3: (draft) => {
      const broken = draft.all('break-silence')
      const { say, saying, instant } = draft.wording
      if (broken.length === 0) return say('revised.noObjection')
      for (const { act, at } of broken) {
        draft.writer.paragraph(say('revised.objected', { at: instant(at) }))
        draft.writer.list(linesOf(act.reason).map(sentence))
        draft.writer.paragraph(saying('revised.answeredBy', { blank: draft.blank(say('revised.answer')) }))
      }
      return undefined
    },
    s4: writeDeadline,
  },
  annexes: (draft) => stateOfText(draft, 'A'),
}

/** The version that went out under the last silence; else the one before this. */
function former({ joint, version }: Draft, sent: number | undefined): TextVersion | undefined {
  const number = sent !== undefined && sent !== version?.number ? sent : (version?.number ?? 0) - 1
  return joint.versions.find((each) => each.number === number)
}

function writeChanges(draft: Draft): string | undefined {
  const {
    version,
    wording: { say, saying },
  } = draft
  const before = former(draft, draft.last('open-silence')?.act.version)
  if (!version || !before) return say('revised.noFormer')
  draft.writer.paragraph(say('revised.compared', { version: version.number, former: before.number }))
  return listed(
    draft,
    say('revised.changed'),
    compareVersions(before, version).flatMap(({ id, change, moved, runs }): readonly Words[] => {
      if (change === 'same') return moved ? [say('revised.moved', { paragraph: id })] : []
      const text = runs.map((run) => marked(draft, run))
      return [
        moved
          ? saying('revised.movedAndChanged', { text }, { paragraph: id })
          : saying('paper.labelled', { text }, { label: id }),
      ]
    }),
    say('revised.nothingChanged'),
  )
}

function marked({ wording: { say } }: Draft, { kind, text }: WordRun): Inline | string {
  if (kind === 'kept') return text
  return kind === 'added' ? strong(text) : emphasis(say('revised.deleted', { text: text.trim() }))
}

function writeDeadline(draft: Draft): string | undefined {
  const broken = draft.last('break-silence')?.at ?? ''
  const { say, date, instant } = draft.wording
  const silence = draft.last('open-silence')
  if (silence && silence.at > broken) {
    const until = instant(draft.last('extend-silence')?.act.until ?? silence.act.until)
    draft.writer.paragraph(say('revised.silence', { until }))
    return undefined
  }
  const meeting = draft.last('put-on-agenda')
  if (meeting && meeting.at > broken) {
    draft.writer.paragraph(
      say('revised.agenda', { body: say(`body.${meeting.act.body}`), date: date(meeting.act.meeting) }),
    )
    return undefined
  }
  return say('revised.noDeadline')
}
