/**
 * The situational report, and the report for the round tables of crisis response (ISAA).
 *
 * Both print the record at a stated time; an outlook is a forecast by people and stays blank. Rests on: doctrine entries
 * `doc-situational-report` (Directive (EU) 2022/2555 Art. 16), `doc-isaa-report`.
 */
import { formatPartialDate } from '@demarche/core'
import { openPoint } from '../options-paper/labels.ts'
import type { Words } from '../paper-writer.ts'
import { opening, sayLevel, sentence } from '../wording.ts'
import { caseName, claimLines, EFFECTS, factLines, politicalLine, responseLines } from './case-on-record.ts'
import { blank, type Draft, sayInstant } from './draft.ts'
import { listed, type DocumentPlan } from './plan.ts'

export const SITUATIONAL_REPORT: DocumentPlan = {
  outline: 'doc-situational-report',
  title: (draft) => `Situational report: ${draft.title}`,
  numbers: true,
  sections: {
    s1: (draft) => {
      draft.writer.paragraph([
        `What was known by the end of ${formatPartialDate(draft.dossier.asOf)}, by the calendar in Brussels. Hour of the cut-off: `,
        blank('hour, with its time zone'),
      ])
      const name = caseName(draft)
      if (!name) return 'no name of the case that may stand here.'
      draft.writer.paragraph(['Case: ', ...[name].flat(), '.'])
      return undefined
    },
    s2: (draft) =>
      listed(
        draft,
        'On record, with the day where it is known:',
        [...factLines(draft, ['time']), ...responseLines(draft)],
        'no day and no response.',
      ),
    s3: (draft) =>
      listed(
        draft,
        'Who was hit, and what it did:',
        [...factLines(draft, ['victims', 'act']), ...factLines(draft, EFFECTS)],
        'no victim and no effect.',
      ),
    s4: writeActors,
    s5: (draft) => outlook(draft),
    s6: writeGaps,
    s7: writeNew,
  },
}

export const ISAA_REPORT: DocumentPlan = {
  outline: 'doc-isaa-report',
  title: (draft) => `Situation and analysis (ISAA): ${draft.title}`,
  numbers: true,
  sections: {
    s1: (draft) =>
      listed(
        draft,
        `What was known by the end of ${formatPartialDate(draft.dossier.asOf)}:`,
        [...factLines(draft, ['time', 'victims', 'act']), ...factLines(draft, EFFECTS)],
        'no fact of the case.',
      ),
    s2: (draft) => {
      const { profile } = draft.dossier
      if (profile.length > 0) draft.derived()
      return listed(
        draft,
        "The seven dimensions; a level that no person gave is this desk's judgement:",
        profile.map((finding): Words => [
          `${finding.label}: ${sayLevel(finding.level)}. ${finding.reasons.map(sentence).join(' ')}`.trim(),
          ...(finding.support.length > 0 ? draft.cite(finding.support) : []),
        ]),
        'no dimension has been rated.',
      )
    },
    s3: (draft) => {
      draft.writer.list([
        ...politicalLine(draft, 'victim-request'),
        ['Needs of those who were hit: ', blank('what, by whom, until when')],
      ])
      return undefined
    },
    s4: (draft) => outlook(draft),
  },
}

function outlook(draft: Draft): undefined {
  draft.writer.paragraph(['Improving, stable or worsening: ', blank('the outlook, for which hours, by whom')])
}

function writeActors(draft: Draft): string | undefined {
  const { hypotheses, rows } = draft.dossier.attribution.matrix
  if (hypotheses.length > 0) draft.derived()
  return listed(
    draft,
    'Explanations and claims side by side; nothing is added up:',
    [
      ...hypotheses.map(({ text, inconsistent, support }): Words => [
        `${text}: items of evidence against it ${inconsistent} of ${rows.length}`,
        ...(support.length > 0 ? draft.cite(support) : []),
      ]),
      ...claimLines(draft),
    ],
    'no explanation and no claim.',
  )
}

function writeGaps(draft: Draft): string | undefined {
  const { decisive } = draft.dossier
  if (decisive.length > 0) draft.derived()
  return listed(
    draft,
    'Unknown or contested, and deciding:',
    decisive.map(({ property, state }) => `${opening(openPoint(draft, property))}: ${state}`),
    'no open point that would decide a test.',
  )
}

/** What was put on record since this report last went out. */
function writeNew(draft: Draft): string | undefined {
  const last = draft.circulation
  if (!last) return 'no earlier issue has been circulated.'
  return listed(
    draft,
    `Put on record since ${sayInstant(last.at)}:`,
    Object.values(draft.dossier.statements)
      .filter(({ assertedAt }) => assertedAt > last.at)
      .toSorted((a, b) => (a.assertedAt < b.assertedAt ? -1 : 1))
      .map(({ id, source }): Words => [source.document, ...draft.cite([{ statement: id }])]),
    'nothing new since the last issue.',
  )
}
