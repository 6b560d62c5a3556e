import type { NoticeListAnswer } from '@demarche/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, bringBefore, openDeclaration } from '../../../test/a-declaration.ts'
import { type DeskUnderTest, openDesk, type SignedInForTest } from '../../../test/desk-under-test.ts'

const SHARED = { distribution: 'LIMITE', tlp: 'TLP:GREEN' } as const
const AMONG_TWO = { ...SHARED, releasableTo: ['EE', 'IE'] }

let desk: DeskUnderTest
let who: Record<'EE' | 'FR' | 'chair', SignedInForTest>
let entity: string

beforeAll(async () => {
  desk = await openDesk()
  who = {
    EE: await desk.signInAs({ party: 'EE', role: 'delegate' }),
    FR: await desk.signInAs({ party: 'FR', role: 'delegate' }),
    chair: await desk.signInAs({ party: 'IE', role: 'chair' }),
  }
  entity = (await openDeclaration(who.EE, 'Declaration on the port', SHARED)).entity
  await bringBefore(who.EE, who.chair, entity, '2026-11-26')
})
afterAll(() => desk.close())

const noticesOf = async (as: SignedInForTest): Promise<NoticeListAnswer> => {
  const answer = await as.ask({ method: 'GET', url: '/api/notices' })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const kindsOf = ({ notices }: NoticeListAnswer) => notices.map(({ kind }) => kind)

describe('notices of a person', () => {
  it('say what happened in the procedures they see, newest first, with who did it and where', async () => {
    const list = await noticesOf(who.FR)
    expect(list.notices).toMatchObject([
      { kind: 'circulated', entity, by: { party: 'IE' }, titles: ['Draft declaration'], read: false },
      { kind: 'position-asked', entity, by: { party: 'IE' }, meeting: '2026-11-26', read: false },
      { kind: 'procedure-opened', title: 'Declaration on the port', by: { party: 'EE' }, marking: SHARED },
    ])
    expect(list.unread).toBe(3)
    expect(kindsOf(await noticesOf(who.EE))).toEqual(['circulated', 'position-asked'])
  })

  it('are marked as read, and as unread again, for that person alone', async () => {
    const [first] = (await noticesOf(who.FR)).notices
    const mark = (payload: object) =>
      who.FR.ask({ method: 'POST', url: '/api/notices/read', payload: { notices: [first?.id], ...payload } })
    expect((await mark({})).statusCode).toBe(204)
    expect(await noticesOf(who.FR)).toMatchObject({
      unread: 2,
      notices: [{ read: true }, { read: false }, { read: false }],
    })
    expect((await noticesOf(who.chair)).notices.some(({ read }) => read)).toBe(false)
    expect((await mark({})).statusCode).toBe(204)
    expect((await mark({ read: false })).statusCode).toBe(204)
    expect((await noticesOf(who.FR)).unread).toBe(3)
  })

  it('pass over ids that are no notice of theirs, and refuse what is no id', async () => {
    const [foreign] = (await noticesOf(who.EE)).notices
    const mark = (notices: unknown) =>
      who.FR.ask({ method: 'POST', url: '/api/notices/read', payload: { notices } })
    expect((await mark([foreign?.id])).statusCode).toBe(204)
    expect((await noticesOf(who.EE)).unread).toBe(2)
    expect((await mark(['x'])).statusCode).toBe(400)
    expect((await mark([])).statusCode).toBe(400)
  })

  it('a silence ends without any act, and everybody is told', async () => {
    const until = new Date(desk.office.clock().getTime() + 30 * 3_600_000).toISOString()
    await act(who.chair, entity, { verb: 'open-silence', until })
    expect(kindsOf(await noticesOf(who.FR))[0]).toBe('silence-opened')
    desk.letPass(8 * 3_600_000)
    expect(kindsOf(await noticesOf(who.FR))[0]).toBe('silence-ends-soon')
    desk.letPass(24 * 3_600_000)
    expect(kindsOf(await noticesOf(who.FR))[0]).toBe('silence-ended')
  })

  it('are the same whether or not there is a procedure that the person may not see', async () => {
    const before = await noticesOf(who.FR)
    const hidden = await openDeclaration(who.EE, 'Declaration among two', AMONG_TWO)
    await bringBefore(who.EE, who.chair, hidden.entity, '2026-12-01')
    expect(await noticesOf(who.FR)).toEqual(before)
    expect((await noticesOf(who.chair)).notices.some((one) => one.entity === hidden.entity)).toBe(true)
    // not even somebody who knows its id can mark one of its notices
    const [foreign] = (await noticesOf(who.chair)).notices
    const payload = { notices: [foreign?.id] }
    expect((await who.FR.ask({ method: 'POST', url: '/api/notices/read', payload })).statusCode).toBe(204)
    expect(await noticesOf(who.FR)).toEqual(before)
  })

  it('are refused by mail on a desk without a mail server, which says so', async () => {
    expect((await noticesOf(who.FR)).delivery).toMatchObject({ mail: 'none', noMail: 'no-server' })
    const answer = await who.FR.ask({ method: 'POST', url: '/api/notices/mail', payload: { mail: 'daily' } })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().detail).toContain('DEMARCHE_SMTP_URL')
  })
})

describe('news of the own account (ACC-14)', () => {
  it('tells the holder, and nobody else, what administrators and the holder changed, until it is read', async () => {
    const mari = await desk.signInAs({ party: 'FI', role: 'delegate' })
    const { people, signIn } = desk.accounts
    await people.change(desk.officer.person, mari.person, { roles: ['delegate', 'chair'] })
    await people.change(mari.person, mari.person, { name: 'Mari' })
    await signIn.setPassword(mari.person, 'seven grey herons waiting')
    const { account, unread } = await noticesOf(mari)
    expect(account).toMatchObject([
      { kind: 'password-set', by: [], detail: null, read: false },
      { kind: 'changed', by: ['Desk officer'], detail: 'roles delegate → delegate, chair', read: false },
    ])
    const other = await noticesOf(who.FR)
    expect(other.account).toEqual([])
    const mark = {
      method: 'POST',
      url: '/api/notices/read',
      payload: { notices: account.map(({ id }) => id) },
    } as const
    expect((await who.FR.ask(mark)).statusCode).toBe(204)
    expect((await noticesOf(mari)).unread).toBe(unread)
    expect((await mari.ask(mark)).statusCode).toBe(204)
    expect((await noticesOf(mari)).unread).toBe(unread - 2)
  })
})
