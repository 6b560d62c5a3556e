import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextAmendment, partsOf, splitText } from './split-text.ts'

const OLD = [
  { id: 'p1', text: 'The Union condemns the attack.' },
  { id: 'p2', text: 'It calls on all States.' },
  { id: 's7', text: 'It stands ready to act.' },
]

describe('a pasted text', () => {
  it('parts at blank lines, and at every line where there are none', () => {
    expect(partsOf('One\ngoes on.\n\n \nTwo.\n')).toEqual(['One\ngoes on.', 'Two.'])
    expect(partsOf('One.\nTwo.\n\n')).toEqual(['One.', 'Two.'])
    expect(partsOf(' \n ')).toEqual([])
  })

  it('numbers the paragraphs of a first text', () => {
    expect(splitText('One.\n\nTwo.', [])).toEqual([
      { id: 'p1', text: 'One.' },
      { id: 'p2', text: 'Two.' },
    ])
  })

  it('keeps the ids of words that stay, wherever they stand now', () => {
    const ids = splitText('It stands ready to act.\n\nThe Union condemns the attack.', OLD).map(
      ({ id }) => id,
    )
    expect(ids).toEqual(['s7', 'p1'])
  })

  it('goes on with the paragraph whose place a changed one takes', () => {
    expect(
      splitText('The Union condemns the attack.\n\nIt invites all States.\n\nIt stands ready to act.', OLD),
    ).toEqual([OLD[0], { id: 'p2', text: 'It invites all States.' }, OLD[2]])
  })

  it('gives what was added an id that no paragraph has had', () => {
    const text = OLD.map((one) => one.text).join('\n\n') + '\n\nIt will review this.'
    expect(splitText(text, OLD).at(-1)).toEqual({ id: 'p3', text: 'It will review this.' })
  })

  it('never gives one id twice and never changes a word', () => {
    const word = fc.constantFrom('One.', 'Two.', 'Three.', ...OLD.map(({ text }) => text))
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 8 }), (parts) => {
        const split = splitText(parts.join('\n\n'), OLD)
        expect(split.map(({ text }) => text)).toEqual(parts)
        expect(new Set(split.map(({ id }) => id)).size).toBe(parts.length)
      }),
    )
  })
})

describe('the id of an amendment', () => {
  it('counts on from what the party has proposed', () => {
    expect(nextAmendment('HU', [])).toBe('HU-1')
    expect(nextAmendment('HU', [{ amendment: 'HU-1' }, { amendment: 'EE-2' }, { amendment: 'HU-3' }])).toBe(
      'HU-2',
    )
  })
})
