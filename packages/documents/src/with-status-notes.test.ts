import { expect, test } from 'vitest'
import type { Block, DocumentTree } from './document-tree.ts'
import { withStatusNotes } from './with-status-notes.ts'
import { wordingIn } from './language/wording.ts'

const paragraph = (text: string): Block => ({ kind: 'paragraph', content: [{ kind: 'text', text }] })
const paper = (text: string): DocumentTree => ({
  title: 'A paper',
  subtitle: '',
  language: 'en',
  marking: { distribution: 'LIMITE', tlp: 'TLP:GREEN' },
  knownOn: '2026-11-23',
  producedOn: '2026-11-23',
  doctrineVersion: 'eu',
  sections: [
    { id: 'a', number: 'I', title: 'First', blocks: [paragraph(text)] },
    { id: 'b', number: 'II', title: 'Last', blocks: [] },
  ],
  annexes: [],
  notes: [],
})
const KOSOVO =
  'Kosovo*: This designation is without prejudice to positions on status, and is in line with UNSCR 1244/1999 and the ICJ Opinion on the Kosovo declaration of independence.'

test('PLC-05: a place with a note is named with its sign', () => {
  const { country, countries } = wordingIn('en')
  expect(country('XK')).toBe('Kosovo*')
  expect(countries(['XK', 'RS', 'DE'])).toBe('Germany (DE), Kosovo*, Serbia')
})

test.for(['Help for Kosovo*.', 'Help for Kosovo, in the words of a person.'])(
  'PLC-05: a paper that says %j ends with the note',
  (text) => {
    const { sections } = withStatusNotes(paper(text))
    expect(sections.map(({ blocks }) => blocks)).toEqual([[paragraph(text)], [paragraph(KOSOVO)]])
  },
)

test.for(['Help for Serbia.', 'Help for Kosovoland.'])('a paper that says %j has no note', (text) => {
  const tree = paper(text)
  expect(withStatusNotes(tree)).toBe(tree)
})
