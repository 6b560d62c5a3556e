/** The log of accounts, refusals that are counted, and limits on heavy work. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  aNewCase,
  type DeskUnderTest,
  openDesk,
  type SignedInForTest,
} from '../../../test/desk-under-test.ts'
import { MOST_IN_A_MINUTE } from '../../heavy-work.ts'

let desk: DeskUnderTest
let auditor: SignedInForTest
let mari: SignedInForTest
let now = Date.parse('2026-11-23T09:00:00Z')
beforeAll(async () => {
  desk = await openDesk({ clock: () => new Date((now += 1)) })
  auditor = await desk.signInAs({ party: 'desk', role: 'auditor' })
  mari = await desk.signInAs({ party: 'EE', role: 'delegate' })
  await desk.accounts.people.change(desk.officer.person, mari.person, {
    name: '=Mari',
    email: 'mari@example.org',
    roles: ['delegate', 'chair'],
  })
  await desk.accounts.signIn.setPassword(mari.person, 'seven grey herons waiting')
}, 120_000)
afterAll(() => desk.close())

describe('audit.accounts', () => {
  it('shows auditors what happened to accounts, by whom, from what to what, and nothing secret', async () => {
    const answer = await auditor.ask({ url: '/api/audit/accounts?limit=2' })
    expect(answer.json()).toMatchObject({
      entries: [
        { act: 'password-set', person: mari.person, about: null, detail: null },
        {
          act: 'changed',
          person: desk.officer.person,
          about: mari.person,
          second: null,
          detail: 'name; e-mail address; roles delegate → delegate, chair',
        },
      ],
      next: 2,
      people: { [mari.person]: '=Mari', [desk.officer.person]: 'Desk officer' },
    })
    const rest = await auditor.ask({ url: '/api/audit/accounts?limit=500&offset=2' })
    expect(rest.json()).toMatchObject({ next: null })
    expect(rest.json().entries.at(-1)).toMatchObject({ act: 'desk-opened' })
    expect(answer.body + rest.body).not.toMatch(/herons|example\.org|token/)
  })

  it.each(['csv', 'ndjson'])('gives them the whole of it as %s', async (format) => {
    const answer = await auditor.ask({ url: `/api/audit/accounts/export?format=${format}` })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-disposition']).toContain('attachment')
    const lines = answer.body.trim().split(/\r?\n/)
    expect(lines.length).toBe((await desk.accounts.events.list(500)).length + 1)
    expect(answer.body).toContain('roles delegate → delegate, chair')
    // a name cannot begin a formula
    if (format === 'csv') expect(answer.body).toContain(",'=Mari")
    expect(answer.body).not.toMatch(/herons|example\.org/)
  })

  it('is for auditors alone, and reading it is noted', async () => {
    for (const url of ['/api/audit/accounts', '/api/audit/accounts/export?format=csv'])
      for (const who of [mari, desk.officer, await desk.signInAs({ party: 'EE', role: 'administrator' })])
        expect((await who.ask({ url })).json()).toMatchObject({ code: 'not-allowed' })
    await desk.office.store.audit.flush()
    const { entries } = (await auditor.ask({ url: '/api/audit?verb=audit.accounts&outcome=read' })).json()
    expect(entries[0].story).toContain('read the log of accounts')
  })
})

describe('refusals of nobody in particular', () => {
  it('are noted as one line for many (RCD-01)', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      for (let time = 0; time < 40; time += 1)
        expect((await desk.app.inject({ url: time % 4 ? '/api/cases' : '/api/people' })).statusCode).toBe(401)
      vi.advanceTimersByTime(60_000)
    } finally {
      vi.useRealTimers()
    }
    await desk.office.store.audit.flush()
    const { entries } = (await auditor.ask({ url: '/api/audit?verb=session.refused' })).json()
    expect(entries).toMatchObject([
      {
        person: '-',
        outcome: 'refused',
        rule: 'not-signed-in',
        detail: '40 in a minute: case.list 30, person.list 10',
      },
    ])
  })
})

describe('work that keeps the desk busy (ACS-12)', () => {
  it('has a limit for each person and kind, said plainly, and over with the minute', async () => {
    const { entity } = (
      await mari.ask({ method: 'POST', url: '/api/cases', payload: aNewCase('A case with many archives') })
    ).json()
    const other = await desk.signInAs({ party: 'EE', role: 'delegate' })
    const take = (who: SignedInForTest) => who.ask({ url: `/api/cases/${entity}/archive` })
    now = Math.ceil(now / 60_000) * 60_000
    for (let time = 0; time < MOST_IN_A_MINUTE.archives; time += 1)
      expect((await take(mari)).statusCode).toBe(200)
    const refused = await take(mari)
    expect(refused.json()).toMatchObject({
      code: 'too-many-requests',
      detail: expect.stringMatching(/^You have asked for this 20 times within a minute/),
    })
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60)
    expect((await take(other)).statusCode).toBe(200)
    expect((await mari.ask({ url: `/api/cases/${entity}/dossier` })).statusCode).toBe(200)
    // what does not exist, or is hidden, counts the same
    expect((await mari.ask({ url: '/api/cases/case:not-there/archive' })).statusCode).toBe(429)
    now += 60_000
    expect((await take(mari)).statusCode).toBe(200)
  }, 60_000)
})
