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
const correct = (who: Pick<DeskUnderTest, 'ask'>, statement: string, value: number) =>
  who.ask({
    method: 'POST',
    url: `/api/cases/${harbour}/statements`,
    payload: {
      ...aNewCase('x'),
      assertions: [{ property: 'systemsAffected', value }],
      supersedes: [{ statement, property: 'systemsAffected' }],
      reason: 'Counted again.',
    },
  })
const dated = (date: string, value: number) =>
  add({
    assertions: [{ property: 'zeroDayUsed', value }],
    source: { document: 'Report', date, verified: false },
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

  it('REC-07 refuses to change what somebody else changed meanwhile, says who did, and records nothing', async () => {
    const france = await desk.signInAs({ party: 'FR', role: 'desk-officer' })
    const { id } = (await add({ assertions: [{ property: 'systemsAffected', value: 10 }] })).json().statement
    const theirs = await correct(france, id, 20)
    expect(theirs.statusCode).toBe(201)
    const before = await recorded()
    const ours = await correct(desk, id, 30)
    expect(ours.json()).toMatchObject({
      status: 409,
      code: 'stale-write',
      faults: [
        {
          place: '/supersedes/0',
          rule: 'REC-07',
          message: expect.stringMatching(/corrected meanwhile by FR/),
        },
      ],
    })
    const withdrawn = await add({
      assertions: [],
      retracts: [{ statement: id, property: 'systemsAffected' }],
      reason: 'Not so.',
    })
    expect(withdrawn.json()).toMatchObject({ code: 'stale-write', faults: [{ place: '/retracts/0' }] })
    expect(await recorded()).toBe(before)
    expect((await correct(desk, theirs.json().statement.id, 30)).statusCode).toBe(201)
  })

  it('REC-07 of two corrections sent at the same moment one is taken', async () => {
    const { id } = (await add({ assertions: [{ property: 'phases', value: 1 }] })).json().statement
    const answers = await Promise.all(
      [2, 3].map((value) =>
        add({
          assertions: [{ property: 'phases', value }],
          supersedes: [{ statement: id, property: 'phases' }],
          reason: 'Counted again.',
        }),
      ),
    )
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409])
  })

  it('REC-07 a correction that its author may not see stops nobody', async () => {
    const partner = await desk.signInAs({
      party: 'EE',
      role: 'desk-officer',
      ceiling: { maxDistribution: 'LIMITE', maxTlp: 'TLP:AMBER' },
    })
    const { id } = (await add({ assertions: [{ property: 'vectors', value: 1 }] })).json().statement
    const change = (value: number, tlp: string) => ({
      ...aNewCase('x'),
      assertions: [{ property: 'vectors', value }],
      supersedes: [{ statement: id, property: 'vectors' }],
      reason: 'Counted again.',
      marking: { distribution: 'LIMITE', tlp },
    })
    expect((await add(change(2, 'TLP:RED'))).statusCode).toBe(201)
    const answer = await partner.ask({
      method: 'POST',
      url: `/api/cases/${harbour}/statements`,
      payload: change(3, 'TLP:AMBER'),
    })
    expect(answer.statusCode).toBe(201)
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

  it('REC-08 refuses a source that has not spoken yet, and takes one of this year', async () => {
    expect((await dated('2027-01-01', 1)).json()).toMatchObject({
      code: 'value-refused',
      faults: [{ place: '/source/date', rule: 'REC-08', message: expect.stringMatching(/1 January 2027/) }],
    })
    expect((await dated('2026', 2)).statusCode).toBe(201)
    const { facts } = (await desk.ask({ url: `/api/cases/${harbour}/dossier` })).json()
    expect(facts.find(({ property }: { property: string }) => property === 'zeroDayUsed').fact).toMatchObject(
      {
        value: 2,
      },
    )
  })

  it('VOC-04 refuses the code of no country, wherever a country stands, and says which', async () => {
    const answers = await Promise.all(
      [
        { property: 'memberStates', value: ['DE', 'XX', 'FR'] },
        { property: 'target', value: { country: 'EL', sector: 'ports' } },
        { property: 'memberStates', value: ['DE', 'GB', 'EU', '*'] },
        { property: 'target', value: { country: 'XA', sector: 'ports of an exercise' } },
        { property: 'target', value: { country: 'XK', sector: 'ports' } },
        { property: 'memberStates', value: ['DE', 'US'] },
      ].map((assertion) => add({ assertions: [assertion] })),
    )
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, 422, 201, 201, 201, 422])
    const [unknown, unionUsage, , , , noMember] = answers.map((answer) => answer.json().faults?.[0])
    expect(unknown).toMatchObject({
      place: '/assertions/0/value',
      rule: 'VOC-04',
      message: expect.stringMatching(/“XX”/),
    })
    expect(unionUsage).toMatchObject({
      rule: 'VOC-04',
      message: expect.stringMatching(/GR \(not EL\) or GB \(not UK\)/),
    })
    expect(noMember).toMatchObject({
      place: '/assertions/0/value',
      rule: 'VOC-04',
      message: expect.stringMatching(/“US” cannot be named here; expected EU/),
    })
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

describe('the name of a case', () => {
  it('FACT-08 is the one recorded last where names contest each other, in the list as in the dossier; never the address', async () => {
    const opened = await desk.ask({ method: 'POST', url: '/api/cases', payload: aNewCase('Raisin A') })
    const { entity } = opened.json()
    const renamed = await add(
      {
        assertions: [{ property: 'name', value: 'Raisin B' }],
        source: { document: 'Another report', verified: false },
      },
      entity,
    )
    expect(renamed.statusCode).toBe(201)
    const { name, facts } = (await desk.ask({ url: `/api/cases/${entity}/dossier` })).json()
    expect(name).toBe('Raisin B')
    expect(facts.find(({ property }: { property: string }) => property === 'name').fact.state).toBe(
      'contested',
    )
    const { rows } = (await desk.ask({ url: '/api/cases?q=raisin' })).json()
    expect(rows).toMatchObject([{ entity, name: 'Raisin B' }])
  })

  it('FACT-08 is said to be missing where its reader may not see it', async () => {
    const opened = await desk.ask({ method: 'POST', url: '/api/cases', payload: aNewCase('Hidden name') })
    const { entity } = opened.json()
    await add(
      {
        assertions: [{ property: 'deaths', value: 0 }],
        marking: { distribution: 'LIMITE', tlp: 'TLP:GREEN' },
        reason: 'May be told.',
      },
      entity,
    )
    const reader = await desk.signInAs({
      party: 'SE',
      role: 'analyst',
      ceiling: { maxDistribution: 'LIMITE', maxTlp: 'TLP:GREEN' },
    })
    const { name } = (await reader.ask({ url: `/api/cases/${entity}/dossier` })).json()
    expect(name).toBe('Case without a name')
    const { rows } = (await reader.ask({ url: '/api/cases?limit=200' })).json()
    expect(rows.find((row: { entity: string }) => row.entity === entity).name).toBe('Case without a name')
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
