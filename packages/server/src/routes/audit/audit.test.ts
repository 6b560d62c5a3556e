import { ASKED_BY_ITSELF, type AuditDayAnswer, type AuditListAnswer, type AuditLine } from '@demarche/api'
import type { Marking } from '@demarche/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, openDeclaration } from '../../../test/a-declaration.ts'
import { type DeskUnderTest, openDesk, type SignedInForTest } from '../../../test/desk-under-test.ts'
import { putOnRecord } from '../../../test/records-by-hand.ts'

const MARKING = { distribution: 'LIMITE', tlp: 'TLP:GREEN' } as const

let desk: DeskUnderTest
let auditor: SignedInForTest
let estonia: SignedInForTest
let ofCase: string
let procedure: string

beforeAll(async () => {
  desk = await openDesk()
  auditor = await desk.signInAs({ party: 'EU', role: 'auditor' })
  estonia = await desk.signInAs({ party: 'EE', role: 'delegate' })
  const opened = await openDeclaration(
    estonia,
    'Declaration on the port authority',
    MARKING,
    'Intrusion at the port authority',
  )
  ofCase = opened.ofCase
  procedure = opened.entity
  await act(estonia, procedure, {
    verb: 'state-position',
    position: 'support',
    comment: 'A comment that is content.',
  })
})
afterAll(() => desk.close())

/** Estonia puts on record what happened to whom. @returns the statement */
async function add(marking: Marking): Promise<string> {
  const added = await estonia.ask({
    method: 'POST',
    url: `/api/cases/${ofCase}/statements`,
    payload: {
      assertions: [
        { property: 'summary', value: 'Cranes stood still for a night.' },
        { property: 'injured', value: 0 },
      ],
      source: { document: 'Second report', verified: true },
      marking,
    },
  })
  expect(added.statusCode, added.body).toBe(201)
  return added.json().statement.id
}

