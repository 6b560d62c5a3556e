/** An invented procedure on the invented case: a declaration that was laid, amended, held, broken under silence and adopted. */
import type { Doctrine, DocumentOutline } from '@demarche/core'
import type { Act, RecordedAct } from '@demarche/core/procedure/act.ts'
import { aDossier } from '@demarche/testkit/a-dossier.ts'
import type { CirculatedDocument } from '../src/circulated/index.ts'
import { LISTING, LISTING_PAPERS, LISTING_TESTS, LISTING_TRACK } from './a-listing.ts'
import { SMALL_DOCTRINE } from './small-doctrine.ts'

const outline = (
  id: string,
  label: string,
  sections: readonly string[],
  audience: readonly string[],
): DocumentOutline => ({
  id,
  label,
  authority: 'our-judgement',
  source: { document: 'Council Rules of Procedure', locator: 'Article 12(2)' },
  inForce: { from: '2017-10-11' },
  verified: false,
  sections: sections.map((name, index) => ({ id: `s${index + 1}`, label: name })),
  marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' },
  audience,
})

const OUTLINES: readonly DocumentOutline[] = [
  outline(
    'doc-draft-declaration',
    'Draft declaration by the High Representative on behalf of the EU',
    [
      'title with date',
      'condemnation or concern',
      'facts',
      'effects',
      'attribution wording (if any)',
      'norms and law',
      'call on states',
      'solidarity and partners',
      'readiness to act',
      'list of aligning countries (added later)',
    ],
    ['all-27', 'gsc'],
  ),
  outline(
    'doc-draft-conclusions',
    'Draft Council conclusions',
    ['recalls', 'situation', 'position', 'invitations to act', 'follow-up'],
    ['hwpci', 'coreper', 'council'],
  ),
  outline(
    'doc-demarche',
    'Démarche instruction and points to make',
    [
      'addressee and level',
      'aim',
      'points to make (for use)',
      'if-asked points',
      'what not to say',
      'leave-behind paper or none',
      'reporting deadline',
    ],
    ['eu-delegation', 'host-state'],
  ),
  outline(
    'doc-objection',
    'Objection (breaking silence)',
    [
      'reference of procedure',
      'clear word: objects',
      'reason (optional)',
      'proposed wording (optional)',
      'time sent',
    ],
    ['presidency', 'eeas', 'all-27'],
  ),
  outline(
    'doc-press-release',
    'Press release',
    ['what', 'why', 'numbers listed', 'effect', 'background', 'links'],
    ['public'],
  ),
  outline(
    'doc-measure-proposal',
    'Proposal to use a measure',
    ['proposer', 'measure(s)', 'reasons', 'legal basis', 'urgency', 'text attached or to follow'],
    ['hwpci', 'psc', 'council'],
  ),
  outline(
    'doc-attribution-note',
    'Attribution note',
    [
      'question',
      'levels: technical, political, legal',
      'summary of shared findings',
      'who shares the view (by delegation)',
      'what may be said in public',
      'risks of naming and of silence',
      'options for wording',
    ],
    ['hwpci', 'psc'],
  ),
  outline(
    'doc-lessons-learned',
    'Lessons-learned report',
    [
      'scope',
      'process from start to decision',
      'measures and effect',
      'good practice',
      'gaps',
      'advice',
      'owner and date for each advice',
    ],
    ['hwpci', 'psc'],
  ),
  ...LISTING_PAPERS.map(([id, label, sections, audience]) => outline(id, label, sections, audience)),
  outline(
    'doc-revised-text',
    'Revised text',
    ['clean text', 'changes marked', 'objection answered', 'new deadline'],
    ['all-27'],
  ),
  outline(
    'doc-demarche-report',
    'Démarche report',
    ['who, when', 'answer', 'assessment', 'follow-up'],
    ['eeas', 'member-states'],
  ),
  outline(
    'doc-situational-report',
    'Situational report',
    [
      'cut-off time',
      'timeline',
      'spread and effects',
      'actor hypotheses with confidence',
      'outlook for next hours',
      'gaps',
      'changes since last issue',
    ],
    ['hwpci', 'psc', 'presidency'],
  ),
  outline(
    'doc-isaa-report',
    'Integrated Situational Awareness and Analysis report (ISAA)',
    ['situation', 'analysis', 'needs', 'outlook'],
    ['ipcr', 'coreper', 'presidency'],
  ),
  outline(
    'doc-request-42-7',
    'Request under TEU 42(7)',
    ['facts', 'qualification as armed aggression', 'aid sought', 'contact'],
    ['member-states', 'hr'],
  ),
  outline(
    'doc-request-222',
    'Invocation of the solidarity clause',
    ['disaster or attack', 'why capacity is overwhelmed', 'aid sought', 'contact point'],
    ['presidency', 'commission'],
  ),
]

