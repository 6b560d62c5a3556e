import { existsSync, readFileSync } from 'node:fs'
import {
  type CountryGroup,
  identify,
  type Marking,
  type RecordKind,
  readRecord,
  recordKindSchema,
  type Value,
  valuesOf,
  WORKING,
} from '@demarche/core'
import { loadShipped } from '@demarche/doctrine'
import { sharedData } from '@demarche/testkit'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import { readDocument } from '../read-document.ts'
import type { Reading, ReadOptions } from '../reading.ts'
import { readCell, writeCell } from './cells.ts'
import { markingLine, readMarkingLine } from './marking-line.ts'
import { tableMappingSchema } from './mapping.ts'
import { readWorkbook, writeWorkbook } from './workbook.ts'
import { tableRows, writeCsv } from './write-table.ts'

const { doctrine, kinds, records } = loadShipped()
const groups: readonly CountryGroup[] = doctrine.countryGroups ?? []
const AT = '2026-03-01T10:00:00.000Z'

const read = (file: string | Uint8Array, options: Partial<ReadOptions> = {}): Promise<Reading> =>
  readDocument(typeof file === 'string' ? new TextEncoder().encode(file) : file, {
    filename: 'table.csv',
    assertedBy: 'EU',
    assertedAt: AT,
    kinds,
    groups,
    ...options,
  })
const valuesRead = ({ statements }: Reading) =>
  statements.map(({ entity, assertions }) => [
    entity,
    Object.fromEntries(assertions.map(({ property, value }) => [property, value])),
  ])

function recordsOf(kind: RecordKind, statements: Reading['statements']) {
  const own = Map.groupBy(statements.map(identify), ({ entity }) => entity)
  return [...own].map(([entity, all]) => readRecord({ kind, entity, statements: all, asOf: '2026-03-01' }))
}

/** Property to its values, in no order: what a table keeps of a record. */
const kept = (kind: RecordKind, record: ReturnType<typeof recordsOf>[number]) =>
  kind.properties.map(({ name }) => [
    name,
    valuesOf(record, name)
      .map((value) => JSON.stringify(value))
      .toSorted(),
  ])

const shipped = records.flatMap(({ entity, kind, passages }) =>
  passages.map(({ assertions, source }) => ({
    entity,
    kind,
    assertions: [...assertions],
    source,
    grading: { reliability: 'F', credibility: '6' } as const,
    marking: WORKING,
    assertedBy: 'demarche',
    assertedAt: AT,
  })),
)

describe.each(
  kinds.filter(({ id }) => shipped.some(({ kind }) => kind === id)).map((kind) => [kind.id, kind] as const),
)('the records of the kind %s', (id, kind) => {
  const all = recordsOf(
    kind,
    shipped.filter((one) => one.kind === id),
  )
  it.each(['csv', 'xlsx'])(
    'are the same after they were a table (%s), and keep their marking',
    async (format) => {
      const rows = tableRows(kind, all)
      const file = format === 'csv' ? writeCsv(rows) : await writeWorkbook(kind.plural, rows)
      const reading = await read(file, { filename: `table.${format}` })
      expect(reading.rejected).toEqual([])
      expect(reading.remarks).toEqual([])
      const back = new Map(
        recordsOf(kind, reading.statements).map((record) => [record.entity, kept(kind, record)]),
      )
      expect(back.size).toBe(all.length)
      for (const record of all) expect(back.get(record.entity), record.entity).toEqual(kept(kind, record))
      for (const { marking } of reading.statements) expect(marking).toEqual(WORKING)
    },
  )
})

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

