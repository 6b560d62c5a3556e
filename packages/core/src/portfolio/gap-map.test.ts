import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePartialDate } from '../kernel/partial-date.ts'
import { aProject, type Told } from '../../test/a-project.ts'
import { gapMap } from './gap-map.ts'

const THEME = 'awareness'
const mapped = (told: Told, hasMoney = false) => ({ facts: aProject({ themes: [THEME], ...told }), hasMoney })
const cell = (told: Told, year = 2022) => gapMap([mapped(told)], ['MD', 'UA'], year).cells

describe('the gap map (OVL-21)', () => {
  it('counts a project where it works, on what, in the years in which it runs', () => {
    expect(cell({ start: '2021', end: '2023' })).toEqual([
      { country: 'MD', theme: THEME, certain: ['a'], perhaps: [], withMoney: 0 },
    ])
    expect(cell({ start: '2021', end: '2023' }, 2024)).toEqual([])
    expect(cell({ start: '2021', end: '2023' }, 2020)).toEqual([])
    expect(cell({ countries: ['FR'] })).toEqual([])
  })

  it.each<[string, Told]>([
    ['a missing end', { end: null }],
    ['a missing start', { start: null }],
    ['an end too coarse to tell, since a day of that year may come before', { start: null, end: '2022' }],
    ['a region in place of countries', { countries: [], regions: [{ name: 'east', countries: ['MD'] }] }],
  ])('says perhaps for %s', (_, told) => {
    expect(cell(told)).toEqual([{ country: 'MD', theme: THEME, certain: [], perhaps: ['a'], withMoney: 0 }])
  })

  it('names projects that nobody has placed, and counts money that is known', () => {
    const map = gapMap(
      [mapped({ id: 'a' }, true), mapped({ id: 'b', countries: [] }), mapped({ id: 'c', themes: [] })],
      ['MD'],
      2022,
    )
    expect(map.nowhere).toEqual(['b', 'c'])
    expect(map.cells).toEqual([{ country: 'MD', theme: THEME, certain: ['a'], perhaps: [], withMoney: 1 }])
  })

  it('lays needs beside projects, and one goes on until somebody says that it is met', () => {
    const need = {
      id: 'need:courts',
      countries: ['MD'],
      regions: [{ name: 'east', countries: ['UA'] }],
      themes: [THEME],
      start: parsePartialDate('2021'),
      end: null,
    }
    const needsIn = (year: number, more = {}) => gapMap([], ['MD', 'UA'], year, [{ ...need, ...more }]).needs
    const certain = { country: 'MD', theme: THEME, certain: ['need:courts'], perhaps: [] }
    const perhaps = { country: 'UA', theme: THEME, certain: [], perhaps: ['need:courts'] }
    expect(needsIn(2030)).toEqual([certain, perhaps])
    expect(needsIn(2020)).toEqual([])
    expect(needsIn(2023, { end: parsePartialDate('2022-06') })).toEqual([])
    expect(gapMap([], ['MD'], 2030, [need]).cells).toEqual([])
  })

  it('never moves a project that is there because another is added', () => {
    const year = fc.integer({ min: 2018, max: 2026 })
    const project = fc.record({
      start: fc.option(year.map(String)),
      end: fc.option(year.map(String)),
      countries: fc.subarray(['MD', 'UA', 'FR']),
      themes: fc.subarray([THEME, 'legislation']),
    })
    fc.assert(
      fc.property(project, fc.array(project, { maxLength: 5 }), year, (one, others, when) => {
        const alone = gapMap([mapped({ ...one, id: 'one' })], ['MD', 'UA'], when)
        const all = gapMap(
          [mapped({ ...one, id: 'one' }), ...others.map((told, at) => mapped({ ...told, id: `o${at}` }))],
          ['MD', 'UA'],
          when,
        )
        for (const { country, theme, certain, perhaps } of alone.cells) {
          const same = all.cells.find((each) => each.country === country && each.theme === theme)
          expect(same?.certain.includes('one')).toBe(certain.includes('one'))
          expect(same?.perhaps.includes('one')).toBe(perhaps.includes('one'))
        }
      }),
    )
  })
})
