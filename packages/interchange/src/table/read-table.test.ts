import { existsSync, readFileSync } from 'node:fs'
import { sharedData } from '@demarche/testkit'
import { describe, expect, it } from 'vitest'
import { read, valuesRead } from '../../test/read-table.ts'
import type { ReadOptions } from '../reading.ts'
import { tableMappingSchema } from './mapping.ts'

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
    expect(reading.rejected.map(({ place, rule, words }) => [place, rule, words?.code])).toEqual([
      ['row 3, Begin', 'INT-56', 'line-no-date'],
      ['row 3, Country 1', 'INT-57', 'line-several-places'],
      ['row 3, Topic', 'INT-13', 'line-not-among'],
      ['row 6', 'INT-16', 'line-twice'],
      ['row 7', 'INT-54', 'line-without-name'],
    ])
    expect(reading.notCarriedOver).toEqual([
      {
        field: 'Phone',
        count: 1,
        why: 'No column of the mapping reads it.',
        words: { code: 'left-no-column' },
      },
    ])
  })

  it('loses nothing with a column of which no cell is filled, and says nothing of it', async () => {
    const { notCarriedOver } = await read('name,phone,fax\nCourse,12,\n', { kind: 'project' })
    expect(notCarriedOver.map(({ field, count }) => [field, count])).toEqual([['phone', 1]])
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