describe('the line with the marking', () => {
  it.each<Marking>([
    { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' },
    { distribution: 'LIMITE', tlp: 'TLP:AMBER+STRICT', releasableTo: ['FR', 'US'] },
    { distribution: 'LIMITE', tlp: 'TLP:RED', needToKnow: 'list:aaaaaaaaaaaa+list:bbbbbbbbbbbb' },
  ])('is read back: %j', (marking) => {
    expect(readMarkingLine(markingLine({ kind: 'project', marking }))).toEqual({ kind: 'project', marking })
  })

  it('that is not understood is the strictest', () => {
    expect(readMarkingLine('Demarche project · SOMETHING')?.marking.tlp).toBe('TLP:RED')
  })
})

const MAPPING = tableMappingSchema.parse({
  kind: 'project',
  document: 'List of the donors',
  columns: [
    { column: 'Nr', property: 'id' },
    { column: 'Title', property: 'name' },
    { column: 'Begin', property: 'start', dates: 'dmy' },
    { column: 'Country 1', property: 'countries' },
    { column: 'Country 2', property: 'countries' },
    { column: 'Topic', property: 'themes', words: { Courts: 'criminal-justice' } },
  ],
})
const TABLE = `Nr;Title;Begin;Country 1;Country 2;Topic;Phone
7;Course for judges;15.03.2019;Georgia;Niger;Courts;123
8;Course for the police;31.02.2019;Korea;;Gardening;
;;;;;;
9;;1.1.2020;Georgia;;;
9;Again;1.1.2020;Georgia;;;
;;1.1.2020;Georgia;;;
`

describe('a table with a mapping', () => {
  it('is read row by row; what cannot be read is named by row, column and rule', async () => {
    const reading = await read(TABLE, { mapping: MAPPING })
    expect(reading.format).toBe('table-csv')
    expect(valuesRead(reading)).toEqual([
      [
        'project:7',
        {
          name: 'Course for judges',
          start: '2019-03-15',
          countries: ['GE', 'NE'],
          themes: ['criminal-justice'],
        },
      ],
      ['project:8', { name: 'Course for the police' }],
      ['project:9', { start: '2020-01-01', countries: ['GE'] }],
    ])
    expect(reading.statements[0]?.source).toEqual({
      document: 'List of the donors',
      locator: 'row of project:7',
      verified: false,
    })
    expect(reading.rejected.map(({ place, rule }) => [place, rule])).toEqual([
      ['row 3, Begin', 'INT-56'],
      ['row 3, Country 1', 'INT-57'],
      ['row 3, Topic', 'INT-13'],
      ['row 6', 'INT-16'],
      ['row 7', 'INT-54'],
    ])
    expect(reading.notCarriedOver).toEqual([{ field: 'Phone', count: 1, why: 'no column of the mapping' }])
  })

  it.each<[string, Partial<ReadOptions>, string]>([
    ['of a kind that there is not', { kind: 'spaceship' }, 'INT-50'],
    ['of no kind', {}, 'INT-50'],
    ['without a name', { kind: 'project' }, 'INT-52'],
    [
      'with a column that is not there',
      { mapping: { kind: 'project', columns: [{ column: 'Name', property: 'name' }] } },
      'INT-51',
    ],
    [
      'of a property that is not there',
      { mapping: { kind: 'project', columns: [{ column: 'Title', property: 'colour' }] } },
      'INT-51',
    ],
  ])('%s is refused', async (_, options, rule) => {
    await expect(read(TABLE, options)).rejects.toMatchObject({ faults: [{ rule }] })
  })

  it('without rows, or with a column twice, is refused', async () => {
    await expect(read('Name,Start\n', { kind: 'project' })).rejects.toMatchObject({
      faults: [{ rule: 'INT-04' }],
    })
    await expect(read('Name,Name\na,b\n', { kind: 'project' })).rejects.toMatchObject({
      faults: [{ rule: 'INT-21' }],
    })
  })
})

describe('what a spreadsheet would run', () => {
  it('is no formula in the file, and the same text when it comes back', async () => {
    const kind = kinds.find(({ id }) => id === 'project')
    if (!kind) throw new Error('no kind project')
    const names = ['=1+1', '+49', '-x', '@SUM(A1)', `'=x`, `=HYPERLINK("http://x","y")`]
    const statements = await read(
      writeCsv([['id', 'Name'], ...names.map((name, index) => [`p${index}`, name])]),
      { kind: 'project' },
    )
    expect(valuesRead(statements).map(([, values]) => values)).toEqual(names.map((name) => ({ name })))
    const file = writeCsv(tableRows(kind, recordsOf(kind, statements.statements)))
    for (const line of file.split('\r\n').slice(2)) expect(line).not.toMatch(/(^|,)"?[=+\-@]/)
    expect(valuesRead(await read(file)).map(([, values]) => values)).toEqual(names.map((name) => ({ name })))
  })
})

describe('a workbook', () => {
  it('of the same rows is the same file on another day', async () => {
    const rows = [['Name'], ['Course']]
    const today = await writeWorkbook('Sheet', rows)
    vi.setSystemTime('2031-07-01T10:00:00Z')
    const later = await writeWorkbook('Sheet', rows)
    vi.useRealTimers()
    expect(Buffer.from(later).equals(Buffer.from(today))).toBe(true)
  })

  it('that is none, is broken, or would be huge is refused', async () => {
    await expect(read(zipSync({ 'a.txt': new Uint8Array([1]) }))).rejects.toMatchObject({
      faults: [{ rule: 'INT-02' }],
    })
    await expect(read(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]))).rejects.toMatchObject({
      faults: [{ rule: 'INT-53' }],
    })
    await expect(read(zipSync({ 'xl/workbook.xml': new Uint8Array([1]) }))).rejects.toMatchObject({
      faults: [{ rule: 'INT-53' }],
    })
    const bomb = zipSync({ 'xl/sheet.xml': new Uint8Array(65 * 1024 * 1024) }, { level: 9 })
    expect(bomb.length).toBeLessThan(200_000)
    await expect(read(bomb)).rejects.toMatchObject({ faults: [{ rule: 'INT-53' }] })
  })

  it('that says its parts are smaller than they are does not grow', async () => {
    const bomb = zipSync({ 'xl/sheet.xml': new Uint8Array(20 * 1024 * 1024) }, { level: 9 })
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength)
    // the size as the central directory has it, 24 bytes behind its signature
    for (let at = 0; at < bomb.length - 4; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true)
    const before = process.memoryUsage().arrayBuffers
    await expect(readWorkbook(bomb)).rejects.toMatchObject({ faults: [{ rule: 'INT-53' }] })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * 1024 * 1024)
  })

  it('with something classified in a cell is refused with the place', async () => {
    const file = await writeWorkbook('Sheet', [['Name'], ['RESTREINT UE/EU RESTRICTED']])
    await expect(read(file, { kind: 'project' })).rejects.toMatchObject({
      faults: [{ rule: 'INT-03', place: 'sheet Sheet, row 2' }],
    })
  })
})

