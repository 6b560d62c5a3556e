import { loadDoctrine } from '@demarche/doctrine'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileDoctrine } from '../assessment/compile-doctrine.ts'
import { CASE_VOCABULARY } from '../incident/case-vocabulary.ts'
import { deriveFacts } from '../incident/derive-facts.ts'
import { type Fact, factsOf } from '../kernel/fact.ts'
import { addDays } from '../kernel/partial-date.ts'
import type { Value } from '../kernel/value.ts'
import { PACKAGE_LIMITS } from './compose-packages.ts'
import { weighCase } from './weigh-case.ts'

const compiled = compileDoctrine(loadDoctrine(), CASE_VOCABULARY)

function weigh(values: Readonly<Record<string, Value | undefined>>, onDate: string) {
  const known = Object.entries(values).flatMap(([property, value]): [string, Fact][] =>
    value === undefined ? [] : [[property, { state: 'known', value, support: [] }]],
  )
  return weighCase(compiled, deriveFacts(factsOf(new Map(known)), onDate), onDate, new Map())
}

const maybe = fc.constantFrom(true, false, undefined)
const finding = maybe.map((holds) => (holds === undefined ? undefined : { holds, grounds: 'for the test' }))
const rating = fc
  .option(fc.integer({ min: 0, max: 5 }), { nil: undefined })
  .map((level) => (level === undefined ? undefined : { level, reason: 'for the test' }))
const anyFacts = fc.record({
  actAccessToSystem: maybe,
  authorisedByRightHolder: maybe,
  originOutsideUnion: maybe,
  infrastructureOutsideUnion: maybe,
  criticalInfrastructureAffected: maybe,
  unionBodyTargeted: maybe,
  thirdStateTargeted: maybe,
  internationalOrganisationTargeted: maybe,
  attempted: maybe,
  cfspObjectiveNeed: maybe,
  personRole: fc.constantFrom('responsible', 'none', undefined),
  evidenceReleasable: maybe,
  memberStateRequested: maybe,
  memberStates: fc.constantFrom(['FR'], [], undefined),
  'finding.test-significant-effect': finding,
  'rating.scope': rating,
  'rating.scale': rating,
  'rating.duration': rating,
  'rating.intensity': rating,
  'rating.impact': rating,
})
const anyDay = fc.integer({ min: 0, max: 3600 }).map((days) => addDays('2017-01-01', days))

describe('packages', () => {
  it('TB-PACK-01 always hold one without attribution and one that holds back, three to six in all', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, day) => {
        const { packages } = weigh(facts, day)
        expect(packages.some(({ withoutAttribution, restraint }) => withoutAttribution && !restraint)).toBe(
          true,
        )
        expect(packages.some(({ restraint }) => restraint)).toBe(true)
        expect(packages.length).toBeGreaterThanOrEqual(PACKAGE_LIMITS.least)
        expect(packages.length).toBeLessThanOrEqual(PACKAGE_LIMITS.most)
      }),
    )
  })

  it('TB-PACK-02 never propose a listing when the regime test is false or not in force', () => {
    let closed = 0
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, day) => {
        const { packages, tests } = weigh(facts, day)
        const regime = tests.find(({ test }) => test === 'test-regime-scope')
        if (!regime || (regime.inForce && regime.verdict !== 'false')) return
        closed += 1
        expect(packages.flatMap(({ categories }) => categories)).not.toContain('restrictive')
      }),
    )
    expect(closed).toBeGreaterThan(10)
  })

  it('TB-PACK-03 without attribution take no measure that needs a State to be named', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, day) => {
        const { packages, measures } = weigh(facts, day)
        const needs = new Map(measures.map(({ measure, attributionNeed }) => [measure, attributionNeed]))
        for (const { steps } of packages.filter(({ withoutAttribution }) => withoutAttribution)) {
          for (const { measure } of steps) expect(['none', 'technical']).toContain(needs.get(measure))
        }
      }),
    )
  })

  it('TB-PACK-04 hold only measures that are open, and mark those that turn on something', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, day) => {
        for (const { steps, lawful, turnsOn } of weigh(facts, day).packages) {
          expect(steps.map(({ availability }) => availability)).not.toContain('not-available')
          expect(lawful).toBe(
            steps.some(({ availability }) => availability === 'turns-on') ? 'unknown' : 'true',
          )
          expect(turnsOn.length > 0).toBe(lawful === 'unknown')
        }
      }),
    )
  })

  it('TB-PACK-05 come in order of escalation, the same for the same facts', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, day) => {
        const { packages } = weigh(facts, day)
        const escalations = packages.map(({ proportionality }) => proportionality.highestEscalation)
        expect(escalations).toEqual(escalations.toSorted((a, b) => a - b))
        expect(weigh(facts, day).packages.map(({ id }) => id)).toEqual(packages.map(({ id }) => id))
      }),
    )
  })

  it('TB-PACK-08 offer solidarity to a Member State that was hit, and help to a partner where none was', () => {
    const grave = {
      'rating.impact': { level: 5, reason: 'for the test' },
      'rating.scale': { level: 4, reason: 'for the test' },
      unionBodyTargeted: false,
    }
    const offered = (facts: Readonly<Record<string, Value>>) =>
      weigh({ ...grave, ...facts }, '2024-01-01').packages
    expect(offered({ memberStates: ['FR'] }).map(({ id }) => id)).toContain('crisis-solidarity')
    const partner = offered({ memberStatesAffected: 0, thirdStateTargeted: true })
    expect(partner.map(({ id }) => id)).not.toContain('crisis-solidarity')
    expect(partner.find(({ id }) => id === 'speak-and-help')?.steps.map(({ measure }) => measure)).toContain(
      'coop-assist-partner',
    )
  })

  it('TB-PACK-06 offer a listing for an attempt from the band before, and ask for its reason', () => {
    const facts = {
      'rating.impact': { level: 2, reason: 'for the test' },
      'rating.intensity': { level: 1, reason: 'for the test' },
      memberStates: ['NL'],
    }
    const listing = (attempted: boolean) =>
      weigh({ ...facts, attempted }, '2020-07-30').packages.find(({ id }) => id === 'list')
    expect(listing(false)).toBeUndefined()
    expect(listing(true)?.proportionality.verdict).toBe('needs-reason')
    expect(weigh({ ...facts, attempted: true }, '2018-10-04').packages.map(({ id }) => id)).not.toContain(
      'list',
    )
  })

  it('TB-PACK-07 name the conflicts inside', () => {
    const { packages } = weigh({ 'rating.impact': { level: 4, reason: 'x' } }, '2024-01-01')
    const ids = new Set(compiled.doctrine.measures.map(({ id }) => id))
    for (const { conflicts } of packages) {
      for (const { between, why } of conflicts) {
        expect(between.every((id) => ids.has(id))).toBe(true)
        expect(why).not.toBe('')
      }
    }
  })
})

