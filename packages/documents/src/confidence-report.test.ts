import { readFileSync, writeFileSync } from 'node:fs'
import type { Marking } from '@demarche/core'
import { expect, test } from 'vitest'
import { MEASURES, reportOf, REPORTED, SET, STRATEGY } from '../test/a-confidence-report.ts'
import { confidenceReportTable } from './confidence-form.ts'
import { confidenceReportPaper } from './confidence-report.ts'
import { renderMarkdown } from './render-markdown.ts'

test('a report on an invented State reads as it should (golden page)', () => {
  const golden = new URL('../test/golden/confidence-report.md', import.meta.url)
  const markdown = renderMarkdown(confidenceReportPaper(reportOf(REPORTED)))
  if (process.env['DEMARCHE_GOLDEN'] === 'write') writeFileSync(golden, markdown)
  expect(markdown).toBe(readFileSync(golden, 'utf8'))
})

test('it says of nothing that it was not done, only that none is on record (PFO-62)', () => {
  const paper = reportOf([SET, ...MEASURES])
  const { sections } = confidenceReportPaper(paper)
  expect(JSON.stringify(sections)).toContain('Under 4 of 4 measures nothing is on record')
  expect(JSON.stringify(sections)).not.toMatch(/"text":"(none|no)"|was not done|not implemented/i)
  expect(
    confidenceReportTable(paper)
      .slice(1)
      .map((row) => row[2]),
  ).toEqual(Array.from({ length: 4 }, () => 'none on record'))
})

test('the table has the fields of the form and no others, in its order (PFO-66)', () => {
  const [labels, ...rows] = confidenceReportTable(reportOf(REPORTED))
  expect(labels).toEqual([
    'Measure',
    'State',
    'Act',
    'Date of the act',
    'Evidence',
    'Reported',
    'Standing',
    'Missing',
    'Marking',
  ])
  expect(rows.map((row) => row.length)).toEqual(rows.map(() => 9))
  expect(rows[0]).toContain('April 2026, CICTE/doc.7')
})

test('it carries the highest marking of what it contains (PFO-66)', () => {
  const secret: Marking = { distribution: 'LIMITE', tlp: 'TLP:AMBER' }
  const paper = reportOf([SET, ...MEASURES, { ...STRATEGY, marking: secret }])
  expect(confidenceReportPaper(paper).marking).toEqual(secret)
  expect(JSON.stringify(confidenceReportTable(paper))).toContain('LIMITE · TLP:AMBER')
})
