import { MEETING_BODIES, type MeetingAnswer } from '@demarche/api'
import { MEMBER_STATES } from '@demarche/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, openDeclaration, propose } from '../../../test/a-declaration.ts'
import { type DeskUnderTest, openDesk, type SignedInForTest } from '../../../test/desk-under-test.ts'

const MARKING = { distribution: 'LIMITE', tlp: 'TLP:AMBER' } as const
let desk: DeskUnderTest
let estonia: SignedInForTest
let outsider: SignedInForTest
let entity: string

beforeAll(async () => {
  desk = await openDesk()
  estonia = await desk.signInAs({ party: 'EE', role: 'delegate' })
  outsider = await desk.signInAs({
    party: 'public',
    role: 'analyst',
    ceiling: { maxDistribution: 'PUBLIC', maxTlp: 'TLP:CLEAR' },
  })
  const chair = await desk.signInAs({ party: 'IE', role: 'chair' })
  ;({ entity } = await openDeclaration(
    estonia,
    'Declaration on the port authority',
    MARKING,
    'Intrusion at the port authority',
  ))
  await propose(estonia, entity)
  await act(chair, entity, { verb: 'put-on-agenda', body: 'hwpci', meeting: '2026-12-03', item: 'B' })
})
afterAll(() => desk.close())

const meeting = async (as: SignedInForTest, address: string): Promise<MeetingAnswer> =>
  (await as.ask({ method: 'GET', url: `/api/meetings/${address}` })).json()

describe('a meeting', () => {
  it('is the next one on any agenda when no day is named, with positions in protocol order', async () => {
    const { view, caseNames, marking } = await meeting(estonia, 'hwpci')
    expect(view).toMatchObject({ date: '2026-12-03', items: [{ entity, onAgenda: true, item: 'B' }] })
    expect(view.items[0]?.positions.map(({ party }) => party)).toEqual(MEMBER_STATES)
    expect(Object.values(caseNames)).toEqual(['Intrusion at the port authority'])
    expect(marking).toEqual(MARKING)
  })

  it('shows on another day what stands before the body without an agenda', async () => {
    expect((await meeting(estonia, 'hwpci?on=2026-12-10')).view.items).toMatchObject([{ onAgenda: false }])
  })

  it('is empty for who may see nothing of it, without its day, its case or its marking', async () => {
    for (const body of MEETING_BODIES) {
      const { view, caseNames, marking } = await meeting(outsider, body)
      expect(view).toEqual({ body, date: '2026-11-23', items: [] })
      expect(caseNames).toEqual({})
      expect(marking).toEqual({ distribution: 'PUBLIC', tlp: 'TLP:CLEAR' })
    }
  })

  it('is refused for a body or a day that there is not', async () => {
    const refused = ['synod', 'hwpci?on=2026-13-01', 'hwpci?on=soon']
    for (const address of refused)
      expect((await estonia.ask({ method: 'GET', url: `/api/meetings/${address}` })).statusCode).toBe(400)
  })
})
