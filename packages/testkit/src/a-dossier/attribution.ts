/** Who is said to have done it in the invented case: two claims, two hypotheses, two Member States that spoke. */
import { MEMBER_STATES, parsePartialDate, type AttributionView } from '@demarche/core'
import { on } from './proofs.ts'
import { companyReport, partnerStatement } from './statements.ts'

export const attribution: AttributionView = {
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
}
