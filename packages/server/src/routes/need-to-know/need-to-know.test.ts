import type { NeedToKnowList } from '@demarche/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aNewCase,
  type DeskUnderTest,
  openDesk,
  type SignedInForTest,
} from '../../../test/desk-under-test.ts'
import { MOST_IN_A_MINUTE } from '../../heavy-work.ts'

let desk: DeskUnderTest
let maker: SignedInForTest
let colleague: SignedInForTest
let french: SignedInForTest
let outsider: SignedInForTest
let list: NeedToKnowList

const make = (who: SignedInForTest, payload: object) =>
  who.ask({ method: 'POST', url: '/api/need-to-know', payload })
const put = (who: SignedInForTest, person: string, entity = list.entity) =>
  who.ask({ method: 'POST', url: `/api/need-to-know/${entity}/members`, payload: { person } })
const takeOff = (who: SignedInForTest, person: string, entity = list.entity) =>
  who.ask({ method: 'DELETE', url: `/api/need-to-know/${entity}/members/${person}` })
const lists = async (who: SignedInForTest): Promise<NeedToKnowList[]> =>
  (await who.ask({ url: '/api/need-to-know' })).json().lists
const members = async (who: SignedInForTest): Promise<string[]> =>
  (await lists(who)).flatMap((one) => one.members.map(({ name }) => name)).toSorted()

const guess = async (as: SignedInForTest): Promise<number> =>
  (await as.ask({ url: '/api/need-to-know/people?who=guess@example.org' })).statusCode
const find = async (who: string) =>
  (await maker.ask({ url: `/api/need-to-know/people?who=${encodeURIComponent(who)}` }))
    .json()
    .people.map(({ name }: { name: string }) => name)

beforeAll(async () => {
  // slow enough that the searches below fall in one minute
  let now = Date.parse('2026-11-23T09:00:00Z')
  desk = await openDesk({ clock: () => new Date((now += 5)) })
  maker = await desk.signInAs({ party: 'EE', role: 'desk-officer' })
  colleague = await desk.signInAs({ party: 'EE', role: 'analyst' })
  french = await desk.signInAs({ party: 'FR', role: 'delegate' })
  outsider = await desk.signInAs({ party: 'EE', role: 'legal-adviser' })
  const made = await make(maker, { name: 'Harbour, inner circle', members: [colleague.person] })
  expect(made.statusCode, made.body).toBe(201)
  list = made.json()
})
afterAll(() => desk.close())

describe('a need-to-know list', () => {
  it('has its maker on it, and is seen by its members alone', async () => {
    expect(list).toMatchObject({ name: 'Harbour, inner circle', maker: maker.person })
    expect(await members(maker)).toEqual(['analyst of EE', 'desk-officer of EE'])
    expect(await members(colleague)).toHaveLength(2)
    expect(await lists(outsider)).toEqual([])
    expect(await lists(await desk.signInAs({ party: 'EE', role: 'administrator' }))).toEqual([])
  })

  it('ACS-04 names the own people; anybody else only to whoever knows the whole name or address', async () => {
    expect(await find('')).not.toContain('delegate of FR')
    expect(await find('analyst')).toEqual(['analyst of EE'])
    expect(await find('delegate of')).toEqual([])
    expect(await find(' Delegate of FR ')).toEqual(['delegate of FR'])
    const administrator = await desk.signInAs({ party: 'EE', role: 'administrator' })
    expect((await administrator.ask({ url: '/api/need-to-know/people' })).json()).toEqual({ people: [] })
  })

  it('ACS-04 answers so many searches of one person in a minute, and does not count those of others', async () => {
    const guesser = await desk.signInAs({ party: 'PT', role: 'delegate' })
    for (let count = 0; count < MOST_IN_A_MINUTE['searches for people']; count += 1)
      expect(await guess(guesser)).toBe(200)
    expect(await guess(guesser)).toBe(429)
    expect(await guess(maker)).toBe(200)
    expect((await desk.app.inject({ url: '/api/need-to-know/people' })).statusCode).toBe(401)
  })

  it('takes members of any party on and off, as often as wanted', async () => {
    for (const _ of [1, 2]) {
      expect((await put(colleague, french.person)).statusCode).toBe(200)
      expect(await members(french)).toContain('delegate of FR')
      expect((await takeOff(french, colleague.person)).statusCode).toBe(200)
      expect(await lists(colleague)).toEqual([])
      expect((await put(maker, colleague.person)).statusCode).toBe(200)
      expect((await takeOff(colleague, french.person)).statusCode).toBe(200)
      expect(await lists(french)).toEqual([])
    }
  })

  it('ACS-05 keeps its maker, and nobody leaves by themselves; nothing changes on a refusal', async () => {
    for (const [who, person] of [
      [colleague, maker.person],
      [colleague, colleague.person],
      [maker, maker.person],
    ] as const) {
      const answer = await takeOff(who, person)
      expect(answer.json()).toMatchObject({ code: 'value-refused', faults: [{ rule: 'ACS-05' }] })
    }
    expect((await put(maker, 'person:0123456789abcdef')).json().faults[0]).toMatchObject({ rule: 'ACS-04' })
    expect(await members(maker)).toHaveLength(2)
  })

  it('answers whoever is not on it as if it did not exist', async () => {
    const none = 'list:zzzzzzzzzzzz'
    for (const ask of [
      (entity: string) => put(outsider, outsider.person, entity),
      (entity: string) => takeOff(outsider, colleague.person, entity),
    ]) {
      const real = await ask(list.entity)
      expect(real.statusCode).toBe(404)
      expect(real.body.replaceAll(list.entity, none)).toBe((await ask(none)).body)
    }
  })

  it('hides a case that is opened under it from everybody else, and hands itself on to what is added', async () => {
    const { assertions, ...rest } = aNewCase('Quiet harbour')
    const marking = { ...rest.marking, needToKnow: list.entity }
    const before = (await outsider.ask({ url: '/api/cases?limit=200' })).body
    const opened = await maker.ask({
      method: 'POST',
      url: '/api/cases',
      payload: { ...rest, assertions, marking },
    })
    expect(opened.statusCode, opened.body).toBe(201)
    const { entity, statement } = opened.json()
    expect((await outsider.ask({ url: '/api/cases?limit=200' })).body).toBe(before)
    expect((await outsider.ask({ url: '/api/cases?q=quiet' })).json()).toEqual({ total: 0, rows: [] })
    expect((await outsider.ask({ url: `/api/cases/${entity}/dossier` })).statusCode).toBe(404)
    expect((await colleague.ask({ url: '/api/cases?q=quiet' })).json().total).toBe(1)
    const choice = (await colleague.ask({ url: `/api/marking?parent=${entity}` })).json()
    expect(choice.parent).toEqual(marking)
    expect(choice.lists).toEqual([{ entity: list.entity, name: 'Harbour, inner circle' }])
    const outOfList = await colleague.ask({
      method: 'POST',
      url: `/api/cases/${entity}/statements`,
      payload: { ...rest, assertions: [{ property: 'injured', value: 1 }] },
    })
    expect(outOfList.json().faults[0]).toMatchObject({ rule: 'REC-06' })
    const access = (await colleague.ask({ url: `/api/access/${statement.id}` })).json()
    const sees = new Map(
      access.people.map(({ name, sees: much }: { name: string; sees: string }) => [name, much]),
    )
    expect(sees.get('desk-officer of EE')).toBe('all')
    expect(sees.get('legal-adviser of EE')).toBe('nothing')
    expect(access.parties.every(({ sees: much }: { sees: string }) => much === 'nothing')).toBe(true)
  })
})
