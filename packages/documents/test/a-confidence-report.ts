/**
 * An invented set of confidence-building measures with what one State did, and the report of it.
 */
import { confidenceReport } from '@demarche/core'
import { loadDoctrine } from '@demarche/doctrine'
import type { ConfidencePaper } from '../src/confidence-form.ts'
import { AS_OF, paperOn, type Told } from './told-records.ts'

const groups = loadDoctrine().countryGroups ?? []

export const SET: Told = {
  entity: 'cbm-set:oas',
  facts: {
    name: 'Measures of the OAS',
    set: ['org-oas'],
    form: ['measure', 'state', 'act', 'date', 'evidence', 'reported', 'standing', 'missing', 'marking'],
    contactForm: ['country', 'person', 'position', 'institution', 'mail', 'category'],
    contactRoles: ['policy', 'diplomatic'],
    network: 'oas',
  },
  verified: false,
}
export const MEASURES: readonly Told[] = [
  {
    entity: 'cbm:oas-1',
    facts: { name: 'Provide national policies', set: ['org-oas'], number: 1, acts: ['act-publish-strategy'] },
  },
  {
    entity: 'cbm:oas-2',
    facts: { name: 'Name a contact', set: ['org-oas'], number: 2, acts: ['act-contact-point'] },
  },
  {
    entity: 'cbm:oas-4',
    facts: { name: 'Build capacity', set: ['org-oas'], number: 4, acts: ['act-training'] },
    verified: false,
  },
  { entity: 'cbm:oas-6', facts: { name: 'Exchange good practice', set: ['org-oas'], number: 6 } },
]
export const STRATEGY: Told = {
  entity: 'cbm-act:strategy',
  facts: {
    name: 'National strategy of 2026',
    act: 'act-publish-strategy',
    party: ['BR'],
    start: '2026-02-03',
    evidence: 'https://example.org/strategy',
    measures: 'cbm:oas-1',
    reported: { to: 'org-oas', on: '2026-04', reference: 'CICTE/doc.7' },
  },
}
export const REPORTED: readonly Told[] = [
  SET,
  ...MEASURES,
  STRATEGY,
  {
    entity: 'cbm-act:course',
    facts: { name: '=Course for diplomats', act: 'act-training', party: ['BR'], start: '2026' },
    verified: false,
  },
  {
    entity: 'contact-point:duty',
    facts: {
      name: 'Duty desk',
      party: ['BR'],
      networks: ['oas'],
      role: 'policy',
      mail: 'mailto:duty@example.org',
    },
  },
  {
    entity: 'contact-check:first',
    facts: { name: 'First', contact: 'contact-point:duty', start: '2026-09-01', outcome: 'answered' },
  },
]

export function reportOf(told: readonly Told[]): ConfidencePaper {
  const paper = paperOn(told)
  const of = (kind: string) => paper.records.filter((record) => record.kind === kind)
  return {
    ...paper,
    report: confidenceReport({
      set: 'org-oas',
      network: 'oas',
      state: 'BR',
      asOf: AS_OF,
      measures: of('cbm'),
      acts: of('cbm-act'),
      contacts: of('contact-point'),
      checks: of('contact-check'),
      groups,
    }),
    ...(told.includes(SET) ? { setRecord: SET.entity } : {}),
    setName: 'Measures of the OAS',
    stateName: 'Brazil',
  }
}
