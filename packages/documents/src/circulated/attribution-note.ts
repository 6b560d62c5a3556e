/**
 * Attribution note: where the 27 stand on naming.
 *
 * Claims stand side by side; nothing is added up, and a Member State that has said nothing has not agreed. Positions on
 * the text are printed only when they are asked for. Rests on: doctrine entry `doc-attribution-note`.
 */
import { ATTRIBUTION_KINDS, markingKey, PUBLIC } from '@demarche/core'
import { rolesInFull } from '../options-paper/labels.ts'
import type { Words } from '../paper-writer.ts'
import { opening, sayCount, sayCountry, sayList, sentence } from '../wording.ts'
import { claimLines, factLines } from './case-on-record.ts'
import { inWords, type Draft } from './draft.ts'
import { listed, type DocumentPlan } from './plan.ts'
import { namingLines } from './text-document.ts'

export const ATTRIBUTION_NOTE: DocumentPlan = {
  outline: 'doc-attribution-note',
  title: (draft) => `Attribution note: ${draft.title}`,
  numbers: true,
  sections: {
    s1: (draft) => {
      draft.writer.numbered(
        `Whether, and in which words, “${draft.title}” says who is behind the activity. Attribution is a sovereign decision of each Member State.`,
      )
      const lines = namingLines(draft)
      if (lines.length > 0) {
        draft.writer.numbered(`As it stands, version ${draft.version?.number} of the text:`)
        draft.writer.list(lines)
      }
      return undefined
    },
    s2: writeLevels,
    s3: writeFindings,
    s4: writeStances,
    s5: writePublic,
    s6: (draft) => {
      const { measure } = draft
      if (!measure || measure.risks.length === 0) return 'no risks stand in the catalogue for this measure.'
      draft.writer.numbered([
        'Risks of the measure, as the catalogue gives them:',
        ...draft.law(measure.source, measure.verified),
      ])
      draft.writer.list(measure.risks.map(sentence))
      draft.writer.numbered(
        'What speaks for and against silence has to be weighed by people; nothing is on record for it.',
      )
      return undefined
    },
    s7: writeWordings,
  },
}

function writeLevels(draft: Draft): string | undefined {
  if (draft.dossier.attribution.claims.length === 0) {
    return 'nobody is on record as having said who is behind the activity.'
  }
  for (const kind of ATTRIBUTION_KINDS) {
    const lines = claimLines(draft, kind)
    draft.writer.heading(opening(kind))
    if (lines.length === 0) draft.missing(`no ${kind} claim.`)
    else draft.writer.list(lines)
  }
  return undefined
}

function writeFindings(draft: Draft): string | undefined {
  const { matrix } = draft.dossier.attribution
  const facts = factLines(draft, ['attribution'])
  if (matrix.hypotheses.length > 0) {
    draft.derived()
    draft.writer.numbered('Explanations on record, with the items of evidence that tell against each:')
    draft.writer.list(
      matrix.hypotheses.map(({ text, inconsistent, support }): Words => [
        `${text}: ${inconsistent} of ${matrix.rows.length}`,
        ...(support.length > 0 ? draft.cite(support) : []),
      ]),
    )
  }
  if (facts.length > 0) draft.writer.list(facts)
  return matrix.hypotheses.length === 0 && facts.length === 0 ? 'no finding that several share.' : undefined
}

const STANCES = {
  attributed: 'Has attributed in national capacity',
  'through-the-union': 'Through the Union',
  'not-stated': 'Nothing stated',
} as const

function writeStances(draft: Draft): string | undefined {
  const { memberStates } = draft.dossier.attribution
  if (memberStates.length === 0) return 'the dossier has no table of Member States.'
  draft.derived()
  const spoken = memberStates.filter(({ stance }) => stance !== 'not-stated').length
  draft.writer.numbered(
    `${opening(sayCount(spoken))} of ${memberStates.length} Member States ${spoken === 1 ? 'is' : 'are'} on record. What is not stated is unknown; it is neither agreement nor refusal.`,
  )
  const positions = draft.input.withPositions === true
  draft.writer.table(
    'Member States in protocol order: attribution on record',
    positions
      ? [
          ['Member State', 28],
          ['Attribution', 36],
          ['Position on the text', 36],
        ]
      : [
          ['Member State', 40],
          ['Attribution', 60],
        ],
    memberStates.map(({ code, stance, claims }): Words[] => [
      sayCountry(code),
      [STANCES[stance], ...(claims.length > 0 ? draft.cite(claims.map((statement) => ({ statement }))) : [])],
      ...(positions ? [positionOf(draft, code)] : []),
    ]),
  )
  return undefined
}

/** The last word of a State on the whole: its own, or what the chair wrote down in the room. */
function positionOf(draft: Draft, party: string): string {
  let said = 'Nothing stated'
  for (const { act, party: by } of draft.acts) {
    if (act.verb === 'record-positions') {
      const mine = act.positions.find((one) => one.party === party)
      if (mine) said = opening(inWords(mine.position))
    } else if (by !== party) continue
    else if (act.verb === 'state-position' && act.paragraph === undefined)
      said = opening(inWords(act.position))
    else if (act.verb === 'lift-position' && act.paragraph === undefined && said !== 'Nothing stated')
      said = 'Lifted'
  }
  return said
}

function writePublic(draft: Draft): string | undefined {
  const rows = draft.dossier.attribution.claims
  if (rows.length === 0) return 'no claim, so nothing to release.'
  const open = rows.filter(({ statement }) => {
    const marking = draft.dossier.statements[statement]?.marking
    return marking !== undefined && markingKey(marking) === markingKey(PUBLIC)
  })
  draft.writer.numbered(
    `Of ${sayCount(rows.length)} ${rows.length === 1 ? 'claim' : 'claims'}, ${sayCount(open.length)} ${open.length === 1 ? 'rests' : 'rest'} on a public statement. A public text may rest on those alone; each other one needs a release by its originator.`,
  )
  return listed(
    draft,
    'Public:',
    open.map(({ claim, statement }): Words => [
      `${claim.claimant}: ${claim.accused}`,
      ...draft.cite([{ statement }]),
    ]),
    'no claim that is public.',
  )
}

function writeWordings(draft: Draft): string | undefined {
  const { joint, version, measure } = draft
  if (!version) return 'no joint text has been laid.'
  const pending = joint.amendments.filter(({ state }) => state === 'pending')
  if (pending.length === 0) {
    draft.writer.numbered('No other wording is pending; the text stands as circulated.')
  } else {
    draft.writer.numbered('Wording side by side, as proposed:')
    draft.writer.table(
      'Paragraphs with other wording pending',
      [
        ['Paragraph', 14],
        ['In the text', 43],
        ['Proposed', 43],
      ],
      pending.map(({ paragraph, kind, text, party, base }): Words[] => [
        kind === 'insert' ? `After ${paragraph}` : paragraph,
        kind === 'insert' ? '—' : (version.paragraphs.find(({ id }) => id === paragraph)?.text ?? base.text),
        `${kind === 'delete' ? 'To be deleted' : text}${draft.input.withPositions === true ? ` (${draft.party(party)})` : ''}`,
      ]),
    )
  }
  if (measure) {
    draft.writer.numbered([
      `What the measure needs: ${sentence(measure.attribution.text)} Decided by ${sayList([rolesInFull(draft, measure.deciders)])}.`,
      ...draft.law(measure.source, measure.verified),
    ])
  }
  return undefined
}
