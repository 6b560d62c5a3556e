/** The measures of the invented case, one of each availability, and three packages of them. */
import { reasonOf, type Dimension, type MeasureFinding, type Package, type PackageStep } from '@demarche/core'
import { inOwnWords } from './profile.ts'
import { always, cite, interference, outside } from './proofs.ts'

type Reading = Package['proportionality']['perDimension'][number]

export const measure = (id: string, label: string, more: Partial<MeasureFinding>): MeasureFinding => ({
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

const ground = (clause: string) => ({ text: clause, words: reasonOf('availability.clause', { clause }) })

export const measures: readonly MeasureFinding[] = [
  measure('prev-awareness', 'Raise awareness of the Union’s position', {
    category: 'preventive',
    escalation: 1,
  }),
  measure('coop-demarche', 'Ask for cooperation by démarche', {
    category: 'cooperative',
    reasons: [
      {
        verdict: 'true',
        ...ground('a third State may be able to stop the activity'),
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
        ...ground('the cyber-attack is an external threat'),
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
        ...ground('armed aggression on the territory of a Member State'),
        authority: 'binding-law',
        citation: { document: 'TEU', locator: 'Article 42(7)' },
        proof: { ...always, verdict: 'false' },
      },
    ],
  }),
]

export const step = (of: MeasureFinding, more: Partial<PackageStep> = {}): PackageStep => ({
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

const reading = (dimension: Dimension, reads: Reading['reads'], reason: string): Reading => ({
  dimension,
  reads,
  reason,
  words: inOwnWords(reason),
})

export const packageOf = (
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
        reading('scope', 'supports', 'three Member States were hit, so a joint answer is natural'),
        reading('duration', 'unknown', 'sources disagree on how long it lasted'),
        reading('sophistication', 'argues-restraint', 'the means were simple'),
      ],
    },
    conflicts: [],
    ...more,
  }
}

export const packages: readonly Package[] = [
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
      perDimension: [reading('impact', 'supports', 'a person rates the impact at 3')],
    },
  }),
  packageOf('pkg-restraint', 'Restraint', [], {
    restraint: true,
    purpose: 'keep the matter between the technical bodies and watch',
  }),
]
