import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CASE_OUTLINES, GAPS_HEADER } from '@demarche/api'
import { CASE_OUTLINES as WRITERS } from '@demarche/documents'
import { aNewCase, type DeskUnderTest, openDesk } from '../../../test/desk-under-test.ts'
import { readerOf } from '../../session/session.ts'

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
    expect(entity).toMatch(/^case:gro-e-hafen-2026-[0-9a-z]{6}$/)
    expect(statement).toMatchObject({ entity, assertedBy: 'desk', kind: 'case' })
    expect((await desk.ask({ url: `/api/statements/${statement.id}` })).json()).toEqual(statement)
  })

  it('REC-05 gives cases of one name addresses of their own, also when they are opened at the same time', async () => {
    const before = await total()
    const answers = await Promise.all([1, 2, 3].map(() => open(aNewCase('Twin'))))
    const entities = new Set<string>(answers.map((answer) => answer.json().entity))
    expect(entities.size).toBe(3)
    expect(await total()).toBe(before + 3)
    for (const entity of entities) expect(entity).toMatch(/^case:twin-[0-9a-z]{6}$/)
  })

  it('answers the same whether or not a namesake is hidden from the reader', async () => {
    const hidden = readerOf({ party: 'elsewhere', person: 'somebody' })
    await desk.office.store.as(hidden).append([
      {
        entity: 'case:quiet-harbour',
        kind: 'case',
        assertions: [{ property: 'name', value: 'Quiet Harbour' }],
        source: { document: 'A note', verified: true },
        grading: { reliability: 'B', credibility: '2' },
        marking: { distribution: 'LIMITE', tlp: 'TLP:RED', releasableTo: ['elsewhere'] },
        assertedBy: 'elsewhere',
        assertedAt: '2026-11-20T09:00:00.000Z',
      },
    ])
    const { entity } = (await open(aNewCase('Quiet Harbour'))).json()
    expect(entity).toMatch(/^case:quiet-harbour-[0-9a-z]{6}$/)
    expect(await desk.office.store.as(hidden).statements('case:quiet-harbour')).toHaveLength(1)
  })

  it('takes a statement up to TLP:RED, the ceiling that SECURITY.md states', async () => {
    const marking = { distribution: 'LIMITE', tlp: 'TLP:RED' }
    expect((await open({ ...aNewCase('Held close'), marking })).statusCode).toBe(201)
    const stated = readFileSync(new URL('../../../../../SECURITY.md', import.meta.url), 'utf8')
    const { maxDistribution, maxTlp } = readerOf({ party: 'desk', person: 'desk-officer' })
    expect(stated).toContain(`up to ${maxDistribution} and ${maxTlp}`)
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
    const zebra = await open(aNewCase('Zebra crossing', { property: 'memberStates', value: ['EE'] }))
    const { entity } = zebra.json()
    const found = (await desk.ask({ url: '/api/cases?q=zebra' })).json()
    expect(found).toMatchObject({ total: 1, rows: [{ entity, memberStates: ['EE'] }] })
    for (const query of [
      'limit=0',
      'sort=colour',
      'answered=maybe',
      'memberState=US',
      'from=2026-02-30',
      'colour=blue',
    ]) {
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
    const { entity } = (await open(aNewCase('Moving target'))).json()
    const read = async () => (await desk.ask({ url: `/api/cases/${entity}/dossier` })).json()
    expect(Object.keys((await read()).statements)).toHaveLength(1)
    await desk.ask({
      method: 'POST',
      url: `/api/cases/${entity}/statements`,
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
    ['odt', 'application/vnd.oasis.opendocument.text', 'PK'],
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

describe('case.document', () => {
  const address = '/api/cases/case:viasat-kasat-2022/documents'

  it('writes the outlines that the contract names, and those alone', async () => {
    expect([...CASE_OUTLINES].toSorted()).toEqual([...WRITERS].toSorted())
    expect((await desk.ask({ url: `${address}/doc-objection?format=md` })).statusCode).toBe(400)
  })

  it.each(CASE_OUTLINES)('TXT-27 writes %s of a real case, with the blanks counted', async (outline) => {
    const answer = await desk.ask({ url: `${address}/${outline}?format=md` })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-disposition']).toMatch(
      new RegExp(
        `^attachment; filename="${outline.replace('doc-', '')}-viasat-kasat-2022-\\d{4}-\\d\\d-\\d\\d\\.md"$`,
      ),
    )
    expect(Number(answer.headers[GAPS_HEADER])).toBeGreaterThan(0)
    expect(answer.payload).not.toContain('untitled procedure')
  })

  it('TXT-28 writes it in the language that is asked for, and says so in the name of the file', async () => {
    const answer = await desk.ask({ url: `${address}/doc-incident-report?format=md&language=fr` })
    expect(answer.headers['content-disposition']).toMatch(/-fr\.md"$/)
    expect(answer.payload).toContain('# Rapport d’incident')
    expect(
      (await desk.ask({ url: `${address}/doc-incident-report?format=md&language=tlh` })).statusCode,
    ).toBe(400)
  })
})

describe('doctrine.show', () => {
  it('gives the pack in use', async () => {
    const pack = (await desk.ask({ url: '/api/doctrine' })).json()
    expect(pack).toMatchObject({ id: 'eu' })
    expect(pack.measures.length).toBeGreaterThan(20)
  })
})
