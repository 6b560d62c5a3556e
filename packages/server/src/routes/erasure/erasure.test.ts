import type { ErasureProposal } from '@demarche/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aNewCase,
  type DeskUnderTest,
  openDesk,
  type SignedInForTest,
} from '../../../test/desk-under-test.ts'

let desk: DeskUnderTest
let officer: SignedInForTest
let adviser: SignedInForTest
let auditor: SignedInForTest
let number = 0
const A_DAY_MS = 86_400_000

beforeAll(async () => {
  desk = await openDesk({ accounts: { sessionHours: 90 * 24 } })
  officer = await desk.signInAs({ party: 'EE', role: 'desk-officer' })
  adviser = await desk.signInAs({ party: 'EE', role: 'legal-adviser' })
  auditor = await desk.signInAs({ party: 'EU', role: 'auditor' })
})
afterAll(() => desk.close())

/** A case of Estonia, and the id of its only statement. */
async function aCase(tlp = 'TLP:AMBER') {
  const answer = await officer.ask({
    method: 'POST',
    url: '/api/cases',
    payload: { ...aNewCase(`Case ${(number += 1)} of a person`), marking: { distribution: 'LIMITE', tlp } },
  })
  const { entity, statement } = answer.json()
  return { entity: String(entity), id: String(statement.id) }
}
const propose = (who: SignedInForTest, statement: string) =>
  who.ask({
    method: 'POST',
    url: '/api/erasures',
    payload: { statement, authority: 'Decision 12/2026 of the data protection officer', reason: 'Art. 17' },
  })
const confirm = (who: SignedInForTest, { id }: ErasureProposal) =>
  who.ask({ method: 'POST', url: `/api/erasures/${id}/confirmation` })
const list = async (who: SignedInForTest): Promise<readonly ErasureProposal[]> =>
  (await who.ask({ url: '/api/erasures' })).json().proposals

