import { readPrecedentListings } from '@demarche/doctrine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DeskUnderTest, openDesk } from '../../../test/desk-under-test.ts'

let desk: DeskUnderTest
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const listed = async (query = '') => (await desk.ask({ url: `/api/listings${query}` })).json()

describe('listing.list', () => {
  it('gives every listing today, and says until when the annex was read', async () => {
    const answer = await listed()
    const { counts, listings } = readPrecedentListings()
    expect(answer).toMatchObject({ asOf: '2026-11-23', readUntil: '2026-07-13', counts })
    expect(answer.listings).toHaveLength(listings.length)
    expect(answer.notes.length).toBeGreaterThan(4)
  })

  it.each([
    ['2020-07-29', 0, 0],
    ['2020-07-30', 6, 3],
    ['2020-10-22', 8, 4],
    ['2024-06-24', 14, 4],
    ['2026-03-16', 19, 7],
    ['2026-07-13', 27, 11],
  ])('counts on %s what the annex counted: %i persons, %i entities', async (day, persons, entities) => {
    const { counts, listings, elsewhere } = await listed(`?asOf=${day}`)
    expect(counts).toEqual({ persons, entities })
    expect(listings).toHaveLength(persons + entities)
    expect(elsewhere.filter(({ listingDate }: { listingDate: string }) => listingDate > day)).toEqual([])
  })

  it('tells what was done to the framework and the annex by the date, and nothing later', async () => {
    const { timeline } = await listed('?asOf=2022-05-30')
    expect(timeline.at(0)).toMatchObject({ date: '2019-05-17', event: 'framework adopted' })
    // the day in May 2022 is not known, so on the 30th it may not have come yet
    expect(timeline.at(-1)).toMatchObject({ date: '2022-04-11' })
    const later = (await listed('?asOf=2022-05-31')).timeline
    expect(later.at(-1)).toMatchObject({ date: '2022-05' })
    expect((await listed()).timeline).toHaveLength(readPrecedentListings().timeline.length)
  })

  it('names every case that a listing speaks of, and leads to those on record', async () => {
    const { cases, listings } = await listed()
    const slugs = new Set(listings.flatMap(({ incidents }: { incidents: string[] }) => incidents))
    expect(new Set(cases.map(({ slug }: { slug: string }) => slug))).toEqual(slugs)
    expect(cases).toContainEqual({
      slug: 'cloud-hopper',
      name: 'Operation Cloud Hopper',
      entity: 'case:cloud-hopper',
    })
    expect(cases).toContainEqual({
      slug: 'whispergate-2022',
      name: 'WhisperGate and GRU unit 29155',
      entity: null,
    })
    for (const { slug, name, entity } of cases) {
      expect(name).not.toBe(slug)
      const { statusCode } = await desk.ask({ url: `/api/cases/case:${slug}/history` })
      expect(statusCode, slug).toBe(entity === null ? 404 : 200)
    }
  })

  it('is for those who are signed in, and refuses a date that does not exist', async () => {
    expect((await desk.app.inject('/api/listings')).statusCode).toBe(401)
    expect((await desk.ask({ url: '/api/listings?asOf=2026-02-30' })).json()).toMatchObject({
      code: 'malformed-request',
    })
  })
})
