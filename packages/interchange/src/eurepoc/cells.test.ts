import { describe, expect, it } from 'vitest'
import { dateOfCell, nestedSlotsOf, said, slotsOf } from './cells.ts'

describe('cells of EuRepoC', () => {
  it.each(['', ' ', '[]', 'Not available', 'Unknown', 'nan', 'NaT', 'Unknown - not attributed'])(
    '%j says nothing',
    (cell) => {
      expect(said(cell)).toBeUndefined()
    },
  )

  it('"none" says that there was none, which is not nothing', () => {
    expect(said('none')).toBe('none')
  })

  it.each([
    ['2016-05-12', '2016-05-12'],
    ['2016-05-12 00:00:00', '2016-05-12'],
    ['19.12.2024', '2024-12-19'],
    ['2016-01-01', '2016'],
    ['01.01.2016', '2016'],
    ['2016-02-30', undefined],
    ['NaT', undefined],
  ])('reads the date %j as %j', (cell, date) => {
    expect(dateOfCell(cell)).toBe(date)
  })

  it('keeps empty slots, because lists run in parallel', () => {
    expect(slotsOf('Awareness raising; ; ')).toEqual(['Awareness raising', '', ''])
    expect(slotsOf('a;b')).toEqual(['a', 'b'])
  })

  it('a semicolon inside parentheses belongs to the name', () => {
    expect(slotsOf('The White House; Minister (Foreign Office; GBR)')).toEqual([
      'The White House',
      'Minister (Foreign Office; GBR)',
    ])
    expect(slotsOf('one (open; two')).toEqual(['one (open', 'two'])
  })

  it('reads lists of lists and flat lists alike', () => {
    expect(nestedSlotsOf("[['a', 'b'], ['c']]")).toEqual([['a', 'b'], ['c']])
    expect(nestedSlotsOf('a;b')).toEqual([['a'], ['b']])
    expect(nestedSlotsOf("[['a'")).toBeNull()
  })
})
