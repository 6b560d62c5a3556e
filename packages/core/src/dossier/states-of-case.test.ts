import { describe, expect, it } from 'vitest'
import type { AttributionClaim } from '../incident/case-vocabulary.ts'
import type { Fact } from '../kernel/fact.ts'
import type { FactRow } from '../kernel/fact-row.ts'
import type { Value } from '../kernel/value.ts'
import { statesOfCase } from './states-of-case.ts'

const STATEMENT = 'a'.repeat(64)
const claim = (accusedState?: string) => ({
  claim: {
    claimant: 'Somebody',
    kind: 'political',
    accused: 'A group',
    ...(accusedState === undefined ? {} : { accusedState }),
  } satisfies AttributionClaim,
  statement: STATEMENT,
})
const attribution = (...accused: readonly (string | undefined)[]) => ({
  claims: accused.map(claim),
  matrix: { hypotheses: [], rows: [] },
  memberStates: [],
})
const targets = (...countries: readonly string[]): FactRow => ({
  property: 'target',
  label: 'Target',
  group: 'who',
  cardinality: 'many',
  values: countries.map((country) => ({
    value: { country, sector: 'ports' },
    support: [{ statement: STATEMENT, property: 'target' }],
  })),
})
const hit = (fact: Fact): FactRow => ({
  property: 'memberStates',
  label: 'Member States hit',
  group: 'who',
  cardinality: 'one',
  fact,
})
const support = [{ statement: STATEMENT, property: 'memberStates' }]
const known = (value: Value): Fact => ({ state: 'known', value, support })

describe('the States of a case', () => {
  it('are those said to stand behind it, then those of the victims, each once', () => {
    const facts = [hit(known(['EE', 'FI'])), targets('GR', 'EE')]
    expect(statesOfCase({ attribution: attribution('RU', undefined, 'BY', 'RU'), facts })).toEqual([
      'RU',
      'BY',
      'GR',
      'EE',
      'FI',
    ])
  })

  it('count on every side of a contested fact', () => {
    const alternatives = [['EE'], ['EE', 'LV']].map((value) => ({ value, support }))
    const facts = [hit({ state: 'contested', alternatives })]
    expect(statesOfCase({ attribution: attribution(), facts })).toEqual(['EE', 'LV'])
  })

  it('are none where nobody is named, or only the Union or the whole world', () => {
    const facts = [hit({ state: 'unknown' }), targets('EU', '*')]
    expect(statesOfCase({ attribution: attribution(undefined), facts })).toEqual([])
  })
})