export const CIRCULATING_DOCTRINE: Doctrine = {
  ...SMALL_DOCTRINE,
  documents: OUTLINES,
  tests: [...SMALL_DOCTRINE.tests, ...LISTING_TESTS],
  tracks: [LISTING_TRACK],
}

const SAID: readonly (readonly [party: string, at: string, act: Act])[] = [
  [
    'EE',
    '2026-05-20T08:00',
    {
      verb: 'open',
      case: 'case:harbour-lights-2026',
      measure: 'stab-declaration',
      track: 'track-declaration',
      path: 'normal',
      title: 'Declaration on the attack on ports',
      reason: 'Ferries stood still in three Member States.',
    },
  ],
  ['EE', '2026-05-20T09:00', { verb: 'propose', reason: 'The Union should speak before the summer.' }],
  [
    'EEAS',
    '2026-05-21T08:00',
    {
      verb: 'set-text',
      paragraphs: [
        { id: 's2', text: 'The European Union strongly condemns the attack on ports.' },
        { id: 's3', text: 'It attributes the attack to Северный фонарь.\nFerries stood still for days.' },
        { id: 's8', text: 'The Union stands with those who were hit.' },
      ],
    },
  ],
  [
    'GR',
    '2026-05-22T08:00',
    {
      verb: 'amend',
      amendment: 'gr-1',
      paragraph: 's3',
      text: 'It is likely that a group from outside did it.\nFerries stood still for days.',
      reason: 'not all share the finding',
    },
  ],
  [
    'FI',
    '2026-05-22T09:00',
    { verb: 'amend', amendment: 'fi-1', paragraph: 's3', text: 'Ferries stood still.' },
  ],
  ['EEAS', '2026-05-22T15:00', { verb: 'decide-amendment', amendment: 'gr-1', accepted: true }],
  ['EEAS', '2026-05-22T15:01', { verb: 'agree-paragraph', paragraph: 's2' }],
  ['HU', '2026-05-23T08:00', { verb: 'state-position', position: 'scrutiny-reserve', paragraph: 's8' }],
  ['EEAS', '2026-05-25T08:00', { verb: 'open-silence', until: '2026-05-27T16:00:00.000Z', version: 3 }],
  [
    'FI',
    '2026-05-27T10:30',
    { verb: 'break-silence', reason: 'The text says more than is known.\nOther wording is proposed.' },
  ],
]

export const ACTS: readonly RecordedAct[] = SAID.map(([party, at, act], index) => ({
  statement: index.toString(16).padStart(64, '0'),
  party,
  at: `${at}:00.000Z`,
  act,
}))

/** The document of that outline on the invented procedure, of a listing for the papers of one, with parts replaced. */
export function circulated(id: string, more: Partial<CirculatedDocument> = {}): CirculatedDocument {
  return {
    outline: id,
    dossier: aDossier(),
    ...(LISTING_PAPERS.some(([paper]) => paper === id) ? LISTING : { procedure: { acts: ACTS } }),
    marking: { distribution: 'LIMITE', tlp: 'TLP:GREEN' },
    producedOn: '2026-06-02',
    ...more,
  }
}
