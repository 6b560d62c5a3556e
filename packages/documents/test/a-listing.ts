/** An invented listing on the invented case: two names, grounds laid as joint text, evidence, and the outlines of its papers. */
import {
  parsePartialDate,
  type DoctrineEntry,
  type LegalTest,
  type ListingUseFinding,
  type Track,
} from '@demarche/core'
import type { Act, RecordedAct } from '@demarche/core/procedure/act.ts'
import type { EvidenceOnPaper } from '../src/circulated/index.ts'

type Paper = readonly [id: string, label: string, sections: readonly string[], audience: readonly string[]]

/** As doctrine has them, in short. */
export const LISTING_PAPERS: readonly Paper[] = [
  [
    'doc-listing-proposal',
    'Listing proposal',
    [
      'proposer (kept confidential)',
      'name and identifiers',
      'regime and criterion',
      'incident and significant-effect reasoning, factor by factor',
      'external-threat element and threatened target',
      'role of the person',
      'draft statement of reasons',
      'evidence index',
      'risk notes (humanitarian, diplomatic, retaliation)',
      'coordination with partners',
    ],
    ['relex', 'hwpci', 'cls'],
  ],
  [
    'doc-evidence-package',
    'Evidence package',
    [
      'index with numbers',
      'open-source items with date of capture',
      'expert or technical reports with release right',
      'chain: claim to item',
      'translation',
      'what is closed and why',
    ],
    ['relex', 'cls', 'court-if-challenged'],
  ],
  [
    'doc-statement-of-reasons',
    'Statement of reasons',
    [
      'name (Art. 14(2))',
      'identifiers where available: aliases, date and place of birth',
      'function or role',
      'act: date, target, effect',
      'link person-act',
      'words of the criterion: responsible, support, involved, associated',
      'in plain, specific, checkable words',
      'words of the scope: external threat',
      'date of listing',
    ],
    ['listed-person', 'public', 'court'],
  ],
  ['doc-relex-questions', 'RELEX questions', ['question', 'why it matters', 'deadline'], ['proposer']],
  [
    'doc-draft-decision',
    'Draft Council Decision (CFSP)',
    ['citations', 'recitals', 'articles', 'entry into force', 'annex'],
    ['coreper', 'council'],
  ],
  [
    'doc-draft-implementing-regulation',
    'Draft Council (implementing) Regulation',
    ['citations', 'recitals', 'articles', 'annex equal to the Decision annex'],
    ['coreper', 'council'],
  ],
  [
    'doc-notification-letter',
    'Notification letter or notice in the Official Journal',
    [
      'act and date',
      'grounds for the listing',
      'effects',
      'how to present observations, to whom, by when',
      'how to ask the national authority for use of frozen funds',
      'court remedy: TFEU 263 and 275',
      'data-protection notice',
    ],
    ['listed-person'],
  ],
  [
    'doc-implementation-report',
    'Implementation report',
    [
      'measure',
      'funds frozen',
      'authorisations granted',
      'violation and enforcement problems',
      'anything that might affect implementation',
    ],
    ['relex', 'commission'],
  ],
  [
    'doc-effect-note',
    'Effect note',
    ['aim set at start', 'indicators', 'observed change', 'retaliation', 'cost', 'advice'],
    ['hwpci', 'psc'],
  ],
  [
    'doc-prolongation-note',
    'Prolongation note and review table',
    [
      'expiry dates (framework, listings)',
      'per entry: keep, amend, delete, why',
      'new evidence',
      'observations from listed persons and answer',
      'draft acts',
      'timetable back from expiry',
    ],
    ['relex', 'coreper', 'council'],
  ],
]

const entry: Omit<DoctrineEntry, 'id' | 'label'> = {
  authority: 'binding-law',
  source: { document: 'Regulation (EU) 2019/796', locator: 'invented place' },
  inForce: { from: '2019-05-18' },
  verified: true,
}

export const LISTING_TRACK: Track = {
  ...entry,
  id: 'track-listing',
  label: 'Listing: two acts with matching annexes',
  measures: ['restr-listing'],
  states: [],
  proposers: [],
  deciders: [],
  documents: [],
  acts: ['doc-draft-decision', 'doc-draft-implementing-regulation'],
  fourEyes: true,
  brake: false,
  notifies: true,
  reviewMonths: 12,
}

const test = (id: string, label: string, locator: string, more: Partial<LegalTest> = {}): LegalTest => ({
  ...entry,
  id,
  label,
  source: { ...entry.source, locator },
  family: 'life-of-a-listing',
  order: 30,
  lawLeavesOpen: [],
  practice: [],
  ...more,
})

