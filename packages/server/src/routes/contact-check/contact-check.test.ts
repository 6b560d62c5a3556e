import type { ContactChecksAnswer, RecordAnswer, StartedChecks } from '@demarche/api'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type DeskUnderTest, openDesk, type SignedInForTest } from '../../../test/desk-under-test.ts'
import { type MailServerUnderTest, startMailServer } from '../../../test/mail-server-under-test.ts'
import { putOnRecord } from '../../../test/records-by-hand.ts'
import type { Reader } from '@demarche/store'
import { recordReply, startChecks } from '../../contact/contact-desk.ts'
import { readerOf } from '../../session/session.ts'
import { goRound, type PostmanOptions } from '../../mail/postman.ts'
import { openMailServer } from '../../mail/smtp.ts'

const DAY = 24 * 3_600_000
const CLOSED = { distribution: 'LIMITE', tlp: 'TLP:AMBER' }
const ADDRESS = 'https://desk.example.org'

let desk: DeskUnderTest
let estonia: SignedInForTest
let narrow: SignedInForTest
let post: MailServerUnderTest
let options: PostmanOptions
const complaints: unknown[] = []

beforeAll(async () => {
  post = await startMailServer()
  // weeks pass here, and nobody signs in anew
  desk = await openDesk({ sendsMail: true, accounts: { sessionHours: 9000, idleMinutes: 500_000 } })
  estonia = await desk.signInAs({ party: 'EE', role: 'desk-officer' })
  narrow = await desk.signInAs({
    party: 'FR',
    role: 'delegate',
    ceiling: { maxDistribution: 'PUBLIC', maxTlp: 'TLP:CLEAR' },
  })
  options = {
    office: desk.office,
    accounts: desk.accounts,
    server: openMailServer(`smtp://127.0.0.1:${post.port}`, 'Demarche <desk@example.org>'),
    outside: {
      ceiling: { maxDistribution: 'PUBLIC', maxTlp: 'TLP:CLEAR' },
      address: ADDRESS,
      sendsMail: true,
    },
    complain: (error) => complaints.push(error),
  }
})
afterEach(async () => {
  await received()
  complaints.length = 0
})
afterAll(async () => {
  options.server.close()
  await post.close()
  await desk.close()
})

const contact = async (name: string, more: Record<string, unknown> = {}, marking: object = CLOSED) => {
  const facts = {
    name,
    party: ['GE'],
    networks: ['osce'],
    role: 'technical',
    mail: `mailto:${name.toLowerCase()}@example.org`,
    phone: '+995 1',
    ...more,
  }
  return putOnRecord(estonia, 'contact-point', facts, marking)
}
const start = (payload: object, who = estonia) =>
  who.ask({ method: 'POST', url: '/api/contact-checks', payload })
const started = async (entity: string): Promise<string> => {
  const answer: StartedChecks = (await start({ contact: entity })).json()
  expect(answer.left).toEqual([])
  return answer.started[0]?.check ?? ''
}
const overview = async (who = estonia): Promise<ContactChecksAnswer> =>
  (await who.ask({ url: '/api/contact-checks' })).json()
const lineOf = async (entity: string) => (await overview()).lines.find((line) => line.entity === entity)
const recordOf = async (entity: string): Promise<RecordAnswer> =>
  (await estonia.ask({ url: `/api/portfolio/records/${entity}` })).json()
/** What was sent since this was asked last, with the lines as they were before they were broken for the way. */
const received = async () =>
  (await post.received()).map(({ to, source }) => ({
    to,
    text: source.replaceAll('=\r\n', '').replaceAll('=3D', '='),
  }))
const tokenIn = (text = ''): string => /#token=([\w-]+)/.exec(text)?.[1] ?? ''
const tokenSent = async (): Promise<string> => tokenIn((await received())[0]?.text)
/** Nobody is signed in. */
const reply = (payload: object) => desk.app.inject({ method: 'POST', url: '/api/contact-replies', payload })
const look = (payload: object) =>
  desk.app.inject({ method: 'POST', url: '/api/contact-replies/look', payload })

