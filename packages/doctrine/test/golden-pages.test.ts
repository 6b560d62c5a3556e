import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkPack } from '../src/check-pack.ts'
import { loadPack } from '../src/load-pack.ts'
import { sayFinding } from '../src/pack-file.ts'
import { goldenPages } from './golden-pages.ts'

const [smallest] = goldenPages('good')
const base = smallest?.files([]) ?? []
const bad = goldenPages('bad')
const rules = readFileSync(new URL('../../../docs/rules/doctrine.md', import.meta.url), 'utf8')

test('the smallest pack is sound and loads', () => {
  const { doctrine, findings } = loadPack(base)
  expect(findings.map(sayFinding)).toEqual([])
  expect(doctrine?.version).toBe('small 2026-01-01')
  expect(doctrine?.tests.map(({ id }) => id)).toEqual(['listing', 'weighing'])
})

test.for(bad)('$name: $title', (page) => {
  const { doctrine, findings } = loadPack(page.files(base))
  const said = findings.map(sayFinding)
  if (process.env['DEMARCHE_GOLDEN'] === 'write') page.rewrite(said)
  else expect(said).toEqual(page.findings)
  expect(said.length).toBeGreaterThan(0)
  expect(doctrine).toBeNull()
  const [, number] = /^doc-(\d\d)/.exec(page.name) ?? []
  expect(findings.map(({ rule }) => rule)).toContain(`DOC-${number}`)
})

test('every rule of a pack has a page that breaks it and a line in the rules that says why', () => {
  const listed = [...rules.matchAll(/^\| (DOC-\d\d) \|/gm)].map(([, rule]) => rule)
  const broken = new Set(bad.map(({ name }) => name.slice(0, 6).toUpperCase()))
  // these are about expert tests and the portfolio, which have tests of their own
  const elsewhere = new Set(['DOC-29', 'DOC-60', 'DOC-61'])
  expect([...broken].toSorted()).toEqual(listed.filter((rule) => !elsewhere.has(rule ?? '')).toSorted())
})

test('all faults of a pack are told at once, in the order of files and lines', () => {
  const pages = ['doc-03-missing-key', 'doc-11-verified', 'doc-26-levels']
  const files = pages.reduce(
    (sofar, name) => bad.find((page) => page.name === name)?.files(sofar) ?? [],
    base,
  )
  const { findings } = checkPack(files)
  expect(findings.map(({ rule }) => rule)).toEqual(['DOC-03', 'DOC-11', 'DOC-26'])
  const places = findings.map(({ file, line }) => `${file}:${String(line).padStart(4, '0')}`)
  expect(places).toEqual(places.toSorted())
})
