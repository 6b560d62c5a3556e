/** Facts of the invented dossier and the proofs built on them: one for each state that a proof can be in. */
import type { Citation, Fact, Proof, Statement, Support, Value } from '@demarche/core'
import { deskFinding, operatorNote, victimReport } from './statements.ts'

export const REGULATION = 'Regulation (EU) 2019/796'
export const cite = (locator: string, document = REGULATION): Citation => ({
  document,
  locator,
  address: 'https://eur-lex.europa.eu/eli/reg/2019/796/oj',
})

export const on = (statement: Statement, property: string): Support => ({ statement: statement.id, property })
export const known = (value: Value, ...support: Support[]): Fact => ({ state: 'known', value, support })

export const duration: Fact = {
  state: 'contested',
  alternatives: [
    { value: 96, support: [on(victimReport, 'disruptionDurationHours')] },
    { value: 60, support: [on(operatorNote, 'disruptionDurationHours')] },
  ],
}
export const memberStates = known(['EE', 'FI', 'GR'], on(victimReport, 'memberStates'))
export const origin: Fact = { state: 'unknown' }
export const finding = known(
  { holds: true, grounds: 'three Member States, essential transport services, four days' },
  on(deskFinding, 'finding.significant-effect'),
)

export const interference: Proof = {
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
export const outside: Proof = {
  verdict: 'unknown',
  node: { type: 'fact', rule: { fact: 'originOutsideUnion', is: '==', value: true }, fact: origin },
  authority: 'binding-law',
  citation: cite('Article 1(2)(a)'),
  verified: true,
  support: [],
  parts: [],
}
export const weighed: Proof = {
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
export const lasting: Proof = {
  verdict: 'contested',
  node: { type: 'fact', rule: { fact: 'disruptionDurationHours', is: '>=', value: 72 }, fact: duration },
  authority: 'our-judgement',
  support: [on(victimReport, 'disruptionDurationHours'), on(operatorNote, 'disruptionDurationHours')],
  parts: [],
}
export const always: Proof = { verdict: 'true', node: { type: 'always' }, support: [], parts: [] }