describe('a communication check', () => {
  it('goes out by mail with a link and names nobody; the reply is on record under the marking of the contact (PFO-71, PFO-75)', async () => {
    const entity = await contact('Duty')
    expect(await lineOf(entity)).toMatchObject({ isDue: true, lapsed: true, hasMail: true })
    const check = await started(entity)
    expect(check).toMatch(/^contact-check:check-by-mail-23-november-2026-/)
    expect(await lineOf(entity)).toMatchObject({ isDue: false, waiting: { entity: check } })
    expect(await goRound(options)).toBe(1)
    expect(await goRound(options)).toBe(0)
    const [mail] = await received()
    expect(mail?.to).toEqual(['duty@example.org'])
    expect(mail?.text).toContain('Estonia asks whether this address still reaches a point of contact')
    expect(mail?.text.split('\r\n\r\n').slice(1).join('\n')).not.toMatch(/Duty|Georgia|OSCE|technical|995/)
    const token = tokenIn(mail?.text)
    expect((await look({ token })).json()).toEqual({ asker: 'Estonia', until: '2026-12-07' })
    desk.letPass(3 * 3_600_000)
    const answer = await reply({ token, number: '+995 2', remark: 'Moved.' })
    expect([answer.statusCode, answer.body]).toEqual([204, ''])
    expect(await lineOf(entity)).toMatchObject({
      lapsed: false,
      isDue: false,
      nextDue: '2027-11-23',
      lastCheck: { entity: check, outcome: ['answered'] },
    })
    const { record, statements } = await recordOf(check)
    expect(record.marking).toEqual(CLOSED)
    const said = (property: string) =>
      record.facts.find((row) => row.property === property)?.fact ?? { state: 'unknown' }
    expect(said('hours')).toMatchObject({ value: 3 })
    expect(said('correction')).toMatchObject({ value: '+995 2' })
    const added = Object.values(statements).find(({ assertions }) =>
      assertions.some(({ property }) => property === 'remark'),
    )
    expect(added).toMatchObject({ assertedBy: 'EE', grading: { reliability: 'F', credibility: '6' } })
    // the contact itself is as it was
    expect(
      (await recordOf(entity)).record.facts.find(({ property }) => property === 'phone')?.fact,
    ).toMatchObject({ value: '+995 1' })
  })

  it('PFO-71 sends no mail to a contact that was marked RED while the mail waited', async () => {
    const entity = await contact('Closed')
    await started(entity)
    const noted = await estonia.ask({
      method: 'POST',
      url: `/api/portfolio/records/${entity}/statements`,
      payload: {
        assertions: [{ property: 'role', value: 'diplomatic' }],
        source: { document: 'Note', verified: true },
        marking: { distribution: 'LIMITE', tlp: 'TLP:RED' },
        reason: 'Not for all.',
      },
    })
    expect(noted.statusCode, noted.body).toBe(201)
    expect(await goRound(options)).toBe(0)
    expect(await received()).toEqual([])
  })

  it('PFO-75 takes the reply under the marking under which it was begun, whatever was noted on it since', async () => {
    const entity = await contact('Noted')
    const check = await started(entity)
    await goRound(options)
    const noted = await estonia.ask({
      method: 'POST',
      url: `/api/portfolio/records/${check}/statements`,
      payload: {
        assertions: [{ property: 'remark', value: 'Call the embassy first.' }],
        source: { document: 'Note', verified: true },
        marking: { distribution: 'LIMITE', tlp: 'TLP:RED' },
        reason: 'Not for all.',
      },
    })
    expect(noted.statusCode, noted.body).toBe(201)
    expect((await reply({ token: await tokenSent() })).statusCode).toBe(204)
    const colleague = await desk.signInAs({
      party: 'EE',
      role: 'analyst',
      ceiling: { maxDistribution: 'LIMITE', maxTlp: 'TLP:AMBER' },
    })
    const seen = (await overview(colleague)).lines.find((line) => line.entity === entity)
    expect(seen).toMatchObject({ lapsed: false, lastCheck: { entity: check, outcome: ['answered'] } })
  })

  it('is answered once; unknown, used and too old are refused with one sentence (PFO-74)', async () => {
    const entity = await contact('Once')
    await started(entity)
    await goRound(options)
    const token = await tokenSent()
    const [one, other] = await Promise.all([reply({ token }), reply({ token })])
    expect([one.statusCode, other.statusCode].toSorted()).toEqual([204, 404])
    const late = await contact('Late')
    const lateCheck = await started(late)
    await goRound(options)
    const old = await tokenSent()
    desk.letPass(15 * DAY)
    const refused = [
      await reply({ token }),
      await reply({ token: old }),
      await reply({ token: 'x'.repeat(43) }),
      await reply({ token: old.slice(0, 8) }),
      await look({ token }),
      await look({ token: old }),
      await look({ token: 'x'.repeat(43) }),
      await look({ token: old.slice(0, 8) }),
    ]
    expect(new Set(refused.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1)
    expect(refused[0]?.body).toContain('PFO-74')
    // nothing ran over the deadline, and the line has lapsed all the same
    expect(await lineOf(late)).toMatchObject({
      lapsed: true,
      lastCheck: { entity: lateCheck, noReply: true },
    })
  })

  it('is not answered by opening the link, which is a page like any other', async () => {
    await started(await contact('Scanner'))
    await goRound(options)
    const token = await tokenSent()
    for (const url of [
      '/api/contact-replies',
      `/api/contact-replies?token=${token}`,
      '/api/contact-replies/look',
    ])
      expect((await desk.app.inject({ method: 'GET', url })).statusCode).toBe(404)
    expect((await look({ token })).statusCode).toBe(200)
    expect((await look({ token })).statusCode).toBe(200)
    const foreign = { 'sec-fetch-site': 'cross-site' }
    const url = '/api/contact-replies'
    const pressed = await desk.app.inject({ method: 'POST', url, payload: { token }, headers: foreign })
    expect(pressed.statusCode).toBe(400)
    expect((await reply({ token })).statusCode).toBe(204)
  })

  it('PFO-70 is asked about though the desk died between the check and its mail, and no mail goes out for a check that is not on record', async () => {
    const links = desk.accounts.contactLinks
    const died = new Error('the desk died')
    const dies = () => Promise.reject(died)
    const entity = await contact('Cutoff')
    const begin = (office: Pick<typeof desk.office, 'store'>, kept: typeof links) =>
      startChecks(
        { ...desk.office, ...office },
        kept,
        readerOf({ party: 'EE', person: estonia.person }),
        entity,
      )
    // the link is kept, the check is not on record
    const full = {
      ...desk.office.store,
      as: (reader: Reader) => ({ ...desk.office.store.as(reader), append: dies }),
    }
    await expect(begin({ store: full }, links)).rejects.toThrow(died)
    desk.letPass(11 * 60_000)
    expect(await goRound(options)).toBe(0)
    expect((await lineOf(entity))?.waiting).toBeUndefined()
    // the check is on record, and its mail was never said to be ready
    await expect(begin(desk.office, { ...links, ready: dies })).rejects.toThrow(died)
    expect(await goRound(options)).toBe(0)
    desk.letPass(11 * 60_000)
    expect(await goRound(options)).toBe(1)
    expect((await reply({ token: await tokenSent() })).statusCode).toBe(204)
    expect(await lineOf(entity)).toMatchObject({ lapsed: false, lastCheck: { outcome: ['answered'] } })
  })

  it('PFO-74 is on record once, though the desk died between the reply and the end of its link', async () => {
    const entity = await contact('Died')
    const check = await started(entity)
    await goRound(options)
    const token = await tokenSent()
    const links = { ...desk.accounts.contactLinks, drop: () => Promise.reject(new Error('the desk died')) }
    await expect(recordReply(desk.office, links, { token, remark: 'Here.' })).rejects.toThrow('died')
    expect(await lineOf(entity)).toMatchObject({ lapsed: false, lastCheck: { outcome: ['answered'] } })
    const before = Object.keys((await recordOf(check)).statements)
    expect((await reply({ token, remark: 'Here.' })).statusCode).toBe(404)
    expect((await look({ token })).statusCode).toBe(404)
    expect(Object.keys((await recordOf(check)).statements)).toEqual(before)
  })

  it('takes no classified text, and the link still works then (REC-01)', async () => {
    await started(await contact('Careful'))
    await goRound(options)
    const token = await tokenSent()
    const answer = await reply({ token, remark: 'SECRET UE/EU SECRET: see annex' })
    expect(answer.json()).toMatchObject({ code: 'classified-content' })
    expect((await reply({ token })).statusCode).toBe(204)
  })

  it('waits for a mail server that is away, and a mail sent again has the only link that works', async () => {
    const entity = await contact('Retry')
    await started(entity)
    await post.behave('refuses')
    expect(await goRound(options)).toBe(0)
    expect(complaints.map(String).join()).not.toContain('retry@example.org')
    await post.behave('takes')
    desk.letPass(2 * 60_000)
    expect(await goRound(options)).toBe(1)
    expect((await reply({ token: await tokenSent() })).statusCode).toBe(204)
  })

  it('PFO-70 whose mail came back is noted so by hand; the line waits no more then and can be asked again at once', async () => {
    const entity = await contact('Returned')
    const check = await started(entity)
    await goRound(options)
    expect((await start({ contact: entity })).json().left).toEqual([{ contact: entity, why: 'waiting' }])
    const noted = await estonia.ask({
      method: 'POST',
      url: `/api/portfolio/records/${check}/statements`,
      payload: {
        assertions: [{ property: 'outcome', value: 'bounced' }],
        source: { document: 'Mail that came back', verified: true },
        marking: CLOSED,
      },
    })
    expect(noted.statusCode, noted.body).toBe(201)
    const line = await lineOf(entity)
    expect(line).toMatchObject({ lastCheck: { entity: check, outcome: ['bounced'] } })
    expect(line?.waiting).toBeUndefined()
    expect(await started(entity)).not.toBe(check)
  })

  it('of all that are due is begun at once; those that cannot be asked come back with the reason (PFO-71, PFO-72)', async () => {
    const [due, none, secret] = [
      await contact('Due'),
      await contact('None', { mail: 'https://example.org' }),
      await contact('Secret', {}, { distribution: 'LIMITE', tlp: 'TLP:RED' }),
    ]
    const answer: StartedChecks = (await start({})).json()
    expect(answer.started.map((one) => one.contact)).toContain(due)
    expect(answer.left).toContainEqual({ contact: none, why: 'no-mail' })
    expect(answer.left).toContainEqual({ contact: secret, why: 'marking' })
    expect((await start({ contact: due })).json().left).toEqual([{ contact: due, why: 'waiting' }])
    await goRound(options)
    expect((await received()).flatMap(({ to }) => to)).not.toContain('secret@example.org')
  })

  it('of a contact that the reader does not see is not begun, and shows in no number', async () => {
    const before = (await narrow.ask({ url: '/api/contact-checks' })).body
    const entity = await contact('Hidden')
    await started(entity)
    const refused = await start({ contact: entity }, narrow)
    expect(refused.statusCode).toBe(404)
    expect(refused.json().detail).toBe(
      (await start({ contact: entity.replace('hidden', 'absent') }, narrow))
        .json()
        .detail.replace('absent', 'hidden'),
    )
    expect((await narrow.ask({ url: '/api/contact-checks' })).body).toBe(before)
    expect((await start({}, narrow)).json()).toEqual({ started: [], left: [] })
  })

  it('is dropped, and no mail sent, when the contact has no address any more', async () => {
    await goRound(options)
    const entity = await contact('Gone')
    await started(entity)
    const { statements } = await recordOf(entity)
    const [id] = Object.keys(statements)
    const withdrawn = await estonia.ask({
      method: 'POST',
      url: `/api/portfolio/records/${entity}/statements`,
      payload: {
        assertions: [],
        retracts: [{ statement: id, property: 'mail' }],
        reason: 'no longer there',
        source: { document: 'Note verbale', verified: true },
        marking: CLOSED,
      },
    })
    expect(withdrawn.statusCode, withdrawn.body).toBe(201)
    expect(await goRound(options)).toBe(0)
    expect(await goRound(options)).toBe(0)
  })
})

describe('a desk without a mail server', () => {
  it('says so and asks for a check by hand', async () => {
    const other = await openDesk()
    try {
      const refused = await other.ask({ method: 'POST', url: '/api/contact-checks', payload: {} })
      expect(refused.statusCode).toBe(422)
      expect(refused.json().detail).toContain('by hand')
      expect((await other.ask({ url: '/api/contact-checks' })).json()).toMatchObject({ sendsMail: false })
    } finally {
      await other.close()
    }
  })
})
