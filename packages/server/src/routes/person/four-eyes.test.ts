/**
 * Two administrators give access, by person and not by role; one alone does so at once; what takes access away never waits.
 */
import { type Party, READER_ROLES } from '@demarche/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type DeskUnderTest, openDesk, type SignedInForTest } from '../../../test/desk-under-test.ts'

const DAY = 86_400_000
const LOW = { maxDistribution: 'PUBLIC', maxTlp: 'TLP:GREEN' } as const
const HIGH = { maxDistribution: 'LIMITE', maxTlp: 'TLP:RED' } as const
const PARTIES = ['EE', 'FR'].map((code): Party => ({
  id: code.toLowerCase(),
  code,
  label: code,
  kind: 'member-state',
  authority: 'binding-law',
  source: { document: 'an invented act', locator: 'Article 1' },
  inForce: { from: '2013-07-01' },
  verified: false,
}))
const MARI = { name: 'Mari', email: 'Mari@example.org', party: 'EE', roles: ['delegate'], ceiling: LOW }

let desk: DeskUnderTest
let now = 0
/** administers alone unless a test brings a second one */
let first: SignedInForTest
beforeEach(async () => {
  now = Date.parse('2026-11-23T09:00:00Z')
  desk = await openDesk({ withRecords: false, parties: PARTIES, accounts: { clock: () => new Date(now) } })
  first = desk.officer
  await post(first, '/api/session/role', { role: 'administrator' })
}, 120_000)
afterEach(() => desk.close())

const post = (who: SignedInForTest, url: string, payload: object = {}) =>
  who.ask({ method: 'POST', url, payload })
const withdraw = (who: SignedInForTest, id: string) =>
  who.ask({ method: 'DELETE', url: `/api/people/proposals/${id}` })
const confirm = (who: SignedInForTest, id: string) => post(who, `/api/people/proposals/${id}/confirmation`)
const anAdministrator = () => desk.signInAs({ party: 'desk', role: 'administrator' })
const aDelegate = () => desk.signInAs({ party: 'EE', role: 'delegate', ceiling: LOW })
const accountOf = async (person: string) => desk.accounts.people.get(person)
const waiting = async (who: SignedInForTest) => (await who.ask({ url: '/api/people' })).json().proposals

/** Everything that gives access, tried by one administrator on one person. */
const WIDER = [
  ['a role', { roles: ['delegate', 'chair'] }],
  ['the role of administrator', { roles: ['administrator'] }],
  ['a party', { party: 'FR' }],
  ['a higher distribution', { ceiling: { ...LOW, maxDistribution: 'LIMITE' } }],
  ['a higher TLP', { ceiling: { ...LOW, maxTlp: 'TLP:AMBER' } }],
  ['an e-mail address, which single sign-on may vouch for', { email: 'other@example.org' }],
  ['a role behind a new name', { name: 'M', roles: ['delegate', 'auditor'] }],
] as const

