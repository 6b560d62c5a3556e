/**
 * Implementation report: what was frozen, refused and licensed, violations and judgments, and what might affect the rest.
 *
 * A form after the law: the record holds what somebody said was implemented; amounts and authorisations are with the
 * national authorities and stay blank. Rests on: doctrine entry `doc-implementation-report`; Regulation (EU) 2019/796
 * Arts 4(2), 4a(4), 5(2), 6(2), 8, 12.
 */
import { formatPartialDate } from '@demarche/core'
import type { Words } from '../../paper-writer.ts'
import { sentence } from '../../wording.ts'
import { blank, type Draft } from '../draft.ts'
import type { DocumentPlan } from '../plan.ts'

/** Articles under which an authorisation is reported, and within what time. */
const AUTHORISATIONS = [
  ['Article 4: basic needs, legal fees, upkeep, extraordinary expenses, missions', 'two weeks'],
  ['Article 4a: humanitarian provision', 'four weeks'],
  ['Article 5: decisions of courts and authorities', 'two weeks'],
  ['Article 6: payments due under earlier contracts', 'two weeks'],
] as const

export const IMPLEMENTATION_REPORT: DocumentPlan = {
  outline: 'doc-implementation-report',
  title: (draft) => `Implementation report: ${draft.title}`,
  numbers: true,
  sections: {
    s1: writeMeasure,
    s2: (draft) => {
      const done = draft.all('implement')
      draft.writer.list(
        done.map(
          ({ act, party }) => `${formatPartialDate(act.on)}, ${draft.party(party)}: ${sentence(act.text)}`,
        ),
      )
      draft.writer.table(
        'Funds and economic resources frozen',
        [
          ['Name', 34],
          ['Where', 22],
          ['What', 22],
          ['Value, currency, day', 22],
        ],
        draft.annex.entries.map(({ name }): Words[] => [
          name,
          blank('Member State'),
          blank('accounts, resources'),
          blank('value'),
        ]),
      )
      return done.length === 0
        ? 'no act of implementation; nothing on record is not nothing frozen.'
        : undefined
    },
    s3: (draft) => {
      draft.writer.table(
        'Authorisations granted',
        [
          ['Provision', 46],
          ['To be told to the others within', 20],
          ['Granted: by whom, when, for what', 34],
        ],
        AUTHORISATIONS.map(([provision, within]): Words[] => [
          provision,
          within,
          blank('authorisations, or none'),
        ]),
      )
      draft.writer.paragraph([
        'Times run from the authorisation.',
        ...draft.lawOf('derogations'),
        ...draft.lawOf('derogations-humanitarian'),
      ])
      return undefined
    },
    s4: (draft) => {
      draft.writer.list([
        [
          'Violations and problems of enforcement: ',
          blank('what, where, what was done, or none'),
          ...draft.lawOf('reporting'),
        ],
        ['Judgments of national courts: ', blank('court, day, what was held, or none')],
      ])
      return undefined
    },
    s5: (draft) => {
      draft.writer.paragraph([
        'Anything else that might affect the implementation, told immediately: ',
        blank('what it is, or none'),
        ...draft.lawOf('reporting'),
      ])
      return undefined
    },
  },
}

function writeMeasure(draft: Draft): string | undefined {
  const { measure, writer } = draft
  if (!measure) return 'the procedure names no measure of the catalogue.'
  writer.numbered([
    `${measure.label}. ${sentence(measure.legalBasis)}`,
    ...draft.law(measure.source, measure.verified),
  ])
  const lines: Words[] = draft
    .all('publish')
    .map(
      ({ act }) =>
        `Published on ${formatPartialDate(act.on)}: ${act.where}${act.reference === undefined ? '' : `, ${act.reference}`}`,
    )
  for (const { act } of draft.all('notify'))
    lines.push(
      `Communicated on ${formatPartialDate(act.on)}, ${act.how === 'direct' ? 'directly' : 'by notice'}: ${act.whom.join('; ')}`,
    )
  writer.list(lines)
  return lines.length === 0 ? 'no publication and no communication.' : undefined
}
