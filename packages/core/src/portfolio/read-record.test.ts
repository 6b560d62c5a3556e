import { describe, expect, it } from 'vitest'
import { identify, type DraftStatement, type Statement } from '../kernel/statement.ts'
import { checkValue } from '../kernel/vocabulary.ts'
import { facetsOf, tiesToEntity, tiesToPlace } from './facets.ts'
import { vocabularyOf } from './kind-vocabulary.ts'
import { readRecord, recordName, valuesOf, wordsIn } from './read-record.ts'
import { type RecordKind, recordKindSchema } from './record-kind.ts'

const COURSE: RecordKind = recordKindSchema.parse({
  id: 'course',
  label: 'course',
  plural: 'courses',
  area: 'capacity',
  description: 'Somebody is trained.',
  groups: { what: 'What' },
  properties: [
    { name: 'name', group: 'what', label: 'Name', description: '…', type: 'text' },
    { name: 'start', group: 'what', label: 'First day', description: '…', type: 'date', expected: true },
    { name: 'end', group: 'what', label: 'Last day', description: '…', type: 'date', expected: true },
    { name: 'countries', group: 'what', label: 'Countries', description: '…', type: 'places', tie: 'in' },
    {
      name: 'course',
      group: 'what',
      label: 'Follows',
      description: '…',
      type: 'reference',
      to: ['course'],
      back: 'Followed by',
    },
    { name: 'cost', group: 'what', label: 'Cost', description: '…', type: 'money', many: true },
    {
      name: 'visit',
      group: 'what',
      label: 'Visit',
      description: '…',
      type: 'parts',
      many: true,
      parts: { where: { label: 'Where', type: 'place' }, on: { label: 'On', type: 'date', optional: true } },
    },
  ],
  columns: ['start'],
})

function said(
  assertions: DraftStatement['assertions'],
  source: Partial<Statement['source']> = {},
): Statement {
  return identify({
    entity: 'course:praia',
    kind: 'course',
    assertions,
    source: { document: 'a page', verified: true, ...source },
    grading: { reliability: 'B', credibility: '2' },
    marking: { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' },
    assertedBy: 'EEAS',
    assertedAt: '2026-03-01T09:00:00.000Z',
  })
}
const read = (...statements: Statement[]) =>
  readRecord({ kind: COURSE, entity: 'course:praia', statements, asOf: '2026-11-01' })

describe('a record of the portfolio', () => {
  it('says what is missing, contested and unverified, each by its property (PFO-04)', () => {
    const record = read(
      said([{ property: 'name', value: 'Course in Praia' }]),
      said([{ property: 'start', value: '2022-07' }]),
      said([{ property: 'start', value: '2021' }], { document: 'another page' }),
      said([{ property: 'countries', value: ['CV'] }], { verified: false }),
    )
    expect(record.name).toBe('Course in Praia')
    expect(record.doubts).toEqual([
      { property: 'start', label: 'First day', what: 'contested' },
      { property: 'end', label: 'Last day', what: 'missing' },
      { property: 'countries', label: 'Countries', what: 'unverified' },
    ])
  })

  it('keeps every date that a source claims beside the others (PFO-05)', () => {
    const record = read(
      said([{ property: 'start', value: '2022-07' }]),
      said([{ property: 'start', value: '2021' }], { document: 'another page' }),
    )
    expect(valuesOf(record, 'start').toSorted()).toEqual(['2021', '2022-07'])
    expect(wordsIn(record, 'start').toSorted()).toEqual(['2021', '2022-07'])
  })

  it('is called by its slug while nobody has named it', () => {
    expect(read(said([{ property: 'start', value: '2021' }])).name).toBe('praia')
  })

  it.each([
    ['nobody named', []],
    ['one source names', ['Course in Praia']],
    ['two sources name otherwise', ['Course in Praia', 'Second course']],
  ])('that %s is called the same where only its name is read', (_, names) => {
    const statements = [
      said([{ property: 'start', value: '2021' }]),
      ...names.map((value) => said([{ property: 'name', value }], { document: value })),
    ]
    const asked = { kind: COURSE, entity: 'course:praia', statements, asOf: '2026-11-01' }
    expect(recordName(asked)).toBe(readRecord(asked).name)
  })
})

describe('what a kind accepts', () => {
  const vocabulary = vocabularyOf(COURSE)
  it.each([
    ['countries', ['CV', 'western-balkans-6'], null],
    ['countries', ['not a place'], 'VOC-02'],
    ['course', 'course:first', null],
    ['course', 'meeting:first', 'VOC-02'],
    ['cost', { amount: 4200000, currency: 'EUR', year: 2019 }, null],
    ['cost', { amount: 4200000, currency: 'euro' }, 'VOC-02'],
    ['visit', { where: 'CV' }, null],
    ['visit', { where: 'CV', by: 'plane' }, 'VOC-02'],
    ['height', 3, 'VOC-01'],
  ] as const)('%s %j: %s', (property, value, rule) => {
    expect(checkValue(vocabulary, property, value)?.rule ?? null).toBe(rule)
  })
})

describe('by what a record is found', () => {
  it('codes, words and records are facets; names, dates and prose are none', () => {
    expect(facetsOf({ property: 'countries', value: ['CV', 'GH'] })).toEqual(['countries=CV', 'countries=GH'])
    expect(facetsOf({ property: 'visit', value: { where: 'CV', on: '2022-07' } })).toEqual(['visit.where=CV'])
    expect(facetsOf({ property: 'course', value: 'course:first' })).toEqual(['course=course:first'])
    expect(facetsOf({ property: 'name', value: 'CV' })).toEqual([])
    expect(facetsOf({ property: 'start', value: '2022-07' })).toEqual([])
    expect(facetsOf({ property: 'objective', value: 'Train those who train others' })).toEqual([])
  })

  it('a place is asked for by every property that ties to places, a record by every one that points at it (PFO-06)', () => {
    expect(tiesToPlace([COURSE], 'CV').map(({ facet }) => facet)).toEqual(['countries=CV', 'visit.where=CV'])
    expect(tiesToEntity([COURSE], 'course:first')).toEqual([
      { kind: 'course', property: 'course', facet: 'course=course:first' },
    ])
    expect(tiesToEntity([COURSE], 'meeting:first')).toEqual([])
  })
})

function wrong(change: object): string | undefined {
  return recordKindSchema.safeParse({ ...structuredClone(COURSE), ...change }).error?.issues[0]?.message
}

describe('a kind that cannot be one is refused', () => {
  it('without a name (PFO-01)', () => {
    expect(wrong({ properties: COURSE.properties.slice(1) })).toMatch(/"name" of type text \(PFO-01\)/)
  })
  it('with a column that it has not (PFO-01)', () => {
    expect(wrong({ columns: ['colour'] })).toBe('the kind has no property "colour" (PFO-01)')
  })
  it('with a start that is no date (PFO-02)', () => {
    const properties = COURSE.properties.map((one) => (one.name === 'start' ? { ...one, type: 'text' } : one))
    expect(wrong({ properties })).toBe('expected a date for "start" (PFO-02)')
  })
})
