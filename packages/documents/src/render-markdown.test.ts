import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { parsers } from 'prettier/plugins/markdown'
import { aDossier } from '@demarche/testkit/a-dossier.ts'
import { hostileText } from '../test/hostile-text.ts'
import { SMALL_DOCTRINE } from '../test/small-doctrine.ts'
import { optionsPaper } from './options-paper.ts'
import { plainText } from './plain-text.ts'
import { escapeMarkdown, renderMarkdown } from './render-markdown.ts'

interface Node {
  readonly type: string
  readonly value?: string
  readonly children?: readonly Node[]
}

/** A second reader: the Markdown parser of another project. */
function read(markdown: string): Node {
  return Reflect.apply(parsers.markdown.parse, undefined, [markdown, { originalText: markdown }])
}

function texts({ type, value, children }: Node): string {
  return type === 'text' ? (value ?? '') : (children ?? []).map(texts).join('')
}

test('text that looks like markup is read back as text', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const cleaned = plainText(text).trim()
      fc.pre(cleaned !== '')
      const tree = read(`${escapeMarkdown(cleaned)}\n`)
      expect(tree.children?.map(({ type }) => type)).toEqual(['paragraph'])
      expect(new Set(tree.children?.[0]?.children?.map(({ type }) => type))).toEqual(new Set(['text']))
      expect(texts(tree)).toBe(cleaned)
    }),
    { numRuns: 300 },
  )
})

/** The kinds of block, in order, of the paper on a case of that name. */
function shape(name: string): readonly string[] {
  const paper = optionsPaper(aDossier({ name }), SMALL_DOCTRINE, { producedOn: '2026-06-02' })
  return (read(renderMarkdown(paper)).children ?? []).map(({ type }) => type)
}

test('a name full of markup does not change the shape of the paper', () => {
  expect(shape('# *a* | [b](javascript:c) <script> `d` $e$ ![f](g)')).toEqual(shape('Harbour Lights'))
})

test('the marking opens and closes the page', () => {
  const lines = renderMarkdown(optionsPaper(aDossier(), SMALL_DOCTRINE, { producedOn: '2026-06-02' }))
    .trim()
    .split('\n')
  expect([lines[0], lines.at(-1)]).toEqual(['**LIMITE · TLP:AMBER**', '**LIMITE · TLP:AMBER**'])
})
