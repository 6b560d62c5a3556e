/** A desk with its portfolio for the tests of one file: records put on it, lists, pages. */
import type { PartnerAnswer, RecordAnswer, RecordListAnswer } from '@demarche/api'
import { afterAll, beforeAll } from 'vitest'
import { type DeskUnderTest, openDesk } from './desk-under-test.ts'

/** Where what a test puts on record is taken from, and its marking. */
export const AUTHORITY = {
  source: { document: 'A release', verified: true },
  marking: { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' },
}

export const at = (entity: string) => `/api/portfolio/records/${encodeURIComponent(entity)}`

/** Opens the desk before the first test of the file and closes it after the last one. */
export function portfolioUnderTest() {
  let desk: DeskUnderTest
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(() => desk.close())
  const open = (kind: string, facts: Record<string, unknown>) =>
    desk.ask({
      method: 'POST',
      url: '/api/portfolio/records',
      payload: {
        kind,
        assertions: Object.entries(facts).map(([property, value]) => ({ property, value })),
        ...AUTHORITY,
      },
    })
  return {
    get desk() {
      return desk
    },
    open,
    opened: async (kind: string, facts: Record<string, unknown>): Promise<string> =>
      (await open(kind, facts)).json().entity,
    list: async (query: string): Promise<RecordListAnswer> =>
      (await desk.ask({ url: `/api/portfolio/records?${query}` })).json(),
    show: async (entity: string): Promise<RecordAnswer> => (await desk.ask({ url: at(entity) })).json(),
    partner: async (code: string): Promise<PartnerAnswer> =>
      (await desk.ask({ url: `/api/partners/${code}` })).json(),
  }
}
