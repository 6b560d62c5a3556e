import { describe, expect, it } from 'vitest'
import { aDoctrine, aNorm, contested, factsWith } from '../../test/small-doctrine.ts'
import { compileDoctrine } from '../assessment/compile-doctrine.ts'
import { CASE_VOCABULARY } from '../incident/case-vocabulary.ts'
import { considerNorms } from './consider-norms.ts'

const compiled = compileDoctrine(
  aDoctrine({
    norms: [
      aNorm('c', { fact: 'territorialStateKnew', is: 'in', value: ['yes'] }),
      aNorm('f', { fact: 'criticalInfrastructureAffected', is: '==', value: true }),
      aNorm('k'),
    ],
  }),
  CASE_VOCABULARY,
)
const consider = (...args: Parameters<typeof factsWith>) =>
  considerNorms(compiled, factsWith(...args), '2026-11-23')

describe('considerNorms', () => {
  it('NORM-01 shows a norm that somebody invoked, with everyone who did', () => {
    const normClaim = [
      { letter: 'k', claimedBy: 'the Union' },
      { letter: 'k', claimedBy: 'Estonia' },
      { letter: 'k', claimedBy: 'the Union' },
    ]
    expect(consider({}, { normClaim })).toMatchObject([
      { letter: 'k', status: 'claimed', claimedBy: ['the Union', 'Estonia'] },
    ])
  })

  it('NORM-02 suggests to consider a norm when the facts say so, with the question and the proof', () => {
    const [finding] = consider({ criticalInfrastructureAffected: true })
    expect(finding).toMatchObject({
      norm: 'norm-f',
      status: 'to-consider',
      claimedBy: [],
      thenAsk: 'What was asked of the State?',
      proof: { verdict: 'true' },
      support: [{ statement: 's', property: 'criticalInfrastructureAffected' }],
    })
  })

  it('does not suggest on what is unknown or contested', () => {
    expect(consider({})).toEqual([])
    expect(consider({ criticalInfrastructureAffected: contested(true, false) })).toEqual([])
  })

  it('shows a norm once that is both invoked and suggested', () => {
    const found = consider(
      { criticalInfrastructureAffected: true },
      { normClaim: [{ letter: 'f', claimedBy: 'the Union' }] },
    )
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ status: 'claimed', proof: { verdict: 'true' } })
  })
})
