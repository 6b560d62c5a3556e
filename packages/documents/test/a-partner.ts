/**
 * An invented partner with a few records, and the brief of it.
 */
import { partnerView } from '@demarche/core'
import type { PartnerBrief } from '../src/partner-brief.ts'
import { AS_OF, paperOn, type Told } from './told-records.ts'

export const ROUND: Told = {
  entity: 'meeting:second-round',
  facts: {
    name: 'Second round',
    format: 'dialogue',
    partners: ['XK'],
    start: '2025-02-10',
    agenda: ['norms', 'capacity'],
    raised: { norm: 'un-c', by: 'EU', what: 'Servers on its territory took part' },
  },
}
export const LATE: Told = {
  entity: 'commitment:strategy',
  facts: { name: 'Publish a strategy', by: ['XK'], due: '2026-06', standing: 'open', madeAt: ROUND.entity },
}
export const RECORDS: readonly Told[] = [
  ROUND,
  LATE,
  {
    entity: 'commitment:course',
    facts: { name: 'Train prosecutors', by: ['EU'], towards: ['XK'] },
    verified: false,
  },
  { entity: 'commitment:done', facts: { name: 'Meet again', by: ['EU', 'XK'], standing: 'kept' } },
  { entity: 'meeting:third-round', facts: { name: 'Third round', partners: ['XK'], start: '2027-03' } },
  {
    entity: 'project:course',
    facts: { name: 'Course for judges', countries: ['XK'], start: '2025', end: '2027-05', donors: ['EU'] },
  },
  { entity: 'contact-point:duty', facts: { name: 'Duty officer', party: ['XK'], role: 'technical' } },
]

export function briefOf(told: readonly Told[]): PartnerBrief {
  const paper = paperOn(told)
  const { records } = paper
  return {
    ...paper,
    code: 'XK',
    name: 'Kosovo*',
    asOf: AS_OF,
    view: partnerView({ kinds: ['meeting', 'vote'], code: 'XK', asOf: AS_OF, records, checks: [] }),
  }
}
