/**
 * An invented dossier with everything that makes papers difficult: a contested fact, an unknown test, a source that
 * nobody has read, a finding by a person, names in Greek and Cyrillic and with the letters of many languages.
 *
 * All of it is made up: ports, companies, groups and papers. Built by hand rather than compiled, so that a change of
 * doctrine or of a scale does not change it. `aDossier(overrides)` replaces whole parts.
 */
import {
  identify,
  MEMBER_STATES,
  parsePartialDate,
  WORKING,
  type Alternative,
  type Citation,
  type Confidence,
  type Dimension,
  type DimensionFinding,
  type Dossier,
  type DraftStatement,
  type Fact,
  type LegalFinding,
  type MeasureFinding,
  type Package,
  type PackageStep,
  type Proof,
  type Statement,
  type Support,
  type Value,
} from '@demarche/core'

const CASE = 'case:harbour-lights-2026'

const REGULATION = 'Regulation (EU) 2019/796'
const cite = (locator: string, document = REGULATION): Citation => ({
  document,
  locator,
  address: 'https://eur-lex.europa.eu/eli/reg/2019/796/oj',
})

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

const victimReport = record({
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

const operatorNote = record({
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

const companyReport = record({
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

const partnerStatement = record({
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

const deskFinding = record({
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

const on = (statement: Statement, property: string): Support => ({ statement: statement.id, property })
const known = (value: Value, ...support: Support[]): Fact => ({ state: 'known', value, support })

const duration: Fact = {
  state: 'contested',
  alternatives: [
    { value: 96, support: [on(victimReport, 'disruptionDurationHours')] },
    { value: 60, support: [on(operatorNote, 'disruptionDurationHours')] },
  ],
}
const memberStates = known(['EE', 'FI', 'GR'], on(victimReport, 'memberStates'))
const origin: Fact = { state: 'unknown' }
const finding = known(
  { holds: true, grounds: 'three Member States, essential transport services, four days' },
  on(deskFinding, 'finding.significant-effect'),
)

const interference: Proof = {
  verdict: 'true',
  node: {
    type: 'fact',
    rule: { fact: 'actDataInterference', is: '==', value: true },
    fact: known(true, on(operatorNote, 'actDataInterference')),
  },
  authority: 'binding-law',
  citation: cite('Article 1(7)(c)'),
  verified: true,
  support: [on(operatorNote, 'actDataInterference')],
  parts: [],
}
const outside: Proof = {
  verdict: 'unknown',
  node: { type: 'fact', rule: { fact: 'originOutsideUnion', is: '==', value: true }, fact: origin },
  authority: 'binding-law',
  citation: cite('Article 1(2)(a)'),
  verified: true,
  support: [],
  parts: [],
}
const weighed: Proof = {
  verdict: 'true',
  node: {
    type: 'weigh',
    key: 'significant-effect',
    questions: [
      'scope, scale, impact or severity of disruption',
      'number of persons or Member States affected',
    ],
    fact: finding,
  },
  authority: 'binding-law',
  citation: cite('Article 2'),
  verified: true,
  support: [on(deskFinding, 'finding.significant-effect')],
  parts: [],
}
const lasting: Proof = {
  verdict: 'contested',
  node: { type: 'fact', rule: { fact: 'disruptionDurationHours', is: '>=', value: 72 }, fact: duration },
  authority: 'our-judgement',
  support: [on(victimReport, 'disruptionDurationHours'), on(operatorNote, 'disruptionDurationHours')],
  parts: [],
}
const always: Proof = { verdict: 'true', node: { type: 'always' }, support: [], parts: [] }

const legal = (test: string, proof: Proof, more: Partial<LegalFinding> = {}): LegalFinding => ({
  test,
  verdict: proof.verdict,
  restsOnJudgement: [],
  withoutJudgement: proof.verdict,
  inForce: true,
  factors: [],
  openFacts: [],
  proof,
  ...more,
})

const tests: readonly LegalFinding[] = [
  legal('cyber-attack', {
    verdict: 'true',
    node: { type: 'any' },
    authority: 'binding-law',
    citation: cite('Article 1(3)'),
    verified: true,
    support: [],
    parts: [interference],
  }),
  legal(
    'external-threat',
    {
      verdict: 'unknown',
      node: { type: 'any' },
      authority: 'binding-law',
      citation: cite('Article 1(2)'),
      verified: true,
      support: [],
      parts: [outside],
    },
    { openFacts: ['originOutsideUnion', 'infrastructureOutsideUnion'] },
  ),
  legal('significant-effect', weighed, {
    restsOnJudgement: ['significant-effect'],
    withoutJudgement: 'unknown',
    suggestion: 'arguable',
    factors: [
      {
        id: 'a',
        label: 'scope, scale, impact or severity of disruption caused',
        strength: 'contested',
        codedByPerson: false,
        facts: [{ property: 'disruptionDurationHours', fact: duration }],
        citation: cite('Article 2(a)'),
        notes: [],
      },
      {
        id: 'b',
        label: 'number of Member States concerned',
        strength: 'strong',
        codedByPerson: true,
        facts: [{ property: 'memberStates', fact: memberStates }],
        citation: cite('Article 2(c)'),
        notes: [],
      },
    ],
  }),
  legal(
    'attempt',
    {
      ...weighed,
      verdict: 'unknown',
      node: { type: 'weigh', key: 'attempt', questions: ['potential effect'], fact: { state: 'unknown' } },
      support: [],
    },
    { suggestion: 'likely-met', openFacts: ['finding.attempt'] },
  ),
]

const level = (
  dimension: Dimension,
  label: string,
  at: DimensionFinding['level'],
  reason: string,
  more: Partial<DimensionFinding> = {},
): DimensionFinding => ({
  dimension,
  label,
  question: `How is the activity to be judged in its ${label.toLowerCase()}?`,
  level: at,
  basis: at.state === 'unknown' ? 'none' : 'scale',
  reasons: reason ? [reason] : [],
  confidence: 'moderate',
  support: [],
  proof: always,
  ...more,
})

const profile: readonly DimensionFinding[] = [
  level('scope', 'Scope', { state: 'known', level: 3 }, 'three Member States were hit', {
    support: [on(victimReport, 'memberStates')],
    confidence: 'high',
  }),
  level(
    'scale',
    'Scale',
    { state: 'between', lower: 2, upper: 4 },
    '1 450 systems; the number of persons is unknown',
    { support: [on(operatorNote, 'systemsAffected')] },
  ),
  level('duration', 'Duration', { state: 'contested', levels: [2, 3] }, 'sources say 60 or 96 hours', {
    proof: lasting,
    support: lasting.support,
    confidence: 'low',
  }),
  level('intensity', 'Intensity', { state: 'known', level: 3 }, 'data of terminal systems were destroyed'),
  level('complexity', 'Complexity', { state: 'unknown' }, '', { confidence: 'low' }),
  level(
    'sophistication',
    'Sophistication',
    { state: 'between', lower: 1, upper: 3 },
    'own tools are reported by one company',
  ),
  level(
    'impact',
    'Impact',
    { state: 'known', level: 3 },
    'ferry traffic for 40 000 passengers stopped; supplies by road instead',
    {
      basis: 'person',
      support: [on(deskFinding, 'rating.impact')],
      scaleSuggests: { lower: 2, upper: 3 },
      confidence: 'high',
    },
  ),
]

const measure = (id: string, label: string, more: Partial<MeasureFinding>): MeasureFinding => ({
  measure: id,
  label,
  category: 'stability',
  role: 'measure',
  availability: 'available',
  reasons: [],
  turnsOn: [],
  attributionNeed: 'none',
  escalation: 2,
  verified: true,
  ...more,
})

const measures: readonly MeasureFinding[] = [
  measure('prev-awareness', 'Raise awareness of the Union’s position', {
    category: 'preventive',
    escalation: 1,
  }),
  measure('coop-demarche', 'Ask for cooperation by démarche', {
    category: 'cooperative',
    reasons: [
      {
        verdict: 'true',
        text: 'a third State may be able to stop the activity',
        authority: 'our-judgement',
        proof: interference,
      },
    ],
  }),
  measure('stab-declaration', 'Declaration by the High Representative on behalf of the EU', {
    verified: false,
  }),
  measure('restr-listing', 'List persons or entities', {
    category: 'restrictive',
    availability: 'turns-on',
    escalation: 4,
    attributionNeed: 'legal',
    turnsOn: ['originOutsideUnion', 'finding.attempt'],
    reasons: [
      {
        verdict: 'unknown',
        text: 'the cyber-attack is an external threat',
        authority: 'binding-law',
        citation: cite('Article 1(2)'),
        proof: outside,
      },
    ],
  }),
  measure('supp-42-7', 'Mutual assistance under TEU Article 42(7)', {
    category: 'lawful-response-support',
    availability: 'not-available',
    escalation: 5,
    reasons: [
      {
        verdict: 'false',
        text: 'armed aggression on the territory of a Member State',
        authority: 'binding-law',
        citation: { document: 'TEU', locator: 'Article 42(7)' },
        proof: { ...always, verdict: 'false' },
      },
    ],
  }),
]

const step = (of: MeasureFinding, more: Partial<PackageStep> = {}): PackageStep => ({
  measure: of.measure,
  label: of.label,
  category: of.category,
  availability: of.availability,
  proposers: ['ms', 'hr'],
  deciders: ['council'],
  votingRule: 'rule-cfsp-unanimity',
  legalBasis: 'TEU Article 29',
  documents: ['doc-draft-declaration'],
  leadTime: { text: 'days to weeks', basis: 'our-judgement' },
  reversibility: 'full',
  costs: [],
  risks: [],
  turnsOn: of.turnsOn,
  ...more,
})

const packageOf = (
  id: string,
  label: string,
  ids: readonly string[],
  more: Partial<Package> = {},
): Package => {
  const steps = measures.filter((each) => ids.includes(each.measure)).map((each) => step(each))
  return {
    id,
    label,
    purpose: 'say together that the activity is unacceptable and ask that it stop',
    withoutAttribution: true,
    restraint: false,
    steps,
    categories: [...new Set(steps.map(({ category }) => category))],
    lawful: 'true',
    turnsOn: [],
    proportionality: {
      verdict: 'proportionate',
      highestEscalation: 2,
      usualCeiling: 3,
      perDimension: [
        {
          dimension: 'scope',
          reads: 'supports',
          reason: 'three Member States were hit, so a joint answer is natural',
        },
        { dimension: 'duration', reads: 'unknown', reason: 'sources disagree on how long it lasted' },
        { dimension: 'sophistication', reads: 'argues-restraint', reason: 'the means were simple' },
      ],
    },
    conflicts: [],
    ...more,
  }
}

const packages: readonly Package[] = [
  packageOf('pkg-signal', 'Signal without attribution', ['prev-awareness', 'stab-declaration']),
  packageOf('pkg-hold-to-account', 'Hold those responsible to account', ['coop-demarche', 'restr-listing'], {
    withoutAttribution: false,
    lawful: 'unknown',
    turnsOn: ['originOutsideUnion'],
    conflicts: [
      {
        between: ['coop-demarche', 'restr-listing'],
        why: 'a request for cooperation loses its meaning once a listing is prepared',
      },
    ],
    proportionality: {
      verdict: 'needs-reason',
      highestEscalation: 4,
      usualCeiling: 3,
      perDimension: [{ dimension: 'impact', reads: 'supports', reason: 'a person rates the impact at 3' }],
    },
  }),
  packageOf('pkg-restraint', 'Restraint', [], {
    restraint: true,
    purpose: 'keep the matter between the technical bodies and watch',
  }),
]

const alternative = (value: Value, ...support: Support[]): Alternative => ({ value, support })

const DOSSIER: Dossier = {
  entity: CASE,
  name: 'Harbour Lights',
  summary:
    'From 27 February 2026 somebody deleted data in the berth-planning systems of ports in Estonia, Greece and Finland. Ferries stood still for several days',
  asOf: '2026-06-01',
  doctrine: { id: 'eu', version: 'eu 2026-11-23' },
  marking: WORKING,
  facts: [
    {
      property: 'name',
      label: 'Name',
      group: 'identity',
      cardinality: 'one',
      fact: known('Harbour Lights', on(victimReport, 'name')),
    },
    {
      property: 'startDate',
      label: 'Start',
      group: 'time',
      cardinality: 'one',
      fact: known('2026-02-27', on(victimReport, 'startDate')),
    },
    {
      property: 'discoveredDate',
      label: 'Discovered',
      group: 'time',
      cardinality: 'one',
      fact: known('2026-03-01', on(victimReport, 'discoveredDate')),
    },
    {
      property: 'disclosedDate',
      label: 'Disclosed',
      group: 'time',
      cardinality: 'one',
      fact: { state: 'unknown' },
    },
    {
      property: 'target',
      label: 'Target',
      group: 'victims',
      cardinality: 'many',
      values: [
        alternative(
          { country: 'GR', sector: 'sea ports', entity: 'Λιμένας Ανατολικής Ακτής' },
          on(victimReport, 'target'),
        ),
      ],
    },
    {
      property: 'memberStates',
      label: 'Member States hit',
      group: 'victims',
      cardinality: 'one',
      fact: memberStates,
    },
    {
      property: 'originOutsideUnion',
      label: 'Origin outside the Union',
      group: 'origin',
      cardinality: 'one',
      fact: origin,
    },
    {
      property: 'disruptionDurationHours',
      label: 'Duration of disruption',
      group: 'effect',
      unit: 'hours',
      cardinality: 'one',
      fact: duration,
    },
    {
      property: 'systemsAffected',
      label: 'Systems affected',
      group: 'effect',
      unit: 'systems',
      cardinality: 'one',
      fact: known(1450, on(operatorNote, 'systemsAffected')),
    },
    {
      property: 'economicLossEur',
      label: 'Economic loss',
      group: 'effect',
      unit: 'EUR',
      cardinality: 'one',
      fact: known(12_400_000, on(companyReport, 'economicLossEur')),
    },
  ],
  profile,
  band: { band: 3, usualCeiling: 3, confidence: 'low', steps: ['the level of three dimensions is open'] },
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
  attribution: {
    claims: [
      {
        claim: {
          claimant: 'Lanterna Sécurité',
          kind: 'technical',
          accused: 'Северный фонарь',
          confidenceAsStated: 'moderate to high',
        },
        statement: companyReport.id,
      },
      {
        claim: {
          claimant: 'Norway',
          claimantState: 'NO',
          kind: 'political',
          accused: 'Северный фонарь',
          date: parsePartialDate('2026-05-12'),
        },
        statement: partnerStatement.id,
      },
    ],
    matrix: {
      hypotheses: [
        {
          id: 'h1',
          text: 'A group that acts for gain',
          inconsistent: 1,
          support: [on(companyReport, 'hypothesis')],
        },
        { id: 'h2', text: 'A group that acts for a State', inconsistent: 0, support: [] },
      ],
      rows: [
        {
          id: 'e1',
          text: 'No ransom was asked',
          readings: { h1: 'inconsistent', h2: 'neutral' },
          diagnosticity: 0.5,
          support: [],
        },
      ],
    },
    memberStates: MEMBER_STATES.map((code) => ({
      code,
      stance: code === 'EE' || code === 'GR' ? 'attributed' : 'not-stated',
      claims: [],
    })),
  },
  measures,
  packages,
  political: [
    {
      id: 'public-attribution',
      label: 'Public attribution',
      verdict: 'unknown',
      text: 'no Member State has said whether it will attribute publicly',
      support: [],
    },
    {
      id: 'partners-acting',
      label: 'Partners are acting',
      verdict: 'true',
      text: 'Norway has attributed the activity publicly',
      support: [on(partnerStatement, 'partnersActing')],
    },
  ],
  neighbours: [
    {
      entity: 'case:grain-terminal-2023',
      name: 'Grain Terminal (invented)',
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
    [victimReport, operatorNote, companyReport, partnerStatement, deskFinding].map((statement) => [
      statement.id,
      statement,
    ]),
  ),
}

/** The invented case "Harbour Lights" as known on 1 June 2026, with whole parts replaced by `overrides`. */
export function aDossier(overrides: Partial<Dossier> = {}): Dossier {
  return { ...DOSSIER, ...overrides }
}
