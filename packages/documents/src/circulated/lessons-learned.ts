/**
 * Lessons-learned form: what happened on the way from start to decision, and blanks for what people learned.
 *
 * The form prints the record; good practice, gaps and advice are judgements and stay blank until somebody writes them.
 * Rests on: doctrine entry `doc-lessons-learned`.
 */
import { reasonIn } from '../language/say-reason.ts'
import { openPoint } from '../options-paper/labels.ts'
import type { Words } from '../paper-writer.ts'
import { sentence } from '../wording.ts'
import { caseName, responseLines } from './case-on-record.ts'
import type { Draft } from './draft.ts'
import { listed, type DocumentPlan } from './plan.ts'

export const LESSONS_LEARNED: DocumentPlan = {
  outline: 'doc-lessons-learned',
  title: ({ wording: { say }, title }) => say('lessons.title', { title }),
  numbers: true,
  sections: {
    s1: (draft) => {
      const name = caseName(draft)
      const { say, saying, instant } = draft.wording
      const procedure = { title: draft.title, measure: draft.measureLabel ?? say('lessons.noMeasure') }
      draft.writer.numbered(
        name ? saying('lessons.scopeOfCase', { case: name }, procedure) : say('lessons.scope', procedure),
      )
      const [first, last] = [draft.acts[0], draft.acts.at(-1)]
      if (!first || !last) return say('lessons.noAct')
      draft.writer.numbered(
        say('lessons.course', {
          from: instant(first.at),
          to: instant(last.at),
          count: draft.acts.length,
        }),
      )
      return undefined
    },
    s2: writeProcess,
    s3: writeEffect,
    s4: ({ wording: { say } }) => say('lessons.goodPractice'),
    s5: writeGaps,
    s6: ({ wording: { say } }) => say('lessons.toAdvise'),
    s7: (draft) => {
      const { say } = draft.wording
      const blank = draft.given(undefined)
      draft.writer.table(
        say('lessons.owners'),
        [
          [say('lessons.advice'), 56],
          [say('lessons.owner'), 24],
          [say('paper.date'), 20],
        ],
        [1, 2, 3].map((): Words[] => [blank, blank, blank]),
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
  const { say, instant } = draft.wording
  if (draft.acts.length === 0) return say('lessons.noAct')
  draft.writer.table(
    say('lessons.acts'),
    [
      [say('lessons.when'), 30],
      [say('lessons.party'), 25],
      [say('lessons.act'), 45],
    ],
    draft.acts
      .filter(({ act }) => draft.input.withPositions === true || !act.verb.endsWith('-position'))
      .map(({ at, party, act }): Words[] => [
        instant(at),
        SHOWS_POSITION.has(act.verb) && draft.input.withPositions !== true
          ? say('lessons.delegation')
          : draft.party(party),
        say(`verb.${act.verb}`),
      ]),
  )
  const { adopted } = draft.input.procedure
  const versions = draft.joint.versions.length
  const outcome = adopted
    ? say(`lessons.adopted.${adopted.how}`, { at: instant(adopted.at) })
    : say('lessons.notAdopted')
  const counts = say('lessons.counts', {
    versions,
    opened: draft.all('open-silence').length,
    broken: draft.all('break-silence').length,
  })
  draft.writer.numbered(`${outcome} ${counts}`)
  return undefined
}

function writeEffect(draft: Draft): string | undefined {
  const { say, date } = draft.wording
  return listed(
    draft,
    say('lessons.onRecord'),
    [
      ...draft
        .all('publish')
        .map(({ act }) => say('lessons.published', { date: date(act.on), where: sentence(act.where) })),
      ...draft
        .all('implement')
        .map(({ act }) => say('paper.labelled', { label: date(act.on), text: sentence(act.text) })),
      ...draft
        .all('review')
        .map(({ act }) => say('lessons.review', { date: date(act.on), finding: sentence(act.finding) })),
      ...responseLines(draft),
    ],
    say('lessons.noEffect'),
  )
}

function writeGaps(draft: Draft): string | undefined {
  const { decisive, consistency } = draft.dossier
  const { say, list } = draft.wording
  if (decisive.length === 0 && consistency.length === 0) return say('lessons.toNameGaps')
  draft.derived()
  if (decisive.length > 0) {
    const points = list(decisive.map(({ property }) => openPoint(draft, property)))
    draft.writer.numbered(say('lessons.decisive', { points }))
  }
  if (consistency.length > 0) {
    draft.writer.numbered(say('lessons.likeCases'))
    draft.writer.list(
      consistency.map(({ precedentName, words, text }) =>
        say('paper.labelled', {
          label: precedentName,
          text: sentence(reasonIn(draft.wording, words, text)),
        }),
      ),
    )
  }
  return undefined
}
