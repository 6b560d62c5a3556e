import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNewCase, type DeskUnderTest, openDesk } from '../../../test/desk-under-test.ts'

let desk: DeskUnderTest
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const open = (payload: object) => desk.ask({ method: 'POST', url: '/api/cases', payload })
const total = async (): Promise<number> => (await desk.ask({ url: '/api/cases?limit=1' })).json().total

describe('a new desk', () => {
  it('is ready with the shipped precedents on record, as public statements', async () => {
    expect((await desk.app.inject('/healthz')).statusCode).toBe(200)
    const { total: cases, rows } = (await desk.ask({ url: '/api/cases?limit=200' })).json()
    expect(cases).toBeGreaterThanOrEqual(20)
    expect(rows).toHaveLength(cases)
    expect(rows[0].marking).toEqual({ distribution: 'PUBLIC', tlp: 'TLP:CLEAR' })
  })
})

describe('case.open', () => {
  it('puts one statement on record, under an address made from the name', async () => {
    const answer = await open(aNewCase('Größe & Hafen 2026', { property: 'memberStates', value: ['DE'] }))
    expect(answer.statusCode).toBe(201)
    const { entity, statement } = answer.json()
    expect(entity).toBe('case:gro-e-hafen-2026')
    expect(statement).toMatchObject({ entity, assertedBy: 'desk', kind: 'case' })
    expect((await desk.ask({ url: `/api/statements/${statement.id}` })).json()).toEqual(statement)
  })

  it('gives a second case of the same name an address of its own', async () => {
    const first = await open(aNewCase('Twin'))
    const second = await open(aNewCase('Twin', { property: 'summary', value: 'Another one.' }))
    expect([first.json().entity, second.json().entity]).toEqual(['case:twin', 'case:twin-2'])
  })

  it('refuses what does not fit, naming place and rule, and records nothing', async () => {
    const before = await total()
    const refusals = [
      [aNewCase('X', { property: 'startDate', value: '2023-02-30' }), 'value-refused', 'VOC-02'],
      [aNewCase('X', { property: 'colour', value: 'blue' }), 'value-refused', 'VOC-01'],
      [aNewCase('X', { property: 'name', value: 'Y' }), 'value-refused', 'REC-04'],
      [
        { ...aNewCase('X'), assertions: [{ property: 'summary', value: 'no name' }] },
        'value-refused',
        'REC-04',
      ],
      [
        aNewCase('X', { property: 'summary', value: 'see RESTREINT UE/EU RESTRICTED note' }),
        'classified-content',
        'REC-01',
      ],
    ] as const
    for (const [payload, code, rule] of refusals) {
      const answer = await open(payload)
      expect(answer.statusCode, rule).toBe(422)
      expect(answer.json(), rule).toMatchObject({ code })
      expect(answer.json().faults.map((fault: { rule?: string }) => fault.rule)).toContain(rule)
    }
    for (const payload of [
      {},
      { ...aNewCase('X'), extra: 1 },
      { ...aNewCase('X'), marking: { distribution: 'SECRET' } },
    ]) {
      expect((await open(payload)).json()).toMatchObject({ code: 'malformed-request', status: 400 })
    }
    expect(await total()).toBe(before)
  })
})

describe('case.list', () => {
  it('filters and pages, and refuses a query that it does not know', async () => {
    await open(aNewCase('Zebra crossing', { property: 'memberStates', value: ['EE'] }))
    const found = (await desk.ask({ url: '/api/cases?q=zebra' })).json()
    expect(found).toMatchObject({ total: 1, rows: [{ entity: 'case:zebra-crossing', memberStates: ['EE'] }] })
    for (const query of ['limit=0', 'sort=colour', 'answered=maybe', 'from=2026-02-30', 'colour=blue']) {
      expect((await desk.ask({ url: `/api/cases?${query}` })).statusCode, query).toBe(400)
    }
  })
})

describe('case.dossier', () => {
  it('compiles a case on record, with precedents that were already public on the day', async () => {
    const dossier = (await desk.ask({ url: '/api/cases/case:viasat-kasat-2022/dossier' })).json()
    expect(dossier).toMatchObject({ entity: 'case:viasat-kasat-2022' })
    expect(dossier.profile).toHaveLength(7)
    expect(dossier.packages.length).toBeGreaterThanOrEqual(3)
    expect(dossier.neighbours.length).toBeGreaterThan(0)
    expect(Object.keys(dossier.statements).length).toBeGreaterThan(3)
  })

  it('knows nothing of a case on a day before anybody spoke of it, and no restrictive measure before 17 May 2019', async () => {
    const url = '/api/cases/case:viasat-kasat-2022/dossier?asOf=2018-01-01'
    const dossier = (await desk.ask({ url })).json()
    expect(dossier.asOf).toBe('2018-01-01')
    expect(dossier.statements).toEqual({})
    const available = dossier.measures.filter(
      ({ category, availability }: { category: string; availability: string }) =>
        category === 'restrictive' && availability === 'available',
    )
    expect(available).toEqual([])
  })

  it('shows a change at once', async () => {
    await open(aNewCase('Moving target'))
    const read = async () => (await desk.ask({ url: '/api/cases/case:moving-target/dossier' })).json()
    expect(Object.keys((await read()).statements)).toHaveLength(1)
    await desk.ask({
      method: 'POST',
      url: '/api/cases/case:moving-target/statements',
      payload: { ...aNewCase('x'), assertions: [{ property: 'deaths', value: 0 }] },
    })
    expect(Object.keys((await read()).statements)).toHaveLength(2)
  })

  it('refuses a case that is not on record, an impossible date, and an address that is none', async () => {
    expect((await desk.ask({ url: '/api/cases/case:nowhere/dossier' })).json()).toMatchObject({
      code: 'not-found',
    })
    for (const url of ['/api/cases/case:nowhere/dossier?asOf=2026-13-01', '/api/cases/nowhere/dossier']) {
      expect((await desk.ask({ url })).statusCode, url).toBe(400)
    }
  })
})

describe('case.history', () => {
  it('tells what was recorded, newest first, and what differs between two days', async () => {
    const url = '/api/cases/case:viasat-kasat-2022/history?from=2022-01-01&to=2026-11-23'
    const history = (await desk.ask({ url })).json()
    expect(history.events.length).toBeGreaterThan(3)
    expect(history.turningPoints.length).toBeGreaterThan(0)
    const parts = new Set(history.changes.map(({ part }: { part: string }) => part))
    expect(parts).toContain('facts')
    expect(parts).toContain('profile')
  })
})

describe('case.options-paper', () => {
  it.each([
    ['md', 'text/markdown; charset=utf-8', '# '],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
    ['pdf', 'application/pdf', '%PDF'],
  ])('is handed over as %s', async (format, mediaType, start) => {
    const answer = await desk.ask({ url: `/api/cases/case:viasat-kasat-2022/options-paper?format=${format}` })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe(mediaType)
    expect(answer.headers['content-disposition']).toMatch(
      new RegExp(`^attachment; filename="options-paper-viasat-kasat-2022-\\d{4}-\\d\\d-\\d\\d\\.${format}"$`),
    )
    expect(answer.rawPayload.toString('latin1', 0, 200)).toContain(start)
  })
})

describe('doctrine.show', () => {
  it('gives the pack in use', async () => {
    const pack = (await desk.ask({ url: '/api/doctrine' })).json()
    expect(pack).toMatchObject({ id: 'eu' })
    expect(pack.measures.length).toBeGreaterThan(20)
  })
})
