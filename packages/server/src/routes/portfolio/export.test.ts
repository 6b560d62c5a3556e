import type { ExportedRecords, ImportJob } from '@demarche/api'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type DeskUnderTest, openDesk } from '../../../test/desk-under-test.ts'

let desk: DeskUnderTest
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const exported = (query: string) => desk.ask({ url: `/api/portfolio/export?${query}` })
const imported = async (payload: string | Buffer, query: string): Promise<ImportJob> => {
  const started = await desk.ask({
    method: 'POST',
    url: `/api/imports?${query}`,
    payload,
    headers: { 'content-type': 'application/octet-stream' },
  })
  expect(started.statusCode, started.body).toBe(202)
  return vi.waitUntil(
    async () => {
      const job: ImportJob = (await desk.ask({ url: `/api/imports/${started.json().id}` })).json()
      return job.state === 'reading' || job.state === 'recording' ? false : job
    },
    { timeout: 50_000 },
  )
}
const total = async (query: string): Promise<number> =>
  (await desk.ask({ url: `/api/portfolio/records?${query}` })).json().total

describe('portfolio.export', () => {
  it('gives what the list shows on all its pages, with the highest marking in name and first line', async () => {
    const answer = await exported('kind=project&place=GE&format=csv')
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['content-disposition']).toMatch(/filename="project-\d{4}-\d\d-\d\d-TLP-CLEAR\.csv"/)
    const [first, header] = answer.body.replace('\uFEFF', '').split('\r\n')
    expect(first).toBe('Demarche project · TLP:CLEAR')
    expect(header).toMatch(/^id,Name,Objective,/)
    expect(answer.body.match(/\r\nproject:/g)?.length).toBe(await total('kind=project&place=GE'))
  })

  it.each(['csv', 'xlsx', 'iati'])('is read back as the same records (%s), and adds none', async (format) => {
    const before = await total('kind=project')
    const file = await exported(`kind=project&format=${format}`)
    const job = await imported(file.rawPayload, `filename=projects.${format === 'iati' ? 'xml' : format}`)
    expect(job.state, JSON.stringify(job.problem)).toBe('done')
    expect(job.report?.rejected).toEqual([])
    expect(job.report?.records.length).toBeGreaterThan(30)
    expect(job.report?.records.every(({ entity, name }) => name !== entity)).toBe(true)
    expect(await total('kind=project')).toBe(before)
    const again = await imported(file.rawPayload, `filename=projects.${format === 'iati' ? 'xml' : format}`)
    expect(again.report).toMatchObject({ statements: 0 })
  })

  it('as IATI says behind its activities what it leaves out and which rules of the standard it breaks', async () => {
    const { body } = await exported('kind=project&format=iati')
    const [, behind = ''] = body.split('</iati-activities>')
    expect(behind).toMatch(/<!-- left out: project:[\w.-]+\. Nobody has stated a date of it\. \(INT-48\) -->/)
    expect(behind).toMatch(/<!-- line \d+, iati-activity\[\d+\]: .+\. IATI rule 3\.[14]\.1\. \(INT-47\) -->/)
    expect(behind).not.toContain('INT-43')
  })

  it('in JSON has every claim with the sources that make it', async () => {
    const file: ExportedRecords = (await exported('kind=project&q=glacy&format=json')).json()
    const glacy = file.records.find(({ entity }) => entity === 'project:glacy-plus')
    const starts = glacy?.claims.filter(({ property }) => property === 'start') ?? []
    expect(starts.length).toBeGreaterThan(1)
    expect(starts.every(({ sources }) => sources.length > 0)).toBe(true)
  })

  it('refuses what the format cannot hold, a kind that there is not and a facet that says nothing', async () => {
    expect((await exported('kind=meeting&format=iati')).json()).toMatchObject({
      status: 422,
      faults: [{ rule: 'INT-48' }],
    })
    const none = await exported('kind=project&q=no-such-words-anywhere&format=iati')
    expect(none.json()).toMatchObject({ status: 422, faults: [{ words: { code: 'iati-needs-one' } }] })
    expect((await exported('kind=spaceship&format=csv')).statusCode).toBe(404)
    for (const seen of ['colour=red', 'objective=Peace', 'themes']) {
      const refused = await exported(`kind=project&facet=${encodeURIComponent(seen)}&format=csv`)
      expect(refused.json()).toMatchObject({
        status: 422,
        faults: [{ place: '/facet', rule: 'VOC-01', words: { code: 'no-such-facet', values: { seen } } }],
      })
      const { choices } = refused.json().faults[0].words.values
      expect(choices).toContain('themes')
      expect(choices).not.toContain('objective')
    }
    expect((await exported('kind=project&format=pdf')).statusCode).toBe(400)
    expect((await exported('kind=project')).statusCode).toBe(400)
  })

  it('refuses as IATI projects of which none has what the standard asks for, and says of each what it lacks', async () => {
    const made = await desk.ask({
      method: 'POST',
      url: '/api/portfolio/records',
      payload: {
        kind: 'project',
        assertions: [
          { property: 'name', value: 'Barebones' },
          { property: 'objective', value: 'To be known by name.' },
        ],
        source: { document: 'a page', verified: true },
        marking: { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' },
      },
    })
    expect(made.statusCode, made.body).toBe(201)
    const refused = await exported('kind=project&q=barebones&format=iati')
    expect(refused.statusCode).toBe(422)
    expect(refused.json().detail).toContain('IATI can hold none of these projects. (rule INT-48)')
    expect(refused.json().faults).toMatchObject([
      { place: '/format', words: { code: 'iati-holds-none' } },
      { place: made.json().entity, words: { code: 'iati-lacks-date' } },
    ])
  })
})

