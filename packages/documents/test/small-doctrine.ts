/** A doctrine of a few entries, enough for the invented dossier; labels and texts are made up where no law is quoted. */
import type { Doctrine, DoctrineEntry, LegalTest, Measure, RightsQuestion, RightsScale } from '@demarche/core'

const REGULATION = {
  document: 'Regulation (EU) 2019/796',
  address: 'https://eur-lex.europa.eu/eli/reg/2019/796/oj',
}
const OURS = { document: 'Doctrine of this desk', locator: 'eu pack' }

const entry = (id: string, label: string, more: Partial<DoctrineEntry> = {}): DoctrineEntry => ({
  id,
  label,
  authority: 'binding-law',
  source: OURS,
  inForce: { from: '2019-05-17' },
  verified: true,
  ...more,
})

const test = (id: string, label: string, locator: string, more: Partial<LegalTest> = {}): LegalTest => ({
  ...entry(id, label, { source: { ...REGULATION, locator } }),
  family: 'sanctions-regime',
  order: 1,
  lawLeavesOpen: [],
  practice: [],
  ...more,
})

const measure = (id: string, label: string, more: Partial<Measure> = {}): Measure => ({
  ...entry(id, label, {
    authority: 'agreed-guidance',
    description: 'Show that the Union speaks with one voice.',
  }),
  category: 'stability',
  role: 'measure',
  toolboxMembership: 'confirmed',
  proposers: ['ms', 'hr'],
  deciders: ['council'],
  votingRule: 'rule-cfsp-unanimity',
  legalBasis: 'TEU Article 29',
  attribution: { need: 'none', text: 'It can be used without naming anybody.' },
  availability: [],
  documents: ['doc-draft-declaration'],
  leadTime: { text: 'days to weeks', basis: 'our-judgement' },
  reversibility: 'full',
  escalation: 2,
  preconditions: ['agreement of all 27 on the text'],
  compatibleWith: [],
  conflictsWith: [],
  costs: ['time of delegations'],
  risks: ['silence of a delegation may be read as dissent'],
  ...more,
})

const question = (id: string, label: string): RightsQuestion => ({
  ...entry(id, label, { authority: 'our-judgement', verified: false }),
  question: `${label}?`,
  appliesTo: { all: true },
  basis: [{ document: 'EU Charter of Fundamental Rights', locator: 'Article 52', verified: false }],
  rights: [],
})

const scale = (label: string): RightsScale => ({
  label,
  question: `${label}?`,
  levels: ['slight', 'serious', 'grave'],
})

export const SMALL_DOCTRINE: Doctrine = {
  rightsCheck: {
    questions: [
      question('hm-01', 'Who else feels it'),
      question('hm-02', 'A milder measure'),
      question('hm-07', 'Reprisal after naming'),
      question('hm-13', 'When to stop'),
      question('hm-14', 'Those affected, heard'),
    ],
    rights: [],
    severity: {
      ...entry('severity', 'How grave a concern is', { authority: 'our-judgement', verified: false }),
      dimensions: {
        scale: scale('Scale'),
        scope: scale('Scope'),
        irremediability: scale('Irremediability'),
      },
      likelihood: scale('Likelihood'),
      severeFrom: 3,
    },
  },
  id: 'eu',
  title: 'European Union',
  version: 'eu 2026-11-23',
  tests: [
    test('cyber-attack', 'Cyber-attack', 'Article 1(3)'),
    test('external-threat', 'External threat', 'Article 1(2)', {
      lawLeavesOpen: ['the list of links is open: “including”'],
    }),
    test('significant-effect', 'Significant effect', 'Article 2', {
      lawLeavesOpen: ['no order and no number among the factors', 'one factor may be enough'],
      verified: false,
      unverifiedParts: ['the practice of the Council'],
    }),
    test('attempt', 'Attempt with a potentially significant effect', 'Article 1(1)'),
  ],
  scales: [],
  proportionality: {
    ...entry('proportionality', 'From the profile to a response band', { authority: 'our-judgement' }),
    ceilings: [],
  },
  measures: [
    measure('prev-awareness', 'Raise awareness', { category: 'preventive', escalation: 1 }),
    measure('coop-demarche', 'Ask for cooperation', { category: 'cooperative' }),
    measure('stab-declaration', 'Declaration', {
      verified: false,
      source: { document: 'Guidelines 13007/17', locator: 'section 3' },
    }),
    measure('restr-listing', 'List persons or entities', {
      category: 'restrictive',
      escalation: 4,
      attribution: { need: 'legal', text: 'A named person and evidence that can be shown in court.' },
      leadTime: { text: 'three to nine months', basis: 'practice-of-earlier-cases' },
      conflictsWith: [{ measure: 'coop-demarche', why: 'a request for cooperation loses its meaning' }],
    }),
    measure('supp-42-7', 'Mutual assistance', { category: 'lawful-response-support', escalation: 5 }),
  ],
  norms: [],
  packages: [],
  documents: [
    {
      ...entry('doc-options-paper', 'Options paper'),
      sections: [
        { id: 's1', label: 'aim of the response' },
        { id: 's2', label: 'summary of assessment' },
        { id: 's3', label: 'options: measure, category, aim, legal basis' },
        { id: 's4', label: 'packages and order' },
        { id: 's5', label: 'status quo option' },
        { id: 's6', label: 'legal remarks' },
        { id: 's7', label: 'communication' },
        { id: 's8', label: 'partners' },
        { id: 's9', label: 'next steps and deadline for positions' },
      ],
      marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' },
      audience: ['hwpci'],
    },
    {
      ...entry('doc-draft-declaration', 'Draft declaration by the High Representative on behalf of the EU'),
      sections: [],
      marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' },
      audience: [],
    },
  ],
  votingRules: [
    { ...entry('rule-cfsp-unanimity', 'CFSP unanimity with abstention'), use: 'CFSP decisions', steps: [] },
  ],
  populations: [],
  graph: {
    states: [],
    transitions: [],
    verbs: [],
    silence: {
      ...entry('silence', 'Silence'),
      hours: { normal: 72, short: 24, crisis: 4 },
      clock: 'Brussels',
    },
  },
  tracks: [],
  roles: [
    { ...entry('ms', 'a Member State'), powers: [] },
    { ...entry('hr', 'the High Representative'), powers: [] },
    { ...entry('council', 'the Council'), powers: [] },
  ],
}
