import type { ComingAnswer, NotMetAnswer } from '@demarche/api'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DeskUnderTest, openDesk, type SignedInForTest } from '../../../test/desk-under-test.ts'
import { CLOSED, delegateOfOpenRecords, OPEN, putOnRecord, said } from '../../../test/records-by-hand.ts'

let desk: DeskUnderTest
let delegate: SignedInForTest
beforeAll(async () => {
  desk = await openDesk({ publicUrl: 'https://desk.example.org' })
  delegate = await delegateOfOpenRecords(desk)
})
afterAll(() => desk.close())

const opened = (kind: string, facts: Record<string, unknown>, marking = OPEN) =>
  putOnRecord(desk, kind, facts, marking)
const add = async (entity: string, facts: Record<string, unknown>, marking = OPEN) => {
  const url = `/api/portfolio/records/${encodeURIComponent(entity)}/statements`
  const answer = await desk.ask({ method: 'POST', url, payload: said(facts, marking) })
  expect(answer.statusCode, answer.body).toBe(201)
}
const coming = async (query = '', who = desk.officer): Promise<ComingAnswer> => {
  const answer = await who.ask({ url: `/api/portfolio/coming?${query}` })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const linesOf = ({ entries }: ComingAnswer) =>
  entries.map(({ name, what, on, doubt = '' }) => `${on} ${name} ${what} ${doubt}`.trim())
const notMet = async (query = '', who = desk.officer): Promise<NotMetAnswer> => {
  const answer = await who.ask({ url: `/api/portfolio/not-met?${query}` })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

describe('portfolio.coming', () => {
  it('PFO-80 lists what begins, ends and is due, by day, where the date may lie in the time', async () => {
    await opened('meeting', {
      name: 'Round of talks',
      partners: ['KI'],
      start: '2027-01-20',
      end: '2027-01-21',
    })
    await opened('project', { name: 'Course', countries: ['KI'], start: '2024', end: '2027-02' })
    await opened('commitment', { name: 'Send a list', towards: ['KI'], due: '2026-12-31', standing: 'open' })
    await opened('commitment', { name: 'Sent', towards: ['KI'], due: '2026-12-31', standing: 'kept' })
    await opened('project', { name: 'In the region', regions: ['pacific'], end: '2027-01' })
    await opened('project', { name: 'Much later', countries: ['KI'], end: '2031' })
    expect(linesOf(await coming('place=KI'))).toEqual([
      '2026-12-31 Send a list due',
      '2027-01 In the region end',
      '2027-01-20 Round of talks start',
      '2027-02 Course end',
    ])
    expect(linesOf(await coming('place=KI&kind=meeting'))).toEqual(['2027-01-20 Round of talks start'])
    expect(linesOf(await coming('place=KI&from=2031-01-01&to=2031-02-01'))).toEqual(['2031 Much later end'])
  })

  it('PFO-80 gives each date on which sources differ, under whatever label it stands', async () => {
    const entity = await opened('project', { name: 'Disputed', countries: ['MC'], end: '2026-12-31' })
    await add(entity, { end: '2029' })
    expect(linesOf(await coming('place=MC'))).toEqual(['2026-12-31 Disputed end contested'])
    await add(entity, { end: '2027-03-31' }, CLOSED)
    expect(linesOf(await coming('place=MC'))).toEqual([
      '2026-12-31 Disputed end contested',
      '2027-03-31 Disputed end contested',
    ])
    expect(linesOf(await coming('place=MC', delegate))).toEqual(['2026-12-31 Disputed end contested'])
  })

  it('PFO-80 lists nothing that looks back, though it was done today', async () => {
    const item = await opened('evidence-item', { name: 'Image', start: '2026-11-23' })
    await opened('custody-entry', { name: 'Handed over', item, holder: 'EE', start: '2026-11-23' })
    await opened('meeting', { name: 'Talks of today', partners: ['TO'], start: '2026-11-23' })
    expect(linesOf(await coming('to=2026-11-23'))).toEqual(['2026-11-23 Talks of today start'])
    // nobody submits to, checks or judges anything that is coming
    expect(linesOf(await coming('kind=custody-entry'))).toEqual([])
  })

  it('PFO-81 says when a point of contact lapses', async () => {
    const contact = await opened('contact-point', { name: 'Ministry of San Marino', party: ['SM'] })
    expect(linesOf(await coming('place=SM'))).toEqual([])
    await opened('contact-check', { name: 'Check', contact, start: '2026-02-10', outcome: 'answered' })
    expect(linesOf(await coming('place=SM'))).toEqual(['2027-02-10 Ministry of San Marino lapse'])
  })

  it('is the same for a reader whatever they may not see', async () => {
    const before = [await coming('', delegate), await notMet('', delegate)]
    await opened(
      'meeting',
      { name: 'Closed', partners: ['JP'], agenda: ['norms'], start: '2026-11-01' },
      CLOSED,
    )
    await opened('meeting', { name: 'Closed too', partners: ['JP'], start: '2026-12-01' }, CLOSED)
    expect([await coming('', delegate), await notMet('', delegate)]).toEqual(before)
    expect(linesOf(await coming('')).join()).toContain('Closed too')
  })

  it('refuses a kind that there is not, and a time that ends before it begins', async () => {
    expect((await desk.ask({ url: '/api/portfolio/coming?kind=comet' })).statusCode).toBe(404)
    const answer = await desk.ask({ url: '/api/portfolio/coming?from=2027-01-01&to=2026-01-01' })
    expect([answer.statusCode, answer.json().faults[0].rule]).toEqual([422, 'PFO-80'])
  })
})

describe('portfolio.not-met', () => {
  it('PFO-83 names partners by the records, with the last meeting and what was spoken of', async () => {
    const old = await opened('meeting', {
      name: 'Old',
      partners: ['WS'],
      agenda: ['fraud'],
      start: '2022-05',
    })
    const next = await opened('meeting', { name: 'Next', partners: ['WS'], start: '2027-05-01' })
    const { partners, since, names } = await notMet('place=WS&months=24')
    expect(since).toBe('2024-11-23')
    expect(partners).toEqual([
      {
        partner: 'WS',
        last: { entity: old, on: '2022-05' },
        isLongAgo: true,
        next: { entity: next, on: '2027-05-01' },
        topics: [{ topic: 'fraud', entity: old, on: '2022-05' }],
      },
    ])
    expect(names[old]).toBe('Old')
    await opened('meeting', { name: 'New', partners: ['WS'], agenda: ['fraud'], start: '2026-05-01' })
    expect((await notMet('place=WS&months=24')).partners).toEqual([])
    expect((await notMet('place=pacific&months=1')).partners.map(({ partner }) => partner)).toContain('WS')
  })

  it('tells of the partners in the records that come with the desk', async () => {
    const { partners } = await notMet('months=12')
    expect(partners.length).toBeGreaterThan(5)
    expect(partners.map(({ partner }) => partner)).not.toContain('EU')
  })
})

const feed = async (who: SignedInForTest, more = ''): Promise<string> => {
  const given = await who.ask({ method: 'POST', url: '/api/notices/feeds', payload: { kind: 'portfolio' } })
  expect(given.statusCode, given.body).toBe(201)
  const answer = await desk.app.inject({ method: 'GET', url: `${given.json().path}${more}` })
  expect(answer.statusCode, answer.body).toBe(200)
  expect(answer.headers['content-type']).toContain('text/calendar')
  return answer.body
}
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
/** Of the one event at that place. */
const uidAt = async (place: string) => eventsOf(await feed(delegate, `&place=${place}`))[0]?.uid

describe('calendar.portfolio', () => {
  it('PFO-82 is read by a second program: on every day that a date may mean, and no year', async () => {
    const body = await feed(delegate, '&place=KI')
    const events = eventsOf(body)
    const days = events.map(({ summary, startDate, endDate }) => [
      summary,
      startDate.toString(),
      endDate.toString(),
    ])
    expect(days).toContainEqual(['Course: ends', '2027-02-01', '2027-03-01'])
    expect(days).toContainEqual(['Send a list: last day', '2026-12-31', '2027-01-01'])
    expect(events.every(({ startDate }) => startDate.isDate)).toBe(true)
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
    for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(body.replaceAll('\r\n ', '')).toContain('https://desk.example.org/portfolio/records/commitment:')
  })

  it('NOT-10 says of what may not leave that there is something and when, and no more', async () => {
    await opened('meeting', { name: 'Secret round', partners: ['LI'], start: '2027-03-03' }, CLOSED)
    const body = await feed(desk.officer, '&place=LI')
    expect(eventsOf(body).map(({ summary, startDate }) => [summary, startDate.toString()])).toEqual([
      ['Something of the portfolio', '2027-03-03'],
    ])
    expect(body).not.toContain('ecret')
    expect(body).not.toContain('meeting:')
    expect(eventsOf(await feed(delegate, '&place=LI'))).toEqual([])
  })

  it('NOT-10 says of a contact no day that a check brings which may not leave', async () => {
    const contact = await opened('contact-point', { name: 'Ministry of Andorra', party: ['AD'] })
    const check = { name: 'Call', contact, start: '2026-04-07', outcome: 'answered' }
    await opened('contact-check', check, CLOSED)
    const body = await feed(desk.officer, '&place=AD')
    expect(eventsOf(body).map(({ summary }) => summary)).toEqual(['Something of the portfolio'])
    expect(body).not.toContain('Andorra')
  })

  it('NOT-12 is not opened by the token of the other calendar', async () => {
    const given = await delegate.ask({
      method: 'POST',
      url: '/api/notices/feeds',
      payload: { kind: 'calendar' },
    })
    const token = given.json().path.split('token=')[1]
    const answer = await desk.app.inject({ method: 'GET', url: `/api/portfolio.ics?token=${token}` })
    expect(answer.statusCode).toBe(401)
  })

  it('keeps the same event when its day moves', async () => {
    const entity = await opened('standards-item', { name: 'Draft', proposers: ['FM'], due: '2027-01-15' })
    const before = await uidAt('FM')
    const { statements } = (
      await desk.ask({ url: `/api/portfolio/records/${encodeURIComponent(entity)}` })
    ).json()
    const [first] = Object.keys(statements)
    const payload = {
      ...said({ due: '2027-02-15' }),
      supersedes: [{ statement: first, property: 'due' }],
      reason: 'The ballot was put off.',
    }
    const url = `/api/portfolio/records/${encodeURIComponent(entity)}/statements`
    const moved = await desk.ask({ method: 'POST', url, payload })
    expect(moved.statusCode, moved.body).toBe(201)
    expect(before).toMatch(/@demarche$/)
    expect(await uidAt('FM')).toBe(before)
  })
})
