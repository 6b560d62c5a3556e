import fc from 'fast-check'
import { expect, test } from 'vitest'
import { goldenPages } from '../test/golden-pages.ts'
import { loadPack } from './load-pack.ts'

const files = goldenPages('good')[0]?.files([]) ?? []
const RUNS = { numRuns: 40 }
const aFile = fc.constantFrom(...files)

/** Loads the smallest pack with one text exchanged; every finding must point into a file of it. */
function loadWith(path: string, text: string) {
  const changed = files.map((file) => (file.path === path ? { path, text } : file))
  const { doctrine, findings } = loadPack(changed)
  for (const { file, line } of findings) {
    const lines = changed.find((one) => one.path === file)?.text.split('\n').length ?? 1
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line).toBeLessThanOrEqual(lines)
  }
  expect(doctrine === null).toBe(findings.length > 0)
  return findings
}

test('a pack with any line lost is loaded or refused with a line, and never breaks the check', () => {
  fc.assert(
    fc.property(aFile, fc.nat(), ({ path, text }, at) => {
      const lines = text.split('\n')
      loadWith(path, lines.toSpliced(at % lines.length, 1).join('\n'))
    }),
    RUNS,
  )
})

test('a file with any text in it is loaded or refused, and never breaks the check', () => {
  fc.assert(
    fc.property(aFile, fc.string(), ({ path }, text) => void loadWith(path, text)),
    RUNS,
  )
  fc.assert(
    fc.property(aFile, fc.json(), ({ path }, text) => void loadWith(path, text)),
    RUNS,
  )
})

test('a text nested without end is refused', () => {
  for (const depth of [100, 20_000]) {
    const text = `considerWhen: ${'{ not: '.repeat(depth)}{ always: true }${' }'.repeat(depth)}`
    expect(loadWith('norms/a.yaml', text).map(({ rule }) => rule)).toContain('DOC-01')
  }
})

test('a text whose aliases would blow up is refused', () => {
  const levels = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  const text = levels
    .map(
      (name, index) =>
        `${name}: &${name} [${Array.from({ length: 9 }, () => (index === 0 ? 'x' : `*${levels[index - 1]}`)).join(', ')}]`,
    )
    .join('\n')
  expect(loadWith('norms/a.yaml', text).map(({ rule }) => rule)).toEqual(['DOC-01'])
})

test('the order of the files makes no difference', () => {
  expect(loadPack(files.toReversed())).toEqual(loadPack(files))
})
