import { loadDoctrine } from '@demarche/doctrine'
import { describe, expect, it } from 'vitest'
import { compileDoctrine } from '../assessment/compile-doctrine.ts'
import { CASE_VOCABULARY } from '../incident/case-vocabulary.ts'
import { deriveFacts } from '../incident/derive-facts.ts'
import { type Fact, factsOf } from '../kernel/fact.ts'
import type { Value } from '../kernel/value.ts'
import type { MeasureFinding } from './option.ts'
import { weighAvailability } from './weigh-availability.ts'

const compiled = compileDoctrine(loadDoctrine(), CASE_VOCABULARY)

function weigh(values: Readonly<Record<string, Value>>, onDate: string, pack = compiled) {
  const known = Object.entries(values).map(([name, value]): [string, Fact] => [
    name,
    { state: 'known', value, support: [] },
  ])
  const findings = weighAvailability(pack, deriveFacts(factsOf(new Map(known)), onDate), onDate)
  return finder(findings)
}

function finder(findings: readonly MeasureFinding[]) {
  return (measure: string) => {
    const found = findings.find((finding) => finding.measure === measure)
    if (!found) throw new Error(`the pack has no measure ${measure}`)
    return found
  }
}

/** The same for a case of which nothing is known but one claim of who did it. */
function weighClaim(said: Readonly<Record<string, string>>) {
  const value = { kind: 'political', accused: 'Grey Heron', ...said }
  const facts = factsOf(new Map(), new Map([['attributionClaim', [{ value, support: [] }]]]))
  return finder(weighAvailability(compiled, deriveFacts(facts, '2024-01-01'), '2024-01-01'))
}

const openRegime = {
  actAccessToSystem: true,
  authorisedByRightHolder: false,
  originOutsideUnion: true,
  memberStatesAffected: 2,
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

  it('TB-AVAIL-02 fails a clause whose legal test is not yet law, whatever the facts', () => {
    const doctrine = loadDoctrine()
    const measures = doctrine.measures.map((measure) =>
      measure.id === 'rest-asset-freeze' ? { ...measure, inForce: { from: '2010-01-01' } } : measure,
    )
    const early = compileDoctrine({ ...doctrine, measures }, CASE_VOCABULARY)
    const regimeOn = (day: string) => weigh(openRegime, day, early)('rest-asset-freeze').reasons[0]
    expect(regimeOn('2019-05-17')).toMatchObject({
      verdict: 'false',
      text: expect.stringContaining(
        '“Is the sanctions regime open?” asks about was not in force on 17 May 2019',
      ),
      words: { code: 'availability.lawNotInForce', values: { date: '2019-05-17' } },
    })
    expect(regimeOn('2024-01-01')).toMatchObject({ verdict: 'true' })
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

  it('TB-AVAIL-04 opens no clause of solidarity between Member States where none of them was hit', () => {
    const partner = weigh(
      { ...openRegime, memberStatesAffected: 0, unionBodyTargeted: false, thirdStateTargeted: true },
      '2024-01-01',
    )
    expect(partner('support-solidarity-clause').availability).toBe('not-available')
    expect(partner('support-mutual-assistance').availability).toBe('not-available')
    expect(partner('coop-assist-partner').availability).toBe('available')
    expect(partner('rest-third-state-case').turnsOn).toContain('cfspObjectiveNeed')
    expect(weigh(openRegime, '2024-01-01')('support-solidarity-clause').turnsOn).toContain(
      'memberStateRequested',
    )
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

  it('TB-AVAIL-06 lays a cost on a State only where one was named by those who lay it', () => {
    const gang = weighClaim({ claimant: 'FR', claimantState: 'FR' })
    const byPartner = weighClaim({ claimant: 'US', claimantState: 'US', accusedState: 'RU' })
    const byMember = weighClaim({ claimant: 'FR', claimantState: 'FR', accusedState: 'RU' })
    for (const measure of ['stab-summon', 'stab-suspend-dialogue', 'support-retorsion']) {
      expect(gang(measure).availability).toBe('turns-on')
      expect(byMember(measure).availability).toBe('available')
    }
    expect(byPartner('stab-suspend-dialogue').availability).toBe('available')
    expect(byPartner('stab-summon').availability).toBe('turns-on')
    expect(byPartner('stab-joint-partners').availability).toBe('available')
  })
})
