import type { GapsAnswer, OverlapCheckAnswer, OverlapPair, OverlapsAnswer } from '@demarche/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DeskUnderTest, openDesk, type SignedInForTest } from '../../../test/desk-under-test.ts'
import { CLOSED, delegateOfOpenRecords, OPEN, putOnRecord } from '../../../test/records-by-hand.ts'

let desk: DeskUnderTest
let delegate: SignedInForTest
beforeAll(async () => {
  desk = await openDesk()
  delegate = await delegateOfOpenRecords(desk)
})
afterAll(() => desk.close())

const opened = (kind: string, facts: Record<string, unknown>, marking = OPEN) =>
  putOnRecord(desk, kind, facts, marking)
const add = async (entity: string, facts: Record<string, unknown>) => {
  const answer = await desk.ask({
    method: 'POST',
    url: `/api/portfolio/records/${encodeURIComponent(entity)}/statements`,
    payload: {
      assertions: Object.entries(facts).map(([property, value]) => ({ property, value })),
      source: { document: 'A newspaper', verified: true },
      marking: OPEN,
    },
  })
  expect(answer.statusCode, answer.body).toBe(201)
}
const list = async (query = '', who = desk.officer): Promise<OverlapsAnswer> => {
  const answer = await who.ask({ url: `/api/portfolio/overlaps?${query}` })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const around = (entity: string, query = '') => list(`project=${encodeURIComponent(entity)}&${query}`)
const other = ({ a, b }: OverlapPair, than: string) => (a === than ? b : a)
const check = (payload: object, who = desk.officer) =>
  who.ask({ method: 'POST', url: '/api/portfolio/overlaps/check', payload })

/** Projects in a country of their own, so that nothing that comes with the desk is met. */
const course = (country: string, name: string, more: Record<string, unknown> = {}) => ({
  name,
  objective: 'Train prosecutors and judges to handle electronic evidence.',
  countries: [country],
  themes: ['criminal-justice'],
  donors: [`Donor of ${name}`],
  implementers: [`Institute of ${name}`],
  start: '2024-01-01',
  end: '2026-12-31',
  ...more,
})

describe('overlap.list', () => {
  it('finds pairs among the records that come with the desk, duplicates first, without any score', async () => {
    const { total, pairs, projects, counts } = await list('limit=100')
    expect(total).toBeGreaterThan(20)
    expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(total)
    const order = ['duplicate', 'cannot-tell', 'synergy', 'successor', 'unrelated']
    const places = pairs.map(({ outcome }) => order.indexOf(outcome))
    expect(places).toEqual(places.toSorted((p, q) => p - q))
    expect(pairs[0]).not.toHaveProperty('score')
    for (const { a, b, reasons } of pairs) {
      expect(Object.keys(projects)).toEqual(expect.arrayContaining([a, b]))
      expect(reasons.length).toBeGreaterThan(0)
    }
  })

  it('says of one project what it overlaps with, and why (OVL-02)', async () => {
    const one = await opened('project', course('XC', 'Lantern'))
    const twin = await opened('project', course('XC', 'Bench'))
    const { pairs } = await around(one)
    const pair = pairs.find((each) => other(each, one) === twin)
    expect(pair).toMatchObject({ outcome: 'duplicate', verdicts: [] })
    expect(pair?.reasons).toContainEqual({ code: 'shared-countries', countries: ['XC'], fromNames: [] })
    expect((await list('place=XC&outcome=duplicate')).pairs).toHaveLength(1)
    expect((await list('place=XC&theme=awareness')).total).toBe(0)
    expect((await list('place=XC&from=2027-01-01')).total).toBe(0)
  })

  it('tries every date that sources give, and names the one that decides (OVL-17)', async () => {
    const one = await opened('project', course('XD', 'Early'))
    const later = await opened('project', course('XD', 'Late', { start: '2026-06-01', end: '2028-01-01' }))
    expect((await around(one)).pairs[0]?.outcome).toBe('duplicate')
    await add(one, { end: '2025-03-31' })
    const [pair] = (await around(one)).pairs
    expect(pair).toMatchObject({ a: one, b: later, outcome: 'cannot-tell', leaning: 'duplicate' })
    expect(pair?.reasons).toContainEqual({
      code: 'sources-differ',
      of: one,
      field: 'end',
      values: ['2025-03-31', '2026-12-31'],
      decides: true,
    })
    expect(pair?.wouldSettle).toContainEqual({ of: one, field: 'end', why: 'contested' })
    // both ends leave the two together for long enough: then it does not matter which is right
    const beside = await opened('project', course('XD', 'Beside', { start: '2024-01-01', end: '2024-12-31' }))
    const sure = (await around(beside)).pairs.find((each) => other(each, beside) === one)
    expect(sure?.outcome).toBe('duplicate')
    expect(sure?.reasons.find(({ code }) => code === 'sources-differ')).toMatchObject({ decides: false })
  })

  it('takes a region on record for its countries, and keeps the doubt (OVL-18)', async () => {
    const region = await opened(
      'project',
      course('XE', 'Balkans', { countries: [], regions: ['western-balkans'] }),
    )
    const albania = await opened('project', course('AL', 'Tirana'))
    const pair = (await around(region, 'place=AL')).pairs.find((each) => other(each, region) === albania)
    expect(pair?.outcome).toBe('duplicate')
    expect(pair?.reasons).toContainEqual({
      code: 'shared-countries',
      countries: ['AL'],
      fromNames: [{ of: region, names: ['western-balkans'] }],
    })
    expect(pair?.reasons.some(({ code }) => code === 'region-expanded')).toBe(true)
    expect(pair?.wouldSettle).toContainEqual({ of: region, field: 'countries', why: 'inferred' })
  })

  it('shows what people said beside what was found, and replaces neither (OVL-19)', async () => {
    const first = await opened('project', course('XF', 'One'))
    const second = await opened('project', course('XF', 'Two'))
    const far = await opened('project', course('XG', 'Three'))
    const judged = (one: string, two: string, verdict: string) =>
      opened('overlap-verdict', {
        name: 'A verdict',
        first: one,
        second: two,
        verdict,
        grounds: 'Both teams were asked.',
        start: '2026-11-20',
      })
    const entity = await judged(second, first, 'synergy')
    await judged(first, far, 'duplicate')
    const { pairs } = await around(first)
    expect(pairs.find((each) => other(each, first) === second)).toMatchObject({
      outcome: 'duplicate',
      verdicts: [{ entity, verdicts: ['synergy'], grounds: ['Both teams were asked.'], by: ['desk'] }],
    })
    expect(pairs.find((each) => other(each, first) === far)).toMatchObject({
      outcome: 'unrelated',
      verdicts: [{ verdicts: ['duplicate'] }],
    })
    expect((await list('place=XF&judged=yes')).total).toBe(1)
    expect((await list('place=XF&judged=no')).total).toBe(0)
  })

  it('is not changed by what the reader may not see', async () => {
    const one = await opened('project', course('XH', 'Open'))
    const two = await opened('project', course('XH', 'Open too'))
    const before = await delegate.ask({ url: '/api/portfolio/overlaps?limit=100' })
    const plan = { name: 'Plan', objective: 'Train prosecutors', countries: ['XH'], start: '2025' }
    const checked = await check(plan, delegate)
    expect(JSON.stringify(before.json())).toContain(two)
    const hidden = await opened('project', course('XH', 'Hidden'), CLOSED)
    await opened(
      'overlap-verdict',
      { name: 'Hidden', first: one, second: two, verdict: 'unrelated', grounds: 'Secret.' },
      CLOSED,
    )
    expect((await around(one)).pairs.some((each) => other(each, one) === hidden)).toBe(true)
    expect((await delegate.ask({ url: '/api/portfolio/overlaps?limit=100' })).body).toBe(before.body)
    expect((await check(plan, delegate)).body).toBe(checked.body)
    const asked = await delegate.ask({ url: `/api/portfolio/overlaps?project=${encodeURIComponent(hidden)}` })
    const none = await delegate.ask({ url: '/api/portfolio/overlaps?project=project:none' })
    expect([asked.statusCode, none.statusCode]).toEqual([404, 404])
  })
})

describe('overlap.check', () => {
  it('says what a plan would overlap with, what was read out of it, and records nothing', async () => {
    const known = await opened('project', course('MN', 'Steppe'))
    const before = (await desk.ask({ url: '/api/portfolio' })).json()
    const answer = await check({
      name: 'Justice in the steppe',
      objective: 'A course for public prosecutors on electronic evidence in Mongolia.',
      start: '2025',
      end: '2027',
    })
    expect(answer.statusCode, answer.body).toBe(200)
    const { pairs, read, projects }: OverlapCheckAnswer = answer.json()
    expect(read).toMatchObject({ countries: ['MN'], fromNames: ['MN'] })
    expect(read.themes.find(({ theme }) => theme === 'criminal-justice')?.words).not.toHaveLength(0)
    expect(pairs.find(({ b }) => b === known)).toMatchObject({ a: 'plan', outcome: 'duplicate' })
    expect(projects[known]?.implementers).toEqual(['Institute of Steppe'])
    expect((await desk.ask({ url: '/api/portfolio' })).json()).toEqual(before)
  })

  it('takes a region among its countries for its members, and refuses what is no place or date', async () => {
    const answer = await check({ name: 'Plan', countries: ['western-balkans'], themes: ['criminal-justice'] })
    expect(answer.json().read.countries).toContain('XK')
    for (const wrong of [{ countries: ['A B'] }, { start: 'soon' }, { colour: 'red' }, { name: ' ' }])
      expect((await check({ name: 'Plan', ...wrong })).statusCode, JSON.stringify(wrong)).toBe(400)
  })
})

describe('overlap.gaps', () => {
  it('says where work is known, where perhaps, and names every row (OVL-21)', async () => {
    const sure = await opened('project', course('AL', 'Coast', { start: '2031-01-01', end: '2031-12-31' }))
    const region = await opened(
      'project',
      course('XE', 'Hills', {
        countries: [],
        regions: ['western-balkans'],
        start: '2031-01-01',
        end: '2031-12-31',
      }),
    )
    const answer = await desk.ask({ url: '/api/portfolio/gaps?place=western-balkans&year=2031' })
    const { countries, cells, projects }: GapsAnswer = answer.json()
    expect(countries).toContain('XK')
    const cell = cells.find(({ country, theme }) => country === 'AL' && theme === 'criminal-justice')
    expect(cell?.certain).toEqual([sure])
    expect(cell?.perhaps).toContain(region)
    expect(projects[region]?.name).toBe('Hills')
    expect(cells.some(({ theme }) => theme === 'standards-certification')).toBe(false)
  })

  it('is not changed by a project that the reader may not see', async () => {
    const url = '/api/portfolio/gaps?place=AL&year=2031'
    const before = (await delegate.ask({ url })).body
    const hidden = await opened('project', course('AL', 'Deep', { start: '2031-02', end: '2031-11' }), CLOSED)
    expect((await delegate.ask({ url })).body).toBe(before)
    expect((await desk.ask({ url })).body).toContain(hidden)
  })
})

const gapsAt = async (query: string, who = desk.officer): Promise<GapsAnswer> => {
  const answer = await who.ask({ url: `/api/portfolio/gaps?${query}` })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

describe('the gap map', () => {
  it('OVL-22 lays needs beside projects and gives the money of each in its currency', async () => {
    const entity = await opened(
      'project',
      course('AD', 'Courts of Andorra', { budget: { amount: 250000, currency: 'AUD', year: 2024 } }),
    )
    const need = { countries: ['AD'], themes: ['criminal-justice', 'legislation'], start: '2023' }
    const open = await opened('need', { name: 'A law on evidence', ...need })
    const before = await gapsAt('place=AD&year=2025', delegate)
    await opened('need', { name: 'Closed need', ...need, themes: ['awareness'] }, CLOSED)
    expect(await gapsAt('place=AD&year=2025', delegate)).toEqual(before)
    expect(before.needs.map(({ theme, certain }) => [theme, certain])).toEqual([
      ['criminal-justice', [open]],
      ['legislation', [open]],
    ])
    expect(before.projects[entity]?.budgets).toEqual([{ amount: 250000, currency: 'AUD', year: 2024 }])
    expect(before.stated[open]?.name).toBe('A law on evidence')
    const narrowed = await gapsAt('place=AD&year=2025&theme=legislation')
    expect(narrowed.cells).toEqual([])
    expect(narrowed.needs).toHaveLength(1)
  })

  it('OVL-21 is written as a table that never says "none"', async () => {
    const answer = await delegate.ask({ url: '/api/portfolio/gaps/export?place=AD&year=2025' })
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.headers['content-disposition']).toContain('gap-map-2025-TLP-CLEAR.csv')
    const lines = answer.body.trim().split('\r\n')
    expect(lines).toHaveLength(2 + 15)
    expect(lines.find((line) => line.includes('Prosecutors'))).toBe(
      'AD,Andorra,"Prosecutors, judges, e-evidence",criminal-justice,2025,1,0,A law on evidence,Courts of Andorra,Courts of Andorra: AUD 250000 (2024)',
    )
    expect(lines.find((line) => line.includes(',Legislation,'))).toBe(
      'AD,Andorra,Legislation,legislation,2025,none known,,A law on evidence,,',
    )
    expect(answer.body).not.toContain('Closed')
  })

  it('is written as a table in the language asked for, with the codes of countries and themes beside their names', async () => {
    const url = '/api/portfolio/gaps/export?place=AD&year=2025&theme=legislation'
    const answer = await delegate.ask({ url: `${url}&language=fr` })
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.headers['content-disposition']).toContain('gap-map-2025-TLP-CLEAR-fr.csv')
    expect(answer.body.trim().split('\r\n').slice(1)).toEqual([
      'pays,nom,thème,thème (code),année,connus en cours,peut-être,besoin exprimé,projets,montants des projets entiers',
      'AD,Andorre,Législation,legislation,2025,aucun connu,,A law on evidence,,',
    ])
    expect((await delegate.ask({ url: `${url}&language=xx` })).statusCode).toBe(400)
  })
})
