import {
  CATEGORIES,
  isInForce,
  phraseWord,
  SIGNIFICANT_EFFECT_FACTORS,
  type DoctrineEntry,
} from '@demarche/core'
import { expect, test } from 'vitest'
import { DoctrineError, sayFinding } from './pack-file.ts'
import { EU_PACK_FOLDER, loadDoctrine, readPack, readPackFiles } from './read-pack.ts'
import { loadPack } from './load-pack.ts'

const doctrine = loadDoctrine()
const measure = (id: string) => doctrine.measures.find((entry) => entry.id === id)
const sayVerified = (list: readonly DoctrineEntry[]) =>
  `${list.filter((entry) => entry.verified).length} of ${list.length}`
const entries: readonly DoctrineEntry[] = [
  ...doctrine.tests,
  ...doctrine.scales,
  ...doctrine.measures,
  ...doctrine.norms,
  ...doctrine.packages,
  ...doctrine.documents,
  ...doctrine.votingRules,
  ...doctrine.roles,
  doctrine.proportionality,
]

test('the shipped pack has no findings', () => {
  expect(readPack(EU_PACK_FOLDER).findings.map(sayFinding)).toEqual([])
})

test('every file of the shipped pack has become an entry', () => {
  const files = readPackFiles(EU_PACK_FOLDER).filter(({ path }) =>
    /^(tests|scales|measures|norms|packages|documents)\//.test(path),
  )
  const { tests, scales, measures, norms, packages, documents } = doctrine
  const loaded = [tests, scales, measures, norms, packages, documents].flat()
  expect(loaded).toHaveLength(files.length)
})

test('restrictive measures under the cyber regime do not exist before 18 May 2019', () => {
  for (const id of ['rest-travel-ban', 'rest-asset-freeze', 'rest-funds-ban', 'rest-third-state-case']) {
    const entry = measure(id)
    expect(entry && isInForce(entry, '2019-05-17')).toBe(false)
    expect(entry && isInForce(entry, '2019-05-18')).toBe(true)
  }
})

test('statements, démarches and dialogues exist before the framework of 2017', () => {
  for (const id of [
    'stab-hr-declaration',
    'stab-hr-statement',
    'stab-demarche',
    'stab-conclusions',
    'coop-dialogue',
    'prev-capacity',
  ]) {
    const entry = measure(id)
    expect(entry && isInForce(entry, '2016-01-01')).toBe(true)
  }
})

test('a declaration may condemn without anybody having said who did it', () => {
  expect(
    measure('stab-hr-declaration')?.availability.every(({ rule }) => 'always' in rule && rule.always),
  ).toBe(true)
})

test('every category of the Toolbox has measures that answer an incident', () => {
  for (const category of CATEGORIES) {
    expect(
      doctrine.measures.filter((entry) => entry.category === category && entry.role === 'measure'),
    ).not.toEqual([])
  }
})

test('the norms are the eleven of paragraph 13, a to k', () => {
  expect(doctrine.norms.map(({ letter }) => letter)).toEqual('abcdefghijk'.split(''))
})

test('what the pack says of its own verification is what its entries say', () => {
  const notes = (doctrine.notes ?? []).join('\n')
  expect(notes).toContain(`${sayVerified(doctrine.tests)} tests verified`)
  const regime = doctrine.tests.filter(
    ({ family }) => family === 'sanctions-regime' || family === 'life-of-a-listing',
  )
  expect(notes).toContain(`${sayVerified(regime)} on the sanctions regime`)
  expect(notes).toContain(`${sayVerified(doctrine.measures)} measures`)
})

test('what rests on our judgement alone is nowhere called verified in whole', () => {
  const whole = entries.filter(
    ({ authority, verified, verifiedParts }) => authority === 'our-judgement' && verified && !verifiedParts,
  )
  expect(whole.map(({ id }) => id)).toEqual([])
})

test('dates that were recalled and not read are named in the entry', () => {
  const lisbon = entries.filter(({ inForce }) => inForce.from === '2009-12-01')
  const silent = lisbon.filter(
    ({ unverifiedParts }) => !unverifiedParts?.some((part) => part.startsWith('date in force')),
  )
  expect(silent.map(({ id }) => id)).toEqual([])
})

test('a damaged pack is refused with every finding and no path of the machine', () => {
  const { findings } = loadPack(
    readPackFiles(EU_PACK_FOLDER).filter(({ path }) => path !== 'measures/stab-summon.yaml'),
  )
  const error = new DoctrineError('the doctrine pack "eu" cannot be used', findings)
  expect(findings.length).toBeGreaterThan(1)
  expect(error.message.split('\n')).toHaveLength(findings.length + 1)
  expect(error.message).not.toContain(EU_PACK_FOLDER)
})

test('what the letters of significant effect are said to stand for is what the law weighs', () => {
  const [significant] = doctrine.tests.filter(({ factors = [] }) =>
    factors.some(({ id }) => id === 'factor-a'),
  )
  for (const letter of SIGNIFICANT_EFFECT_FACTORS) {
    const label = significant?.factors?.find(({ id }) => id === `factor-${letter}`)?.label.toLowerCase()
    const said = phraseWord('significantEffectFactorsCoded', letter).toLowerCase()
    expect(label, letter).toMatch(new RegExp(`^${said.replace(/^\(.\) /, '')}`))
  }
})
