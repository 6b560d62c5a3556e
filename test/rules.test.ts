/**
 * The numbered rules and the code keep up with each other: a number means one rule, each rule is found again in the code
 * or in a test, and nothing cites a rule that is not there (docs/rules/README.md).
 */
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
const read = (path: string): string => readFileSync(root + path, 'utf8')
const NUMBER = /\b[A-Z]{2,6}(?:-[A-Z]+)?-\d{2}\b/g
/** `REC-01 to REC-03`, `INT-10–12`: the rules between are meant as well */
const SPAN = /\b([A-Z]{2,6}(?:-[A-Z]+)?)-(\d{2}) (?:to|–) (?:\1-)?(\d{2})\b/g

const pages = globSync('docs/rules/*.md', { cwd: root }).map((path) => ({ path, text: read(path) }))
/** Each number as often as a line of a page sets it down: the first cell of a row. */
const set = pages.flatMap(({ path, text }) =>
  [...text.matchAll(/^\| *([A-Z]{2,6}(?:-[A-Z]+)?-\d{2}) *\|/gm)].map(([, rule = '']) => ({ rule, path })),
)
const rules = new Set(set.map(({ rule }) => rule))
const families = new Set([...rules].map((rule) => rule.slice(0, -3)))

const citing = [
  'packages/*/src/**/*.{ts,tsx,css}',
  'packages/*/test/**/*.ts',
  'packages/doctrine/{packs,tests}/**/*.yaml',
  'drills/*.ts',
  'test/**/*.ts',
].flatMap((pattern) => globSync(pattern, { cwd: root }))
const citations = new Map<string, Set<string>>()
for (const path of [...citing, ...globSync('{*.md,docs/{actions,decisions}/*.md}', { cwd: root })]) {
  const text = read(path)
  const spans = [...text.matchAll(SPAN)].flatMap(([, family, from, to]) =>
    Array.from(
      { length: Number(to) - Number(from) + 1 },
      (_, index) => `${family}-${String(Number(from) + index).padStart(2, '0')}`,
    ),
  )
  for (const rule of [...(text.match(NUMBER) ?? []), ...spans])
    citations.set(rule, (citations.get(rule) ?? new Set()).add(path))
}
const citedIn = (rule: string, kind: (path: string) => boolean): boolean =>
  [...(citations.get(rule) ?? [])].some(kind)
const isCode = (path: string): boolean => path.startsWith('packages/') || path.startsWith('drills/')

describe('the numbered rules', () => {
  it('are found on their pages, each family on one', () => {
    expect(rules.size).toBeGreaterThan(300)
    for (const family of families) {
      const places = new Set(set.filter(({ rule }) => rule.slice(0, -3) === family).map(({ path }) => path))
      expect([...places], family).toHaveLength(1)
    }
  })

  it('bear a number each', () => {
    const seen = set.map(({ rule }) => rule)
    expect(seen.filter((rule, index) => seen.indexOf(rule) !== index)).toEqual([])
  })

  it('are cited by the code that keeps them, or by a test', () => {
    expect([...rules].filter((rule) => !citedIn(rule, isCode))).toEqual([])
  })

  it('are there wherever one is cited', () => {
    const wrong = [...citations].filter(([rule]) => families.has(rule.slice(0, -3)) && !rules.has(rule))
    expect(
      wrong.map(([rule, paths]) => `${rule} in ${[...paths].map((path) => basename(path)).join(', ')}`),
    ).toEqual([])
  })
})
