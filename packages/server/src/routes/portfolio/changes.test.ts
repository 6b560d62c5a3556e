import type { ChangesAnswer } from '@demarche/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DeskUnderTest, openDesk, type SignedInForTest } from '../../../test/desk-under-test.ts'
import {
  addToRecord,
  CLOSED,
  delegateOfOpenRecords,
  OPEN,
  putOnRecord,
} from '../../../test/records-by-hand.ts'

const DAY = 86_400_000

let desk: DeskUnderTest
let delegate: SignedInForTest
beforeAll(async () => {
  desk = await openDesk({ accounts: { sessionHours: 90 * 24, idleMinutes: 90 * 24 * 60 } })
  delegate = await delegateOfOpenRecords(desk)
  // what comes with the desk came on the day before; all that follows is of later days
  desk.letPass(DAY)
})
afterAll(() => desk.close())

const opened = (kind: string, facts: Record<string, unknown>, marking = OPEN) =>
  putOnRecord(desk, kind, facts, marking)
const changes = async (query = '', who = desk.officer): Promise<ChangesAnswer> => {
  const answer = await who.ask({ url: `/api/portfolio/changes?${query}` })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const rowOf = async (entity: string, query = '', who = desk.officer) =>
  (await changes(`limit=200&${query}`, who)).rows.find((row) => row.entity === entity)
const actsOf = async (entity: string, query = '', who = desk.officer) =>
  (await rowOf(entity, query, who))?.acts.map(({ act, properties }) => `${act} ${properties.join(' ')}`)
/** All statements about a record that the officer sees, by id. */
const statementsOf = async (entity: string): Promise<string[]> =>
  Object.keys((await desk.ask({ url: `/api/portfolio/records/${entity}` })).json().statements)
const said = (entity: string, payload: object) =>
  desk.ask({
    method: 'POST',
    url: `/api/portfolio/records/${entity}/statements`,
    payload: { source: { document: 'A correction', verified: true }, marking: OPEN, ...payload },
  })

describe('portfolio.changes', () => {
  it('PFO-91 counts what came with the desk, and does not list it', async () => {
    const { total, rows, shipped, since, isCut } = await changes('since=2026-11-23')
    expect({ total, rows, since, isCut }).toEqual({ total: 0, rows: [], since: '2026-11-23', isCut: false })
    expect(shipped.on).toBe('2026-11-23')
    expect(shipped.records).toBe(
      (
        await Promise.all(
          desk.office.portfolio.kinds.map(async ({ id }) => {
            const answer = await desk.ask({ url: `/api/portfolio/records?kind=${id}&limit=1` })
            return Number(answer.json().total)
          }),
        )
      ).reduce((sum, one) => sum + one, 0),
    )
    // the day after nothing had come
    expect((await changes('since=2026-11-24')).shipped).toEqual({ records: 0, on: null })
    // without a day: the last thirty
    expect((await changes()).since).toBe('2026-10-25')
  })

  it('PFO-90 tells what was recorded, corrected and withdrawn, by whom and when, the latest first', async () => {
    const entity = await opened('project', { name: 'Course of changes', start: '2027-01-01' })
    expect(await rowOf(entity)).toMatchObject({
      kind: 'project',
      name: 'Course of changes',
      isNew: true,
      isWithdrawn: false,
      acts: [
        {
          act: 'stated',
          at: expect.stringMatching(/^2026-11-24T/),
          by: 'desk',
          properties: ['name', 'start'],
          sources: ['A release'],
        },
      ],
    })
    const [first = ''] = await statementsOf(entity)
    const corrected = await said(entity, {
      assertions: [{ property: 'start', value: '2027-02-01' }],
      supersedes: [{ statement: first, property: 'start' }],
      reason: 'The start was put off.',
    })
    expect(corrected.statusCode, corrected.body).toBe(201)
    const other = await opened('project', { name: 'Course of the same day' })
    expect((await changes('limit=2')).rows.map((row) => row.entity)).toEqual([other, entity])
    expect(await actsOf(entity)).toEqual(['corrected start', 'stated name start'])
    expect((await rowOf(entity))?.acts[0]).toMatchObject({ reason: 'The start was put off.' })
    const withdrawn = await desk.ask({
      method: 'POST',
      url: `/api/portfolio/records/${entity}/withdrawal`,
      payload: { reason: 'Entered by mistake.', follows: corrected.json().statement.id },
    })
    expect(withdrawn.statusCode, withdrawn.body).toBe(201)
    expect(await rowOf(entity)).toMatchObject({ name: 'Course of changes', isNew: true, isWithdrawn: true })
    expect(await actsOf(entity)).toEqual(['retracted ', 'corrected start', 'stated name start'])
  })

  it('of a record that was there before only what came since is told, and what came with the desk is among it once touched', async () => {
    const shipped = 'commitment:eu-uk-fourth-round'
    desk.letPass(10 * DAY)
    const since = 'since=2026-12-04'
    const before = await changes(since)
    expect(before.total).toBe(0)
    await addToRecord(desk, shipped, { followUp: 'Asked for again.' })
    const row = await rowOf(shipped, since)
    expect(row).toMatchObject({
      isNew: false,
      acts: [{ act: 'stated', by: 'desk', properties: ['followUp'] }],
    })
    // with the earlier day it is one of those that changed, and no more of those that came
    const all = await changes('since=2026-11-23')
    expect(all.rows[0]?.entity).toBe(shipped)
    expect(all.rows[0]?.acts.map(({ by }) => by)).toContain('demarche')
  })

  it('PFO-92 is narrowed by kind and by place, also for what was withdrawn', async () => {
    const there = await opened('project', { name: 'Course in Tuvalu', countries: ['TV'] })
    const regional = await opened('project', { name: 'Course in a region', regions: ['western-balkans'] })
    const dialogue = await opened('meeting', { name: 'Dialogue with Tuvalu', partners: ['TV'] })
    const entities = async (query: string) => (await changes(query)).rows.map(({ entity }) => entity)
    expect(await entities('place=TV')).toEqual([dialogue, there])
    expect(await entities('place=TV&kind=project')).toEqual([there])
    expect(await entities('place=AL')).toEqual([regional])
    const [first] = await statementsOf(there)
    const withdrawn = await desk.ask({
      method: 'POST',
      url: `/api/portfolio/records/${there}/withdrawal`,
      payload: { reason: 'Entered by mistake.', follows: first },
    })
    expect(withdrawn.statusCode, withdrawn.body).toBe(201)
    expect(await entities('place=TV')).toEqual([there, dialogue])
    expect(await entities('place=AL')).toEqual([regional])
    expect((await changes('place=AL')).total).toBe(1)
  })

  it('tells of what is hidden to nobody who may not see it', async () => {
    const open = await opened('project', { name: 'Open course' })
    const before = await changes('limit=200', delegate)
    const hidden = await opened('project', { name: 'Hidden course' }, CLOSED)
    await addToRecord(desk, open, { objective: 'A hidden aim.' }, CLOSED)
    expect(await changes('limit=200', delegate)).toEqual(before)
    expect(await actsOf(open)).toEqual(['stated objective', 'stated name'])
    expect(await rowOf(open)).toMatchObject({ marking: { tlp: 'TLP:RED' } })
    expect(await rowOf(hidden)).toBeDefined()
  })

  it('goes page by page', async () => {
    const { total } = await changes('limit=1')
    const pages = await Promise.all(
      Array.from({ length: total }, async (_, offset) => (await changes(`limit=1&offset=${offset}`)).rows),
    )
    expect(pages.flat().map(({ entity }) => entity)).toEqual(
      (await changes('limit=200')).rows.map(({ entity }) => entity),
    )
  })

  it('refuses a kind that there is not, and what is no day', async () => {
    expect((await desk.ask({ url: '/api/portfolio/changes?kind=nothing' })).statusCode).toBe(404)
    expect((await desk.ask({ url: '/api/portfolio/changes?since=2026-02-30' })).statusCode).toBe(400)
  })
})

describe('portfolio.export-changes', () => {
  it('writes a line for each act, under the highest marking', async () => {
    await opened('project', { name: '=Course to export', start: '2027' }, CLOSED)
    const answer = await desk.ask({ url: '/api/portfolio/changes/export?since=2026-11-24' })
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['content-disposition']).toContain('changes-since-2026-11-24-LIMITE-TLP-RED')
    const [first, header, line] = answer.body.split('\r\n')
    expect(first).toContain('Demarche changes since 2026-11-24 · LIMITE · TLP:RED')
    expect(header).toBe(
      'record,kind,kind (code),name,marking,act,act (code),at,by,properties,properties (code),sources,reason',
    )
    expect(line).toMatch(
      /^project:[\w-]+,project,project,'=Course to export,LIMITE · TLP:RED[^,]*,stated,stated,2026-12-04T.*,desk,/,
    )
    const open = await delegate.ask({ url: '/api/portfolio/changes/export?since=2026-11-24' })
    expect(open.body).not.toContain('Course to export')
    expect(open.headers['content-disposition']).toContain('-2026-11-24-TLP-CLEAR.csv')
  })

  it('says heads, kinds, acts and properties in the language asked for, with their codes beside', async () => {
    await opened('project', { name: 'Cours', start: '2027' })
    const answer = await desk.ask({ url: '/api/portfolio/changes/export?since=2026-11-24&language=fr' })
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.headers['content-disposition']).toContain('-fr.csv')
    const [first, header, ...lines] = answer.body.split('\r\n')
    expect(first).toContain('Demarche changements depuis le 2026-11-24 · ')
    expect(header).toBe(
      'fiche,type,type (code),nom,marquage,acte,acte (code),à,par,propriétés,propriétés (code),sources,motif',
    )
    const line = lines.find((one) => one.includes(',Cours,'))
    expect(line).toMatch(/^project:[\w-]+,projet,project,Cours,[^,]*,indiqué,stated,2026-/)
    expect(line).toMatch(/,Nom; Début,name; start,/)
    const unknown = await desk.ask({ url: '/api/portfolio/changes/export?since=2026-11-24&language=xx' })
    expect(unknown.statusCode).toBe(400)
  })
})
