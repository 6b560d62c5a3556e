import { formatPartialDate } from '../../kernel/partial-date.ts'
import { expect, it } from 'vitest'
import { SHARES_2025 } from '../../../test/example-votes.ts'
import { populationOn } from './population-on.ts'

const of2027 = { ...SHARES_2025, id: 'populations-2027', inForce: { from: '2027-01-01', to: '2027-12-31' } }
const populations = [of2027, SHARES_2025]

it('VOT-02 gives the table in force, on its first day and on its last', () => {
  for (const date of ['2025-01-01', '2025-12-31'])
    expect(populationOn({ populations }, date)).toEqual({ table: SHARES_2025, stale: false, reason: null })
  expect(populationOn({ populations }, '2027-06-01').table?.id).toBe('populations-2027')
})

it('VOT-02 gives the last table for a later day, and says that it is old', () => {
  const found = populationOn({ populations: [SHARES_2025] }, '2026-11-24')
  expect(found).toEqual({
    table: SHARES_2025,
    stale: true,
    reason:
      'There is no table of populations for 24 November 2026: votes are counted with the one in force 1 January 2025 to 31 December 2025. Rule VOT-02.',
  })
})

it('VOT-02 does not lend a later table to a year between two', () => {
  expect(populationOn({ populations }, '2026-06-01')).toMatchObject({ table: SHARES_2025, stale: true })
})

it('VOT-02 computes nothing before the first table: the Union had another member and other figures', () => {
  for (const date of ['2019-05-18', '2020-01-31', '2024-12-31']) {
    const found = populationOn({ populations }, date)
    expect(found).toMatchObject({ table: null, stale: false })
    expect(found.reason).toContain(`covers ${formatPartialDate(date)}`)
    expect(found.reason).toContain('1 January 2025 to 31 December 2025, 1 January 2027 to 31 December 2027')
  }
  expect(populationOn({ populations: [] }, '2026-01-01').table).toBeNull()
})

it('VOT-02 a table without an end is in force on every later day', () => {
  const open = { ...SHARES_2025, inForce: { from: '2025-01-01' } }
  expect(populationOn({ populations: [open] }, '2026-11-24').stale).toBe(false)
})
