import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { compareVersions, type ParagraphChange } from './compare-versions.ts'
import type { Paragraph } from './joint-text.ts'
import { compareWords, textAfter, textBefore, wordsOf } from './compare-words.ts'

const changes = (before: string, after: string) =>
  compareWords(before, after).flatMap(({ kind, text }) =>
    kind === 'kept' ? [] : [`${kind === 'added' ? '+' : '-'}${text}`],
  )

test('TXT-10 a changed word is removed and added whole, its neighbours stay', () => {
  expect(compareWords('The Union attributes the attack.', 'The Union condemns the attack.')).toEqual([
    { kind: 'kept', text: 'The Union ' },
    { kind: 'removed', text: 'attributes' },
    { kind: 'added', text: 'condemns' },
    { kind: 'kept', text: ' the attack.' },
  ])
})

test.each([
  ['English', 'the Union’s response is likely', 'the Union’s response is certain', ['-likely', '+certain']],
  ['French', 'l’attaque a été dénoncée', 'l’attaque a été condamnée', ['-dénoncée', '+condamnée']],
  [
    'German',
    'Die Union verurteilt Böswilligkeit',
    'Die Union missbilligt Böswilligkeit',
    ['-verurteilt', '+missbilligt'],
  ],
  ['Estonian', 'Eesti mõistab hukka ründe', 'Eesti mõistab hukka küberründe', ['-ründe', '+küberründe']],
  [
    'Polish',
    'państwa członkowskie potępiają',
    'państwa członkowskie ubolewają',
    ['-potępiają', '+ubolewają'],
  ],
  [
    'Greek',
    'Η Ένωση καταδικάζει την επίθεση',
    'Η Ένωση αποδοκιμάζει την επίθεση',
    ['-καταδικάζει', '+αποδοκιμάζει'],
  ],
  ['Bulgarian', 'Съюзът осъжда нападението', 'Съюзът отхвърля нападението', ['-осъжда', '+отхвърля']],
])('TXT-10 in %s words change whole, with their diacritics and apostrophes', (_, before, after, expected) => {
  expect(changes(before, after)).toEqual(expected)
})

test('TXT-10 words with combining marks, hyphens and soft hyphens are one word', () => {
  expect(wordsOf('cyber-attack Ko\u0301sz ha\u00ADve l’Union')).toEqual([
    'cyber-attack',
    ' ',
    'Kósz',
    ' ',
    'ha\u00ADve',
    ' ',
    'l’Union',
  ])
})

test('TXT-10 the same letter typed in two ways is no change', () => {
  expect(changes('Kósz', 'Ko\u0301sz')).toEqual([])
})

test('TXT-10 a number keeps its separators; a no-break space that replaces a space is a change and glues nothing', () => {
  expect(changes('Regulation 2019/796, 40\u202F000 users', 'Regulation 2019/797, 41\u202F000 users')).toEqual(
    ['-2019/796', '+2019/797', '-40\u202F000', '+41\u202F000'],
  )
  expect(changes('EUR 5 million', 'EUR\u00A05 million')).toEqual(['- ', '+\u00A0'])
})

test('TXT-10 punctuation changes by itself', () => {
  expect(changes('attack, and its effects', 'attack and its effects')).toEqual(['-,'])
})

test('TXT-10 words replaced one after the other read as one change', () => {
  expect(changes('is carried out by', 'is likely linked by')).toEqual(['-carried out', '+likely linked'])
})

const prose = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'the',
        'Union',
        'ründe',
        'επίθεση',
        'l’Union',
        '2019/796',
        ' ',
        ' ',
        '\u00A0',
        ',',
        '.',
        '\n',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))

test('applying the runs gives the second text, taking them back gives the first', () => {
  fc.assert(
    fc.property(prose, prose, (before, after) => {
      const runs = compareWords(before, after)
      expect(textBefore(runs)).toBe(before.normalize('NFC'))
      expect(textAfter(runs)).toBe(after.normalize('NFC'))
    }),
  )
})

test('a text against itself has one run; runs of one kind never stand side by side', () => {
  fc.assert(
    fc.property(prose, prose, (before, after) => {
      expect(compareWords(before, before)).toEqual(
        before === '' ? [] : [{ kind: 'kept', text: before.normalize('NFC') }],
      )
      const kinds = compareWords(before, after).map(({ kind }) => kind)
      kinds.forEach((kind, index) => expect(kind).not.toBe(kinds[index + 1]))
    }),
  )
})

test('two long texts with nothing in common are one removal and one addition', () => {
  const [before, after] = ['alpha ', 'beta, '].map((word) => word.repeat(3300).trim())
  expect(compareWords(before ?? '', after ?? '').map(({ kind }) => kind)).toEqual(['removed', 'added'])
})

const version = (...ids: readonly string[]) => ({
  paragraphs: ids.map((id) => ({ id, text: `Text ${id}.` })),
})

test('TXT-11 paragraphs are added, removed in their place, and moved by id', () => {
  const rows = compareVersions(version('a', 'b', 'c', 'd'), version('a', 'd', 'c', 'x'))
  expect(rows.map(({ id, change, moved }) => [id, change, moved])).toEqual([
    ['a', 'same', false],
    ['b', 'removed', false],
    ['d', 'same', expect.any(Boolean)],
    ['c', 'same', expect.any(Boolean)],
    ['x', 'added', false],
  ])
  expect(rows.filter(({ moved }) => moved)).toHaveLength(1)
})

const text = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) => fc.record({ id: fc.constant(id), text: prose.map((t) => t.normalize('NFC')) })),
    ),
  )
  .map((paragraphs) => ({ paragraphs }))

test('a comparison holds both versions: paragraphs, order and words', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const rows = compareVersions(a, b)
      expect(paragraphsBefore(rows)).toEqual(a.paragraphs)
      expect(paragraphsAfter(rows)).toEqual(b.paragraphs)
    }),
  )
})

test('paragraphs in the same order have not moved, whatever stands between them', () => {
  fc.assert(
    fc.property(text, (a) => {
      const b = { paragraphs: [{ id: 'new', text: 'New.' }, ...a.paragraphs.slice(1)] }
      expect(compareVersions(a, b).some(({ moved }) => moved)).toBe(false)
    }),
  )
})

/** The second version, rebuilt from the comparison. */
function paragraphsAfter(rows: readonly ParagraphChange[]): readonly Paragraph[] {
  return inPlace(rows, ({ to }) => to).map(({ id, runs }) => ({ id, text: textAfter(runs) }))
}

/** The first version, rebuilt from the comparison. */
function paragraphsBefore(rows: readonly ParagraphChange[]): readonly Paragraph[] {
  return inPlace(rows, ({ from }) => from).map(({ id, runs }) => ({ id, text: textBefore(runs) }))
}

function inPlace(
  rows: readonly ParagraphChange[],
  placeOf: (change: ParagraphChange) => number | undefined,
): readonly ParagraphChange[] {
  return rows
    .flatMap((change) => {
      const place = placeOf(change)
      return place === undefined ? [] : [{ change, place }]
    })
    .toSorted((one, other) => one.place - other.place)
    .map(({ change }) => change)
}
