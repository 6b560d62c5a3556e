/**
 * Proposal to use a measure: the formal start of a procedure.
 *
 * Rests on: doctrine entry `doc-measure-proposal`; TEU Art. 30(1) for who may propose.
 */
import { openPoint, rolesInFull, votingLabel } from '../options-paper/labels.ts'
import { sentence } from '../wording.ts'
import { caseName, EFFECTS, factLines, FACTS } from './case-on-record.ts'
import { linesOf, type Draft } from './draft.ts'
import type { DocumentPlan } from './plan.ts'
import { stateOfText, writeText } from './text-body.ts'

export const MEASURE_PROPOSAL: DocumentPlan = {
  outline: 'doc-measure-proposal',
  ofOneParty: true,
  title: ({ wording: { say }, title }) => say('proposal.title', { title }),
  numbers: true,
  sections: {
    s1: writeProposer,
    s2: writeMeasure,
    s3: writeReasons,
    s4: writeBasis,
    s5: writeUrgency,
    s6: ({ version, writer, wording: { say } }) => {
      if (!version) return say('proposal.textToFollow')
      writer.numbered(say('proposal.attached', { version: version.number }))
      return undefined
    },
  },
  annexes: (draft) => {
    if (!draft.version) return []
    writeText(draft, false)
    const title = draft.wording.say('paper.jointText')
    return [draft.writer.close('text', 'A', title), ...stateOfText(draft, 'B')]
  },
}

function writeProposer(draft: Draft): string | undefined {
  const { say, instant } = draft.wording
  const proposed = draft.last('propose')
  const code = proposed?.party ?? draft.input.party
  if (code === undefined) return say('proposal.nobody')
  const party = draft.party(code)
  draft.writer.numbered([
    proposed && proposed.party === code
      ? say('proposal.proposedOn', { party, at: instant(proposed.at) })
      : say('proposal.proposes', { party }),
    ...draft.law(draft.outline.source, draft.outline.verified),
  ])
  if (draft.measure && draft.measure.proposers.length > 0) {
    draft.writer.numbered(say('proposal.proposers', { roles: rolesInFull(draft, draft.measure.proposers) }))
  }
  return undefined
}

function writeMeasure(draft: Draft): string | undefined {
  const {
    measure,
    opened,
    writer,
    wording: { say, list, ofDoctrine },
  } = draft
  if (!measure) return say('proposal.noMeasure')
  const named = say('proposal.measure', {
    measure: draft.measureLabel ?? measure.label,
    category: say(`categoryInside.${measure.category}`),
  })
  writer.numbered([
    `${named} ${measure.description ? sentence(ofDoctrine(measure.description)) : ''}`.trim(),
    ...draft.law(measure.source, measure.verified),
  ])
  if (opened?.act.subjects) {
    writer.numbered(say('proposal.subjects'))
    writer.list(opened.act.subjects)
  }
  const found = draft.dossier.measures.find((each) => each.measure === measure.id)
  if (found) {
    draft.derived()
    const points = list(found.turnsOn.map((property) => openPoint(draft, property)))
    writer.numbered(
      [
        say('proposal.availability', { availability: say(`availability.${found.availability}`) }),
        ...(found.turnsOn.length > 0 ? [say('proposal.turnsOn', { points })] : []),
      ].join(' '),
    )
    writer.list(
      found.reasons.map(({ text, citation }) => [
        sentence(draft.wording.ofDoctrine(text)),
        ...draft.law(citation, undefined),
      ]),
    )
  }
  return undefined
}

function writeReasons(draft: Draft): string | undefined {
  const {
    writer,
    wording: { say, saying },
  } = draft
  const reasons = [draft.opened?.act.reason, draft.last('propose')?.act.reason].flatMap((reason) =>
    reason === undefined ? [] : linesOf(reason),
  )
  for (const reason of new Set(reasons)) writer.numbered(sentence(reason))
  const name = caseName(draft)
  const facts = factLines(draft, [...FACTS, ...EFFECTS])
  if (facts.length > 0) {
    writer.numbered(name ? saying('proposal.onRecordOf', { case: name }) : say('proposal.onRecord'))
    writer.list(facts)
  }
  return reasons.length === 0 && facts.length === 0 ? say('proposal.noReason') : undefined
}

function writeBasis(draft: Draft): string | undefined {
  const {
    measure,
    input,
    writer,
    wording: { say, onRecord },
  } = draft
  const rule = input.procedure.decisionRule ?? measure?.votingRule
  if (measure) {
    writer.numbered([onRecord(sentence(measure.legalBasis)), ...draft.law(measure.source, measure.verified)])
    const attribution = sentence(measure.attribution.text)
    const deciders = say('proposal.deciders', { roles: rolesInFull(draft, measure.deciders) })
    writer.numbered(`${say('proposal.attribution', { attribution })} ${deciders}`)
  }
  if (rule !== undefined) writer.numbered(say('proposal.rule', { rule: sentence(votingLabel(draft, rule)) }))
  return measure || rule !== undefined ? undefined : say('proposal.noBasis')
}

function writeUrgency(draft: Draft): string | undefined {
  const {
    opened,
    writer,
    wording: { say, date },
  } = draft
  if (!opened) return say('proposal.notOpened')
  writer.numbered(say(`proposal.path.${opened.act.path === 'crisis' ? 'crisis' : 'normal'}`))
  const meeting = draft.last('put-on-agenda')
  if (meeting) {
    const { body, item, meeting: day } = meeting.act
    const said = { body: say(`body.${body}`), date: date(day) }
    writer.numbered(
      item === undefined ? say('proposal.agenda', said) : say('proposal.agendaItem', { ...said, item }),
    )
  }
  return undefined
}
