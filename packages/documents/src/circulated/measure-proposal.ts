/**
 * Proposal to use a measure: the formal start of a procedure.
 *
 * Rests on: doctrine entry `doc-measure-proposal`; TEU Art. 30(1) for who may propose.
 */
import { AVAILABILITY_WORDS, CATEGORY_WORDS, opening, sayList, sentence } from '../wording.ts'
import { formatPartialDate } from '@demarche/core'
import { openPoint, rolesInFull, votingLabel } from '../options-paper/labels.ts'
import { caseName, EFFECTS, factLines, FACTS } from './case-on-record.ts'
import { linesOf, sayInstant, type Draft } from './draft.ts'
import type { DocumentPlan } from './plan.ts'
import { stateOfText, writeText } from './text-body.ts'

export const MEASURE_PROPOSAL: DocumentPlan = {
  outline: 'doc-measure-proposal',
  ofOneParty: true,
  title: (draft) => `Proposal to use a measure: ${draft.title}`,
  numbers: true,
  sections: {
    s1: writeProposer,
    s2: writeMeasure,
    s3: writeReasons,
    s4: writeBasis,
    s5: writeUrgency,
    s6: (draft) => {
      if (!draft.version) return 'the text is to follow: none has been laid in this procedure yet.'
      draft.writer.numbered(`Version ${draft.version.number} of the text is attached as Annex A.`)
      return undefined
    },
  },
  annexes: (draft) => {
    if (!draft.version) return []
    writeText(draft, false)
    return [draft.writer.close('text', 'A', 'Joint text'), ...stateOfText(draft, 'B')]
  },
}

function writeProposer(draft: Draft): string | undefined {
  const proposed = draft.last('propose')
  const party = proposed?.party ?? draft.input.party
  if (party === undefined) return 'nobody has proposed the measure yet.'
  draft.writer.numbered([
    `${draft.party(party)} proposes that the measure be used${proposed && proposed.party === party ? `, on ${sayInstant(proposed.at)}` : ''}.`,
    ...draft.law(draft.outline.source, draft.outline.verified),
  ])
  if (draft.measure && draft.measure.proposers.length > 0) {
    draft.writer.numbered(
      `Doctrine names as those who may propose it: ${rolesInFull(draft, draft.measure.proposers)}.`,
    )
  }
  return undefined
}

function writeMeasure(draft: Draft): string | undefined {
  const { measure, opened, writer } = draft
  if (!measure) return 'the procedure names no measure of the catalogue.'
  writer.numbered([
    `${measure.label} (${CATEGORY_WORDS[measure.category].toLowerCase()}). ${measure.description ? sentence(measure.description) : ''}`.trim(),
    ...draft.law(measure.source, measure.verified),
  ])
  if (opened?.act.subjects) {
    writer.numbered('Names, one act for each:')
    writer.list(opened.act.subjects)
  }
  const found = draft.dossier.measures.find((each) => each.measure === measure.id)
  if (found) {
    draft.derived()
    const turns =
      found.turnsOn.length > 0
        ? ` It turns on ${sayList(found.turnsOn.map((property) => openPoint(draft, property)))}.`
        : ''
    writer.numbered(`The measure is ${AVAILABILITY_WORDS[found.availability]}.${turns}`)
    writer.list(
      found.reasons.map(({ text, citation }) => [sentence(text), ...draft.law(citation, undefined)]),
    )
  }
  return undefined
}

function writeReasons(draft: Draft): string | undefined {
  const { writer } = draft
  const reasons = [draft.opened?.act.reason, draft.last('propose')?.act.reason].flatMap((reason) =>
    reason === undefined ? [] : linesOf(reason),
  )
  for (const reason of new Set(reasons)) writer.numbered(sentence(reason))
  const name = caseName(draft)
  const facts = factLines(draft, [...FACTS, ...EFFECTS])
  if (facts.length > 0) {
    writer.numbered([
      ...(name ? ['On record of the case ', ...[name].flat()] : ['On record of the case']),
      ':',
    ])
    writer.list(facts)
  }
  return reasons.length === 0 && facts.length === 0 ? 'no reason and no fact.' : undefined
}

function writeBasis(draft: Draft): string | undefined {
  const { measure, input, writer } = draft
  const rule = input.procedure.decisionRule ?? measure?.votingRule
  if (measure) {
    writer.numbered([`${sentence(measure.legalBasis)}`, ...draft.law(measure.source, measure.verified)])
    writer.numbered(
      `Attribution needed: ${sentence(measure.attribution.text)} Decided by ${rolesInFull(draft, measure.deciders)}.`,
    )
  }
  if (rule !== undefined) writer.numbered(`Voting rule: ${sentence(votingLabel(draft, rule))}`)
  return measure || rule !== undefined ? undefined : 'the procedure names no measure, so no basis follows.'
}

function writeUrgency(draft: Draft): string | undefined {
  const { opened, writer } = draft
  if (!opened) return 'the procedure has not been opened.'
  writer.numbered(
    opened.act.path === 'crisis' ? 'The crisis path has been chosen.' : 'The normal path has been chosen.',
  )
  const meeting = draft.last('put-on-agenda')
  if (meeting) {
    writer.numbered(
      `${opening(meeting.act.body.toUpperCase())}: on the agenda of ${formatPartialDate(meeting.act.meeting)}${meeting.act.item === undefined ? '' : `, item ${meeting.act.item}`}.`,
    )
  }
  return undefined
}