describe('with two administrators (ACC-13)', () => {
  let other: SignedInForTest
  beforeEach(async () => {
    other = await anAdministrator()
  })

  it.each(WIDER)('%s waits, and takes effect when the other one confirms', async (_, change) => {
    const { person } = await aDelegate()
    const before = await accountOf(person)
    const answer = await post(first, `/api/people/${person}`, change)
    expect(answer.statusCode).toBe(202)
    const { id, mayConfirm, confirmers } = answer.json().waiting
    expect([mayConfirm, confirmers]).toEqual([false, ['administrator of desk']])
    expect(await accountOf(person)).toEqual(before)

    const own = await confirm(first, id)
    expect(own.json()).toMatchObject({ code: 'not-allowed', detail: expect.stringContaining('ACC-13') })
    expect(await accountOf(person)).toEqual(before)

    expect(await waiting(other)).toMatchObject([{ id, mayConfirm: true, by: { person: first.person } }])
    expect((await confirm(other, id)).json()).toMatchObject({ person: change, waiting: null })
    expect(await accountOf(person)).toMatchObject(change)
    expect((await confirm(other, id)).statusCode).toBe(404)
  })

  it('nobody widens their own access alone, by whichever address', async () => {
    const before = await accountOf(first.person)
    const answers = [
      await post(first, `/api/people/${first.person}`, { roles: [...READER_ROLES] }),
      await post(first, '/api/account', { party: 'EE' }),
      await post(first, '/api/account', { email: 'me@example.org' }),
      await post(first, `/api/people/${first.person}/invitation`),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([202, 409, 409, 409])
    expect(await accountOf(first.person)).toEqual(before)
    await withdraw(first, answers[0]?.json().waiting.id)
    expect((await post(first, '/api/account', { party: 'EE' })).statusCode).toBe(202)
    expect(await accountOf(first.person)).toEqual(before)
  })

  it('an invitation waits too, or one could invite oneself; its link is given to whoever confirms', async () => {
    const asked = await post(first, '/api/people', MARI)
    expect(asked.statusCode).toBe(202)
    expect(asked.json()).toMatchObject({
      person: null,
      token: null,
      waiting: { kind: 'invitation', name: 'Mari' },
    })
    expect((await post(first, '/api/people', MARI)).statusCode).toBe(409)
    const given = await confirm(other, asked.json().waiting.id)
    expect(given.statusCode).toBe(201)
    const { token, person } = given.json()
    expect(person).toMatchObject({ name: 'Mari', email: 'mari@example.org', state: 'invited' })
    const look = await desk.app.inject({ method: 'POST', url: '/api/invitations/look', payload: { token } })
    expect(look.statusCode).toBe(200)
  })

  it('a new link waits too, since whoever uses it takes the account over', async () => {
    const { person } = await aDelegate()
    const asked = await post(first, `/api/people/${person}/invitation`)
    expect(asked.json()).toMatchObject({ token: null, waiting: { kind: 'new-link', person } })
    expect((await accountOf(person)).invitedUntil).toBeNull()
    expect((await confirm(other, asked.json().waiting.id)).json().token).toEqual(expect.any(String))
  })

  it('what takes access away, and a name, count at once', async () => {
    const { person } = await desk.signInAs({ party: 'EE', role: 'delegate' })
    for (const change of [{ ceiling: LOW }, { name: 'Another' }, { open: false }])
      expect((await post(first, `/api/people/${person}`, change)).json()).toMatchObject({ waiting: null })
    expect(await accountOf(person)).toMatchObject({ name: 'Another', ceiling: LOW, state: 'closed' })
    const again = await post(first, `/api/people/${person}`, { open: true })
    expect(again.statusCode).toBe(202)
    expect((await accountOf(person)).state).toBe('closed')
  })

  it('whoever takes the other one away does not give access alone for a week', async () => {
    await post(first, `/api/people/${other.person}`, { open: false })
    const asked = await post(first, `/api/people/${first.person}`, { roles: [...READER_ROLES] })
    expect(asked.json().waiting).toMatchObject({ mayConfirm: false, confirmers: [] })
    await withdraw(first, asked.json().waiting.id)
    // opening the other one again would be a way round it, and inviting a helper
    for (const [url, payload] of [
      [`/api/people/${other.person}`, { open: true }],
      ['/api/people', MARI],
    ] as const)
      expect((await post(first, url, payload)).statusCode).toBe(202)
    now += 8 * DAY
    expect(await waiting(first)).toEqual([])
    const { token } = await desk.accounts.sessions.open(
      first.person,
      { address: '', browser: '' },
      'link',
      'administrator',
    )
    const alone = await desk.app.inject({
      method: 'POST',
      url: `/api/people/${first.person}`,
      payload: { ceiling: HIGH, roles: [...READER_ROLES] },
      cookies: { 'demarche-session': token },
    })
    expect(alone.json()).toMatchObject({ waiting: null })
  })

  it('the same holds when the role is taken away', async () => {
    await post(first, `/api/people/${other.person}`, { roles: ['administrator', 'analyst'] })
    await confirm(other, (await waiting(other))[0].id)
    const taken = await post(first, `/api/people/${other.person}`, { roles: ['analyst'] })
    expect(taken.json()).toMatchObject({ person: { roles: ['analyst'] }, waiting: null })
    expect((await post(first, `/api/people/${first.person}`, { party: 'EE' })).statusCode).toBe(202)
  })

  it('a proposal about an account that changed meanwhile is not confirmed', async () => {
    const { person } = await desk.signInAs({ party: 'EE', role: 'delegate' })
    const { id } = (await post(first, `/api/people/${person}`, { roles: ['delegate', 'chair'] })).json()
      .waiting
    await post(other, `/api/people/${person}`, { ceiling: LOW })
    expect((await confirm(other, id)).json()).toMatchObject({ code: 'stale-write' })
    expect((await accountOf(person)).roles).toEqual(['delegate'])
    expect((await withdraw(other, id)).statusCode).toBe(204)
    expect(await waiting(first)).toEqual([])
  })

  it('runs out after a week, and is not there for who does not act as administrator', async () => {
    const delegate = await aDelegate()
    const { id } = (await post(first, `/api/people/${delegate.person}`, { party: 'FR' })).json().waiting
    for (const answer of [await confirm(delegate, id), await withdraw(delegate, id)])
      expect(answer.json()).toMatchObject({ code: 'not-allowed' })
    now += 7 * DAY
    expect(await desk.accounts.access.list(other.person)).toEqual([])
    await expect(desk.accounts.access.confirm(other.person, id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('of two who confirm at once one acts', async () => {
    const third = await anAdministrator()
    const { id } = (await post(first, '/api/people', MARI)).json().waiting
    const answers = await Promise.all([confirm(other, id), confirm(third, id)])
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 404])
  })
})

describe('with one administrator (ACC-13)', () => {
  it.each(WIDER)('%s takes effect at once', async (_, change) => {
    const { person } = await aDelegate()
    const answer = await post(first, `/api/people/${person}`, change)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ person: change, waiting: null })
  })

  it('one who was invited and has not come yet is no second one', async () => {
    expect((await post(first, '/api/people', { ...MARI, roles: ['administrator'] })).statusCode).toBe(201)
    const { person } = await aDelegate()
    expect((await post(first, `/api/people/${person}`, { party: 'FR' })).statusCode).toBe(200)
  })
})

describe('the logs', () => {
  it('say which fields changed, from what to what, without names and addresses', async () => {
    const recorded = await openDesk()
    const [one, two, auditor] = await Promise.all(
      (['administrator', 'administrator', 'auditor'] as const).map((role) =>
        recorded.signInAs({ party: 'desk', role }),
      ),
    )
    const { person } = await recorded.signInAs({ party: 'EE', role: 'delegate', ceiling: LOW })
    if (!one || !two || !auditor) throw new Error('three have signed in')
    const change = { email: 'new@example.org', party: 'FR', roles: ['delegate', 'chair'] }
    const { id } = (await post(one, `/api/people/${person}`, change)).json().waiting
    await confirm(two, id)
    const said = 'e-mail address; party EE → FR; roles delegate → delegate, chair'
    expect(await recorded.accounts.events.list(2)).toMatchObject([
      { act: 'changed', person: one.person, second: two.person, about: person, detail: said },
      { act: 'access-proposed', person: one.person, detail: said },
    ])
    await recorded.office.store.audit.flush()
    const { entries } = (await auditor.ask({ url: `/api/audit?target=${person}` })).json()
    expect(entries).toMatchObject([
      {
        verb: 'person.confirm-access',
        person: two.person,
        detail: `${said}; proposed by ${one.person}`,
        story: expect.stringContaining(said),
      },
      { verb: 'person.change', person: one.person, detail: `waits for a second administrator: ${said}` },
    ])
    expect(JSON.stringify(entries)).not.toContain('example.org')
    await recorded.close()
  }, 120_000)
})