describe('an erasure', () => {
  it('needs two different people, leaves a tombstone with both, and the records still verify', async () => {
    const { entity, id } = await aCase()
    await officer.ask({
      method: 'POST',
      url: `/api/cases/${entity}/statements`,
      payload: { ...aNewCase('x'), assertions: [{ property: 'deaths', value: 0 }] },
    })
    const proposed = await propose(officer, id)
    expect(proposed.statusCode, proposed.body).toBe(201)
    const proposal: ErasureProposal = proposed.json()
    const alone = await confirm(officer, proposal)
    expect(alone.statusCode).toBe(403)
    expect(alone.json().detail).toMatch(/Two people erase/)
    const done = await confirm(adviser, proposal)
    expect(done.statusCode, done.body).toBe(200)
    expect(done.json()).toMatchObject({ statement: id, entity })
    const left = (await officer.ask({ url: `/api/statements/${id}` })).json()
    expect(left).toMatchObject({
      assertions: [],
      erased: { authority: 'Decision 12/2026 of the data protection officer' },
    })
    expect(JSON.stringify(left)).not.toContain('of a person')
    expect((await list(adviser)).find((one) => one.id === proposal.id)).toMatchObject({
      state: 'carried-out',
      confirmedBy: { person: adviser.person, role: 'legal-adviser', party: 'EE' },
    })
    const { events } = (await officer.ask({ url: `/api/cases/${entity}/history` })).json()
    expect(events.filter(({ act }: { act: string }) => act === 'erased')).toMatchObject([
      {
        statement: {
          assertions: [],
          erased: { authority: 'Decision 12/2026 of the data protection officer' },
        },
      },
    ])
    const report = await desk.office.store.verify()
    expect(report).toMatchObject({ sound: true, erased: 1 })
  })

  it('RCD-07 leaves authority and date where the only statement of a case was erased, to who could read it', async () => {
    const { id, entity } = await aCase('TLP:RED')
    const proposal: ErasureProposal = (await propose(officer, id)).json()
    expect((await confirm(adviser, proposal)).statusCode).toBe(200)
    const history = await officer.ask({ url: `/api/cases/${entity}/history?from=2026-01-01&to=2026-11-20` })
    expect(history.json()).toMatchObject({
      events: [
        { act: 'erased', statement: { id, assertions: [], erased: { authority: proposal.authority } } },
      ],
      turningPoints: [],
      changes: [],
    })
    const stranger = await desk.signInAs({ party: 'HU', role: 'legal-adviser' })
    const hidden = await stranger.ask({ url: `/api/cases/${entity}/history` })
    const none = await stranger.ask({ url: '/api/cases/case:none/history' })
    expect(hidden.statusCode).toBe(404)
    expect(hidden.body.replaceAll(entity, 'case:none')).toBe(none.body)
  })

  it('is confirmed by one person who proposed nothing, whichever role they hold besides', async () => {
    const { id } = await aCase()
    const proposal: ErasureProposal = (await propose(adviser, id)).json()
    expect((await confirm(adviser, proposal)).statusCode).toBe(403)
    expect((await confirm(officer, proposal)).json().detail).toMatch(/legal adviser, chair or auditor/)
    expect((await confirm(auditor, proposal)).statusCode).toBe(200)
    expect((await confirm(auditor, proposal)).json()).toMatchObject({ code: 'stale-write' })
  })

  it('is proposed by the party that asserted it, and not by analyst, delegate, auditor or administrator', async () => {
    const { id } = await aCase()
    for (const who of [
      await desk.signInAs({ party: 'HU', role: 'legal-adviser' }),
      await desk.signInAs({ party: 'EE', role: 'analyst' }),
      await desk.signInAs({ party: 'EE', role: 'delegate' }),
      auditor,
    ]) {
      expect((await propose(who, id)).json()).toMatchObject({ code: 'not-allowed' })
    }
    const administrator = await desk.signInAs({ party: 'EE', role: 'administrator' })
    expect((await propose(administrator, id)).statusCode).toBe(404)
    expect(await list(administrator)).toEqual([])
  })

  it('RCD-08 is hidden from whoever may not see the statement, as if there were none', async () => {
    const { id } = await aCase('TLP:RED')
    const proposal: ErasureProposal = (await propose(officer, id)).json()
    const stranger = await desk.signInAs({ party: 'HU', role: 'legal-adviser' })
    expect((await list(stranger)).map((one) => one.id)).not.toContain(proposal.id)
    const hidden = await confirm(stranger, proposal)
    const none = await stranger.ask({
      method: 'POST',
      url: '/api/erasures/erasure:aaaaaaaaaaaa/confirmation',
    })
    expect(hidden.json().detail.replace(proposal.id, '')).toBe(
      none.json().detail.replace('erasure:aaaaaaaaaaaa', ''),
    )
    expect((await propose(stranger, id)).json().detail.replace(id, '')).toBe(
      (await propose(stranger, 'a'.repeat(64))).json().detail.replace('a'.repeat(64), ''),
    )
  })
  it('RCD-08 is proposed once at a time, can be withdrawn, and runs out after thirty days', async () => {
    const { id } = await aCase()
    const first: ErasureProposal = (await propose(officer, id)).json()
    expect((await propose(adviser, id)).json()).toMatchObject({ code: 'already-exists' })
    const withdrawn = await adviser.ask({ method: 'DELETE', url: `/api/erasures/${first.id}` })
    expect(withdrawn.statusCode).toBe(204)
    expect((await confirm(adviser, first)).json()).toMatchObject({ code: 'stale-write' })
    const second: ErasureProposal = (await propose(officer, id)).json()
    expect(second).toMatchObject({ state: 'open', mayConfirm: false, mayWithdraw: true })
    expect((await list(adviser))[0]).toMatchObject({ id: second.id, mayConfirm: true })
    desk.letPass(29 * A_DAY_MS)
    expect((await list(adviser))[0]).toMatchObject({ id: second.id, state: 'open' })
    desk.letPass(2 * A_DAY_MS)
    expect((await confirm(adviser, second)).json()).toMatchObject({ code: 'stale-write' })
    expect((await propose(adviser, id)).statusCode).toBe(201)
  })
})
