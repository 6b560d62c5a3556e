/**
 * Incident report: the first notice of a malicious cyber activity, by the party that sends it.
 *
 * It says what is on record and who says so, and how surely; nothing is weighed. Rests on: doctrine entry
 * `doc-incident-report`.
 */
import { formatMarking, markingKey, type Statement } from '@demarche/core'
import type { Words } from '../../paper-writer.ts'
import { factLines, EFFECTS, linesOfFacts } from '../case-on-record.ts'
import type { Draft } from '../draft.ts'
import { listed, type DocumentPlan } from '../plan.ts'

const OF_MEMBER_STATES = ['memberStates', 'memberStatesAffected', 'memberStatesSignificantlyAffected']
/** Groups of the vocabulary that an incident report speaks of. */
const REPORTED = ['time', 'victims', 'act', 'effect']
const TECHNICAL = ['techniques', 'vectors', 'accessDepth', 'zeroDayUsed', 'customTooling', 'supplyChainStep']

export const INCIDENT_REPORT: DocumentPlan = {
  outline: 'doc-incident-report',
  ofOneParty: true,
  ofCase: true,
  numbers: true,
  sections: {
    s1: (draft) => {
      const { say } = draft.wording
      const happened = [...linesOfFacts(draft, ['summary']), ...factLines(draft, ['act'])]
      return listed(draft, say('casePaper.happened'), happened, say('casePaper.noAct'))
    },
    s2: (draft) => {
      const { say } = draft.wording
      const missing = listed(draft, say('casePaper.days'), factLines(draft, ['time']), say('casePaper.noDay'))
      if (missing === undefined) {
        const zone = draft.blank(say('onRecord.hour'))
        draft.writer.paragraph(draft.wording.saying('casePaper.hours', { zone }))
      }
      return missing
    },
    s3: (draft) => {
      const { say } = draft.wording
      const others = draft.dossier.facts.flatMap(({ property, group }) =>
        group === 'victims' && !OF_MEMBER_STATES.includes(property) ? [property] : [],
      )
      return listed(draft, say('casePaper.victims'), linesOfFacts(draft, others), say('casePaper.noVictim'))
    },
    s4: (draft) => {
      const { say } = draft.wording
      const lines = linesOfFacts(draft, OF_MEMBER_STATES)
      return listed(draft, say('casePaper.memberStates'), lines, say('casePaper.noMemberState'))
    },
    s5: (draft) => {
      const { say } = draft.wording
      return listed(draft, say('casePaper.effects'), factLines(draft, EFFECTS), say('casePaper.noEffect'))
    },
    s6: (draft) => {
      const { say } = draft.wording
      const lines = linesOfFacts(draft, TECHNICAL)
      return listed(draft, say('casePaper.technical'), lines, say('casePaper.noTechnical'))
    },
    s7: writeSources,
    s8: writeLimits,
  },
}

/** Each source once, with how it is graded: what nobody has judged says so. */
function writeSources(draft: Draft): string | undefined {
  const { say, date, grading } = draft.wording
  const statements = reporting(draft)
  const bySource = Map.groupBy(statements, ({ source, grading: { reliability, credibility } }) =>
    JSON.stringify([source.party, source.document, source.date, reliability, credibility]),
  )
  const lines = [...bySource.values()].flatMap((all): readonly Words[] => {
    const [first] = all
    if (!first) return []
    const { source } = first
    const said = {
      source: draft.wording.source(source),
      date: source.date === undefined ? say('paper.undated') : date(source.date),
      grading: grading(first.grading),
    }
    return [[say('casePaper.source', said), ...draft.cite(all.map(({ id }) => ({ statement: id })))]]
  })
  return listed(draft, say('casePaper.sources'), lines, say('casePaper.noSource'))
}

/** The markings of what the report contains, the highest first; who may release it is for its originator. */
function writeLimits(draft: Draft): string | undefined {
  const { say, saying } = draft.wording
  const byMarking = Map.groupBy(reporting(draft), ({ marking }) => markingKey(marking))
  draft.writer.paragraph(say('casePaper.highest', { marking: formatMarking(draft.marking) }))
  draft.writer.list(
    [...byMarking.values()].flatMap(([first, ...rest]): readonly Words[] =>
      first
        ? [say('casePaper.marked', { marking: formatMarking(first.marking), count: rest.length + 1 })]
        : [],
    ),
  )
  draft.writer.paragraph(
    saying('casePaper.release', { release: draft.blank(say('casePaper.blank.release')) }),
  )
  return undefined
}

/** The statements that say anything of what the report is about. */
function reporting(draft: Draft): readonly Statement[] {
  const told = new Set(
    draft.dossier.facts.flatMap(({ property, group }) =>
      REPORTED.includes(group) || property === 'summary' ? [property] : [],
    ),
  )
  return Object.values(draft.dossier.statements).filter(
    ({ id, assertions }) =>
      assertions.some(({ property }) => told.has(property)) && draft.maySay([{ statement: id }]),
  )
}
