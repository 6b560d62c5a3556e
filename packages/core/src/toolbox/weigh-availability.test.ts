import { loadDoctrine } from '@demarche/doctrine'
import { describe, expect, it } from 'vitest'
import { compileDoctrine } from '../assessment/compile-doctrine.ts'
import { CASE_VOCABULARY } from '../incident/case-vocabulary.ts'
import { deriveFacts } from '../incident/derive-facts.ts'
import { type Fact, factsOf } from '../kernel/fact.ts'
import type { Value } from '../kernel/value.ts'
import { weighAvailability } from './weigh-availability.ts'

const compiled = compileDoctrine(loadDoctrine(), CASE_VOCABULARY)

function weigh(values: Readonly<Record<string, Value>>, onDate: string) {
  const known = Object.entries(values).map(([name, value]): [string, Fact] => [
    name,
    { state: 'known', value, support: [] },
  ])
  const findings = weighAvailability(compiled, deriveFacts(factsOf(new Map(known)), onDate), onDate)
  return (measure: string) => {
    const found = findings.find((finding) => finding.measure === measure)
    if (!found) throw new Error(`the pack has no measure ${measure}`)
    return found
  }
}

const openRegime = {
  actAccessToSystem: true,
  authorisedByRightHolder: false,
  originOutsideUnion: true,
  criticalInfrastructureAffected: true,
  'finding.test-significant-effect': { holds: true, grounds: 'for the test' },
} as const

describe('availability of measures', () => {
  it('TB-AVAIL-01 says of a measure not yet in force since when it is', () => {
    const freeze = weigh(openRegime, '2019-05-17')('rest-asset-freeze')
    expect(freeze.availability).toBe('not-available')
    expect(freeze.reasons.map(({ text }) => text)).toEqual([
      'Not in force on 17 May 2019: in force only from 18 May 2019.',
    ])
    expect(freeze.turnsOn).toEqual([])
  })

  it('TB-AVAIL-03 is available when every clause holds', () => {
    const facts = { ...openRegime, personRole: 'responsible', evidenceReleasable: true }
    expect(weigh(facts, '2024-01-01')('rest-asset-freeze').availability).toBe('available')
  })

  it('TB-AVAIL-04 is not available as soon as one clause fails, whatever else is open', () => {
    const freeze = weigh({ ...openRegime, evidenceReleasable: false }, '2024-01-01')('rest-asset-freeze')
    expect(freeze.availability).toBe('not-available')
    expect(freeze.turnsOn).toEqual([])
  })

  it('TB-AVAIL-05 otherwise turns on the open facts and findings, and names them', () => {
    const freeze = weigh(openRegime, '2024-01-01')('rest-asset-freeze')
    expect(freeze.availability).toBe('turns-on')
    expect(freeze.turnsOn).toEqual(['personRole', 'evidenceReleasable'])
    expect(weigh({}, '2024-01-01')('rest-asset-freeze').turnsOn).toContain('finding.test-significant-effect')
  })

  it('TB-AVAIL-06 asks no attribution of measures that need none', () => {
    expect(weigh({}, '2024-01-01')('stab-hr-declaration-no-attribution')).toMatchObject({
      availability: 'available',
      attributionNeed: 'none',
    })
  })

  it('gives every reason a proof with the verdict of its clause', () => {
    for (const { verdict, proof, text } of weigh(openRegime, '2024-01-01')('rest-travel-ban').reasons) {
      expect(proof.verdict).toBe(verdict)
      expect(text).not.toBe('')
    }
  })

  it('shows acts in the life of a listing under their own role', () => {
    expect(weigh({}, '2024-01-01')('rest-delist').role).toBe('lifecycle-act')
  })
})
