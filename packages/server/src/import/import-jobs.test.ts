import { describe, expect, it } from 'vitest'
import { readerOf } from '../session/session.ts'
import { MOST_UNDER_WAY, openImportJobs } from './import-jobs.ts'

const order = (filename: string) => ({
  reader: readerOf({ party: 'desk', person: 'desk-officer' }),
  filename,
  path: `/uploads/${filename}`,
  sourceDate: undefined,
})

describe('an upload that cannot be deleted', () => {
  it('is reported, and neither its own import nor the later ones suffer', async () => {
    const busy = new Error('EBUSY: the file is open elsewhere')
    const reported: unknown[] = []
    const read: string[] = []
    let counter = 0
    const jobs = openImportJobs({
      work: async ({ filename }) => {
        read.push(filename)
        return {}
      },
      newId: () => `job-${(counter += 1)}`,
      discard: async (path) => {
        if (path === '/uploads/first.json') throw busy
      },
      reportLeftover: (error, filename) => reported.push([error, filename]),
    })
    const started = ['first.json', 'second.json', 'third.json'].map((filename) => jobs.start(order(filename)))
    // closing would cancel what is still to come: ask for the last one until it has had its turn
    while (jobs.find(started[2]?.id ?? '', 'desk-officer')?.state === 'reading') {
      await new Promise((resolve) => setImmediate(resolve))
    }
    await jobs.close()
    expect(read).toEqual(['first.json', 'second.json', 'third.json'])
    expect(started.map(({ id }) => jobs.find(id, 'desk-officer')?.state)).toEqual(['done', 'done', 'done'])
    expect(reported).toEqual([[busy, 'first.json']])
  })
})

describe('one person', () => {
  it('has so many files under way at once, and nobody else sees or stops their jobs', async () => {
    let counter = 0
    const jobs = openImportJobs({
      work: (_, { signal }) =>
        new Promise((_done, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      newId: () => `job-${(counter += 1)}`,
      discard: async () => undefined,
      reportLeftover: () => undefined,
    })
    const receive = (person: string) => jobs.receive(person, async () => '/uploads/a.json')
    const held = Array.from({ length: MOST_UNDER_WAY - 1 }, () => jobs.start(order('a.json')))
    const { promise: upload, resolve: arrived } = Promise.withResolvers<string>()
    const slow = jobs.receive('desk-officer', () => upload)
    await expect(receive('desk-officer')).rejects.toMatchObject({ code: 'too-many-requests' })
    expect(await receive('somebody-else')).toBe('/uploads/a.json')
    arrived('/uploads/slow.json')
    await slow
    expect(await receive('desk-officer')).toBe('/uploads/a.json')
    expect(jobs.find(held[0]?.id ?? '', 'somebody-else')).toBeNull()
    expect(jobs.cancel(held[0]?.id ?? '', 'somebody-else')).toBeNull()
    await jobs.close()
  })
})
