import { describe, expect, it } from 'vitest'
import { readerOf } from '../office.ts'
import { openImportJobs } from './import-jobs.ts'

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
    while (jobs.find(started[2]?.id ?? '', 'desk')?.state === 'reading') {
      await new Promise((resolve) => setImmediate(resolve))
    }
    await jobs.close()
    expect(read).toEqual(['first.json', 'second.json', 'third.json'])
    expect(started.map(({ id }) => jobs.find(id, 'desk')?.state)).toEqual(['done', 'done', 'done'])
    expect(reported).toEqual([[busy, 'first.json']])
  })
})
