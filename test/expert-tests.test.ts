/**
 * The expert tests of the shipped pack: what lawyers wrote down must be what the desk says.
 */
import {
  assessLaw,
  CASE_VOCABULARY,
  compileDoctrine,
  deriveFacts,
  type DimensionFinding,
  DIMENSIONS,
  type Fact,
  factsOf,
  responseBand,
} from '@demarche/core'
import { type BandTest, type LawTest, loadDoctrine, readExpertTests } from '@demarche/doctrine'
import { describe, expect, it } from 'vitest'

const doctrine = loadDoctrine()
const compiled = compileDoctrine(doctrine, CASE_VOCABULARY)
const expertTests = readExpertTests()
const lawTests = expertTests.filter((test): test is LawTest => test.kind === 'law')
const bandTests = expertTests.filter((test): test is BandTest => test.kind === 'band')

const findingsIn = ({ facts, findings, asOf }: LawTest) => {
  const stated = new Map<string, Fact>([
    ...Object.entries(facts).map(([name, value]): [string, Fact] => [
      name,
      { state: 'known', value, support: [] },
    ]),
    ...Object.entries(findings).map(([key, holds]): [string, Fact] => [
      `finding.${key}`,
      { state: 'known', value: { holds, grounds: 'expert test' }, support: [] },
    ]),
  ])
  return assessLaw(compiled, deriveFacts(factsOf(stated), asOf), asOf)
}

describe('expert tests of the pack', () => {
  it('there are eight of law and six of the band', () => {
    expect([lawTests.length, bandTests.length]).toEqual([8, 6])
  })

  it.each(lawTests.map((test) => [test.id, test.label, test] as const))('%s: %s', (_id, _label, test) => {
    const findings = findingsIn(test)
    const verdicts = Object.fromEntries(findings.map((finding) => [finding.test, finding.verdict]))
    expect(verdicts).toMatchObject(test.expected)
    const weighed = findings.find((finding) => finding.test === test.suggestion.test)
    expect(weighed?.suggestion).toBe(test.suggestion.is)
    expect(Object.fromEntries((weighed?.factors ?? []).map(({ id, strength }) => [id, strength]))).toEqual(
      test.suggestion.factors,
    )
  })

  it.each(bandTests.map((test) => [test.id, test.label, test] as const))('%s: %s', (_id, _label, test) => {
    const profile = DIMENSIONS.map((dimension): DimensionFinding => ({
      dimension,
      label: dimension,
      question: '',
      level: { state: 'known', level: test.levels[dimension] },
      basis: 'person',
      reasons: [],
      reasonWords: [],
      confidence: 'high',
      support: [],
      proof: { verdict: 'true', node: { type: 'always' }, support: [], parts: [] },
    }))
    expect(responseBand(profile, doctrine.proportionality).band).toBe(test.expectedBand)
  })
})
