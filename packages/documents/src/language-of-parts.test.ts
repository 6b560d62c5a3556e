/** In a paper in another language, law as it stands on record says that it is English: docs/decisions/0034-language-of-parts.md. */
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { aDossier } from '@demarche/testkit/a-dossier.ts'
import { SMALL_DOCTRINE } from '../test/small-doctrine.ts'
import { optionsPaper } from './options-paper.ts'
import { renderDocx } from './render-docx.ts'
import { renderOdt } from './render-odt.ts'
import { renderPdf } from './render-pdf.ts'

const paperIn = (language: 'en' | 'fr') =>
  optionsPaper(aDossier(), SMALL_DOCTRINE, { producedOn: '2026-06-02', language })
const partOf = (file: Uint8Array, path: string): string =>
  strFromU8(unzipSync(file)[path] ?? new Uint8Array())
const french = paperIn('fr')
const english = paperIn('en')

/** In what the French notes of that kind begin; undefined for French. */
function languagesOf(kind: 'law' | 'statement') {
  return new Set(
    french.notes
      .filter((note) => note.kind === kind)
      .map(({ content: [first] }) => first && first.kind !== 'notes' && first.language),
  )
}

/** The languages that a PDF says it is in, as a whole and in parts. */
function languagesOfPdf(tree: typeof french) {
  return new Set(
    Buffer.from(renderPdf(tree))
      .toString('latin1')
      .match(/\/Lang ?\((\w+)\)/g),
  )
}

describe('a French paper', () => {
  it('has its footnotes on law in English, and those on statements in French', () => {
    expect(languagesOf('law')).toEqual(new Set(['en']))
    expect(languagesOf('statement')).toEqual(new Set([undefined]))
  })

  it('tells Word, with French for everything else', async () => {
    const file = await renderDocx(french)
    expect(partOf(file, 'word/footnotes.xml')).toContain('<w:lang w:val="en-GB"/>')
    expect(partOf(file, 'word/styles.xml')).toContain('<w:lang w:val="fr-FR"/>')
  })

  it('tells what reads OpenDocument', () => {
    const file = renderOdt(french)
    expect(partOf(file, 'styles.xml')).toMatch(
      /style:name="In_20_en"[^>]*><style:text-properties fo:language="en" fo:country="GB"/,
    )
    expect(partOf(file, 'content.xml')).toContain('<text:span text:style-name="In_20_en">')
  })

  it('tells what reads a PDF aloud', () => {
    expect(languagesOfPdf(french).size).toBe(2)
    expect(languagesOfPdf(english).size).toBe(1)
  })
})

it('an English paper has no part in another language', async () => {
  expect(JSON.stringify(english).match(/"language"/g)).toHaveLength(1)
  expect(partOf(await renderDocx(english), 'word/footnotes.xml')).not.toContain('<w:lang')
  expect(partOf(renderOdt(english), 'content.xml')).not.toContain('text:style-name="In_')
})
