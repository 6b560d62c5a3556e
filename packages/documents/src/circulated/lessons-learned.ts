/**
 * Lessons-learned form: what happened on the way from start to decision, and blanks for what people learned.
 *
 * The form prints the record; good practice, gaps and advice are judgements and stay blank until somebody writes them.
 * Rests on: doctrine entry `doc-lessons-learned`.
 */
import { formatPartialDate } from '@demarche/core'
import { openPoint } from '../options-paper/labels.ts'
import type { Words } from '../paper-writer.ts'
import { opening, sayList, sentence } from '../wording.ts'
import { caseName, responseLines } from './case-on-record.ts'
import { given, inWords, sayInstant, type Draft } from './draft.ts'
import { listed, type DocumentPlan } from './plan.ts'

export const LESSONS_LEARNED: DocumentPlan = {
  outline: 'doc-lessons-learned',
  title: (draft) => `Lessons learned: ${draft.title}`,
  numbers: true,
  sections: {
    s1: (draft) => {
      const name = caseName(draft)
      draft.writer.numbered([
        `Procedure “${draft.title}”`,
        ...(name ? [' in the case ', ...[name].flat()] : []),
        `, ${draft.measure ? draft.measure.label : 'measure not in the catalogue used'}.`,
      ])
      const [first, last] = [draft.acts[0], draft.acts.at(-1)]
      if (!first || !last) return 'no act of the procedure.'
      draft.writer.numbered(
        `From ${sayInstant(first.at)} to ${sayInstant(last.at)}; ${draft.acts.length} acts on record.`,
      )
      return undefined
    },
    s2: writeProcess,
    s3: writeEffect,
    s4: () => 'good practice is for those who took part to name.',
    s5: writeGaps,
    s6: () => 'advice is for those who took part to give.',
    s7: (draft) => {
      draft.writer.table(
        'Advice, owner and date',
        [
          ['Advice', 56],
          ['Owner', 24],
          ['Date', 20],
        ],
        [1, 2, 3].map((): Words[] => [given(undefined), given(undefined), given(undefined)]),
      )
      return undefined
    },
  },
}

/** Acts that show where a delegation stands: more sensitive than the course of the procedure. */
const SHOWS_POSITION: ReadonlySet<string> = new Set([
  'amend',
  'break-silence',
  'comment-on-silence',
  'invoke-brake',
  'withdraw-brake',
])

function writeProcess(draft: Draft): string | undefined {
  if (draft.acts.length === 0) return 'no act of the procedure.'
  draft.writer.table(
    'Acts of the procedure in their order',
    [
      ['When', 30],
      ['Party', 25],
      ['Act', 45],
    ],
    draft.acts
      .filter(({ act }) => draft.input.withPositions === true || !act.verb.endsWith('-position'))
      .map(({ at, party, act }): Words[] => [
        sayInstant(at),
        SHOWS_POSITION.has(act.verb) && draft.input.withPositions !== true
          ? 'A delegation'
          : draft.party(party),
        opening(inWords(act.verb)),
      ]),
  )
  const { adopted } = draft.input.procedure
  const versions = draft.joint.versions.length
  draft.writer.numbered(
    `${adopted ? `Adopted on ${sayInstant(adopted.at)} (${inWords(adopted.how)}).` : 'No adoption is on record.'} ` +
      `Versions of the text: ${versions}. Silence opened: ${draft.all('open-silence').length}; broken: ${draft.all('break-silence').length}.`,
  )
  return undefined
}

function writeEffect(draft: Draft): string | undefined {
  return listed(
    draft,
    'On record:',
    [
      ...draft
        .all('publish')
        .map(({ act }) => `${formatPartialDate(act.on)}: published, ${sentence(act.where)}`),
      ...draft.all('implement').map(({ act }) => `${formatPartialDate(act.on)}: ${sentence(act.text)}`),
      ...draft
        .all('review')
        .map(({ act }) => `${formatPartialDate(act.on)}, review: ${sentence(act.finding)}`),
      ...responseLines(draft),
    ],
    'no publication, implementation, review or response.',
  )
}

function writeGaps(draft: Draft): string | undefined {
  const { decisive, consistency } = draft.dossier
  if (decisive.length === 0 && consistency.length === 0) return 'gaps are for those who took part to name.'
  draft.derived()
  if (decisive.length > 0) {
    draft.writer.numbered(
      `Open on the day of the dossier, and deciding: ${sayList(decisive.map(({ property }) => openPoint(draft, property)))}.`,
    )
  }
  if (consistency.length > 0) {
    draft.writer.numbered('Notes on like cases:')
    draft.writer.list(consistency.map(({ precedentName, text }) => `${precedentName}: ${sentence(text)}`))
  }
  return undefined
}
