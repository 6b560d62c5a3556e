/**
 * The situational report, and the report for the round tables of crisis response (ISAA).
 *
 * Both print the record at a stated time; an outlook is a forecast by people and stays blank. Rests on: doctrine entries
 * `doc-situational-report` (Directive (EU) 2022/2555 Art. 16), `doc-isaa-report`.
 */
import { dimensionLabel, openPoint } from '../options-paper/labels.ts'
import type { Words } from '../paper-writer.ts'
import { sayLevel } from '../language/case-wording.ts'
import { reasonsOfLevel } from '../language/say-reason.ts'
import { opening, sentence } from '../wording.ts'
import { caseName, claimLines, EFFECTS, factLines, politicalLine, responseLines } from './case-on-record.ts'
import type { Draft } from './draft.ts'
import { listed, type DocumentPlan } from './plan.ts'

export const SITUATIONAL_REPORT: DocumentPlan = {
  outline: 'doc-situational-report',
  title: ({ wording: { say }, title }) => say('situation.title', { title }),
  numbers: true,
  sections: {
    s1: (draft) => {
      const { say, saying, date } = draft.wording
      draft.writer.paragraph(
        saying(
          'situation.cutOff',
          { blank: draft.blank(say('onRecord.hour')) },
          { date: date(draft.dossier.asOf) },
        ),
      )
      const name = caseName(draft)
      if (!name) return say('situation.noName')
      draft.writer.paragraph(saying('onRecord.case', { case: name }))
      return undefined
    },
    s2: (draft) =>
      listed(
        draft,
        draft.wording.say('situation.timeline'),
        [...factLines(draft, ['time']), ...responseLines(draft)],
        draft.wording.say('situation.noDay'),
      ),
    s3: (draft) =>
      listed(
        draft,
        draft.wording.say('situation.whoWasHit'),
        [...factLines(draft, ['victims', 'act']), ...factLines(draft, EFFECTS)],
        draft.wording.say('situation.noVictim'),
      ),
    s4: writeActors,
    s5: (draft) => outlook(draft),
    s6: writeGaps,
    s7: writeNew,
  },
}

export const ISAA_REPORT: DocumentPlan = {
  outline: 'doc-isaa-report',
  title: ({ wording: { say }, title }) => say('isaa.title', { title }),
  numbers: true,
  sections: {
    s1: (draft) =>
      listed(
        draft,
        draft.wording.say('isaa.known', { date: draft.wording.date(draft.dossier.asOf) }),
        [...factLines(draft, ['time', 'victims', 'act']), ...factLines(draft, EFFECTS)],
        draft.wording.say('onRecord.noFact'),
      ),
    s2: (draft) => {
      const { profile } = draft.dossier
      const { say } = draft.wording
      if (profile.length > 0) draft.derived()
      return listed(
        draft,
        say('isaa.dimensions'),
        profile.map((finding): Words => [
          say('isaa.dimension', {
            dimension: dimensionLabel(draft, finding.dimension),
            level: sayLevel(draft.wording, finding.level),
            reasons: reasonsOfLevel(draft.wording, finding).map(sentence).join(' '),
          }).trim(),
          ...(finding.support.length > 0 ? draft.cite(finding.support) : []),
        ]),
        say('onRecord.noLevel'),
      )
    },
    s3: (draft) => {
      const { say, saying } = draft.wording
      draft.writer.list([
        ...politicalLine(draft, 'request-by-victim'),
        saying('isaa.needs', { blank: draft.blank(say('isaa.whatIsNeeded')) }),
      ])
      return undefined
    },
    s4: (draft) => outlook(draft),
  },
}

function outlook(draft: Draft): undefined {
  const { say, saying } = draft.wording
  draft.writer.paragraph(saying('situation.outlook', { blank: draft.blank(say('situation.forecast')) }))
}

function writeActors(draft: Draft): string | undefined {
  const { hypotheses, rows } = draft.dossier.attribution.matrix
  const { say } = draft.wording
  if (hypotheses.length > 0) draft.derived()
  return listed(
    draft,
    say('situation.explanations'),
    [
      ...hypotheses.map(({ text, inconsistent, support }): Words => [
        say('situation.explanation', { text, against: inconsistent, all: rows.length }),
        ...(support.length > 0 ? draft.cite(support) : []),
      ]),
      ...claimLines(draft),
    ],
    say('situation.noExplanation'),
  )
}

function writeGaps(draft: Draft): string | undefined {
  const { decisive } = draft.dossier
  const { say } = draft.wording
  if (decisive.length > 0) draft.derived()
  return listed(
    draft,
    say('situation.decisive'),
    decisive.map(({ property, state }) =>
      say('paper.labelled', { label: opening(openPoint(draft, property)), text: say(`verdict.${state}`) }),
    ),
    say('onRecord.nothingOpen'),
  )
}

/** What was put on record since this report last went out. */
function writeNew(draft: Draft): string | undefined {
  const last = draft.circulation
  const { say, instant } = draft.wording
  if (!last) return say('situation.noFormer')
  return listed(
    draft,
    say('situation.since', { at: instant(last.at) }),
    Object.values(draft.dossier.statements)
      .filter(({ assertedAt }) => assertedAt > last.at)
      .toSorted((a, b) => (a.assertedAt < b.assertedAt ? -1 : 1))
      .map(({ id, source }): Words => [source.document, ...draft.cite([{ statement: id }])]),
    say('situation.nothingNew'),
  )
}