/** What is noted so far. */
async function log(query = ''): Promise<AuditListAnswer> {
  await desk.office.store.audit.flush()
  const answer = await auditor.ask({ url: `/api/audit?limit=500${query}` })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const newest = async (query: string): Promise<AuditLine | undefined> => (await log(query)).entries[0]

/** What Estonia gets of its case and procedure, but for the instant of the answer. */
const seen = async () => {
  const answers = await Promise.all(
    ['/api/cases', `/api/cases/${ofCase}/dossier`, `/api/procedures/${procedure}`].map((url) =>
      estonia.ask({ url }),
    ),
  )
  return answers.map(({ body }) => body.replaceAll(/"at":"[^"]+"/g, ''))
}

/** Puts a point of contact on record. */
const openContact = (name: string, marking: object): Promise<string> =>
  putOnRecord(estonia, 'contact-point', { name }, marking)

describe('the audit log', () => {
  it('tells who did what as a sentence, with the raw entry beside it', async () => {
    const line = await newest('&verb=procedure.state-position')
    expect(line).toMatchObject({
      person: estonia.person,
      party: 'EE',
      role: 'delegate',
      target: procedure,
      outcome: 'done',
      rule: null,
    })
    expect(line?.story).toMatch(
      /^At \d\d:\d\d delegate of EE, delegate of Estonia, stated a position in "Declaration on the port authority": support\.$/,
    )
  })

  it('RCD-02 names the case that was opened, and holds no word of any content', async () => {
    expect(await newest('&verb=case.open')).toMatchObject({ target: ofCase, outcome: 'done' })
    await estonia.ask({ url: '/api/cases?q=harbour+secret' })
    const entries = await desk.office.store
      .as({
        party: 'EU',
        person: auditor.person,
        role: 'auditor',
        maxDistribution: 'LIMITE',
        maxTlp: 'TLP:RED',
      })
      .audit({ limit: 500 })
    await desk.office.store.audit.flush()
    expect(JSON.stringify(entries)).not.toMatch(/harbour|comment that is content|joint voice|CSIRT/i)
    expect(await newest('&verb=case.list')).toMatchObject({ target: 'search', outcome: 'read' })
  })

  it('RCD-05 says what a statement was about to an auditor who may read it, never its words, and its id to any other', async () => {
    await add(MARKING)
    const shown = (await newest('&verb=statement.add'))?.story
    expect(shown).toMatch(/put a statement on record in "[^"]+": Injured, Summary\.$|: Summary, Injured\.$/)
    expect(shown).not.toContain('Cranes')
    const hidden = await add({ ...MARKING, releasableTo: ['EE'] })
    const story = (await newest('&verb=statement.add'))?.story
    expect(story).toContain(`: statement ${hidden.slice(0, 12)}…`)
    expect(story).not.toMatch(/Injured|Summary/)
  })

  it('RCD-05 names a record of the portfolio for an auditor who may see it, and leaves the id of any other', async () => {
    const seenByAuditor = await openContact('Duty officer of Georgia', MARKING)
    const hidden = await openContact('Night line', { ...MARKING, releasableTo: ['EE'] })
    const { entries } = await log('&verb=portfolio.open')
    const storyOf = (entity: string) => entries.find(({ target }) => target === entity)?.story
    expect(storyOf(seenByAuditor)).toContain('put the record "Duty officer of Georgia" on record')
    expect(storyOf(hidden)).toContain(`put the record ${hidden} on record`)
    expect(storyOf(hidden)).not.toContain('Night line')
  })

  it('RCD-01 tells what a browser asked again by itself from what somebody read, and leaves it out of the day', async () => {
    const url = `/api/cases/${ofCase}/dossier`
    await estonia.ask({ url })
    expect(await newest('&verb=case.dossier')).toMatchObject({ outcome: 'read', detail: null })
    await estonia.ask({ url, headers: { [ASKED_BY_ITSELF]: '1' } })
    const again = await newest('&verb=case.dossier')
    expect(again).toMatchObject({ outcome: 'read', detail: 'asked by the desk itself' })
    expect((await newest('&verb=case.dossier&routine=hidden'))?.seq).toBeLessThan(again?.seq ?? 0)
    // an act is an act, whatever a browser says of it
    await estonia.ask({ method: 'POST', url: '/api/cases', payload: {}, headers: { [ASKED_BY_ITSELF]: '1' } })
    expect(await newest('&verb=case.open&outcome=refused')).toMatchObject({ detail: null })
  })

  it('RCD-03 notes alike what is hidden and what does not exist, and keeps the address that was asked', async () => {
    const partner = await desk.signInAs({
      party: 'public',
      role: 'analyst',
      ceiling: { maxDistribution: 'PUBLIC', maxTlp: 'TLP:CLEAR' },
    })
    for (const entity of [ofCase, 'case:there-is-none-abc123']) {
      const answer = await partner.ask({ url: `/api/cases/${entity}/dossier` })
      expect(answer.statusCode).toBe(404)
    }
    const { entries } = await log(`&person=${partner.person}`)
    expect(entries.map(({ target }) => target)).toEqual(['case:there-is-none-abc123', ofCase])
    for (const entry of entries) {
      expect(entry).toMatchObject({ verb: 'case.dossier', outcome: 'refused', rule: 'not-found' })
    }
  })

  it('notes sign-in, failed sign-in, change of role and sign-out', async () => {
    await desk.app.inject({ method: 'POST', url: '/api/session', payload: { token: 'x'.repeat(40) } })
    expect(await newest('&verb=session.sign-in')).toMatchObject({
      person: '-',
      outcome: 'refused',
      rule: 'sign-in-refused ACC-07',
    })
    const token = await desk.accounts.links.give('start', null)
    const came = await desk.app.inject({ method: 'POST', url: '/api/session', payload: { token } })
    expect(await newest('&verb=session.sign-in')).toMatchObject({
      person: desk.officer.person,
      outcome: 'done',
    })
    const cookies = { 'demarche-session': came.cookies[0]?.value ?? '' }
    await desk.app.inject({
      method: 'POST',
      url: '/api/session/role',
      payload: { role: 'administrator' },
      cookies,
    })
    expect(await newest('&verb=session.act-as')).toMatchObject({
      person: desk.officer.person,
      outcome: 'done',
    })
    await desk.app.inject({ method: 'DELETE', url: '/api/session', cookies })
    expect(await newest('&verb=session.sign-out')).toMatchObject({ role: 'administrator', outcome: 'done' })
  })

  it('RCD-01 has a note of every route that asks for a session, whichever routes there are', async () => {
    const address = await desk.app.listen({ host: '127.0.0.1', port: 0 })
    const visitor = await desk.signInAs({ party: 'LV', role: 'analyst' })
    const routes = desk.app.registeredRoutes.filter(({ open, url }) => !open && url.startsWith('/api/'))
    expect(routes.length).toBeGreaterThan(30)
    // signing out would end the walk
    const walk = routes.filter(({ method, url }) => !(method === 'DELETE' && url === '/api/session'))
    for (const { method, url } of walk) {
      const { entries: before } = await log(`&person=${visitor.person}`)
      const path = url.replaceAll(/:\w+/g, 'x-1')
      // live news has no end of its own
      const answer = await fetch(`${address}${path}`, {
        method,
        headers: visitor.headers,
        signal: AbortSignal.timeout(10_000),
      }).catch(() => null)
      if (answer?.headers.get('content-type')?.startsWith('text/event-stream')) await answer.body?.cancel()
      else await answer?.arrayBuffer()
      await expect
        .poll(async () => (await log(`&person=${visitor.person}`)).entries.length, {
          interval: 20,
          message: `${method} ${url}`,
        })
        .toBe(before.length + 1)
      const [noted] = (await log(`&person=${visitor.person}`)).entries
      expect(noted?.target, `${method} ${url}`).toBe(url.includes('/:') ? 'x-1' : null)
    }
  }, 240_000)

  it('is closed to everybody who does not act as auditor, and the closed door is noted', async () => {
    const { ask } = await desk.signInAs({ party: 'EE', role: 'administrator' })
    for (const asker of [estonia.ask, ask, desk.ask]) {
      for (const url of [
        '/api/audit',
        '/api/audit/export?format=csv',
        '/api/audit/days/2026-11-23',
        '/api/audit/verification',
      ]) {
        const answer = await asker({ url })
        expect(answer.statusCode, url).toBe(403)
        expect(answer.json()).toMatchObject({ code: 'not-allowed' })
      }
    }
    expect(await newest(`&person=${estonia.person}&verb=audit.list`)).toMatchObject({
      outcome: 'refused',
      rule: 'not-allowed RCD-04',
    })
  })

  it('leaves out, where asked to, what the desk in the browser asks by itself', async () => {
    await estonia.ask({ url: '/api/session' })
    const all = await log('&party=EE')
    expect(all.entries.map(({ verb }) => verb)).toContain('session.show')
    const chosen = (await log('&party=EE&routine=hidden')).entries.map(({ verb }) => verb)
    expect(chosen).not.toContain('session.show')
    expect(chosen).toContain('case.open')
  })

  it('RCD-05 notes the reading of the log itself', async () => {
    await log()
    expect(await newest(`&person=${auditor.person}&verb=audit.list`)).toMatchObject({ outcome: 'read' })
  })

  it('is filtered by party, in pages that lose nothing', async () => {
    const whole = (await log('&party=EE')).entries.map(({ seq }) => seq)
    expect(whole.length).toBeGreaterThan(3)
    const paged: number[] = []
    let before = ''
    for (;;) {
      const page: AuditListAnswer = (
        await auditor.ask({ url: `/api/audit?party=EE&limit=2${before}` })
      ).json()
      paged.push(...page.entries.map(({ seq }) => seq))
      if (page.next === null) break
      before = `&before=${page.next}`
    }
    expect(paged).toEqual(whole)
  })

  it('leaves as CSV and NDJSON, oldest first, with formulas set off', async () => {
    await estonia.ask({ url: '/api/cases/=cmd/dossier' })
    await desk.office.store.audit.flush()
    const ndjson = await auditor.ask({ url: '/api/audit/export?format=ndjson&party=EE' })
    const [head, ...lines] = ndjson.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(head).toMatchObject({
      export: 'audit-log',
      marking: { distribution: 'LIMITE' },
      asked: { party: 'EE' },
    })
    const positions = lines.map(({ seq }) => seq)
    expect(positions).toEqual(positions.toSorted((a, b) => a - b))
    expect(lines.map(({ verb }) => verb)).toContain('procedure.state-position')
    const csv = await auditor.ask({ url: '/api/audit/export?format=csv&party=EE' })
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(csv.body.split('\r\n')).toHaveLength(lines.length + 2)
    expect(csv.body).toContain(",'=cmd,")
  })

  it('is read as a day, in Brussels', async () => {
    const answer = await auditor.ask({ url: '/api/audit/days/2026-11-23' })
    const day: AuditDayAnswer = answer.json()
    expect(day.entries.map(({ verb }) => verb)).toContain('procedure.state-position')
    expect(day.people).toMatchObject({ [estonia.person]: 'delegate of EE' })
    const none: AuditDayAnswer = (await auditor.ask({ url: '/api/audit/days/2026-11-20' })).json()
    expect(none.entries).toEqual([])
  })

  it('changes nothing of what a reader gets', async () => {
    const before = await seen()
    for (let count = 0; count < 20; count += 1)
      await auditor.ask({ url: `/api/cases/case:other-${count}/dossier` })
    await desk.office.store.audit.flush()
    expect(await seen()).toEqual(before)
  })
})

describe('a verification', () => {
  it('RCD-06 is begun by an auditor and gives seals and counts', async () => {
    expect((await auditor.ask({ url: '/api/audit/verification' })).json()).toEqual({
      runningSince: null,
      last: null,
    })
    const begun = await auditor.ask({ method: 'POST', url: '/api/audit/verification' })
    expect(begun.statusCode).toBe(202)
    await expect
      .poll(async () => (await auditor.ask({ url: '/api/audit/verification' })).json().last)
      .toMatchObject({ sound: true, journal: 'agrees', fault: null })
  })
})
