import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutClauses } from './cut-clauses.ts'

const texts = (draft: string) =>
  cutClauses(draft).clauses.map(({ number, text }) => (number === undefined ? text : `${number} | ${text}`))

describe('a draft is cut into clauses (NRM-20)', () => {
  it('at the items of lists, whose marks are numbers of clauses', () => {
    expect(
      texts(
        '1. States shall not attack satellites.\n(b) Teams shall be named in public.\n- No State shall harm hospitals.\n2.1) Reports are due every year.',
      ),
    ).toEqual([
      '1 | States shall not attack satellites.',
      'b | Teams shall be named in public.',
      'No State shall harm hospitals.',
      '2.1 | Reports are due every year.',
    ])
  })

  it('at sentences, and joins lines that go on', () => {
    expect(
      texts(
        '3. States shall not attack\nsatellites. They shall not\r\nblind them either.\n\nTeams shall be named.',
      ),
    ).toEqual([
      '3 | States shall not attack satellites.',
      'They shall not blind them either.',
      'Teams shall be named.',
    ])
  })

  it('leaves out what is too short to say anything, and counts it', () => {
    expect(cutClauses('# Draft principles\n\nPreamble\n\nStates shall not attack satellites.')).toEqual({
      clauses: [{ text: 'States shall not attack satellites.' }],
      tooShort: 2,
      beyond: 0,
    })
    expect(cutClauses(' \n\n')).toEqual({ clauses: [], tooShort: 0, beyond: 0 })
  })

  it('compares so many at once, and says how many are left', () => {
    const { clauses, beyond } = cutClauses('States shall not attack satellites.\n\n'.repeat(410))
    expect([clauses.length, beyond]).toEqual([400, 10])
  })

  it('loses no word of a plain text', () => {
    const word = fc.stringMatching(/^[a-z]{2,8}$/)
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 4, maxLength: 9 }), { maxLength: 8 }),
        (paragraphs) => {
          const draft = paragraphs.map((words) => words.join(' ')).join('\n\n')
          expect(cutClauses(draft).clauses.flatMap(({ text }) => text.split(' '))).toEqual(paragraphs.flat())
        },
      ),
    )
  })
})
