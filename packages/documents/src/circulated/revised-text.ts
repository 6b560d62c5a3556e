/**
 * Revised text: the text as it stands now, what has changed since it last went out, and the objection that it answers.
 *
 * Who objected is left out: positions are more sensitive than the text. Rests on: doctrine entry `doc-revised-text`; the
 * released options paper 5807/19 marks changes between versions. Rules TXT-10, TXT-11, TXT-19.
 */
import { formatPartialDate } from '@demarche/core'
import { compareVersions, type TextVersion, type WordRun } from '@demarche/core/procedure/joint-text/index.ts'
import type { Inline } from '../document-tree.ts'
import { emphasis, strong, type Words } from '../paper-writer.ts'
import { sentence } from '../wording.ts'
import { blank, type Draft, linesOf, sayInstant } from './draft.ts'
import { listed, type DocumentPlan } from './plan.ts'
import { stateOfText, writeText } from './text-body.ts'

export const REVISED_TEXT: DocumentPlan = {
  outline: 'doc-revised-text',
  title: (draft) => `Revised text: ${draft.title}`,
  numbers: true,
  sections: {
    s1: (draft) => {
      if (!draft.version) return 'no joint text has been laid in this procedure yet.'
      writeText(draft, true)
      return undefined
    },
    s2: writeChanges,
    s3: (draft) => {
      const broken = draft.all('break-silence')
      if (broken.length === 0) return 'no objection that broke a silence.'
      for (const { act, at } of broken) {
        draft.writer.paragraph(`A delegation objected on ${sayInstant(at)}:`)
        draft.writer.list(linesOf(act.reason).map(sentence))
        draft.writer.paragraph(['Answered by: ', blank('what in the text answers it')])
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
  const { version } = draft
  const before = former(draft, draft.last('open-silence')?.act.version)
  if (!version || !before) return 'no earlier version to compare with.'
  draft.writer.paragraph(
    `Version ${version.number} against version ${before.number}. Added words are bold; deleted words stand in brackets.`,
  )
  return listed(
    draft,
    'Paragraphs that have changed:',
    compareVersions(before, version).flatMap(({ id, change, moved, runs }): readonly Words[] => {
      if (change === 'same') return moved ? [`${id}: moved`] : []
      return [[`${id}${moved ? ', moved' : ''}: `, ...runs.map(marked)]]
    }),
    'no paragraph has changed.',
  )
}

function marked({ kind, text }: WordRun): Inline | string {
  if (kind === 'kept') return text
  return kind === 'added' ? strong(text) : emphasis(`[deleted: ${text.trim()}]`)
}

function writeDeadline(draft: Draft): string | undefined {
  const broken = draft.last('break-silence')?.at ?? ''
  const silence = draft.last('open-silence')
  if (silence && silence.at > broken) {
    draft.writer.paragraph(
      `Silence runs until ${sayInstant(draft.last('extend-silence')?.act.until ?? silence.act.until)}.`,
    )
    return undefined
  }
  const meeting = draft.last('put-on-agenda')
  if (meeting && meeting.at > broken) {
    draft.writer.paragraph(
      `On the agenda of the ${meeting.act.body.toUpperCase()} on ${formatPartialDate(meeting.act.meeting)}.`,
    )
    return undefined
  }
  return 'no new deadline since the objection.'
}