const FIXTURES = 'data/iati/validator-fixtures/'
/** IATI as flat tables, as some publishers keep it. */
const FLAT = tableMappingSchema.parse({
  kind: 'project',
  columns: [
    { column: 'iati-identifier', property: 'id' },
    { column: 'title/narrative', property: 'name' },
    { column: 'description/narrative', property: 'objective' },
    { column: 'activity-date/@iso-date', property: 'start' },
    { column: 'activity-status/@code', property: 'status', words: { '3': 'closed' } },
    { column: 'recipient-country/0/@code', property: 'countries' },
    { column: 'recipient-country/1/@code', property: 'countries' },
    { column: 'participating-org/@ref', property: 'donors' },
  ],
})

const path = (name: string): string | null => sharedData(FIXTURES + name)

describe('real tables', () => {
  it.skipIf(path('basic_iati_unordered_valid.csv') === null)(
    'IATI as flat CSV is read by a mapping',
    async () => {
      const reading = await read(readFileSync(path('basic_iati_unordered_valid.csv') ?? '', 'utf8'), {
        mapping: FLAT,
      })
      expect(reading.rejected).toEqual([])
      expect(valuesRead(reading)[0]).toEqual([
        'project:AA-AAA-123456789-ABC123',
        {
          name: 'A title',
          objective: 'A description',
          start: '2010-01-01',
          status: 'closed',
          countries: ['AF', 'XK'],
          donors: ['AA-AAA-123456789'],
        },
      ])
    },
  )

  it.skipIf(path('basic_iati_unordered_invalid_iso_dates.xlsx') === null)(
    'a workbook with dates that are none is read without them',
    async () => {
      const reading = await read(
        new Uint8Array(readFileSync(path('basic_iati_unordered_invalid_iso_dates.xlsx') ?? '')),
        { mapping: FLAT },
      )
      expect(reading.format).toBe('table-xlsx')
      expect(reading.records.length).toBe(2)
      expect(
        reading.rejected.every(
          ({ place, rule }) => rule === 'INT-56' && place.endsWith('activity-date/@iso-date'),
        ),
      ).toBe(true)
      expect(reading.rejected.length).toBeGreaterThan(0)
    },
  )

  it.skipIf(path('not_iati.csv') === null)('a table of something else is refused', async () => {
    expect(existsSync(path('not_iati.csv') ?? '')).toBe(true)
    await expect(read(readFileSync(path('not_iati.csv') ?? '', 'utf8'))).rejects.toMatchObject({
      faults: [{ rule: 'INT-50' }],
    })
    await expect(
      read(readFileSync(path('bad_spaces.csv') ?? '', 'utf8'), { mapping: FLAT }),
    ).rejects.toMatchObject({ faults: [{ rule: 'INT-51' }] })
  })
})
