import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standingAssertions } from '../../kernel/fact.ts'
import { parsePartialDate } from '../../kernel/partial-date.ts'
import { identify, type DraftStatement, type Statement } from '../../kernel/statement.ts'
import { readRecord } from '../read-record.ts'
import { type RecordKind, recordKindSchema } from '../record-kind.ts'
import { pointsOf, pointsOfStated } from './points-of-record.ts'
import { readStated, statedProperties } from './stated-properties.ts'

const TODAY = '2026-11-23'
const property = (name: string, type: string, more: object = {}) => ({
  name,
  type,
  group: 'what',
  label: name,
  description: '…',
  ...more,
})
const kindOf = (id: string, properties: readonly object[]): RecordKind =>
  recordKindSchema.parse({
    id,
    label: id,
    plural: `${id}s`,
    area: 'dialogues',
    description: '…',
    groups: { what: 'What' },
    properties,
    columns: ['due'],
  })

const COMMITMENT = kindOf('commitment', [
  property('name', 'text'),
  property('start', 'date', { expected: true }),
  property('due', 'date', { expected: true }),
  property('countries', 'places', { tie: 'in', expected: true }),
  property('regions', 'places', { tie: 'in the region' }),
  property('results', 'text', { many: true, expected: true }),
  property('standing', 'enum', {
    expected: true,
    changesWithTime: true,
    values: { open: 'open', kept: 'kept', late: 'kept late' },
  }),
])

type Said = Pick<DraftStatement, 'assertions'> & {
  readonly verified?: boolean
  readonly document?: string
  readonly credibility?: '2' | '5'
}
const said = ({ assertions, verified = true, document = 'a page', credibility = '2' }: Said): Statement =>
  identify({
    entity: 'commitment:report',
    kind: 'commitment',
    assertions,
    source: { document, verified },
    grading: { reliability: 'B', credibility },
    marking: { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' },
    assertedBy: 'EEAS',
    assertedAt: '2026-03-01T09:00:00.000Z',
  })
const recordOf = (statements: readonly Statement[]) =>
  readRecord({ kind: COMMITMENT, entity: 'commitment:report', statements, asOf: TODAY })
const points = (...statements: Statement[]) =>
  pointsOf(COMMITMENT, recordOf(statements), TODAY).map(({ sort, property: of }) => `${sort} ${of}`)

const WHOLE = said({
  assertions: [
    { property: 'name', value: 'Report' },
    { property: 'start', value: '2025' },
    { property: 'due', value: '2027' },
    { property: 'countries', value: ['GE'] },
    { property: 'results', value: 'a report' },
    { property: 'standing', value: 'open' },
  ],
})

describe('open points of a record', () => {
  it('PFO-51 name what is missing by its sort: a date, countries where a region stands, anything else', () => {
    expect(points(WHOLE)).toEqual([])
    expect(points(said({ assertions: [{ property: 'regions', value: ['eastern-partnership'] }] }))).toEqual([
      'undated start',
      'undated due',
      'region countries',
      'missing results',
      'missing standing',
    ])
  })

  it.each([
    [{ due: '2026-10' }, ['overdue due', 'undated start', 'region countries']],
    [{ due: '2026-11' }, ['undated start', 'region countries']],
    [{ due: '2026-10', standing: 'kept' }, ['undated start', 'region countries']],
    [{ due: '2026-10', standing: 'open' }, ['overdue due', 'undated start', 'region countries']],
  ])('PFO-51 %j on 23 November 2026: %j', (facts, expected) => {
    const all: Readonly<Record<string, string>> = { standing: 'open', results: 'some', ...facts }
    const assertions = [
      ...Object.entries(all).map(([name, value]) => ({ property: name, value })),
      { property: 'regions', value: ['eastern-partnership'] },
    ]
    expect(points(said({ assertions }))).toEqual(expected)
  })

  it('PFO-51 a point of contact that lapsed is one of them', () => {
    expect(pointsOf(COMMITMENT, recordOf([WHOLE]), TODAY, true)).toEqual([{ sort: 'lapsed' }])
  })
})

describe('what is stated of a record', () => {
  it('PFO-50 says of which properties anything stands, whether it was read, and whether it differs', () => {
    const text = statedProperties(
      standingAssertions([
        WHOLE,
        said({ assertions: [{ property: 'start', value: '2024' }], document: 'another page' }),
        said({ assertions: [{ property: 'regions', value: ['arf'] }], verified: false }),
      ]),
    )
    expect(text).toBe('countries+ due+ name+ regions results+ standing+ start+~')
    expect(readStated(text ?? '').get('start')).toEqual({ read: true, differs: true })
    expect(readStated('')).toEqual(new Map())
  })

  const assertion = fc.oneof(
    fc.record({
      property: fc.constantFrom('start', 'due'),
      value: fc.constantFrom('2024', '2026-10-01', '2027'),
    }),
    fc.record({ property: fc.constant('countries'), value: fc.constantFrom(['GE'], ['GE', 'MD']) }),
    fc.record({ property: fc.constant('regions'), value: fc.constant(['arf']) }),
    fc.record({ property: fc.constant('results'), value: fc.constantFrom('one', 'two') }),
    fc.record(
      {
        property: fc.constant('standing'),
        value: fc.constantFrom('open', 'kept'),
        validFrom: fc.constantFrom(...['2025', '2027'].map((date) => parsePartialDate(date))),
      },
      { requiredKeys: ['property', 'value'] },
    ),
  )
  const statement = fc
    .record({
      assertions: fc.array(assertion, { minLength: 1, maxLength: 3 }),
      verified: fc.boolean(),
      document: fc.constantFrom('a page', 'another page'),
      credibility: fc.constantFrom('2' as const, '5' as const),
    })
    .map(said)

  it('PFO-52 tells the points that reading the record tells, or says that it cannot', () => {
    let told = 0
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 3 }), (statements) => {
        const text = statedProperties(standingAssertions(statements))
        if (text === null) return
        const record = recordOf(statements)
        const due = record.facts.find((row) => row.property === 'due')?.fact
        const standing = record.facts.find((row) => row.property === 'standing')?.fact
        const settled = standing?.state === 'known' && standing.value === 'kept'
        const isPast = due?.state === 'known' && due.value !== '2027'
        const fast = pointsOfStated(COMMITMENT, text, isPast && !settled)
        if (fast === null) return
        told += 1
        expect(fast).toEqual(pointsOf(COMMITMENT, record, TODAY))
      }),
      { numRuns: 500 },
    )
    expect(told).toBeGreaterThan(100)
  })
})
