/**
 * Political responses of EuRepoC: one statement per response with a date.
 *
 * EuRepoC's classes (preventive, cooperative, stabilizing) are close to the Toolbox categories and not the same; the
 * statement says so. Legal responses are the coders' verdicts and are not read.
 */
import { inWords } from '@demarche/core'
import { entryOf } from '../reading.ts'
import type { Response } from '@demarche/core'
import { countryCode } from '../countries.ts'
import { dateOfCell, said } from './cells.ts'
import { type IncidentRow, slots, stateRow } from './incident-row.ts'
import { isMemberThroughout } from '../membership.ts'
import { receiverCountry } from './receivers.ts'

const CATEGORIES: Readonly<Record<string, Response['category']>> = {
  'Preventive measures': 'preventive',
  'Cooperative measures': 'cooperative',
  'Stabilizing measures': 'stability',
}

export function stateResponses(incident: IncidentRow): void {
  const dates = slots(incident, 'political_response_date')
  const types = slots(incident, 'political_response_type')
  const subcodes = slots(incident, 'political_response_type_subcode')
  const countries = slots(incident, 'political_response_country')
  const actors = slots(incident, 'political_response_actor')
  const victims = new Set(slots(incident, 'receiver_country').map(receiverCountry))
  for (let position = 0; position < Math.max(types.length, dates.length); position += 1) {
    const type = said(types[position])
    const date = dateOfCell(dates[position])
    if (type === undefined) continue
    if (date === undefined) {
      incident.collector.leave('political_response_date', inWords('left-response-without-date'))
      continue
    }
    const [who = '', what = ''] = type.split(/:\s*/, 2)
    const country = said(countries[position])
    const code = country && receiverCountry(country)
    const category = entryOf(CATEGORIES, what)
    const note = 'class of EuRepoC: close to the categories of the Toolbox, not the same'
    stateRow(
      incident,
      `political response ${position + 1}`,
      [
        [
          'response',
          {
            date,
            by: said(actors[position]) ?? country ?? who,
            bySide: sideOf(who, code, victims, incident),
            instrument: said(subcodes[position]) ?? what,
            ...(category ? { category } : {}),
            description: type,
          },
        ],
      ],
      { date, ...(category ? { note } : {}) },
    )
  }
}

function sideOf(
  who: string,
  country: string | undefined,
  victims: ReadonlySet<string | undefined>,
  incident: IncidentRow,
): Response['bySide'] {
  if (who === 'EU' || country === 'EU') return 'EU'
  if (who === 'EU member states') return 'MS'
  if (country === undefined) return 'other'
  if (incident.start && isMemberThroughout(country, incident.start)) return 'MS'
  if (victims.has(country)) return 'victim'
  const initiators = slots(incident, 'initiator_country').map(countryCode)
  return initiators.includes(country) ? 'adversary' : 'partners'
}
