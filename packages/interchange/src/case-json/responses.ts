/**
 * What was done about a case: one statement per response, or that no joint response followed.
 *
 * The silence is known only since the record was put together, so that statement carries the date of compilation.
 */
import { CATEGORIES, categoryNamed, inWords, type Response } from '@demarche/core'
import { entryOf, wording } from '../reading.ts'
import { type CaseContext, CODING_DOCUMENT, dateOf, inCase, stateSection } from './case-context.ts'

const SIDES: Readonly<Record<string, Response['bySide']>> = {
  EU: 'EU',
  'EU institutions': 'EU-institution',
  'EU institution or agency': 'EU-institution',
  'EU-institution': 'EU-institution',
  MS: 'MS',
  partners: 'partners',
  victim: 'victim',
  'victim third State': 'victim',
  adversary: 'adversary',
}

export function stateResponses(context: CaseContext): void {
  const { record, collector, compiled } = context
  for (const [index, response] of (record.responses ?? []).entries()) {
    const pointer = `/responses/${index}`
    const date = dateOf(context, `${pointer}/date`, response.date)
    if (!date) {
      if (wording(response.date) === undefined) {
        const message = 'expected the day of the response, saw nothing; a response without a date is left out'
        collector.reject(
          inCase(record.id, `${pointer}/date`),
          message,
          'INT-17',
          inWords('line-lacks', { name: 'date' }),
        )
      }
      continue
    }
    const category = wording(response.toolboxCategory)
    const known = category === undefined ? undefined : categoryNamed(category)
    if (category !== undefined && known === undefined) {
      const place = inCase(record.id, `${pointer}/toolboxCategory`)
      collector.reject(
        place,
        `"${category}" is no Toolbox category; expected ${CATEGORIES.join(', ')}`,
        'INT-13',
        inWords('line-not-among', { seen: category, choices: CATEGORIES }),
      )
    }
    const description = wording(response.description)
    const verified = response.verified ?? false
    stateSection(context, pointer, { address: response.source, date, verified, notes: [response.note] }, [
      [
        'response',
        {
          date,
          by: response.by,
          bySide: sideOf(response.bySide, response.by),
          instrument: response.instrument,
          ...(known ? { category: known } : {}),
          ...(description ? { description } : {}),
        },
      ],
    ])
  }
  if (record.noJointResponse !== true) return
  stateSection(
    context,
    '/noJointResponse',
    {
      document: CODING_DOCUMENT,
      date: compiled,
      verified: false,
      notes: ['silence of the record is not proof of silence'],
    },
    [['noJointResponse', { reason: wording(record.whyNoResponse) ?? 'no reason on record' }]],
  )
}

function sideOf(side: string | null | undefined, by: string): Response['bySide'] {
  return entryOf(SIDES, side ?? '') ?? entryOf(SIDES, by) ?? (by.startsWith('MS:') ? 'MS' : 'other')
}
