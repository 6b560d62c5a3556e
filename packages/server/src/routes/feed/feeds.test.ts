import { XMLParser, XMLValidator } from 'fast-xml-parser'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, bringBefore, openDeclaration } from '../../../test/a-declaration.ts'
import { type DeskUnderTest, openDesk, type SignedInForTest } from '../../../test/desk-under-test.ts'

const OPEN = { distribution: 'LIMITE', tlp: 'TLP:GREEN' } as const
const CLOSED = { distribution: 'LIMITE', tlp: 'TLP:AMBER' } as const
// the operator lets LIMITE leave: a procedure is never below it (PRC-35)
const CEILING = { maxDistribution: 'LIMITE', maxTlp: 'TLP:GREEN' } as const
const AMONG_TWO = { ...OPEN, releasableTo: ['EE', 'IE'] }

let desk: DeskUnderTest
let who: Record<'EE' | 'FR' | 'chair', SignedInForTest>
let open: string
let closed: string

beforeAll(async () => {
  desk = await openDesk({ publicUrl: 'https://desk.example.org', outsideCeiling: CEILING })
  who = {
    EE: await desk.signInAs({ party: 'EE', role: 'delegate' }),
    FR: await desk.signInAs({ party: 'FR', role: 'delegate' }),
    chair: await desk.signInAs({ party: 'IE', role: 'chair' }),
  }
  open = (await openDeclaration(who.EE, 'Declaration <on> ports; "all", of them', OPEN)).entity
  closed = (await openDeclaration(who.EE, 'Secretive wording', CLOSED)).entity
  for (const entity of [open, closed]) await bringBefore(who.EE, who.chair, entity, '2026-12-01')
})
afterAll(() => desk.close())

const tokenPath = async (as: SignedInForTest, kind: 'calendar' | 'feed'): Promise<string> => {
  const answer = await as.ask({ method: 'POST', url: '/api/notices/feeds', payload: { kind } })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().path
}
/** As a calendar program asks: without a session. */
const fetchAs = async (path: string) => desk.app.inject({ method: 'GET', url: path })

const eventsOf = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
}

describe('the calendar of deadlines', () => {
  it('is read by a second program: meetings on their day, named where their marking lets them leave', async () => {
    const answer = await fetchAs(await tokenPath(who.FR, 'calendar'))
    expect(answer.headers['content-type']).toContain('text/calendar')
    const events = eventsOf(answer.body)
    expect(events.map(({ summary }) => summary).toSorted()).toEqual([
      'A deadline at the desk',
      'Declaration <on> ports; "all", of them: on the agenda of the HWPCI',
    ])
    for (const { startDate } of events) {
      expect([startDate.isDate, startDate.toString()]).toEqual([true, '2026-12-01'])
    }
    expect(answer.body).not.toContain('ecretive')
    expect(answer.body).not.toContain(closed)
    // lines are folded
    expect(answer.body.replaceAll('\r\n ', '')).toContain(`https://desk.example.org/procedures/${open}`)
    for (const [, stamp] of answer.body.matchAll(/^DTSTAMP:(.*)$/gm)) expect(stamp).toMatch(/^\d{8}T\d{6}Z/)
  })

  it.each([
    ['2026-12-02T17:00:00.000Z', '2026-12-02T18:00:00', 'winter'],
    ['2027-06-02T16:00:00.000Z', '2027-06-02T18:00:00', 'summer'],
    ['2027-03-28T01:00:00.000Z', '2027-03-28T03:00:00', 'the hour in which summer begins'],
    ['2027-10-31T00:30:00.000Z', '2027-10-31T00:30:00Z', 'the hour that comes twice, in UTC'],
    ['2027-10-31T01:30:00.000Z', '2027-10-31T01:30:00Z', 'the same hour the second time'],
  ])('gives the end of silence at %s as %s: %s', async (until, local) => {
    const { entity } = await openDeclaration(who.EE, `Until ${until}`, OPEN)
    await bringBefore(who.EE, who.chair, entity, '2026-12-01')
    await act(who.chair, entity, { verb: 'open-silence', until })
    const { body } = await fetchAs(await tokenPath(who.FR, 'calendar'))
    const event = eventsOf(body).find(
      ({ summary }) => summary.startsWith(`Until ${until}`) && summary.endsWith('silence ends'),
    )
    expect(event?.startDate.toString()).toBe(local)
    expect(event?.startDate.toJSDate().toISOString()).toBe(until)
  })

  it('keeps the same event when a silence is extended, so that it moves', async () => {
    const { entity } = await openDeclaration(who.EE, 'Extended', OPEN)
    await bringBefore(who.EE, who.chair, entity, '2026-12-01')
    await act(who.chair, entity, { verb: 'open-silence', until: '2026-12-03T17:00:00.000Z' })
    const path = await tokenPath(who.FR, 'calendar')
    const uid = async () =>
      eventsOf((await fetchAs(path)).body).find(({ summary }) => summary === 'Extended: silence ends')?.uid
    const before = await uid()
    const longer = {
      verb: 'extend-silence',
      until: '2026-12-04T17:00:00.000Z',
      reason: 'Asked for.',
    } as const
    await act(who.chair, entity, longer)
    expect(before).toMatch(/@demarche$/)
    expect(await uid()).toBe(before)
  })
})

