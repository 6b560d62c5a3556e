import { recordKindSchema } from '@demarche/core/portfolio/record-kind.ts'
import type { Value } from '@demarche/core'
import { describe, expect, it } from 'vitest'
import { leads, textOf } from '../record/wording.ts'
import type { Say } from '../texts.ts'
import { kindWording } from './kind-wording.ts'

const say: Say = (key, values) =>
  key === 'mark.colon' ? ':' : values ? `${key} ${Object.values(values).join(' ')}` : key
const placeName = (code: string) => ({ EU: 'European Union', UA: 'Ukraine' })[code] ?? code

/** A kind that nothing in the desk knows of. */
const kind = recordKindSchema.parse({
  id: 'exercise',
  label: 'exercise',
  plural: 'exercises',
  area: 'capacity',
  description: 'A day on which something is tried.',
  groups: { all: 'All of it' },
  columns: ['held'],
  properties: [
    { name: 'name', type: 'text' },
    { name: 'held', type: 'date' },
    { name: 'open', type: 'boolean' },
    { name: 'round', type: 'integer' },
    { name: 'people', type: 'number', unit: 'people' },
    { name: 'mode', type: 'enum', values: { table: 'at a table' } },
    { name: 'topics', type: 'set', values: { law: 'Law, policy and norms', csirt: 'Response' } },
    { name: 'hosts', type: 'set' },
    { name: 'places', type: 'places' },
    { name: 'partOf', type: 'reference', to: ['exercise', 'case'] },
    { name: 'page', type: 'address' },
    { name: 'budget', type: 'money' },
    {
      name: 'results',
      type: 'parts',
      parts: {
        by: { label: 'Found by', type: 'place' },
        mark: { label: 'Mark', type: 'enum', values: { good: 'well done' } },
        score: { label: 'Score', type: 'integer' },
        when: { label: 'When', type: 'date', optional: true },
      },
    },
  ].map((property) => ({ ...property, label: property.name, description: 'As it says', group: 'all' })),
})
const names = { 'exercise:first': 'First exercise', 'case:port': 'The port' }
const wording = kindWording(kind, { t: say, placeName, names })
const text = (property: string, value: Value) => textOf(wording.say(property, value))

describe('a value of a kind in words', () => {
  it.each<[string, Value, string]>([
    ['name', 'Locked Shields', 'Locked Shields'],
    ['held', '2024-03', 'March 2024'],
    ['open', true, 'value.yes'],
    ['round', 2, '2'],
    ['people', 1450, '1\u00A0450\u00A0people'],
    ['mode', 'table', 'at a table'],
    ['topics', ['csirt'], 'Response'],
    ['topics', ['law', 'csirt'], 'Law, policy and norms; Response'],
    ['hosts', ['CCDCOE', 'NATO'], 'CCDCOE, NATO'],
    ['places', ['EU', 'UA'], 'European Union, Ukraine'],
    ['page', 'https://www.example.org/a/', 'example.org/a'],
    ['budget', { amount: 4_200_000, currency: 'EUR' }, 'EUR\u00A04\u00A0200\u00A0000'],
    [
      'budget',
      { amount: 900, currency: 'USD', covers: 'the grant', year: 2020 },
      'USD\u00A0900 (the grant, portfolio.pricesOf 2020)',
    ],
    [
      'results',
      { by: 'EU', mark: 'good', score: -2 },
      'Found by: European Union · Mark: well done · Score: \u22122',
    ],
  ])('%s', (property, value, expected) => {
    expect(text(property, value)).toBe(expected)
  })

  it('leads to other records and cases by name, and to addresses', () => {
    expect(wording.say('partOf', 'exercise:first')).toEqual([
      { text: 'First exercise', to: '/portfolio/records/exercise:first' },
    ])
    expect(wording.say('partOf', 'case:port')).toEqual([{ text: 'The port', to: '/cases/case:port/facts' }])
    expect(wording.say('page', 'mailto:desk@example.org')).toEqual([
      { text: 'desk@example.org', href: 'mailto:desk@example.org' },
    ])
  })

  it('leads nowhere where the reader sees nothing of it', () => {
    expect(leads(wording.say('partOf', 'exercise:hidden'))).toBe(false)
    expect(text('partOf', 'exercise:hidden')).toBe('exercise:hidden')
  })

  it('leaves the labels of parts out of lists', () => {
    const brief = kindWording(kind, { t: say, placeName, isBrief: true })
    expect(textOf(brief.say('results', { by: 'UA', mark: 'good', score: 1 }))).toBe('Ukraine · well done · 1')
  })

  it('names kind, property and word of what counts for a goal as their kind calls them', () => {
    const goal = recordKindSchema.parse({
      ...kind,
      id: 'goal',
      properties: [
        ...kind.properties,
        {
          name: 'counts',
          label: 'Counts for it',
          type: 'parts',
          description: 'Records of a kind',
          group: 'all',
          parts: {
            kind: { label: 'Kind of record', type: 'text' },
            property: { label: 'Property', type: 'text', optional: true },
            word: { label: 'Word', type: 'text', optional: true },
          },
        },
      ],
    })
    const ofGoal = kindWording(goal, { t: say, placeName, kinds: [kind] })
    const said = (value: Value) => textOf(ofGoal.say('counts', value))
    expect(said({ kind: 'exercise', property: 'mode', word: 'table' })).toBe(
      'Kind of record: exercises · Property: mode · Word: at a table',
    )
    expect(said({ kind: 'exercise', property: 'places', word: 'UA' })).toMatch(/Word: Ukraine$/)
    expect(said({ kind: 'exercise' })).toBe('Kind of record: exercises')
    expect(said({ kind: 'not-a-kind', property: 'mode', word: 'table' })).toMatch(/not-a-kind.*table$/)
  })

  it('shows what no longer fits its kind as it stands', () => {
    expect(text('mode', 'at-sea')).toBe('at-sea')
    expect(text('gone', { a: 1 })).toBe('{"a":1}')
    expect(wording.label('gone')).toBe('gone')
  })

  it('names choices and parts for forms', () => {
    expect(wording.word('mode', 'table')).toBe('at a table')
    expect(wording.word('results', 'good', 'mark')).toBe('well done')
    expect(wording.part('results', 'by')).toBe('Found by')
    expect(wording.isPlace('results', 'by')).toBe(true)
    expect(wording.isPlace('results', 'mark')).toBe(false)
  })
})
