import { readFileSync, writeFileSync } from 'node:fs'
import type { Marking } from '@demarche/core'
import { expect, test } from 'vitest'
import { ANSWERS, ASKED, QUESTION, synthesisOf } from '../test/a-consultation.ts'
import { consultationSynthesis } from './consultation-synthesis.ts'
import { DOCUMENT_FORMATS, renderDocument } from './render-document.ts'
import { renderMarkdown } from './render-markdown.ts'

test('the synthesis of an invented consultation reads as it should (golden page)', () => {
  const golden = new URL('../test/golden/consultation-synthesis.md', import.meta.url)
  const markdown = renderMarkdown(consultationSynthesis(synthesisOf(ASKED)))
  if (process.env['DEMARCHE_GOLDEN'] === 'write') writeFileSync(golden, markdown)
  expect(markdown).toBe(readFileSync(golden, 'utf8'))
})

test('STK-11 it names an author who agreed to it, and nobody else', () => {
  const markdown = renderMarkdown(consultationSynthesis(synthesisOf(ASKED)))
  expect(markdown).toContain('Alliance of Clinics')
  expect(markdown).not.toMatch(/Quiet Institute|Hidden Society/)
  for (const reference of ['b7-named', 'a1-unnamed', 'c3-withheld', 'zz-hidden'])
    expect(markdown).toContain(`| ${reference} |`)
})

test('STK-11 it says what it may not rest on any more', () => {
  const withdrawn = { ...ANSWERS, 'submission:a1-unnamed': { name: 'An answer', consultation: QUESTION } }
  const markdown = renderMarkdown(consultationSynthesis(synthesisOf(ASKED, withdrawn)))
  expect(markdown).toContain('Cited, and not accepted any more: 2.')
})

test('of a consultation of which nothing was made it says so in every part', () => {
  const { sections } = consultationSynthesis(synthesisOf({ name: 'What next?' }, {}))
  for (const { blocks, title } of sections) expect(JSON.stringify(blocks), title).toContain('"isGap":true')
})

test('STK-11 it is set in every form, under the highest marking of what it contains', async () => {
  const secret: Marking = { distribution: 'LIMITE', tlp: 'TLP:AMBER' }
  const tree = consultationSynthesis(synthesisOf(ASKED, ANSWERS, secret))
  expect(tree.marking).toEqual(secret)
  for (const format of DOCUMENT_FORMATS)
    expect((await renderDocument(tree, format)).byteLength, format).toBeGreaterThan(1000)
})