const proportionalities = (facts: Readonly<Record<string, Value>>) =>
  weigh(facts, '2024-01-01').packages.map(({ id, proportionality }) => [id, proportionality])

describe('proportionality of a package', () => {
  const grave = {
    'rating.impact': { level: 5, reason: 'hospitals stopped' },
    'rating.scope': { level: 1, reason: 'one State' },
    'rating.scale': { level: 1, reason: 'one hospital' },
  }

  it('TB-PROP-01 compares the gravest step with the usual ceiling of the band', () => {
    for (const { proportionality } of weigh(grave, '2024-01-01').packages) {
      expect(proportionality.usualCeiling).toBe(4)
      expect(proportionality.verdict).toBe(
        proportionality.highestEscalation <= 4 ? 'proportionate' : 'needs-reason',
      )
    }
  })

  it('TB-PROP-02 decides nothing while the band is unknown', () => {
    const verdicts = weigh({}, '2024-01-01').packages.map(({ proportionality }) => proportionality.verdict)
    expect(new Set(verdicts)).toEqual(new Set(['undetermined']))
  })

  it('TB-PROP-03 reads each dimension in words, and an unknown one as unknown', () => {
    const list = weigh(grave, '2024-01-01').packages.find(({ id }) => id === 'list')
    const reads = new Map(list?.proportionality.perDimension.map((part) => [part.dimension, part]))
    expect(reads.get('impact')?.reads).toBe('supports')
    expect(reads.get('impact')?.reason).toContain('hospitals stopped')
    expect(reads.get('scope')?.reads).toBe('argues-restraint')
    expect(reads.get('duration')).toMatchObject({ reads: 'unknown', reason: 'Duration is unknown.' })
  })

  it('TB-PROP-04 does not move with political factors', () => {
    const political = { victimRequestsResponse: true, partnersActing: true, actsBySameActorIn24Months: 5 }
    const without = new Map(proportionalities(grave).map(([id, part]) => [id, part]))
    for (const [id, part] of proportionalities({ ...grave, ...political }))
      if (without.has(id)) expect(part).toEqual(without.get(id))
  })

  it('TB-PROP-05 never lets sophistication raise or lower the answer', () => {
    const sophisticated = weigh(
      { ...grave, 'rating.sophistication': { level: 5, reason: 'x' } },
      '2024-01-01',
    )
    for (const { proportionality } of sophisticated.packages) {
      expect(
        proportionality.perDimension.find(({ dimension }) => dimension === 'sophistication')?.reads,
      ).toBe('neutral')
    }
  })
})
