/**
 * An invented dossier with everything that makes papers difficult: a contested fact, an unknown test, a source that
 * nobody has read, a finding by a person, names in Greek and Cyrillic and with the letters of many languages.
 *
 * All of it is made up: ports, companies, groups and papers. Built by hand rather than compiled, so that a change of
 * doctrine or of a scale does not change it. `aDossier(overrides)` replaces whole parts.
 */
import { parsePartialDate, WORKING, type Dossier } from '@demarche/core'
import { attribution } from './a-dossier/attribution.ts'
import { facts } from './a-dossier/fact-rows.ts'
import { measures, packages } from './a-dossier/options.ts'
import { inOwnWords, profile } from './a-dossier/profile.ts'
import { on } from './a-dossier/proofs.ts'
import {
  CASE,
  companyReport,
  deskFinding,
  operatorNote,
  partnerStatement,
  rightsNote,
  rightsSignature,
  victimReport,
} from './a-dossier/statements.ts'
import { rights } from './a-dossier/rights.ts'
import { tests } from './a-dossier/tests.ts'

const DOSSIER: Dossier = {
  entity: CASE,
  name: 'Harbour Lights',
  summary:
    'From 27 February 2026 somebody deleted data in the berth-planning systems of ports in Estonia, Greece and Finland. Ferries stood still for several days',
  asOf: '2026-06-01',
  doctrine: { id: 'eu', version: 'eu 2026-11-23' },
  marking: WORKING,
  facts,
  profile,
  band: {
    band: 3,
    usualCeiling: 3,
    confidence: 'low',
    steps: ['the level of three dimensions is open'],
    stepWords: [inOwnWords('the level of three dimensions is open')],
  },
  tests,
  norms: [
    {
      norm: 'norm-f',
      letter: 'f',
      label: 'Do not damage critical infrastructure',
      status: 'to-consider',
      claimedBy: [],
      thenAsk: 'Was the activity conducted or knowingly supported by a State?',
      citation: { document: 'UN GGE report A/70/174', locator: 'para. 13(f)' },
      verified: false,
      support: [on(victimReport, 'criticalInfrastructureAffected')],
    },
  ],
  decisive: [
    {
      property: 'originOutsideUnion',
      label: 'Origin outside the Union',
      state: 'unknown',
      askedOfPeople: false,
      settles: ['external-threat'],
    },
    {
      property: 'disruptionDurationHours',
      label: 'Duration of disruption',
      state: 'contested',
      askedOfPeople: false,
      settles: ['duration'],
    },
    {
      property: 'finding.attempt',
      label: 'Finding: attempt',
      state: 'unknown',
      askedOfPeople: true,
      settles: ['attempt'],
    },
  ],
  attribution,
  measures,
  packages,
  rights,
  political: [
    {
      id: 'public-attribution',
      label: 'Public attribution',
      verdict: 'unknown',
      text: 'no Member State has said whether it will attribute publicly',
      words: { code: 'attributed.byNobody', values: {} },
      support: [],
    },
    {
      id: 'partners-acting',
      label: 'Partners are acting',
      verdict: 'true',
      text: 'Norway has attributed the activity publicly',
      words: { code: 'partners.acted', values: { parties: ['NO'] } },
      support: [on(partnerStatement, 'partnersActing')],
    },
  ],
  neighbours: [
    {
      entity: 'case:grain-terminal-2023',
      name: 'Grain Terminal (invented)',
      marking: { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' },
      distance: 0.18,
      compared: 0.75,
      features: [
        { feature: 'effects', here: 'destruction', there: 'disruption', distance: 0.5, weight: 2 },
        { feature: 'scope', here: '3', there: '3', distance: 0, weight: 1 },
      ],
      responses: [],
      responseClass: 'stability',
    },
  ],
  consistency: [
    {
      kind: 'graver-case-answered-more-lightly',
      precedent: 'case:grain-terminal-2023',
      precedentName: 'Grain Terminal (invented)',
      text: 'that case was graver on two dimensions and was answered with a statement only',
      words: inOwnWords('that case was graver on two dimensions and was answered with a statement only'),
      marking: { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' },
      distance: 0.18,
    },
  ],
  responses: [
    {
      date: parsePartialDate('2026-05-12'),
      by: 'Norway',
      bySide: 'partners',
      instrument: 'public-attribution',
      category: 'stability',
    },
  ],
  statements: Object.fromEntries(
    [
      victimReport,
      operatorNote,
      companyReport,
      partnerStatement,
      deskFinding,
      rightsNote,
      rightsSignature,
    ].map((statement) => [statement.id, statement]),
  ),
}

/** The invented case "Harbour Lights" as known on 1 June 2026, with whole parts replaced by `overrides`. */
export function aDossier(overrides: Partial<Dossier> = {}): Dossier {
  return { ...DOSSIER, ...overrides }
}
