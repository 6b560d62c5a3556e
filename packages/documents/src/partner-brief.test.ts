import { readFileSync, writeFileSync } from 'node:fs'
import type { Marking } from '@demarche/core'
import { loadDoctrine, readAllKindTexts, readRecordKinds } from '@demarche/doctrine'
import { expect, test } from 'vitest'
import { briefOf, LATE, RECORDS, ROUND } from '../test/a-partner.ts'
import { partnerBrief } from './partner-brief.ts'
import { renderMarkdown } from './render-markdown.ts'

test('the brief on an invented partner reads as it should (golden page)', () => {
  const golden = new URL('../test/golden/partner-brief.md', import.meta.url)
  const markdown = renderMarkdown(partnerBrief(briefOf(RECORDS)))
  if (process.env['DEMARCHE_GOLDEN'] === 'write') writeFileSync(golden, markdown)
  expect(markdown).toBe(readFileSync(golden, 'utf8'))
})

test('it drafts a point for what is late and for what got no reply, and none for what is kept (PFO-20, PFO-24)', () => {
  const { sections } = partnerBrief(briefOf(RECORDS))
  const points = JSON.stringify(sections.find(({ id }) => id === 'points'))
  expect(points).toContain('Ask when this will be kept: Publish a strategy')
  expect(points).toContain('no reply is on record')
  expect(points).not.toContain('Meet again')
})

test('of whom nothing is on record it says so in every part, and never that there is none', () => {
  const { sections } = partnerBrief(briefOf([]))
  for (const { blocks, title } of sections) expect(JSON.stringify(blocks), title).toMatch(/found|on record/i)
})

test('it carries the highest marking of what it contains', () => {
  const secret: Marking = { distribution: 'LIMITE', tlp: 'TLP:AMBER' }
  expect(partnerBrief(briefOf([ROUND, { ...LATE, marking: secret }])).marking).toEqual(secret)
})

test('in another language it names what is missing or unread in that language', () => {
  const kinds = readRecordKinds(loadDoctrine(), readAllKindTexts().get('fr'))
  const french = renderMarkdown(partnerBrief({ ...briefOf(RECORDS), kinds, language: 'fr' }))
  expect(french).toContain('Thèmes (manque)')
  expect(french).not.toContain('Themes (')
})