describe('a table of records', () => {
  const table = 'Title,Begin,Where\nInvented clinic,3/4/2024,Georgia\nInvented course,2024,Atlantis\n'
  const mapping = encodeURIComponent(
    JSON.stringify({
      kind: 'project',
      columns: [
        { column: 'Title', property: 'name' },
        { column: 'Begin', property: 'start' },
        { column: 'Where', property: 'countries' },
      ],
    }),
  )

  it('is looked at before it is recorded, with its refused cells by row, column and rule', async () => {
    const before = await total('kind=project')
    const job = await imported(table, `filename=donors.csv&mapping=${mapping}&preview=true`)
    expect(job.report).toMatchObject({
      preview: true,
      statements: 2,
      records: [
        { entity: 'project:Invented-clinic', name: 'Invented clinic' },
        { entity: 'project:Invented-course', name: 'Invented course' },
      ],
    })
    expect(job.report?.rejected.map(({ place, rule }) => [place, rule])).toEqual([
      ['row 2, Begin', 'INT-56'],
      ['row 3, Where', 'INT-57'],
    ])
    expect(await total('kind=project')).toBe(before)
    const recorded = await imported(table, `filename=donors.csv&mapping=${mapping}`)
    expect(recorded.report?.statements).toBe(2)
    expect(recorded.report?.preview).toBeUndefined()
    expect(await total('kind=project')).toBe(before + 2)
    expect((await imported(table, `filename=donors.csv&mapping=${mapping}`)).report?.statements).toBe(0)
  })

  it('with a mapping that is none is refused before a byte is read', async () => {
    for (const wrong of ['{', '{"kind":"project"}', '[]']) {
      const answer = await desk.ask({
        method: 'POST',
        url: `/api/imports?filename=a.csv&mapping=${encodeURIComponent(wrong)}`,
        payload: table,
        headers: { 'content-type': 'text/csv' },
      })
      expect(answer.json()).toMatchObject({ status: 400, faults: [{ rule: 'INT-51' }] })
    }
  })
})
