/**
 * Implementation report: what was frozen, refused and licensed, violations and judgments, and what might affect the rest.
 *
 * A form after the law: the record holds what somebody said was implemented; amounts and authorisations are with the
 * national authorities and stay blank. Rests on: doctrine entry `doc-implementation-report`; Regulation (EU) 2019/796
 * Arts 4(2), 4a(4), 5(2), 6(2), 8, 12.
 */
import type { Words } from '../../paper-writer.ts'
import { sentence } from '../../wording.ts'
import type { Draft } from '../draft.ts'
import type { DocumentPlan } from '../plan.ts'
import { measureInFull } from './measure-in-full.ts'

/** Articles under which an authorisation is reported, and within how many weeks. */
const AUTHORISATIONS = [
  ['article4', 2],
  ['article4a', 4],
  ['article5', 2],
  ['article6', 2],
] as const

export const IMPLEMENTATION_REPORT: DocumentPlan = {
  outline: 'doc-implementation-report',
  title: ({ wording, title }) => wording.say('implementation.title', { title }),
  numbers: true,
  sections: {
    s1: writeMeasure,
    s2: writeFrozen,
    s3: writeAuthorisations,
    s4: (draft) => {
      const { say, saying } = draft.wording
      draft.writer.list([
        [
          ...saying('implementation.violations', {
            what: draft.blank(say('implementation.whichViolations')),
          }),
          ...draft.lawOf('reporting'),
        ],
        saying('implementation.judgments', { what: draft.blank(say('implementation.whichJudgments')) }),
      ])
      return undefined
    },
    s5: (draft) => {
      const { say, saying } = draft.wording
      draft.writer.paragraph([
        ...saying('implementation.else', { what: draft.blank(say('implementation.whatElse')) }),
        ...draft.lawOf('reporting'),
      ])
      return undefined
    },
  },
}

function writeMeasure(draft: Draft): string | undefined {
  const { measure, writer } = draft
  const { say, date } = draft.wording
  if (!measure) return say('proposal.noMeasure')
  writer.numbered(measureInFull(draft, measure))
  const lines: Words[] = draft.all('publish').map(({ act: { on, where, reference } }) =>
    say('implementation.published', {
      date: date(on),
      where: [where, ...(reference === undefined ? [] : [reference])].join(', '),
    }),
  )
  for (const { act } of draft.all('notify'))
    lines.push(
      say(`implementation.communicated.${act.how}`, {
        date: date(act.on),
        whom: act.whom.join(draft.wording.semicolon),
      }),
    )
  writer.list(lines)
  return lines.length === 0 ? say('implementation.nothingSent') : undefined
}

function writeFrozen(draft: Draft): string | undefined {
  const { say, date } = draft.wording
  const done = draft.all('implement')
  draft.writer.list(
    done.map(({ act, party }) =>
      say('paper.datedBy', {
        date: date(act.on),
        by: draft.party(party),
        text: sentence(act.text),
      }),
    ),
  )
  draft.writer.table(
    say('implementation.frozen'),
    [
      [say('annex.name'), 34],
      [say('implementation.where'), 22],
      [say('implementation.what'), 22],
      [say('implementation.value'), 22],
    ],
    draft.annex.entries.map(({ name }): Words[] => [
      name,
      draft.blank(say('implementation.memberState')),
      draft.blank(say('implementation.resources')),
      draft.blank(say('implementation.itsValue')),
    ]),
  )
  return done.length === 0 ? say('implementation.nothingDone') : undefined
}

function writeAuthorisations(draft: Draft): undefined {
  const { say } = draft.wording
  draft.writer.table(
    say('implementation.authorisations'),
    [
      [say('implementation.provision'), 46],
      [say('implementation.within'), 20],
      [say('implementation.granted'), 34],
    ],
    AUTHORISATIONS.map(([article, weeks]): Words[] => [
      say(`implementation.${article}`),
      say(`implementation.weeks${weeks}`),
      draft.blank(say('implementation.whichAuthorisations')),
    ]),
  )
  draft.writer.paragraph([
    say('implementation.timesRun'),
    ...draft.lawOf('derogations'),
    ...draft.lawOf('derogations-humanitarian'),
  ])
}
