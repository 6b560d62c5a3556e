import type { ContactChecksAnswer, ContactScheduleAnswer, RecordAnswer } from '@demarche/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DeskUnderTest, openDesk, type SignedInForTest } from '../../../test/desk-under-test.ts'
import { putOnRecord } from '../../../test/records-by-hand.ts'
import { goRound, type PostmanOptions } from '../../mail/postman.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const CLOSED = { distribution: 'LIMITE', tlp: 'TLP:AMBER' }
const RED = { distribution: 'LIMITE', tlp: 'TLP:RED' }
const NARROW = { maxDistribution: 'LIMITE', maxTlp: 'TLP:GREEN' } as const

let desk: DeskUnderTest
let options: PostmanOptions
let now = 0
let refuses = false
const received: string[] = []
const complaints: unknown[] = []

const clock = (): Date => new Date((now += 10))
const moveTo = (instant: string): void => void (now = Date.parse(instant))

beforeAll(async () => {
  moveTo('2026-11-23T09:00:00Z')
  // months pass here, and nobody signs in anew
  const accounts = { sessionHours: 40_000, idleMinutes: 2_000_000, clock }
  desk = await openDesk({ sendsMail: true, clock, accounts })
  options = {
    office: desk.office,
    accounts: desk.accounts,
    server: {
      async send(to) {
        if (refuses) throw new Error('not taken')
        received.push(to)
      },
      close: () => undefined,
    },
    outside: {
      ceiling: { maxDistribution: 'PUBLIC', maxTlp: 'TLP:CLEAR' },
      address: 'https://desk.example.org',
      sendsMail: true,
    },
    complain: (error) => complaints.push(error),
  }
})
afterAll(() => desk.close())

const URL = '/api/contact-checks/schedule'
const show = async (who: SignedInForTest): Promise<ContactScheduleAnswer> =>
  (await who.ask({ url: URL })).json()
