/**
 * How well clauses are compared with the norms and principles that come with the desk, on clauses written for it.
 *
 * The figures are floors: what was seen, not what is promised (docs/rules/portfolio.md, NRM-24).
 */
import { type ComparedText, compareClauses, type ClauseSuggestion } from '@demarche/core'
import { describe, expect, it } from 'vitest'
import {
  DENIED,
  KEPT,
  KEPT_STANCES,
  type LabelledClause,
  PERMITTED,
  TRIED,
} from '../../test/labelled-clauses.ts'
import { loadDoctrine, readRecordKinds, readShippedRecords } from '../read-pack.ts'

const doctrine = loadDoctrine()
const norms = doctrine.norms.map(
  ({ id, letter, label, items }): ComparedText & { readonly letter: string } => ({
    id,
    letter,
    wording: label,
    more: items.map(({ text }) => text),
  }),
)
const shipped = readShippedRecords(readRecordKinds(doctrine)).filter(({ kind }) => kind === 'principle')
const principles = shipped.map(({ entity, passages }): ComparedText => {
  const name = passages.flatMap(({ assertions }) => assertions).find(({ property }) => property === 'name')
  return { id: entity, wording: String(name?.value) }
})
const all = [...norms, ...principles]

const compare = (text: string, texts: readonly ComparedText[] = all): readonly ClauseSuggestion[] =>
  compareClauses([{ text }], texts)[0]?.suggestions ?? []
const ofNorms = (suggestions: readonly ClauseSuggestion[]) =>
  suggestions.flatMap(({ of, relation }) =>
    of.letter === undefined ? [] : [{ letter: of.letter, relation }],
  )

function figures(clauses: readonly LabelledClause[]) {
  const judged = clauses.map(({ text, expected, alsoRight = {} }) => {
    const given = ofNorms(compare(text))
    return {
      given: given.length,
      right: given.filter(({ letter, relation }) => [expected[letter], alsoRight[letter]].includes(relation))
        .length,
      wanted: Object.keys(expected).length,
    }
  })
  const sum = (part: 'given' | 'right' | 'wanted') => judged.reduce((total, one) => total + one[part], 0)
  return {
    given: sum('given'),
    right: sum('right'),
    wanted: sum('wanted'),
    raised: judged.filter(({ given, wanted }) => given > 0 && wanted === 0).length,
  }
}

describe('clauses beside the norms', () => {
  it('are read as meant where the wording was known when the phrases were written', () => {
    expect(figures(TRIED)).toEqual({ given: 43, right: 43, wanted: 44, raised: 0 })
  })

  it('are read as meant in 13 of 17 suggestions otherwise, and about half is found (NRM-24)', () => {
    expect(figures(KEPT)).toEqual({ given: 17, right: 13, wanted: 25, raised: 0 })
  })

  it.each([
    ['what denies duty or responsibility', DENIED, 16],
    ['what permits harm', PERMITTED, 17],
    ['either, worded otherwise', KEPT_STANCES, 13],
  ])('NRM-22 tell %s from what does not', (_, clauses, right) => {
    const { length } = clauses
    expect(figures(clauses)).toEqual({ given: length, right, wanted: length, raised: 0 })
  })

  it.each([
    ['restated', 'Security flaws shall be disclosed responsibly, and fixes shared.', 'j', 'repeats'],
    [
      'wider',
      'Private groups shall not damage critical infrastructure; nor shall satellites.',
      'f',
      'extends',
    ],
    ['against it', 'States may use response teams for offensive operations.', 'k', 'contradicts'],
  ])('%s: with the reason in words', (_, text, letter, relation) => {
    const [first] = compare(text)
    expect([first?.of.letter, first?.relation]).toEqual([letter, relation])
    const { shared, added, opposed } = first?.reasons ?? { shared: [], added: [], opposed: [] }
    expect(relation === 'extends' ? added : relation === 'contradicts' ? opposed : shared).not.toEqual([])
  })

  it('find nothing in a ban on attacks against satellites', () => {
    expect(compare('States shall not attack satellites or their ground stations.')).toEqual([])
  })

  it('find the principle of another set where no norm covers it', () => {
    const found = compare('States refrain from the theft of intellectual property by means of ICTs.')
    expect(found.map(({ of }) => of.id)).toEqual(
      expect.arrayContaining(['principle:paris-call-4', 'principle:g7-lucca-12']),
    )
    expect(ofNorms(found)).toEqual([])
  })

  it('do not depend on the order of what they are compared with', () => {
    for (const { text } of TRIED) {
      const ids = (texts: readonly ComparedText[]) =>
        compare(text, texts).map(({ of, relation }) => `${of.id} ${relation}`)
      expect(ids(all.toReversed()).toSorted()).toEqual(ids(all).toSorted())
    }
  })

  it('name only words that stand in the clause', () => {
    for (const { text } of [...TRIED, ...KEPT, ...DENIED, ...PERMITTED, ...KEPT_STANCES])
      for (const { reasons } of compare(text))
        for (const said of Object.values(reasons).flat())
          for (const word of said.split(' '))
            expect(text.toLowerCase().replaceAll(/[- ]/g, '')).toContain(word)
  })
})

/** Principles of the Paris Call and the Global Commission, whose relation to the norms others judged. */
describe('principles of other sets', () => {
  it('lead only to norms to which they were judged to stand, and a few do', () => {
    const judged = shipped.flatMap(({ entity, passages }, index) => {
      const stands = passages
        .flatMap(({ assertions }) => assertions)
        .flatMap(({ property, value }) =>
          property === 'stands' && typeof value === 'object' && 'norm' in value ? [String(value.norm)] : [],
        )
      return /paris-call|gcsc/.test(entity) && stands.length > 0
        ? [{ stands, found: compare(principles[index]?.wording ?? '', norms).map(({ of }) => of.id) }]
        : []
    })
    const found = judged.flatMap(({ stands, found: ids }) => ids.map((id) => stands.includes(id)))
    expect({ principles: judged.length, given: found.length, right: found.filter(Boolean).length }).toEqual({
      principles: 16,
      given: 4,
      right: 4,
    })
  })
})
