import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FactRow } from '../../kernel/fact-row.ts'
import { PUBLIC } from '../../kernel/marking.ts'
import type { Value } from '../../kernel/value.ts'
import { checkState, contactStanding } from '../partner/record-standing.ts'
import { kindOfEntity, type PortfolioRecord } from '../read-record.ts'
import { checkStatistics, contactLines, mailOf, monthsLater } from './contact-checks.ts'

const TODAY = '2026-11-27'

function record(entity: string, facts: Readonly<Record<string, Value>>): PortfolioRecord {
  const rows = Object.entries(facts).map(([property, value]): FactRow => ({
    property,
    label: property,
    group: 'what',
    cardinality: 'one',
    fact: { state: 'known', value, support: [] },
  }))
  return {
    entity,
    kind: kindOfEntity(entity),
    name: entity,
    asOf: TODAY,
    marking: PUBLIC,
    facts: rows,
    doubts: [],
  }
}

const contact = (id: string, facts: Readonly<Record<string, Value>> = {}) =>
  record(`contact-point:${id}`, { party: ['EE'], networks: ['osce'], ...facts })
const check = (id: string, facts: Readonly<Record<string, Value>>, of = 'duty') =>
  record(`contact-check:${id}`, { contact: `contact-point:${of}`, ...facts })
const lines = (
  contacts: readonly PortfolioRecord[],
  checks: readonly PortfolioRecord[],
  asOf = TODAY,
  sets: readonly PortfolioRecord[] = [],
) => contactLines({ contacts, checks, sets, groups: [], asOf })

describe('a check by mail', () => {
  const asked = check('a', { start: '2026-11-01', replyBy: '2026-11-15' })

  it.each([
    ['2026-11-14', 'waiting'],
    ['2026-11-15', 'waiting'],
    ['2026-11-16', 'lapsed'],
  ])('on %s it is %s, by the day alone (PFO-70)', (day, state) => {
    expect(checkState(asked, day)).toBe(state)
  })

  it('says nothing of its contact while it waits, and makes it lapse without a reply (PFO-23, PFO-70)', () => {
    const before = check('b', { start: '2026-06-01', outcome: 'answered' })
    expect(contactStanding([before, asked], '2026-11-15')).toMatchObject({
      lapsed: false,
      lastCheck: { entity: 'contact-check:b' },
    })
    expect(contactStanding([before, asked], '2026-11-16')).toMatchObject({
      lapsed: true,
      lastCheck: { entity: 'contact-check:a', noReply: true },
    })
    const answered = check('a', { start: '2026-11-01', replyBy: '2026-11-15', outcome: 'answered' })
    expect(contactStanding([before, answered], '2026-11-16').lapsed).toBe(false)
  })
})

describe('the next check', () => {
  const sets = [
    record('cbm-set:un', { network: 'un', checkEvery: 6 }),
    record('cbm-set:osce', { network: 'osce', checkEvery: 12 }),
  ]
  const last = check('a', { start: '2026-05-31', outcome: 'answered' })
  const next = (facts: Readonly<Record<string, Value>>) =>
    lines([contact('duty', facts)], [last], TODAY, sets)[0]

  it('is due as the contact says, else as its strictest directory asks, else after twelve months (PFO-72)', () => {
    expect(next({ networks: ['osce', 'un'] })).toMatchObject({ everyMonths: 6, nextDue: '2026-11-30' })
    expect(next({ networks: ['osce', 'un'], checkEvery: 3 })).toMatchObject({ everyMonths: 3, isDue: true })
    expect(next({ networks: ['bilateral'] })).toMatchObject({ everyMonths: 12, nextDue: '2027-05-31' })
  })

  it('is due at once where none is on record, and not while one waits; due ones come first', () => {
    const waits = check('w', { start: '2026-11-20', replyBy: '2026-12-04' }, 'waits')
    const found = lines([contact('waits'), contact('new'), contact('duty')], [waits, last])
    expect(found.map(({ entity, isDue }) => [entity, isDue])).toEqual([
      ['contact-point:new', true],
      ['contact-point:duty', false],
      ['contact-point:waits', false],
    ])
    expect(found[2]?.waiting).toEqual({ entity: 'contact-check:w', replyBy: '2026-12-04' })
  })

  it('lies in the last day of a month that has no such day', () => {
    expect(monthsLater('2026-08-31', 6)).toBe('2027-02-28')
    expect(monthsLater('2024-02-29', -12)).toBe('2023-02-28')
  })
})

describe('an address for mail', () => {
  it.each([
    ['mailto:duty@example.org', 'duty@example.org'],
    ['https://example.org', undefined],
    ['mailto:a@example.org,b@example.org', undefined],
    ['mailto:a@example.org?bcc=b@example.org', undefined],
    ['mailto:a%0abcc:b@example.org', undefined],
    ['mailto:"a b"@example.org', undefined],
  ])('in %s is %s: one, and no instructions (PFO-71)', (mail, address) => {
    expect(mailOf(contact('duty', { mail }))).toBe(address)
  })
})

describe('statistics', () => {
  it('count the last twelve months by directory, with the hours in the middle (PFO-73)', () => {
    const contacts = [contact('duty'), contact('other', { networks: ['un'], party: ['GE'] })]
    const checks = [
      check('a', { start: '2026-11-01', outcome: 'answered', hours: 2 }),
      check('b', { start: '2026-10-01', outcome: 'answered', hours: 5 }),
      check('c', { start: '2026-01-01', replyBy: '2026-01-15' }),
      check('old', { start: '2025-11-01', outcome: 'answered', hours: 900 }),
      check('w', { start: '2026-11-20', replyBy: '2026-12-04' }, 'other'),
    ]
    const found = checkStatistics({ contacts, checks, sets: [], groups: [], asOf: TODAY })
    expect(found.all.checks).toMatchObject({ answered: 2, lapsed: 1, waiting: 1 })
    expect(found.networks['osce']).toMatchObject({ contacts: 1, lapsed: 0, medianHours: 3.5 })
    expect(found.networks['un']).toMatchObject({ contacts: 1, lapsed: 1, medianHours: null })
  })

  it('take nothing from checks of contacts that are not among those given: what is hidden counts nowhere (PFO-73)', () => {
    const drawn = fc.record({
      start: fc.constantFrom('2026-01-05', '2026-07', '2025'),
      outcome: fc.option(fc.constantFrom('answered', 'not-answered', 'bounced')),
      of: fc.constantFrom('duty', 'hidden'),
    })
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 12 }), (all) => {
        const checks = all.map(({ start, outcome, of }, index) =>
          check(String(index), { start, ...(outcome === null ? {} : { outcome }) }, of),
        )
        const seen = checks.filter((_, index) => all[index]?.of === 'duty')
        const input = { contacts: [contact('duty')], sets: [], groups: [], asOf: TODAY }
        expect(checkStatistics({ ...input, checks })).toEqual(checkStatistics({ ...input, checks: seen }))
      }),
    )
  })
})
