import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportJob } from '@demarche/api'
import { precedentCasesPath } from '@demarche/doctrine'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type DeskUnderTest, openDesk } from '../../../test/desk-under-test.ts'

let desk: DeskUnderTest
beforeAll(async () => {
  desk = await openDesk({ maxUploadBytes: 2_000_000 })
})
afterAll(() => desk.close())

const upload = (payload: string, query = 'filename=cases.json') =>
  desk.ask({
    method: 'POST',
    url: `/api/imports?${query}`,
    payload,
    headers: { 'content-type': 'application/octet-stream' },
  })
const show = async (id: string): Promise<ImportJob> => (await desk.ask({ url: `/api/imports/${id}` })).json()
const ended = (id: string): Promise<ImportJob> =>
  vi.waitUntil(
    async () => {
      const job = await show(id)
      return job.state === 'reading' || job.state === 'recording' ? false : job
    },
    { timeout: 50_000 },
  )
const cases = (name: string): string => {
  const file: { cases: { id: string; name: string }[] } = JSON.parse(readFileSync(precedentCasesPath, 'utf8'))
  const [one] = file.cases
  return JSON.stringify({ cases: [{ ...one, id: name, name }] })
}
const total = async (): Promise<number> => (await desk.ask({ url: '/api/cases?limit=1' })).json().total

/** An invented activity with two starts. */
const activity = (
  number: number,
): string => `<iati-activity xml:lang="en"><iati-identifier>XX-1-${number}</iati-identifier>
  <reporting-org ref="XX-1" type="10"><narrative>Invented agency</narrative></reporting-org>
  <title><narrative>Harbour course ${number}</narrative></title><description><narrative>Invented.</narrative></description>
  <participating-org role="1"><narrative>Invented agency</narrative></participating-org><activity-status code="2"/>
  <activity-date type="1" iso-date="2024-01-01"/><activity-date type="2" iso-date="2024-02-01"/>
  <recipient-country code="GE"/><sector code="15130"/></iati-activity>`

describe('import.start and import.show', () => {
  it('put the cases of a file on record, and nothing twice', async () => {
    const before = await total()
    const started = await upload(cases('invented-harbour-case'))
    expect(started.statusCode).toBe(202)
    const job = await ended(started.json().id)
    expect(job).toMatchObject({ state: 'done', progress: 1, filename: 'cases.json' })
    expect(job.report).toMatchObject({
      format: 'case-json',
      cases: ['case:invented-harbour-case'],
      alreadyOnRecord: 0,
    })
    expect(await total()).toBe(before + 1)
    const again = await ended((await upload(cases('invented-harbour-case'))).json().id)
    expect(again.report).toMatchObject({ statements: 0, alreadyOnRecord: job.report?.statements })
    expect(await total()).toBe(before + 1)
  })

  it('put the projects of IATI activities on record, each date beside the others, and nothing twice', async () => {
    const file = `<iati-activities version="2.03" generated-datetime="2024-03-01T00:00:00Z">${activity(1)}${activity(2)}</iati-activities>`
    const job = await ended((await upload(file, 'filename=activities.xml')).json().id)
    expect(job.report).toMatchObject({
      format: 'iati-xml',
      cases: [],
      records: [
        { entity: 'project:XX-1-1', name: 'Harbour course 1' },
        { entity: 'project:XX-1-2', name: 'Harbour course 2' },
      ],
      rejected: [],
    })
    const found = await desk.ask({ url: '/api/portfolio/records?kind=project&q=harbour&place=GE' })
    expect(found.json()).toMatchObject({ total: 2 })
    const record = (await desk.ask({ url: '/api/portfolio/records/project:XX-1-1' })).json().record
    expect(record.doubts).toContainEqual({
      property: 'plannedStart',
      label: 'Planned start',
      what: 'unverified',
    })
    const again = await ended((await upload(file, 'filename=activities.xml')).json().id)
    expect(again.report).toMatchObject({ statements: 0, alreadyOnRecord: job.report?.statements })
  })

  it('refuse a file that cannot be read, say why, and leave neither records nor uploads behind', async () => {
    const before = await total()
    for (const text of ['{"cases": [', 'a picture, perhaps', '{"cases":[{"id":"x","name":"SECRET UE"}]}']) {
      const job = await ended((await upload(text)).json().id)
      expect(job.state, text).toBe('refused')
      expect(job.problem?.message.length, text).toBeGreaterThan(20)
    }
    expect(await total()).toBe(before)
    const uploads = join(desk.directory, 'uploads')
    expect(existsSync(uploads) ? readdirSync(uploads) : []).toEqual([])
    expect(desk.defects).toEqual([])
  })

  it('say what was left out of a file in words of every language, line by line', async () => {
    const table = 'id;name;start;Phone\n1;Invented course;31.02.2019;12\n1;Invented again;2020;\n;;2021;\n'
    const { report } = await ended((await upload(table, 'filename=list.csv&kind=project')).json().id)
    expect(report?.rejected.map(({ place, words }) => [place, words])).toEqual([
      ['row 2, start', { code: 'line-date-either-way', values: { seen: '31.02.2019' } }],
      ['row 3', { code: 'line-twice', values: { seen: '1' } }],
      ['row 4', { code: 'line-without-name' }],
    ])
    expect(report?.notCarriedOver).toMatchObject([{ field: 'Phone', words: { code: 'left-no-column' } }])
    const { problem } = await ended((await upload('x;y\n1;2\n', 'filename=list.csv&kind=project')).json().id)
    expect(problem?.faults).toMatchObject([{ rule: 'INT-52', words: { code: 'file-no-name-column' } }])
  })

  it('take the bytes whatever type the sender gives them', async () => {
    for (const [index, type] of [
      'application/json',
      'text/csv',
      'text/plain',
      'application/x-unheard-of',
    ].entries()) {
      const answer = await desk.ask({
        method: 'POST',
        url: '/api/imports?filename=cases.json',
        payload: cases(`typed-case-${index}`),
        headers: { 'content-type': type },
      })
      expect(answer.statusCode, type).toBe(202)
      expect((await ended(answer.json().id)).state, type).toBe('done')
    }
  })

  it('refuse an empty body, one beyond the limit, and a query that is none', async () => {
    expect((await upload('')).statusCode).toBe(400)
    expect((await upload('x'.repeat(2_000_001))).json()).toMatchObject({ code: 'too-large', status: 413 })
    expect((await upload('{}', 'name=x')).statusCode).toBe(400)
  })

  it('know no job of that id', async () => {
    expect((await desk.ask({ url: '/api/imports/job-0' })).json()).toMatchObject({ code: 'not-found' })
  })
})

describe('import.cancel', () => {
  it('stops a job before anything is recorded; one that has ended stays as it is', async () => {
    const before = await total()
    const { id } = (await upload(cases('never-recorded-case'))).json()
    const answer = await desk.ask({ method: 'DELETE', url: `/api/imports/${id}` })
    expect(answer.statusCode).toBe(202)
    const job = await ended(id)
    // a small file may be done before it can be stopped: then it is on record as a whole
    expect(await total()).toBe(job.state === 'done' ? before + 1 : before)
    await desk.ask({ method: 'DELETE', url: `/api/imports/${id}` })
    expect((await show(id)).state).toBe(job.state)
    expect((await desk.ask({ method: 'DELETE', url: '/api/imports/job-0' })).statusCode).toBe(404)
  })
})
