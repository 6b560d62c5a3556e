import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNewCase, type DeskUnderTest, openDesk } from '../../../test/desk-under-test.ts'

let desk: DeskUnderTest
let first: string
let harbour: string
beforeAll(async () => {
  desk = await openDesk()
  const opened = await desk.ask({ method: 'POST', url: '/api/cases', payload: aNewCase('Harbour') })
  harbour = opened.json().entity
  first = opened.json().statement.id
})
afterAll(() => desk.close())

const add = (payload: object, entity = harbour) =>
  desk.ask({
    method: 'POST',
    url: `/api/cases/${entity}/statements`,
    payload: { ...aNewCase('x'), ...payload },
  })
const recorded = async (): Promise<number> =>
  (await desk.ask({ url: `/api/cases/${harbour}/history` })).json().events.length

describe('statement.add', () => {
  it('adds, corrects and withdraws; each is an event of its own and nothing is lost', async () => {
    const added = await add({ assertions: [{ property: 'deaths', value: 2 }] })
    expect(added.statusCode).toBe(201)
    const { id } = added.json().statement
    const corrected = await add({
      assertions: [{ property: 'deaths', value: 0 }],
      supersedes: [{ statement: id, property: 'deaths' }],
      reason: 'The first report counted injured persons.',
    })
    expect(corrected.json()).toMatchObject({ references: [{ statement: id, property: 'deaths' }] })
    const withdrawn = await add({
      assertions: [],
      retracts: [{ statement: corrected.json().statement.id }],
      reason: 'Not confirmed.',
    })
    expect(withdrawn.statusCode).toBe(201)
    const { events } = (await desk.ask({ url: `/api/cases/${harbour}/history` })).json()
    expect(events.map(({ act }: { act: string }) => act)).toEqual([
      'retracted',
      'corrected',
      'stated',
      'stated',
    ])
    const dossier = (await desk.ask({ url: `/api/cases/${harbour}/dossier` })).json()
    expect(dossier.facts.find(({ property }: { property: string }) => property === 'deaths').fact).toEqual({
      state: 'unknown',
    })
  })

  it('refuses a reference to another case, to nothing, or to what the statement does not say; nothing is recorded', async () => {
    const other = (await desk.ask({ method: 'POST', url: '/api/cases', payload: aNewCase('Other') })).json()
      .statement.id
    const before = await recorded()
    const assertions = [{ property: 'deaths', value: 1 }]
    for (const reference of [
      { statement: other },
      { statement: 'f'.repeat(64) },
      { statement: first, property: 'deaths' },
    ]) {
      const answer = await add({ assertions, supersedes: [reference] })
      expect(answer.statusCode).toBe(422)
      expect(answer.json().faults[0]).toMatchObject({ place: '/supersedes/0', rule: 'REC-02' })
    }
    expect((await add({ assertions: [] })).json().faults[0]).toMatchObject({ rule: 'REC-03' })
    expect(await recorded()).toBe(before)
  })

  it('refuses a value that is too deep, and one that the vocabulary does not know', async () => {
    let deep: unknown = 'x'
    for (let level = 0; level < 60; level += 1) deep = [deep]
    expect((await add({ assertions: [{ property: 'summary', value: deep }] })).statusCode).toBe(400)
    expect((await add({ assertions: [{ property: 'deaths', value: -1 }] })).json()).toMatchObject({
      code: 'value-refused',
      faults: [{ place: '/assertions/0/value', rule: 'VOC-02' }],
    })
  })

  it('VOC-03 takes days of validity where a value changes with time, and refuses them elsewhere', async () => {
    const days = { validFrom: '2026-03', validTo: '2026-03-20' }
    const refused = async (assertion: object) => (await add({ assertions: [assertion] })).json().faults?.[0]
    expect(await refused({ property: 'deaths', value: 1, ...days })).toMatchObject({
      place: '/assertions/0',
      rule: 'VOC-03',
    })
    const backwards = { validFrom: '2026-04', validTo: '2026-03' }
    expect(await refused({ property: 'partnersActing', value: true, ...backwards })).toMatchObject({
      rule: 'VOC-03',
    })
    const taken = await add({ assertions: [{ property: 'partnersActing', value: true, ...days }] })
    expect(taken.statusCode, taken.body).toBe(201)
    expect(taken.json().statement.assertions[0]).toMatchObject(days)
  })

  it('refuses classified content wherever it stands', async () => {
    const answer = await add({
      assertions: [{ property: 'deaths', value: 3 }],
      source: { document: 'Note SECRET UE', verified: false },
    })
    expect(answer.json()).toMatchObject({ code: 'classified-content', status: 422 })
    expect(answer.json().detail).toMatch(/not accredited/)
  })

  it('refuses the same content from the same source a second time', async () => {
    const payload = { assertions: [{ property: 'injured', value: 4 }] }
    expect((await add(payload)).statusCode).toBe(201)
    const before = await recorded()
    expect((await add(payload)).json()).toMatchObject({ code: 'already-exists', status: 409 })
    expect(await recorded()).toBe(before)
  })

  it('refuses a case that is not on record', async () => {
    expect((await add({}, 'case:nowhere')).json()).toMatchObject({ code: 'not-found' })
  })
})

describe('statement.show', () => {
  it('gives one statement, and the same refusal for none as for one out of sight', async () => {
    expect((await desk.ask({ url: `/api/statements/${first}` })).json()).toMatchObject({ id: first })
    expect((await desk.ask({ url: `/api/statements/${'e'.repeat(64)}` })).json()).toMatchObject({
      code: 'not-found',
    })
    expect((await desk.ask({ url: '/api/statements/short' })).statusCode).toBe(400)
  })
})
