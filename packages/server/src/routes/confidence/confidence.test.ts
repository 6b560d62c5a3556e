import type { ConfidenceAnswer, ConfidenceReportAnswer } from '@demarche/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DeskUnderTest, openDesk, type SignedInForTest } from '../../../test/desk-under-test.ts'

let desk: DeskUnderTest
let narrow: SignedInForTest
beforeAll(async () => {
  desk = await openDesk()
  narrow = await desk.signInAs({
    party: 'FR',
    role: 'delegate',
    ceiling: { maxDistribution: 'PUBLIC', maxTlp: 'TLP:CLEAR' },
  })
})
afterAll(() => desk.close())

const CLOSED = { distribution: 'LIMITE', tlp: 'TLP:AMBER' }
const OPEN = { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' }
const opened = async (kind: string, facts: Record<string, unknown>, marking = OPEN): Promise<string> => {
  const answer = await desk.ask({
    method: 'POST',
    url: '/api/portfolio/records',
    payload: {
      kind,
      assertions: Object.entries(facts).flatMap(([property, value]) =>
        property === 'measures' && Array.isArray(value)
          ? value.map((one: string) => ({ property, value: one }))
          : [{ property, value }],
      ),
      source: { document: 'A note of the ministry', verified: true },
      marking,
    },
  })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().entity
}
const overview = async (who = desk.officer): Promise<ConfidenceAnswer> =>
  (await who.ask({ url: '/api/confidence' })).json()
const report = async (query: string, who = desk.officer): Promise<ConfidenceReportAnswer> =>
  (await who.ask({ url: `/api/confidence/reports?${query}` })).json()
const file = (query: string, who = desk.officer) => who.ask({ url: `/api/confidence/reports/file?${query}` })

describe('the sets of measures', () => {
  it('come with the desk, with their texts, and with what of them nobody read', async () => {
    const { sets } = await overview()
    expect(sets.map(({ set, measures }) => [set, measures])).toEqual([
      ['org-arf', 6],
      ['org-oas', 9],
      ['org-osce', 16],
      ['org-un', 8],
    ])
    for (const { record } of sets)
      expect(record?.doubts).toContainEqual(expect.objectContaining({ property: 'form', what: 'unverified' }))
  })
})

const ofEstonia = async (set: string, measure: string) =>
  (await report(`set=${set}&state=EE`)).report.rows.find((row) => row.measure === measure)

describe('one act', () => {
  it('is proposed to the OSCE and the United Nations at once, counts when confirmed, and is reported to each (PFO-60, PFO-61)', async () => {
    const act = await opened('cbm-act', {
      name: 'A duty desk named',
      act: 'act-contact-point',
      party: ['EE'],
      start: '2026-03-01',
      evidence: 'https://example.org/note',
    })
    for (const [set, measure] of [
      ['org-osce', 'cbm:osce-8'],
      ['org-un', 'cbm:un-cbm-1'],
    ] as const) {
      const before = await ofEstonia(set, measure)
      expect(before).toMatchObject({ standing: 'none-on-record', proposed: [{ entity: act }] })
      const confirmed = await desk.ask({
        method: 'POST',
        url: `/api/portfolio/records/${act}/statements`,
        payload: {
          assertions: [{ property: 'measures', value: measure }],
          source: { document: 'Judgement of the desk', verified: true },
          marking: OPEN,
        },
      })
      expect(confirmed.statusCode).toBe(201)
      expect(await ofEstonia(set, measure)).toMatchObject({
        standing: 'evidenced',
        acts: [{ entity: act, standing: 'evidenced' }],
        proposed: [],
      })
    }
    const { sets } = await overview()
    expect(sets.find(({ set }) => set === 'org-osce')?.states).toEqual([
      expect.objectContaining({ state: 'EE', takesPart: 'yes', acts: 1, proposed: 0 }),
    ])
    expect(sets.find(({ set }) => set === 'org-oas')?.states).toEqual([])
  })

  it('that the reader may not see changes nothing in overview, report or file', async () => {
    const before = [
      (await narrow.ask({ url: '/api/confidence' })).body,
      (await narrow.ask({ url: '/api/confidence/reports?set=org-osce&state=FI' })).body,
      (await file('set=org-osce&state=FI&format=md', narrow)).body,
    ]
    await opened(
      'cbm-act',
      { name: 'A secret paper', act: 'act-terms', party: ['FI'], start: '2026', measures: ['cbm:osce-1'] },
      CLOSED,
    )
    expect([
      (await narrow.ask({ url: '/api/confidence' })).body,
      (await narrow.ask({ url: '/api/confidence/reports?set=org-osce&state=FI' })).body,
      (await file('set=org-osce&state=FI&format=md', narrow)).body,
    ]).toEqual(before)
    expect((await report('set=org-osce&state=FI')).marking).toEqual(CLOSED)
  })
})

describe('a report as a file', () => {
  it.each([
    ['docx', 'PK'],
    ['pdf', '%PDF'],
    ['odt', 'PK'],
    ['md', '**LIMITE'],
    ['csv', '\uFEFFDemarche OSCE confidence-building measures: report of Finland · LIMITE · TLP:AMBER'],
  ])('comes as %s and carries the highest marking (PFO-66)', async (format, start) => {
    const answer = await file(`set=org-osce&state=FI&format=${format}`)
    expect(answer.statusCode).toBe(200)
    const head = format === 'csv' || format === 'md' ? answer.body : answer.rawPayload.toString('latin1')
    expect(head.startsWith(start), head.slice(0, 80)).toBe(true)
    expect(answer.headers['content-disposition']).toMatch(
      new RegExp(`^attachment; filename="report-org-osce-FI-2026-11-23.*\\.${format}"$`),
    )
  })

  it('has its table in the language asked for: the line above it and the labels of the form', async () => {
    const { body } = await file('set=org-osce&state=FI&format=csv&language=de')
    const [title, labels] = body.split('\r\n')
    expect([title, labels]).toEqual([
      '\uFEFF"Demarche OSCE confidence-building measures, Bericht: Finnland · LIMITE · TLP:AMBER"',
      'Maßnahme,Staat,Handlung,Datum der Handlung,Beleg,Berichtet,Stand,Fehlt,Kennzeichnung,Geprüft',
    ])
  })

  it('says what is asked of it and is not there', async () => {
    expect((await file('set=org-nato&state=FI&format=md')).statusCode).toBe(404)
    expect((await file('set=org-osce&state=FI&format=xlsx')).statusCode).toBe(400)
    expect((await desk.ask({ url: '/api/confidence/reports?set=org-osce' })).statusCode).toBe(400)
  })

  it('runs no formula in a spreadsheet', async () => {
    await opened('cbm-act', {
      name: '=1+1',
      act: 'act-terms',
      party: ['LV'],
      start: '2026',
      measures: ['cbm:osce-9'],
    })
    const { body } = await file('set=org-osce&state=LV&format=csv')
    expect(body).toContain("'=1+1")
    expect(body).not.toMatch(/(^|,)"?=1/m)
  })
})
