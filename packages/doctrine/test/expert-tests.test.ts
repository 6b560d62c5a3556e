import {
  assessLaw,
  CASE_VOCABULARY,
  compileDoctrine,
  deriveFacts,
  type DimensionFinding,
  type Fact,
  factsOf,
  responseBand,
  type Value,
} from '@demarche/core'
import { expect, test } from 'vitest'
import { type BandTest, type LawTest, loadExpertTests } from '../src/expert-tests.ts'
import { loadDoctrine, readExpertTests } from '../src/read-pack.ts'

const doctrine = loadDoctrine()
const compiled = compileDoctrine(doctrine, CASE_VOCABULARY)
const all = readExpertTests()
const known = (value: Value): Fact => ({ state: 'known', value, support: [] })

test.for(all.filter((each): each is LawTest => each.kind === 'law'))('$id: $label', (expert) => {
  const facts = new Map(Object.entries(expert.facts).map(([name, value]) => [name, known(value)]))
  for (const [key, holds] of Object.entries(expert.findings)) {
    facts.set(`finding.${key}`, known({ holds, grounds: 'as the expert test says' }))
  }
  const findings = assessLaw(compiled, deriveFacts(factsOf(facts), expert.asOf), expert.asOf)
  const verdicts = Object.fromEntries(findings.map(({ test: id, verdict }) => [id, verdict]))
  expect(verdicts).toMatchObject(expert.expected)
  const weighed = findings.find(({ test: id }) => id === expert.suggestion.test)
  expect(weighed?.suggestion).toBe(expert.suggestion.is)
  expect(Object.fromEntries((weighed?.factors ?? []).map(({ id, strength }) => [id, strength]))).toEqual(
    expert.suggestion.factors,
  )
})

test.for(all.filter((each): each is BandTest => each.kind === 'band'))('$id: $label', (expert) => {
  const profile = doctrine.scales.map(({ id, label, question }): DimensionFinding => ({
    dimension: id,
    label,
    question,
    level: { state: 'known', level: expert.levels[id] },
    basis: 'person',
    reasons: [],
    reasonWords: [],
    confidence: 'high',
    support: [],
    proof: { verdict: 'true', node: { type: 'always' }, support: [], parts: [] },
  }))
  expect(responseBand(profile, doctrine.proportionality).band).toBe(expert.expectedBand)
})

test('an expert test that states a fact no case has is refused with its line', () => {
  const text = [
    'id: x',
    'kind: law',
    'label: x',
    'origin: synthetic',
    'asOf: 2026-11-23',
    'facts:',
    '  attempted: true',
    '  economicLos: 3',
    'findings: {}',
    'expected: { test-attempt: unknown }',
    'suggestion: { test: test-significant-effect, is: weak, factors: {} }',
  ].join('\n')
  const { tests, findings } = loadExpertTests([{ path: 'x.yaml', text }])
  expect(findings).toEqual([
    {
      file: 'x.yaml',
      line: 8,
      rule: 'DOC-29',
      message: 'A record of this kind has no such property: economicLos.',
    },
  ])
  expect(tests).toHaveLength(1)
})