export const LISTING_TESTS: readonly LegalTest[] = [
  test('listing', 'Can this person or entity be listed?', 'Article 3(3)', {
    description: 'Responsible, supporting or otherwise involved, or associated; one is enough',
  }),
  test('listed-person-rights', 'Procedure owed to a listed person', 'Article 13(1)-(4)'),
  test('freeze-scope', 'What is frozen and what is banned', 'Article 3(1)-(2)', {
    description: 'Funds and economic resources of the listed are frozen, and none may reach them',
  }),
  test('derogations', 'Derogations', 'Articles 4, 5 and 6', {
    notes: ['Ground: basic needs (Article 4(1)(a)).', 'After an authorisation: two weeks.'],
  }),
  test('reporting', 'Duties to report', 'Articles 8 and 12'),
  test('entry-into-force', 'Entry into force', 'Article 19'),
  test('review-expiry', 'When does it lapse?', 'Article 13(4)', {
    verified: false,
    notes: ['Clock: until 18 May 2028, the framework (invented).', 'On 1 May: nothing.'],
  }),
]

const PERSON = 'Arvo LEIUTATUD'
const UNIT = 'Северный фонарь'

const SAID: readonly (readonly [party: string, at: string, act: Act])[] = [
  [
    'EE',
    '2026-05-20T08:00',
    {
      verb: 'open',
      case: 'case:harbour-lights-2026',
      measure: 'restr-listing',
      track: 'track-listing',
      path: 'normal',
      title: 'Listing of two names',
      reason: 'Those who ran it should not keep funds here.',
      subjects: [PERSON, UNIT],
    },
  ],
  [
    'EE',
    '2026-05-21T08:00',
    {
      verb: 'propose',
      reason: 'They ran the attack on ports.',
      listed: [
        { name: PERSON, identifiedBy: 'born 1 January 1980, Narva; invented' },
        { name: UNIT, identifiedBy: 'a group, also known as Northern Lantern' },
      ],
    },
  ],
  ['CY', '2026-05-22T08:00', { verb: 'put-on-agenda', body: 'relex', meeting: '2026-06-10' }],
  [
    'EEAS',
    '2026-05-22T09:00',
    {
      verb: 'set-text',
      paragraphs: [
        { id: 'p1', text: 'From 27 February 2026 ports in three Member States were attacked.' },
        {
          id: 'p2',
          text: `${PERSON}\nArvo Leiutatud is responsible for a cyber-attack with a significant effect.`,
        },
        { id: 'p3', text: 'He rented the servers from which data were deleted.' },
      ],
    },
  ],
  [
    'FI',
    '2026-05-23T08:00',
    { verb: 'state-position', position: 'substantive-reserve', comment: 'The evidence on the group.' },
  ],
]

export const LISTING_ACTS: readonly RecordedAct[] = SAID.map(([party, at, act], index) => ({
  statement: `${index}`.repeat(64),
  party,
  at: `${at}:00.000Z`,
  act,
}))

const QUESTIONS = ['origin', 'legalBasis', 'purpose', 'permission', 'summary', 'integrity'] as const

/** A finding in which these questions are open, or answered with no. */
export function useOf(
  use: ListingUseFinding['use'],
  answers: Partial<Record<(typeof QUESTIONS)[number], 'no' | 'open'>> = {},
): ListingUseFinding {
  return {
    use,
    fromCriminalProcedure: use === 'ask-counsel',
    questions: QUESTIONS.map((question) => ({
      question,
      answer: answers[question] ?? 'yes',
      property: question === 'permission' ? 'listingUse' : question,
    })),
  }
}

const GREEN = { distribution: 'LIMITE', tlp: 'TLP:GREEN' } as const

export const RELEASED: EvidenceOnPaper = {
  entity: 'evidence-item:a',
  name: 'Disk image of the berth server',
  marking: GREEN,
  use: useOf('nothing-in-the-way'),
  category: 'technical indicators',
  isOpenSource: false,
  acquired: parsePartialDate('2026-03-04'),
  summary: 'Traces on a server show when data were deleted, and from which address.',
}

/** One for each reason for which an item is closed. */
export const CLOSED: readonly EvidenceOnPaper[] = [
  {
    ...RELEASED,
    entity: 'evidence-item:b',
    name: 'Refused note',
    use: useOf('refused', { permission: 'no' }),
  },
  {
    ...RELEASED,
    entity: 'evidence-item:c',
    name: 'Seized server',
    use: useOf('ask-counsel', { permission: 'open' }),
  },
  {
    ...RELEASED,
    entity: 'evidence-item:d',
    name: 'Unsigned tip',
    use: useOf('informs-only', { origin: 'open' }),
  },
  {
    ...RELEASED,
    entity: 'evidence-item:e',
    name: 'Unasked log',
    use: useOf('incomplete', { permission: 'open' }),
  },
  { ...RELEASED, entity: 'evidence-item:f', name: 'Red cable', marking: { ...GREEN, tlp: 'TLP:RED' } },
  {
    entity: 'evidence-item:g',
    name: 'Report without a summary',
    marking: GREEN,
    use: useOf('incomplete', { summary: 'open' }),
    category: 'technical indicators',
    isOpenSource: false,
    acquired: parsePartialDate('2026-03-04'),
  },
]

export const LISTING = { procedure: { acts: LISTING_ACTS }, evidence: [RELEASED, ...CLOSED] }
