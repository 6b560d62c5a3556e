import { describe, expect, it } from 'vitest'
import { identify, type Statement } from '../../kernel/statement.ts'
import {
  CONTACT_SCHEDULE,
  dueRound,
  nextRound,
  readSchedule,
  sayScheduleAs,
  type ScheduleSettings,
  scheduleOf,
} from './contact-schedule.ts'

const HALF_YEARLY: ScheduleSettings = {
  everyMonths: 6,
  firstDay: '2027-01-31',
  time: '09:00',
  networks: [],
}
const SET = '2026-11-28T10:00:00.000Z'

describe('when a round of checks is due (PFO-77)', () => {
  it('is the same time on the clock in Brussels in winter and in summer', () => {
    expect(nextRound(HALF_YEARLY, SET)).toBe('2027-01-31T08:00:00.000Z')
    expect(nextRound(HALF_YEARLY, '2027-01-31T08:00:00.000Z')).toBe('2027-07-31T07:00:00.000Z')
  })

  it('keeps its day after a month that has no such day', () => {
    const monthly = { ...HALF_YEARLY, everyMonths: 1 } as const
    expect(nextRound(monthly, '2027-02-01T00:00:00.000Z')).toBe('2027-02-28T08:00:00.000Z')
    expect(nextRound(monthly, '2027-03-01T00:00:00.000Z')).toBe('2027-03-31T07:00:00.000Z')
    expect(nextRound(monthly, '2037-04-29T00:00:00.000Z')).toBe('2037-04-30T07:00:00.000Z')
  })

  it('comes once on a day on which the clock shows the time twice, or never', () => {
    // 25 October 2026, 02:30 comes twice; 28 March 2027, 02:30 never
    const october: ScheduleSettings = {
      everyMonths: 12,
      firstDay: '2026-10-25',
      time: '02:30',
      networks: [],
    }
    const first = '2026-10-25T00:30:00.000Z'
    expect(nextRound(october, '2026-10-01T00:00:00.000Z')).toBe(first)
    expect(nextRound(october, first)).toBe('2027-10-25T00:30:00.000Z')
    const march: ScheduleSettings = { ...october, firstDay: '2027-03-28' }
    expect(nextRound(march, '2027-03-01T00:00:00.000Z')).toBe('2027-03-28T01:30:00.000Z')
    expect(nextRound(march, '2027-03-28T01:30:00.000Z')).toBe('2028-03-28T00:30:00.000Z')
  })

  it('is one, however many came while the desk was down, and none of those before it was set', () => {
    expect(dueRound(HALF_YEARLY, SET, '2027-01-31T07:59:59.000Z')).toBeUndefined()
    expect(dueRound(HALF_YEARLY, SET, '2027-01-31T08:00:00.000Z')).toBe('2027-01-31T08:00:00.000Z')
    expect(dueRound(HALF_YEARLY, SET, '2028-09-01T00:00:00.000Z')).toBe('2028-07-31T07:00:00.000Z')
    expect(dueRound(HALF_YEARLY, '2027-02-01T00:00:00.000Z', '2027-07-01T00:00:00.000Z')).toBeUndefined()
  })
})

const said = (assertedBy: string, state: 'on' | 'paused', at: string): Statement =>
  identify({
    entity: scheduleOf('EE'),
    kind: CONTACT_SCHEDULE,
    assertions: [...sayScheduleAs({ ...HALF_YEARLY, networks: ['osce'], state, role: 'chair' })],
    source: { document: 'Set at this desk', verified: true },
    grading: { reliability: 'A', credibility: '1' },
    marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' },
    assertedBy,
    assertedAt: at,
  })

describe('what a party said of its schedule (PFO-76)', () => {
  it('is its own last word; nobody else counts, and nothing said is no schedule', () => {
    expect(readSchedule([], 'EE')).toBeNull()
    const on = said('EE', 'on', '2026-11-01T00:00:00.000Z')
    const paused = said('EE', 'paused', '2026-11-02T00:00:00.000Z')
    const other = said('FR', 'on', '2026-11-03T00:00:00.000Z')
    expect(readSchedule([on, paused, other], 'EE')).toMatchObject({
      state: 'paused',
      everyMonths: 6,
      firstDay: '2027-01-31',
      time: '09:00',
      networks: ['osce'],
      role: 'chair',
    })
  })

  it('does not fall back to an earlier word when the last one was erased, or cannot be read', () => {
    const on = said('EE', 'on', '2026-11-01T00:00:00.000Z')
    const erased: Statement = {
      ...said('EE', 'on', '2026-11-02T00:00:00.000Z'),
      assertions: [],
      erased: { authority: 'Order 1', at: '2026-11-03T00:00:00.000Z' },
    }
    expect(readSchedule([on, erased], 'EE')).toBeNull()
    const odd = identify({ ...said('EE', 'on', '2026-11-02T00:00:00.000Z'), assertions: [] })
    expect(readSchedule([on, odd], 'EE')).toBeNull()
  })
})