describe('the feed of notices', () => {
  it('is valid Atom, names what may leave and says of the rest only that there is something', async () => {
    const answer = await fetchAs(await tokenPath(who.FR, 'feed'))
    expect(XMLValidator.validate(answer.body)).toBe(true)
    const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'entry' })
    const { feed } = parser.parse(answer.body)
    expect(feed['@_xmlns']).toBe('http://www.w3.org/2005/Atom')
    for (const needed of ['id', 'title', 'updated', 'author']) expect(feed).toHaveProperty(needed)
    const titles: string[] = feed.entry.map(({ title }: { title: string }) => title)
    expect(
      titles.some(
        (title) =>
          title.includes('Declaration &lt;on&gt; ports') ||
          title.includes('Declaration <on> ports; "all", of them'),
      ),
    ).toBe(true)
    expect(titles).toContain('Something concerns you. Sign in to read it.')
    for (const entry of feed.entry) {
      expect(Number.isNaN(Date.parse(entry.updated))).toBe(false)
      expect(entry.id).toMatch(/^urn:demarche:notice:[0-9a-f]{32}$/)
    }
    expect(answer.body).not.toContain('ecretive')
    expect(answer.body).not.toContain(closed)
  })
})

describe('tokens of calendar and feed', () => {
  it('NOT-12 are listed without being shown again, replaced by a new one, and taken back', async () => {
    const first = await tokenPath(who.FR, 'feed')
    const second = await tokenPath(who.FR, 'feed')
    expect((await fetchAs(first)).statusCode).toBe(401)
    expect((await fetchAs(second)).statusCode).toBe(200)
    const list = await who.FR.ask({ method: 'GET', url: '/api/notices' })
    expect(list.json().delivery.feeds).toMatchObject([{ kind: 'calendar' }, { kind: 'feed' }])
    expect(list.body).not.toContain(second.split('token=')[1])
    const taken = await who.FR.ask({ method: 'DELETE', url: '/api/notices/feeds/feed' })
    expect(taken.statusCode).toBe(204)
    expect((await fetchAs(second)).statusCode).toBe(401)
    expect((await who.FR.ask({ method: 'DELETE', url: '/api/notices/feeds/feed' })).statusCode).toBe(404)
  })

  it('NOT-12 open nothing but what they are for, and answer alike whether a token never was or was taken back', async () => {
    const path = await tokenPath(who.FR, 'calendar')
    const token = path.split('token=')[1] ?? ''
    expect((await fetchAs(`/api/feed.atom?token=${token}`)).statusCode).toBe(401)
    expect((await fetchAs(`/api/notices?token=${token}`)).statusCode).toBe(401)
    await who.FR.ask({ method: 'DELETE', url: '/api/notices/feeds/calendar' })
    const back = await fetchAs(path)
    const never = await fetchAs('/api/calendar.ics?token=a-token-that-never-was')
    expect(back.body).toBe(never.body)
    expect(desk.defects).toEqual([])
  })

  it('NOT-11 end with the account, and with the role in which they were made', async () => {
    const guest = await desk.signInAs({ party: 'PL', role: 'delegate' })
    const path = await tokenPath(guest, 'calendar')
    expect((await fetchAs(path)).statusCode).toBe(200)
    await desk.accounts.people.change(desk.officer.person, guest.person, { roles: ['analyst'] })
    expect((await fetchAs(path)).statusCode).toBe(401)
    await desk.accounts.people.change(desk.officer.person, guest.person, { roles: ['delegate'] })
    expect((await fetchAs(path)).statusCode).toBe(200)
    await desk.accounts.people.close(desk.officer.person, guest.person)
    expect((await fetchAs(path)).statusCode).toBe(401)
    await desk.accounts.people.reopen(desk.officer.person, guest.person)
    expect((await fetchAs(path)).statusCode).toBe(401)
  })

  it('end when the account is given anew by an invitation (ACC-12)', async () => {
    const lost = await desk.signInAs({ party: 'PL', role: 'delegate' })
    const path = await tokenPath(lost, 'feed')
    const { token } = await desk.accounts.people.inviteAgain(desk.officer.person, lost.person)
    expect((await fetchAs(path)).statusCode).toBe(200)
    const caller = { address: '127.0.0.1', browser: 'a test' }
    await desk.accounts.signIn.withInvitation(token, 'seven grey herons waiting', caller)
    expect((await fetchAs(path)).statusCode).toBe(401)
  })

  it('give the same, byte for byte, whether or not there is something that the person may not see', async () => {
    const paths = [await tokenPath(who.FR, 'calendar'), await tokenPath(who.FR, 'feed')]
    const bodies = async () => Promise.all(paths.map(async (path) => (await fetchAs(path)).body))
    const before = await bodies()
    const hidden = await openDeclaration(who.EE, 'Declaration among two', AMONG_TWO)
    await bringBefore(who.EE, who.chair, hidden.entity, '2026-12-09')
    expect(await bodies()).toEqual(before)
    const [calendar] = [await fetchAs(await tokenPath(who.chair, 'calendar'))]
    expect(calendar?.body).toContain('20261209')
    expect(calendar?.body).not.toContain('among two')
  })
})
