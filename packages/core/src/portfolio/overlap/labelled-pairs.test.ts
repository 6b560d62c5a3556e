/** The back-test of overlaps: what it hides, what it refuses, and how it does on the pairs beside the checkout. Rules OVL-13 to OVL-15. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sharedData } from '@demarche/testkit'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { backtestOverlaps } from './backtest-overlaps.ts'
import { readLabelledFile } from './labelled-pairs.ts'

const project = (id: string, more: object = {}) => ({
  id,
  name: `Project ${id}`,
  objective: 'Train prosecutors and judges',
  donors: ['EU'],
  implementers: [`Institute ${id}`],
  partner_countries: ['GH'],
  period: { start: '2019-01-01', end: '2022-12-31' },
  themes: ['criminal-justice'],
  ...more,
})
const file = (
  pairs: readonly object[],
  projects = [
    project('x'),
    project('y'),
    project('z', { objective: 'Set up the CSIRT', themes: ['incident-response'] }),
  ],
) => ({
  projects,
  labelled_pairs: { pairs },
})

describe('readLabelledFile', () => {
  it('leaves out by name what it cannot read, and reads the rest (OVL-13)', () => {
    const read = readLabelledFile(
      file(
        [
          { a: 'x', b: 'y', label: 'overlap' },
          { a: 'x', b: 'nobody', label: 'overlap' },
          { a: 'x', b: 'z', label: 'perhaps' },
          { a: 'x', b: 'x', label: 'overlap' },
        ],
        [
          project('x'),
          project('y', { period: { start: 2019, end: null } }),
          project('z', { period: { start: '2019-02-30', end: null } }),
        ],
      ),
    )
    expect(read.pairs).toHaveLength(1)
    expect(read.projects.find(({ id }) => id === 'y')).toMatchObject({ start: '2019', end: null })
    expect(read.leftOut.map((line) => line.split(':')[0])).toEqual([
      '/projects/2/period/start',
      '/labelled_pairs/pairs/1',
      '/labelled_pairs/pairs/2/label',
      '/labelled_pairs/pairs/3',
    ])
    for (const line of read.leftOut) expect(line).toContain('(OVL-13)')
  })

  it('refuses a file without pairs, without projects, or with none that can be scored (OVL-13)', () => {
    expect(() => readLabelledFile(null)).toThrow('/labelled_pairs/pairs: expected a list')
    expect(() => readLabelledFile({ labelled_pairs: { pairs: [] } })).toThrow('/projects: expected a list')
    expect(() => readLabelledFile(file([{ a: 'x', b: 'nobody', label: 'overlap' }]))).toThrow(
      'names no project of the file: nobody',
    )
  })

  it('takes projects from elsewhere for pairs that come alone', () => {
    const { projects } = file([])
    expect(
      readLabelledFile({ pairs: [{ a: 'x', b: 'y', label: 'overlap' }] }, { projects }).pairs,
    ).toHaveLength(1)
  })
})

describe('backtestOverlaps', () => {
  it('does not look at the themes on record (OVL-14)', () => {
    const pairs = [
      { a: 'x', b: 'y', label: 'overlap' },
      { a: 'x', b: 'z', label: 'no-overlap', differs_in: 'theme' },
    ]
    const swapped = file(pairs)
    const lied = {
      ...swapped,
      projects: swapped.projects.map((each) => ({ ...each, themes: [`only-${each.id}`] })),
    }
    expect(backtestOverlaps(readLabelledFile(lied))).toEqual(backtestOverlaps(readLabelledFile(swapped)))
    expect(backtestOverlaps(readLabelledFile(swapped)).themesHidden.f1).toBe(1)
  })

  it('does not look at countries and dates when they are hidden too (OVL-14)', () => {
    const pairs = [{ a: 'x', b: 'y', label: 'overlap' }]
    const moved = file(pairs, [
      project('x', { partner_countries: ['FJ'], period: { start: '1999-01-01', end: '1999-02-01' } }),
      project('y'),
    ])
    const { themesHidden, textOnly } = backtestOverlaps(readLabelledFile(moved))
    expect(themesHidden.f1).toBe(0)
    expect(textOnly.f1).toBe(1)
  })

  it('does as well as asked on invented pairs of many regions and languages', () => {
    const invented = fileURLToPath(
      new URL('../../../../../examples/invented-overlaps-of-regions.yaml', import.meta.url),
    )
    const read = readLabelledFile(parse(readFileSync(invented, 'utf8')))
    expect(read.leftOut).toEqual([])
    const result = backtestOverlaps(read)
    expect(result.pairs).toBeGreaterThan(100)
    expect(result.themesHidden.f1).toBeGreaterThanOrEqual(0.85)
    expect(result.textOnly.f1).toBeGreaterThanOrEqual(0.7)
  })

  const path = sharedData('domain/capacity.yaml')
  it.skipIf(path === null)(
    `does as well as asked on the labelled pairs (${path === null ? 'skipped: they are not beside this checkout' : 'beside this checkout'})`,
    () => {
      const result = backtestOverlaps(readLabelledFile(parse(readFileSync(path ?? '', 'utf8'))))
      expect(result.pairs).toBeGreaterThan(30)
      expect(result.themesHidden.f1).toBeGreaterThanOrEqual(0.85)
      expect(result.textOnly.f1).toBeGreaterThanOrEqual(0.7)
    },
  )
})
