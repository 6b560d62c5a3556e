import { recordKindSchema, type Value } from '@demarche/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groups } from '../../test/read-table.ts'
import { readCell, writeCell } from './cells.ts'

describe('a cell', () => {
  const kind = recordKindSchema.parse({
    id: 'thing', label: 'thing', plural: 'things', area: 'capacity', description: '…', groups: { a: 'A' }, columns: ['name'],
    properties: [
      { name: 'name', type: 'text' }, { name: 'start', type: 'date' }, { name: 'done', type: 'boolean' },
      { name: 'many', type: 'integer', unit: 'people' }, { name: 'words', type: 'set' },
      { name: 'where', type: 'places' }, { name: 'cost', type: 'money' },
      { name: 'theme', type: 'enum', values: { law: 'Law and courts', awareness: 'Awareness' } },
      { name: 'of', type: 'reference', to: ['meeting'] },
      { name: 'parts', type: 'parts', parts: { on: { label: 'On', type: 'date' } } },
    ].map((property) => ({ ...property, label: property.name, description: '…', group: 'a' })),
  }) // prettier-ignore
  const cell = (property: string, text: string, column: object = {}): readonly Value[] => {
    const found = kind.properties.find(({ name }) => name === property)
    if (!found) throw new Error(property)
    return readCell(text, { property: found, column, groups })
  }

  it.each([
    ['start', '2019-03', {}, ['2019-03']],
    ['start', '31.12.2019', { dates: 'dmy' }, ['2019-12-31']],
    ['start', '12/31/2019', { dates: 'mdy' }, ['2019-12-31']],
    ['start', '7/2019', {}, ['2019-07']],
    ['start', '2016-03-01 ‖ 2017', {}, ['2016-03-01', '2017']],
    ['done', 'Yes', {}, [true]],
    ['many', '40', {}, [40]],
    ['words', 'a; b;c', {}, [['a', 'b', 'c']]],
    ['words', 'a, b', { separator: ',' }, [['a', 'b']]],
    [
      'where',
      'Niemcy; Georgia; XK; Western Balkans; org-osce',
      {},
      [['DE', 'GE', 'XK', 'western-balkans', 'org-osce']],
    ],
    ['where', 'the Ivory Coast', { words: { 'the Ivory Coast': 'CI' } }, [['CI']]],
    [
      'cost',
      'EUR 1200000.5 (2019): first phase',
      {},
      [{ amount: 1200000.5, currency: 'EUR', year: 2019, covers: 'first phase' }],
    ],
    ['cost', '1,200,000 USD', {}, [{ amount: 1200000, currency: 'USD' }]],
    ['cost', '3 000', { currency: 'PLN' }, [{ amount: 3000, currency: 'PLN' }]],
    ['theme', 'law and courts', {}, ['law']],
    ['theme', 'Police', { words: { Police: 'law' } }, ['law']],
    ['of', 'first-round', {}, ['meeting:first-round']],
    ['parts', '{"on":"2019"}', {}, [{ on: '2019' }]],
  ] as const)('%s: "%s" %j', (property, text, column, values) => {
    expect(cell(property, text, column)).toEqual(values)
  })

  it.each([
    ['start', '3/4/2019', 'INT-56'],
    ['start', '2019-02-30', 'INT-56'],
    ['done', 'perhaps', 'INT-55'],
    ['many', '1.000,5', 'INT-55'],
    ['where', 'Korea', 'INT-57'],
    ['where', 'Atlantis', 'INT-57'],
    ['cost', '1.200.000 EUR', 'INT-55'],
    ['cost', '12', 'INT-55'],
    ['theme', 'Gardening', 'INT-13'],
    ['parts', 'not JSON', 'INT-55'],
  ])('%s: "%s" is refused (%s)', (property, text, rule) => {
    expect(() => cell(property, text)).toThrowError(expect.objectContaining({ rule }))
  })

  it('says what it was written from, whatever the texts and sums are', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((one) => one.trim())
      .filter((one) => one !== '')
    const sum = fc.record(
      {
        amount: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map((amount) => amount + 0),
        currency: fc.constantFrom('EUR', 'USD'),
        year: fc.integer({ min: 1950, max: 2100 }),
        covers: text,
      },
      { requiredKeys: ['amount', 'currency'] },
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.tuple(fc.constant('name'), fc.uniqueArray(text, { minLength: 1, maxLength: 3 })),
          fc.tuple(
            fc.constant('words'),
            fc.array(fc.uniqueArray(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 2 }),
          ),
          fc.tuple(fc.constant('cost'), fc.array(sum, { minLength: 1, maxLength: 2 })),
        ),
        ([property, values]) => {
          expect(cell(property, writeCell(values))).toEqual(values)
        },
      ),
      { numRuns: 500 },
    )
  })
})