const ask = (who: SignedInForTest, payload: object) => who.ask({ method: 'POST', url: URL, payload })
const set = async (who: SignedInForTest, payload: object): Promise<ContactScheduleAnswer> => {
  const { statement } = await show(who)
  const answer = await ask(who, { ...payload, ...(statement === undefined ? {} : { follows: statement }) })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const contact = async (
  who: SignedInForTest,
  name: string,
  more: Record<string, unknown> = {},
  marking: object = CLOSED,
): Promise<string> => {
  const mail = `mailto:${name.toLowerCase()}@example.org`
  const facts = { name, party: ['GE'], networks: ['osce'], mail, ...more }
  return putOnRecord(who, 'contact-point', facts, marking)
}
const lines = async (who: SignedInForTest): Promise<ContactChecksAnswer['lines']> => {
  const answer: ContactChecksAnswer = (await who.ask({ url: '/api/contact-checks' })).json()
  return answer.lines
}
const lineOf = async (who: SignedInForTest, entity: string) =>
  (await lines(who)).find((line) => line.entity === entity)
/** Goes round; gives to whom mails went, of those named where any are. */
const round = async (...of: readonly string[]): Promise<string[]> => {
  received.length = 0
  await goRound(options)
  const names = received.map((to) => to.split('@')[0] ?? '')
  return names.filter((name) => of.length === 0 || of.includes(name)).toSorted()
}
/** A party of its own in each test, so that none meets the schedule of another. */
const officerOf = (party: string, role: 'desk-officer' | 'chair' | 'analyst' = 'desk-officer') =>
  desk.signInAs({ party, role })

describe('the schedule of communication checks', () => {
  it('PFO-76 is off until a desk officer or chair sets it; others see it and set nothing', async () => {
    const officer = await officerOf('FI')
    const analyst = await officerOf('FI', 'analyst')
    const chair = await officerOf('FI', 'chair')
    const legal = await desk.signInAs({ party: 'FI', role: 'legal-adviser' })
    expect(await show(officer)).toMatchObject({ state: 'off', maySet: true, contacts: [], history: [] })
    expect(await show(analyst)).toMatchObject({ state: 'off', maySet: false })
    const wanted = { state: 'on', settings: { everyMonths: 6, firstDay: '2027-01-11', time: '09:00' } }
    for (const who of [analyst, legal]) {
      const refused = await ask(who, wanted)
      expect(refused.statusCode).toBe(403)
      const { detail, faults } = refused.json()
      expect(detail).toContain('PFO-76')
      expect(faults).toMatchObject([{ words: { code: 'schedule-set-by', values: { owner: 'FI' } } }])
    }
    expect((await show(officer)).state).toBe('off')
    const on = await set(officer, wanted)
    expect(on).toMatchObject({
      state: 'on',
      settings: { everyMonths: 6, firstDay: '2027-01-11', time: '09:00', networks: [] },
      next: '2027-01-11T08:00:00.000Z',
      set: { by: 'desk-officer of FI' },
      marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER', releasableTo: ['FI'] },
    })
    const marking = { ...RED, releasableTo: ['FI'] }
    const anew = await chair.ask({
      method: 'POST',
      url: `/api/statements/${on.statement}/marking`,
      payload: { marking, reason: 'Nobody else need know.' },
    })
    expect(anew.json().faults).toMatchObject([{ words: { code: 'keeps-its-marking' } }])
    expect(await set(chair, { state: 'paused' })).toMatchObject({
      state: 'paused',
      set: { by: 'chair of FI' },
      history: [{ state: 'on', by: 'desk-officer of FI' }],
    })
    const resumed = await set(chair, { state: 'on' })
    expect(resumed).toMatchObject({ state: 'on', settings: { everyMonths: 6 }, next: on.next })
    expect(await set(officer, { state: 'off' })).toMatchObject({ state: 'off' })
    expect((await show(analyst)).history.map(({ state }) => state)).toEqual(['on', 'paused', 'on'])
    expect((await show(await officerOf('SE'))).history).toEqual([])
  })

  it('PFO-77 takes a first time that is still to come, known directories, and what was decided on what stands', async () => {
    const officer = await officerOf('DK')
    const wanted = { state: 'on', settings: { everyMonths: 6, firstDay: '2027-01-11', time: '09:00' } }
    const wrong = [
      [{ firstDay: '2026-11-20' }, 'schedule-begins-in-past'],
      [{ firstDay: '2029-01-11' }, 'schedule-begins-too-far'],
      [{ networks: ['nobody'] }, 'form-not-among'],
    ] as const
    for (const [other, code] of wrong) {
      const refused = await ask(officer, { state: 'on', settings: { ...wanted.settings, ...other } })
      expect(refused.statusCode).toBe(422)
      const { detail, faults } = refused.json()
      expect(detail).toContain('PFO-77')
      expect(faults).toMatchObject([{ words: { code } }])
    }
    const unset = await ask(officer, { state: 'paused' })
    expect(unset.statusCode).toBe(422)
    expect(unset.json().faults).toMatchObject([{ place: '/settings', words: { code: 'form-missing' } }])
    await set(officer, wanted)
    // decided before that
    const late = await ask(officer, { ...wanted, state: 'off' })
    expect([late.statusCode, late.json().code]).toEqual([409, 'stale-write'])
    expect(late.json().faults).toMatchObject([{ words: { code: 'recorded-meanwhile' } }])
    expect((await show(officer)).settings?.everyMonths).toBe(6)
    await set(officer, { state: 'off' })
  })

  it('PFO-77 PFO-78 PFO-79 asks those of the own directory that a mail may leave for, when it is due, once, in the name of who set it', async () => {
    const officer = await officerOf('EE')
    const colleague = await officerOf('EE', 'analyst')
    const asked = await contact(officer, 'Duty')
    const silent = await contact(officer, 'Silent', { mail: 'https://example.org' })
    const red = await contact(officer, 'Red', {}, RED)
    const other = await contact(await officerOf('LV'), 'Foreign')
    const elsewhere = await contact(officer, 'Elsewhere', { networks: ['oas'] })
    await set(officer, {
      state: 'on',
      settings: { everyMonths: 6, firstDay: '2027-01-11', time: '09:00', networks: ['osce'] },
    })
    const why = new Map((await show(colleague)).contacts.map((one) => [one.entity, one.why]))
    expect(why).toEqual(
      new Map(
        [
          [asked, undefined],
          [elsewhere, undefined],
          [silent, 'no-mail'],
          [red, 'marking'],
          [other, 'other-party'],
        ].map(([entity, reason]) => [entity ?? '', reason]),
      ),
    )
    moveTo('2027-01-11T07:59:00Z')
    expect(await round()).toEqual([])
    moveTo('2027-01-11T08:00:00Z')
    expect((await Promise.all([round(), round()])).flat()).toContain('duty')
    expect(received).toHaveLength(1)
    expect(await round()).toEqual([])
    const line = await lineOf(officer, asked)
    const check = line?.waiting?.entity ?? ''
    const { record, statements }: RecordAnswer = (
      await officer.ask({ url: `/api/portfolio/records/${check}` })
    ).json()
    expect(record.marking).toEqual(CLOSED)
    expect(Object.values(statements)).toMatchObject([
      {
        assertedBy: 'EE',
        recordedBy: officer.person,
        source: { document: 'This desk, asking by mail on schedule' },
      },
    ])
    const auditor = await desk.signInAs({ party: 'EE', role: 'auditor' })
    const log = await desk.office.store
      .as({
        party: 'EE',
        person: auditor.person,
        role: 'auditor',
        maxDistribution: 'LIMITE',
        maxTlp: 'TLP:RED',
      })
      .audit({ verb: 'contact-schedule.run', limit: 10 })
    expect(log.entries).toMatchObject([
      { person: officer.person, party: 'EE', outcome: 'done', detail: 'begun: 1' },
    ])
    expect((await show(colleague)).next).toBe('2027-07-11T07:00:00.000Z')
    // nobody replied: the line has lapsed, and the schedule asks again in summer time
    moveTo('2027-07-11T07:00:00Z')
    expect(await round()).toEqual(['duty'])
  })

  it('PFO-77 begins one round after the desk was down over several, and asks by hand meanwhile count', async () => {
    const officer = await officerOf('LT')
    const [one, two] = [await contact(officer, 'Lone'), await contact(officer, 'Hand')]
    await set(officer, { state: 'on', settings: { everyMonths: 1, firstDay: '2027-08-02', time: '10:00' } })
    moveTo('2027-11-20T12:00:00Z')
    const url = '/api/contact-checks'
    const byHand = await officer.ask({ method: 'POST', url, payload: { contact: two } })
    expect(byHand.statusCode).toBe(201)
    expect(await round('lone', 'hand')).toEqual(['hand', 'lone'])
    expect(await round('lone', 'hand')).toEqual([])
    expect((await lineOf(officer, one))?.waiting).toBeDefined()
    await set(officer, { state: 'paused' })
    moveTo('2028-03-10T12:00:00Z')
    expect(await round('lone', 'hand')).toEqual([])
    // what came while it was paused is not made up for
    expect((await set(officer, { state: 'on' })).next).toBe('2028-04-02T08:00:00.000Z')
    expect(await round('lone', 'hand')).toEqual([])
    moveTo('2028-04-02T08:00:00Z')
    expect(await round('lone', 'hand')).toEqual(['hand', 'lone'])
    await set(officer, { state: 'off' })
  })

  it('PFO-78 stops, and says so, when whoever set it has left or may no longer; somebody else sets it anew', async () => {
    const gone = await officerOf('MT')
    const colleague = await officerOf('MT', 'chair')
    await contact(gone, 'Harbour')
    const every = { state: 'on', settings: { everyMonths: 12, firstDay: '2028-05-02', time: '10:00' } }
    await set(gone, every)
    const { roles } = await desk.accounts.people.get(gone.person)
    await desk.accounts.people.change('test', gone.person, { roles: ['analyst'] })
    // said at once, before the desk has looked at it
    expect(await show(colleague)).toMatchObject({ state: 'stopped' })
    moveTo('2028-05-02T08:00:00Z')
    expect(await round()).not.toContain('harbour')
    expect(await show(colleague)).toMatchObject({
      state: 'stopped',
      settings: { everyMonths: 12 },
      history: [{ state: 'on', by: 'desk-officer of MT' }],
    })
    // it stays stopped, whoever comes back
    await desk.accounts.people.change('test', gone.person, { roles })
    expect(await round()).not.toContain('harbour')
    expect((await show(colleague)).state).toBe('stopped')
    const anew = await set(colleague, {
      state: 'on',
      settings: { ...every.settings, firstDay: '2028-06-02' },
    })
    expect(anew).toMatchObject({ state: 'on', set: { by: 'chair of MT' } })
    await desk.accounts.people.close('test', colleague.person)
    moveTo('2028-06-02T08:00:00Z')
    expect(await round()).not.toContain('harbour')
    expect((await show(gone)).state).toBe('stopped')
  })

  it('PFO-78 asks with the sight of whoever set it, and shows nobody what they do not see', async () => {
    const wide = await officerOf('CY')
    const narrow = await desk.signInAs({ party: 'CY', role: 'desk-officer', ceiling: NARROW })
    const open = await contact(narrow, 'Open', {}, { distribution: 'LIMITE', tlp: 'TLP:GREEN' })
    await set(narrow, { state: 'on', settings: { everyMonths: 12, firstDay: '2028-07-03', time: '10:00' } })
    const before = (await narrow.ask({ url: URL })).body
    const closed = await contact(wide, 'Closed')
    expect((await narrow.ask({ url: URL })).body).toBe(before)
    const seen = await show(wide)
    expect(seen).toMatchObject({ state: 'on', set: { by: 'desk-officer of CY' } })
    expect(seen.contacts.filter(({ why }) => why !== 'other-party')).toMatchObject([
      { entity: closed, why: 'above-setter' },
      { entity: open },
    ])
    moveTo('2028-07-03T08:00:00Z')
    expect(await round('open', 'closed')).toEqual(['open'])
  })

  it('waits for a mail server that is away, as any mail does', async () => {
    const officer = await officerOf('HR')
    await contact(officer, 'Coast')
    await set(officer, { state: 'on', settings: { everyMonths: 12, firstDay: '2028-08-01', time: '10:00' } })
    moveTo('2028-08-01T08:00:00Z')
    refuses = true
    expect(await round()).not.toContain('coast')
    refuses = false
    expect(await round()).not.toContain('coast')
    now += 2 * 60_000
    expect(await round()).toContain('coast')
  })

  it('PFO-79 takes up a round whose process ended in between, and asks nobody twice', async () => {
    const officer = await officerOf('SI')
    const [first, second] = [await contact(officer, 'Alpha'), await contact(officer, 'Beta')]
    await set(officer, { state: 'on', settings: { everyMonths: 12, firstDay: '2028-09-04', time: '10:00' } })
    moveTo('2028-09-04T08:00:00Z')
    const links = desk.accounts.contactLinks
    let kept = 0
    const dies: PostmanOptions = {
      ...options,
      accounts: {
        ...desk.accounts,
        contactLinks: {
          ...links,
          keep: (check, party) =>
            (kept += 1) > 1 ? Promise.reject(new Error('the desk died')) : links.keep(check, party),
        },
      },
    }
    complaints.length = 0
    received.length = 0
    await goRound(dies)
    expect(complaints.map(String)).toEqual(['Error: the desk died'])
    expect(received).toHaveLength(1)
    expect(await round()).toEqual([])
    now += 10 * 60_000
    expect(await round()).toHaveLength(1)
    for (const entity of [first, second]) expect((await lineOf(officer, entity))?.waiting).toBeDefined()
    now += 20 * DAY
    expect(await round('alpha', 'beta')).toEqual([])
  })
})

describe('a desk without a mail server', () => {
  it('takes no schedule, and says why', async () => {
    const other = await openDesk()
    try {
      const payload = { state: 'on', settings: { everyMonths: 6, firstDay: '2027-01-11', time: '09:00' } }
      const refused = await other.ask({ method: 'POST', url: URL, payload })
      expect(refused.statusCode).toBe(422)
      expect(refused.json().faults).toMatchObject([{ words: { code: 'no-mail-for-checks' } }])
      expect((await other.ask({ url: URL })).json()).toMatchObject({ sendsMail: false, state: 'off' })
    } finally {
      await other.close()
    }
  })
})

describe('whom the schedule would ask', () => {
  it('PFO-79 is shown to whoever would set it anew as it would be in their name; what stands, for who set it', async () => {
    const wide = await officerOf('RO')
    const narrow = await desk.signInAs({ party: 'RO', role: 'chair', ceiling: NARROW })
    const analyst = await officerOf('RO', 'analyst')
    const names = ['Closing', 'Opening']
    await contact(wide, 'Closing')
    await contact(wide, 'Opening', {}, { distribution: 'LIMITE', tlp: 'TLP:GREEN' })
    const first = new Date(now + 40 * DAY).toISOString().slice(0, 10)
    await set(narrow, { state: 'on', settings: { everyMonths: 12, firstDay: first, time: '10:00' } })
    const own = (of: ContactScheduleAnswer['ifSet']) =>
      of?.filter(({ name }) => names.includes(name)).map(({ name, why }) => [name, why])
    const asked = [
      ['Closing', undefined],
      ['Opening', undefined],
    ]
    const seen = await show(wide)
    expect(own(seen.contacts)).toEqual([
      ['Closing', 'above-setter'],
      ['Opening', undefined],
    ])
    expect(own(seen.ifSet)).toEqual(asked)
    expect(own((await show(narrow)).ifSet)).toEqual([['Opening', undefined]])
    expect(await show(analyst)).not.toHaveProperty('ifSet')
    const { settings } = seen
    expect(own((await set(wide, { state: 'on', settings })).contacts)).toEqual(asked)
    moveTo(`${first}T12:00:00Z`)
    expect(await round('closing', 'opening')).toEqual(['closing', 'opening'])
  })
})
