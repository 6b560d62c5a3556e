import type { OpenPointsAnswer, RecordListAnswer } from '@demarche/api'
import { pointsOf, type PortfolioRecord } from '@demarche/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DeskUnderTest, openDesk, type SignedInForTest } from '../../../test/desk-under-test.ts'
import {
  addToRecord,
  CLOSED,
  delegateOfOpenRecords,
  OPEN,
  putOnRecord,
} from '../../../test/records-by-hand.ts'

let desk: DeskUnderTest
let delegate: SignedInForTest
beforeAll(async () => {
  desk = await openDesk()
  delegate = await delegateOfOpenRecords(desk)
})
afterAll(() => desk.close())

const TODAY = '2026-11-23'

const opened = (kind: string, facts: Record<string, unknown>, marking = OPEN) =>
  putOnRecord(desk, kind, facts, marking)
const add = (entity: string, facts: Record<string, unknown>, marking = OPEN, more: object = {}) =>
  addToRecord(desk, entity, facts, marking, more)
const list = async (query = '', who = desk.officer): Promise<OpenPointsAnswer> => {
  const answer = await who.ask({ url: `/api/portfolio/open-points?${query}` })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const rowOf = async (entity: string, query = '', who = desk.officer) =>
  (await list(`limit=200&kind=${entity.slice(0, entity.indexOf(':'))}&${query}`, who)).rows.find(
    (row) => row.entity === entity,
  )
const pointsIn = async (entity: string, query = '', who = desk.officer) =>
  (await rowOf(entity, query, who))?.points.map(({ sort, property }) => `${sort} ${property ?? ''}`.trim())

/** The same, from every record read in full. */
const readAll = async (who: SignedInForTest) => {
  const counts = new Map<string, number>()
  const records = new Set<string>()
  for (const kind of desk.office.portfolio.kinds) {
    for (let offset = 0, total = 1; offset < total; offset += 200) {
      const url = `/api/portfolio/records?kind=${kind.id}&detail=all&limit=200&offset=${offset}`
      const answer: RecordListAnswer = (await who.ask({ url })).json()
      total = answer.total
      for (const row of answer.rows) {
        const record: Pick<PortfolioRecord, 'facts' | 'doubts'> = row
        for (const { sort } of pointsOf(kind, record, TODAY)) {
          records.add(row.entity)
          counts.set(`${kind.id} ${sort}`, (counts.get(`${kind.id} ${sort}`) ?? 0) + 1)
        }
      }
    }
  }
  return { counts, total: records.size }
}
const countsIn = ({ counts }: OpenPointsAnswer) =>
  new Map(
    counts.flatMap(({ kind, sort, points }) =>
      sort === 'lapsed' ? [] : [[`${kind} ${sort}`, points] as const],
    ),
  )

describe('portfolio.open-points', () => {
  it('PFO-52 counts what reading every record that comes with the desk would count', async () => {
    const { counts, total } = await readAll(desk.officer)
    const answer = await list()
    expect(countsIn(answer)).toEqual(counts)
    expect(answer.total).toBe(total)
    expect(total).toBeGreaterThan(50)
    expect(answer.asOf).toBe(TODAY)
  })

  it('PFO-51 names every sort of doubt of a record, and what is settled is gone', async () => {
    const regional = await opened('project', {
      name: 'Aaa regional course',
      regions: ['western-balkans'],
      donors: ['EU'],
      implementers: ['an institute'],
      themes: ['awareness'],
      objective: 'Train.',
      start: '2024-01-01',
    })
    expect(await pointsIn(regional)).toEqual(['undated end', 'region countries'])
    await add(regional, { countries: ['AL'] })
    expect(await pointsIn(regional)).toEqual(['undated end'])
    await add(regional, { end: '2027' })
    expect(await pointsIn(regional)).toBeUndefined()
    await add(regional, { end: '2028' })
    expect(await pointsIn(regional)).toEqual(['contested end'])
  })

  it('PFO-51 a last day that has passed asks what became of it, a settled one does not', async () => {
    const facts = { by: ['EU'], towards: ['KI'], madeAt: 'meeting:none', due: '2026-06', name: 'Send a list' }
    const late = await opened('commitment', facts)
    expect(await pointsIn(late, 'place=KI')).toEqual(['overdue due', 'missing standing'])
    await add(late, { standing: 'kept' })
    expect(await pointsIn(late, 'place=KI')).toBeUndefined()
    const dated = await opened('commitment', { ...facts, name: 'Send another' })
    await add(dated, { standing: 'open' }, OPEN, { validFrom: '2026-01-01' })
    expect(await pointsIn(dated, 'place=KI')).toEqual(['overdue due'])
  })

  it('PFO-23 a point of contact lapses when nobody tried it for twelve months', async () => {
    const contact = await opened('contact-point', {
      name: 'Ministry',
      party: ['KI'],
      networks: ['un'],
      role: 'technical',
    })
    expect(await pointsIn(contact)).toEqual(['lapsed'])
    expect((await list('sort=lapsed&place=KI')).total).toBe(1)
    await opened('contact-check', { name: 'Check', contact, start: '2026-03-01', outcome: 'answered' })
    expect(await pointsIn(contact)).toBeUndefined()
    expect((await list('sort=lapsed&place=KI')).total).toBe(0)
  })

  it('PFO-51 marks that a contact lapsed as the checks are marked from which it follows', async () => {
    const contact = await opened('contact-point', { name: 'Ministry of Nauru', party: ['NR'] })
    const marking = async () => (await rowOf(contact, 'place=NR'))?.marking
    expect(await marking()).toEqual(OPEN)
    const check = { name: 'Call', contact, start: '2025-04-07', outcome: 'answered' }
    await opened('contact-check', check, CLOSED)
    expect(await marking()).toMatchObject(CLOSED)
  })

  it('PFO-53 is narrowed by place, a region of it included, by kind and by sort; counts stay those of the place', async () => {
    const all = await list('place=AL')
    expect(all.total).toBeGreaterThan(0)
    const narrowed = await list('place=AL&kind=project&sort=undated')
    expect(narrowed.counts).toEqual(all.counts)
    for (const { kind, points } of narrowed.rows) {
      expect(kind).toBe('project')
      expect(points.every(({ sort }) => sort === 'undated')).toBe(true)
    }
    const wide = await opened('project', { name: 'In the region alone', regions: ['western-balkans'] })
    expect(await rowOf(wide, 'place=AL')).toBeDefined()
    expect(await rowOf(wide, 'place=KI')).toBeUndefined()
  })

  it('goes page by page without leaving out or repeating', async () => {
    const whole = await list('limit=200')
    const pages: string[] = []
    for (let offset = 0; offset < 60; offset += 20) {
      const { rows } = await list(`limit=20&offset=${offset}`)
      pages.push(...rows.map(({ entity }) => entity))
    }
    expect(pages).toEqual(whole.rows.slice(0, 60).map(({ entity }) => entity))
  })

  it('PFO-52 is the same for a reader whatever they may not see', async () => {
    const seen = await opened('project', { name: 'Open to all', countries: ['KI'] })
    const before = [await list('', delegate), await list('place=KI', delegate)]
    await add(seen, { end: '2027', objective: 'Train.' }, CLOSED)
    await opened('project', { name: 'Closed', countries: ['KI'] }, CLOSED)
    await add(seen, { countries: ['KI', 'NR'] }, CLOSED)
    expect([await list('', delegate), await list('place=KI', delegate)]).toEqual(before)
    expect(await pointsIn(seen, '', delegate)).toContain('undated end')
    expect(await pointsIn(seen)).not.toContain('undated end')
    expect(await pointsIn(seen)).toContain('contested countries')
    const { counts } = await readAll(delegate)
    expect(countsIn(await list('', delegate))).toEqual(counts)
    const own = await readAll(desk.officer)
    expect(countsIn(await list())).toEqual(own.counts)
  })

  it('refuses a kind that there is not', async () => {
    const answer = await desk.ask({ url: '/api/portfolio/open-points?kind=comet' })
    expect(answer.statusCode).toBe(404)
  })
})

describe('portfolio.export-open-points', () => {
  it('gives every point with what would settle it, under the highest marking in it', async () => {
    const answer = await delegate.ask({ url: '/api/portfolio/open-points/export?kind=project&place=KI' })
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.headers['content-type']).toContain('text/csv')
    expect(answer.headers['content-disposition']).toContain('open-points-2026-11-23-TLP-CLEAR')
    const lines = answer.body.trim().split('\r\n')
    const { rows } = await list('kind=project&place=KI&limit=200', delegate)
    expect(lines[0]).toContain('Demarche open points · TLP:CLEAR')
    expect(lines).toHaveLength(2 + rows.reduce((sum, { points }) => sum + points.length, 0))
    expect(answer.body).toContain('Open to all,TLP:CLEAR')
    expect(answer.body).toContain('End,end,no date on record,undated,a source that gives the date')
    expect(answer.body).not.toContain('Closed')
    const own = await desk.ask({ url: '/api/portfolio/open-points/export?kind=project&place=KI' })
    expect(own.headers['content-disposition']).toContain('RED')
  })

  it('says heads, kinds, properties and what is open in the language asked for, with their codes beside', async () => {
    const url = '/api/portfolio/open-points/export?kind=project&place=KI'
    const answer = await delegate.ask({ url: `${url}&language=fr` })
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.headers['content-disposition']).toContain('open-points-2026-11-23-TLP-CLEAR-fr.csv')
    const [first, head, ...lines] = answer.body.trim().split('\r\n')
    expect(first).toContain('Demarche points ouverts · TLP:CLEAR')
    expect(head).toBe(
      'fiche,type,type (code),nom,marquage,propriété,propriété (code),ouvert,ouvert (code),ce qui le réglerait',
    )
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(line).toMatch(/^project:[\w-]+,projet,project,/)
    expect(answer.body).toContain('Fin,end,aucune date consignée,undated,une source qui donne la date')
    expect((await desk.ask({ url: `${url}&language=xx` })).statusCode).toBe(400)
  })
})
