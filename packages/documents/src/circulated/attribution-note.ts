/**
 * Attribution note: where the 27 stand on naming.
 *
 * Claims stand side by side; nothing is added up, and a Member State that has said nothing has not agreed. Positions on
 * the text are printed only when they are asked for. Rests on: doctrine entry `doc-attribution-note`.
 */
import { ATTRIBUTION_KINDS, markingKey, PUBLIC } from '@demarche/core'
import type { TextKey } from '../language/load-texts.ts'
import { sayClaimant } from '../options-paper/assessment.ts'
import { rolesInFull } from '../options-paper/labels.ts'
import type { Words } from '../paper-writer.ts'
import { opening, sentence } from '../wording.ts'
import { claimLines, factLines } from './case-on-record.ts'
import type { Draft } from './draft.ts'
import { listed, type DocumentPlan } from './plan.ts'
import { namingLines } from './text-document.ts'

export const ATTRIBUTION_NOTE: DocumentPlan = {
  outline: 'doc-attribution-note',
  title: ({ wording: { say }, title }) => say('attributionNote.title', { title }),
  numbers: true,
  sections: {
    s1: (draft) => {
      const { say } = draft.wording
      draft.writer.numbered(say('attributionNote.question', { title: draft.title }))
      const lines = namingLines(draft)
      if (draft.version && lines.length > 0) {
        draft.writer.numbered(say('attributionNote.asItStands', { version: draft.version.number }))
        draft.writer.list(lines)
      }
      return undefined
    },
    s2: writeLevels,
    s3: writeFindings,
    s4: writeStances,
    s5: writePublic,
    s6: (draft) => {
      const {
        measure,
        wording: { say },
      } = draft
      if (!measure || measure.risks.length === 0) return say('attributionNote.noRisks')
      draft.writer.numbered([say('attributionNote.risks'), ...draft.law(measure.source, measure.verified)])
      draft.writer.list(measure.risks.map((risk) => sentence(draft.wording.ofDoctrine(risk))))
      draft.writer.numbered(say('attributionNote.silence'))
      return undefined
    },
    s7: writeWordings,
  },
}

function writeLevels(draft: Draft): string | undefined {
  const { say } = draft.wording
  if (draft.dossier.attribution.claims.length === 0) return say('attributionNote.nobody')
  for (const kind of ATTRIBUTION_KINDS) {
    const lines = claimLines(draft, kind)
    draft.writer.heading(opening(say(`claim.kind.${kind}`)))
    if (lines.length === 0) draft.missing(say(`attributionNote.noClaim.${kind}`))
    else draft.writer.list(lines)
  }
  return undefined
}

function writeFindings(draft: Draft): string | undefined {
  const { matrix } = draft.dossier.attribution
  const { say } = draft.wording
  const facts = factLines(draft, ['attribution'])
  if (matrix.hypotheses.length > 0) {
    draft.derived()
    draft.writer.numbered(say('attributionNote.explanations'))
    draft.writer.list(
      matrix.hypotheses.map(({ text, inconsistent, support }): Words => [
        say('attributionNote.explanation', { text, against: inconsistent, all: matrix.rows.length }),
        ...(support.length > 0 ? draft.cite(support) : []),
      ]),
    )
  }
  if (facts.length > 0) draft.writer.list(facts)
  return matrix.hypotheses.length === 0 && facts.length === 0 ? say('attributionNote.noFinding') : undefined
}

function writeStances(draft: Draft): string | undefined {
  const { memberStates } = draft.dossier.attribution
  const { say, count, country } = draft.wording
  if (memberStates.length === 0) return say('attributionNote.noTable')
  draft.derived()
  const spoken = memberStates.filter(({ stance }) => stance !== 'not-stated').length
  draft.writer.numbered(
    say('attributionNote.spoken', {
      count: spoken,
      spoken: opening(count(spoken)),
      all: memberStates.length,
    }),
  )
  const positions = draft.input.withPositions === true
  draft.writer.table(
    say('attributionNote.memberStates'),
    positions
      ? [
          [say('attributionNote.memberState'), 28],
          [say('attributionNote.attribution'), 36],
          [say('attributionNote.position'), 36],
        ]
      : [
          [say('attributionNote.memberState'), 40],
          [say('attributionNote.attribution'), 60],
        ],
    memberStates.map(({ code, stance, claims }): Words[] => [
      country(code),
      [
        say(`attributionNote.stance.${stance}`),
        ...(claims.length > 0 ? draft.cite(claims.map((statement) => ({ statement }))) : []),
      ],
      ...(positions ? [positionOf(draft, code)] : []),
    ]),
  )
  return undefined
}

/** The last word of a State on the whole: its own, or what the chair wrote down in the room. */
function positionOf(draft: Draft, party: string): string {
  let said: TextKey = 'position.not-stated'
  for (const { act, party: by } of draft.acts) {
    if (act.verb === 'record-positions') {
      const mine = act.positions.find((one) => one.party === party)
      if (mine) said = `position.${mine.position}`
    } else if (by !== party) continue
    else if (act.verb === 'state-position' && act.paragraph === undefined) said = `position.${act.position}`
    else if (act.verb === 'lift-position' && act.paragraph === undefined && said !== 'position.not-stated')
      said = 'position.lifted'
  }
  return draft.wording.say(said)
}

function writePublic(draft: Draft): string | undefined {
  const rows = draft.dossier.attribution.claims
  const { say, count } = draft.wording
  if (rows.length === 0) return say('attributionNote.nothingToRelease')
  const open = rows.filter(({ statement }) => {
    const marking = draft.dossier.statements[statement]?.marking
    return marking !== undefined && markingKey(marking) === markingKey(PUBLIC)
  })
  draft.writer.numbered(
    say(rows.length === 1 ? 'attributionNote.publicOfOne' : 'attributionNote.publicOfAll', {
      count: open.length,
      open: count(open.length),
      all: count(rows.length),
    }),
  )
  return listed(
    draft,
    say('attributionNote.public'),
    open.map(({ claim, statement }): Words => [
      say('paper.labelled', { label: sayClaimant(draft.wording, claim), text: claim.accused }),
      ...draft.cite([{ statement }]),
    ]),
    say('attributionNote.noPublic'),
  )
}

function writeWordings(draft: Draft): string | undefined {
  const {
    joint,
    version,
    measure,
    wording: { say },
  } = draft
  if (!version) return say('paper.noText')
  const pending = joint.amendments.filter(({ state }) => state === 'pending')
  if (pending.length === 0) {
    draft.writer.numbered(say('attributionNote.noWording'))
  } else {
    draft.writer.numbered(say('attributionNote.wordings'))
    draft.writer.table(
      say('attributionNote.pending'),
      [
        [say('textState.paragraph'), 14],
        [say('wordings.inText'), 43],
        [say('wordings.proposed'), 43],
      ],
      pending.map(({ paragraph, kind, text, party, base }): Words[] => [
        kind === 'insert' ? say('wordings.after', { paragraph }) : paragraph,
        kind === 'insert' ? '—' : (version.paragraphs.find(({ id }) => id === paragraph)?.text ?? base.text),
        `${kind === 'delete' ? say('wordings.toDelete') : text}${draft.input.withPositions === true ? ` (${draft.party(party)})` : ''}`,
      ]),
    )
  }
  if (measure) {
    draft.writer.numbered([
      say('attributionNote.needs', {
        attribution: sentence(measure.attribution.text),
        roles: rolesInFull(draft, measure.deciders),
      }),
      ...draft.law(measure.source, measure.verified),
    ])
  }
  return undefined
}
