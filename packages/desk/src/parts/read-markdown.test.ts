import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readInlines, readMarkdown } from './read-markdown.ts'

const text = (words: string) => ({ kind: 'text', text: words })

const escape = (words: string) => words.replaceAll(/[\\`*_{}[\]<>#|~&!$^]/g, String.raw`\$&`)

describe('the preview of a document', () => {
  it('reads headings, paragraphs, lists, tables and notes', () => {
    const document = [
      '**LIMITE · TLP:GREEN**',
      '# Draft declaration',
      'One[^1] **two**.',
      '- a\n  - b',
      '*Particulars*\n\n| Field | Given |\n| --- | --- |\n| From | *not given yet* |',
      '[^1]: Council, <https://example.org/x>',
    ].join('\n\n')
    expect(readMarkdown(document)).toEqual([
      { kind: 'paragraph', content: [{ kind: 'strong', text: 'LIMITE · TLP:GREEN' }] },
      { kind: 'heading', level: 1, content: [text('Draft declaration')] },
      {
        kind: 'paragraph',
        content: [
          text('One'),
          { kind: 'note', text: '1' },
          text(' '),
          { kind: 'strong', text: 'two' },
          text('.'),
        ],
      },
      {
        kind: 'list',
        items: [
          { level: 0, content: [text('a')] },
          { level: 1, content: [text('b')] },
        ],
      },
      { kind: 'paragraph', content: [{ kind: 'emphasis', text: 'Particulars' }] },
      {
        kind: 'table',
        head: [[text('Field')], [text('Given')]],
        rows: [[[text('From')], [{ kind: 'emphasis', text: 'not given yet' }]]],
      },
      {
        kind: 'note',
        number: '1',
        content: [
          text('Council, '),
          { kind: 'link', text: 'https://example.org/x', address: 'https://example.org/x' },
        ],
      },
    ])
  })

  it('takes the backslash off what was escaped, and reads no mark in it', () => {
    expect(readInlines(String.raw`\*not\* a \[link\]\(x\) \| \<b\>`)).toEqual([
      text('*not* a [link](x) | <b>'),
    ])
  })

  it('makes no link of anything but a web address', () => {
    expect(readInlines('[press](<javascript:alert(1)>)')).toEqual([text('press')])
  })

  it('loses no word, whatever was written', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const read = readInlines(escape(words))
        expect(read.map((inline) => inline.text).join('')).toBe(words)
      }),
    )
  })
})
