/** The statements that the invented dossier rests on, from victim report to legal finding and rights check. */
import {
  identify,
  parsePartialDate,
  WORKING,
  type Confidence,
  type DraftStatement,
  type RightsAnswer,
  type Statement,
  type Value,
} from '@demarche/core'

export const CASE = 'case:harbour-lights-2026'

type Recorded = Pick<DraftStatement, 'source' | 'grading' | 'assertedAt'> & {
  /** a list where the statement says a property more than once */
  readonly values: Readonly<Record<string, Value>> | readonly (readonly [string, Value])[]
  readonly confidence?: Confidence
  readonly marking?: DraftStatement['marking']
}

function record({ source, grading, values, assertedAt, confidence, marking }: Recorded): Statement {
  return identify({
    entity: CASE,
    kind: 'case',
    assertions: (Array.isArray(values) ? values : Object.entries(values)).map(([property, value]) => ({
      property,
      value,
    })),
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

const SIGNAL = ['prev-awareness', 'stab-declaration']

export const rightsAnswers: readonly RightsAnswer[] = [
  {
    measures: SIGNAL,
    question: 'hm-01',
    answer: 'no-concern',
    grounds: 'words in public reach nobody but the State that is called upon',
  },
  {
    measures: SIGNAL,
    question: 'hm-02',
    answer: 'no-concern',
    grounds: 'a démarche alone was tried in March and brought no reply',
  },
  {
    measures: SIGNAL,
    question: 'hm-07',
    answer: 'concern',
    grounds: 'two engineers of the port who spoke to the press have family abroad',
    groups: 'the two engineers and their families',
    severity: { scale: 3, scope: 1, irremediability: 3 },
    likelihood: 2,
    mitigation: 'no name of a port or a company in the text',
    residual: 'they can still be guessed from the press',
  },
  {
    measures: SIGNAL,
    question: 'hm-13',
    answer: 'no-concern',
    grounds: 'a reply of the State, or a report of reprisal; looked at each quarter',
  },
  {
    measures: SIGNAL,
    question: 'hm-14',
    answer: 'not-known',
    grounds: 'the trade union of the ports was asked and has not replied',
  },
]

export const rightsNote = record({
  source: {
    document: 'Rights check of the cyber desk',
    date: parsePartialDate('2026-05-26'),
    verified: true,
  },
  grading: { reliability: 'B', credibility: '2' },
  values: rightsAnswers.map((answer) => ['rights.answer', answer] as const),
  assertedAt: '2026-05-26T14:00:00.000Z',
})

export const rightsSignature = record({
  source: { document: 'Signature of the rights check', date: parsePartialDate('2026-05-27'), verified: true },
  grading: { reliability: 'A', credibility: '1' },
  values: { 'rights.signature': { measures: SIGNAL, reviewBy: '2026-12-01' } },
  assertedAt: '2026-05-27T09:00:00.000Z',
})
