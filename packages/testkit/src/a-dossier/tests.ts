/** The legal tests of the invented case: one met, one unknown, one found by a person, one only suggested. */
import type { LegalFinding, Proof } from '@demarche/core'
import { cite, duration, interference, memberStates, outside, weighed } from './proofs.ts'

export const legal = (test: string, proof: Proof, more: Partial<LegalFinding> = {}): LegalFinding => ({
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

export const tests: readonly LegalFinding[] = [
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
