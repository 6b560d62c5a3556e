/** The five statements that the invented dossier rests on, from victim report to legal finding. */
import {
  identify,
  parsePartialDate,
  WORKING,
  type Confidence,
  type DraftStatement,
  type Statement,
  type Value,
} from '@demarche/core'

export const CASE = 'case:harbour-lights-2026'

type Recorded = Pick<DraftStatement, 'source' | 'grading' | 'assertedAt'> & {
  readonly values: Readonly<Record<string, Value>>
  readonly confidence?: Confidence
  readonly marking?: DraftStatement['marking']
}

function record({ source, grading, values, assertedAt, confidence, marking }: Recorded): Statement {
  return identify({
    entity: CASE,
    kind: 'case',
    assertions: Object.entries(values).map(([property, value]) => ({ property, value })),
    source,
    grading,
    ...(confidence ? { confidence } : {}),
    marking: marking ?? WORKING,
    assertedBy: 'Cyber desk',
    assertedAt,
  })
}

export const victimReport = record({
  source: {
    document: 'Έκθεση συμβάντος 14/2026',
    date: parsePartialDate('2026-03-03'),
    locator: 'σημείο 4',
    party: 'Λιμένας Ανατολικής Ακτής',
    verified: true,
  },
  grading: { reliability: 'B', credibility: '2' },
  values: {
    name: 'Harbour Lights',
    startDate: '2026-02-27',
    discoveredDate: '2026-03-01',
    memberStates: ['FI', 'GR', 'EE'],
    criticalInfrastructureAffected: true,
    disruptionDurationHours: 96,
    target: { country: 'GR', sector: 'sea ports', entity: 'Λιμένας Ανατολικής Ακτής' },
  },
  confidence: 'high',
  assertedAt: '2026-03-03T16:20:00.000Z',
})

export const operatorNote = record({
  source: {
    document: 'Põhjaranna Sadam: sündmuse kokkuvõte',
    date: parsePartialDate('2026-03-05'),
    locator: 'page 2',
    address: 'https://pohjaranna-sadam.example/teated/2026-03-05?keel=et&osa=2',
    verified: true,
  },
  grading: { reliability: 'B', credibility: '3' },
  values: { disruptionDurationHours: 60, systemsAffected: 1450, actDataInterference: true },
  marking: { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' },
  assertedAt: '2026-03-06T08:00:00.000Z',
})

export const companyReport = record({
  source: {
    document: 'Lanterna research note: „Северный фонарь“ in port systems',
    date: parsePartialDate('2026-04'),
    locator: 'section 3',
    party: 'Lanterna Sécurité, Łódź / Kraków',
    verified: false,
    note: 'known from a summary in the press only',
  },
  grading: { reliability: 'C', credibility: '3' },
  values: {
    economicLossEur: 12_400_000,
    attributionClaim: {
      claimant: 'Lanterna Sécurité',
      kind: 'technical',
      accused: 'Северный фонарь',
      confidenceAsStated: 'moderate to high',
    },
  },
  assertedAt: '2026-04-20T10:00:00.000Z',
})

export const partnerStatement = record({
  source: {
    document: 'Statement of the foreign ministry of Norway (invented)',
    date: parsePartialDate('2026-05-12'),
    party: 'Norway',
    verified: true,
  },
  grading: { reliability: 'A', credibility: '2' },
  values: {
    attributionClaim: {
      claimant: 'Norway',
      claimantState: 'NO',
      kind: 'political',
      accused: 'Северный фонарь',
      date: '2026-05-12',
    },
    partnersActing: true,
  },
  marking: { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' },
  assertedAt: '2026-05-12T18:00:00.000Z',
})

export const deskFinding = record({
  source: {
    document: 'Note of the legal adviser',
    date: parsePartialDate('2026-05-20'),
    locator: 'para. 7',
    verified: true,
  },
  grading: { reliability: 'A', credibility: '1' },
  values: {
    'finding.significant-effect': {
      holds: true,
      grounds: 'three Member States, essential transport services, four days',
    },
    'rating.impact': {
      level: 3,
      reason: 'ferry traffic for 40 000 passengers stopped; supplies by road instead',
    },
  },
  assertedAt: '2026-05-20T09:30:00.000Z',
})
