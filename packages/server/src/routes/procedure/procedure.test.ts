import type { ProcedureAnswer } from '@demarche/api'
import type { Act } from '@demarche/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act as recordAct, openDeclaration, propose } from '../../../test/a-declaration.ts'
import { type DeskUnderTest, openDesk, type SignedInForTest } from '../../../test/desk-under-test.ts'

const HOUR = 3_600_000
const MARKING = { distribution: 'LIMITE', tlp: 'TLP:GREEN' } as const

let desk: DeskUnderTest
/** one delegate for each party, and the chair of the Presidency */
let who: Record<'EE' | 'HU' | 'PL' | 'HRVP' | 'chair' | 'partner', SignedInForTest>
let entity: string

beforeAll(async () => {
  desk = await openDesk()
  const delegate = (party: string) => desk.signInAs({ party, role: 'delegate' })
  who = {
    EE: await delegate('EE'),
    HU: await delegate('HU'),
    PL: await delegate('PL'),
    HRVP: await delegate('HRVP'),
    chair: await desk.signInAs({ party: 'IE', role: 'chair' }),
    partner: await desk.signInAs({
      party: 'public',
      role: 'analyst',
      ceiling: { maxDistribution: 'PUBLIC', maxTlp: 'TLP:CLEAR' },
    }),
  }
  ;({ entity } = await openDeclaration(
    who.EE,
    'Declaration on the port authority',
    MARKING,
    'Intrusion at the port authority',
  ))
})
afterAll(() => desk.close())

const show = async (as: SignedInForTest): Promise<ProcedureAnswer> =>
  (await as.ask({ method: 'GET', url: `/api/procedures/${entity}` })).json()

const act = async (as: SignedInForTest, one: Act, follows?: string) =>
  as.ask({
    method: 'POST',
    url: `/api/procedures/${entity}/acts`,
    payload: { act: one, follows: follows ?? (await show(as)).head },
  })

const done = (as: SignedInForTest, one: Act): Promise<void> => recordAct(as, entity, one)

describe('a declaration, from the proposal to the end of silence', () => {
  it('is proposed, put on an agenda, and its text laid', async () => {
    await propose(who.EE, entity)
    await done(who.chair, { verb: 'put-on-agenda', body: 'hwpci', meeting: '2026-11-26' })
    await done(who.chair, {
      verb: 'set-text',
      paragraphs: [
        {
          id: 'p1',
          text: 'The European Union condemns the malicious cyber activity against the port authority.',
        },
        { id: 'p2', text: 'It calls on all States to comply with the norms of responsible behaviour.' },
      ],
    })
    const { procedure, text, next } = await show(who.chair)
    expect(procedure.state.id).toBe('s-hwpci')
    expect(text.paragraphs).toHaveLength(2)
    expect(next.find(({ verb }) => verb === 'open-silence')?.missing.documents).toEqual([
      expect.objectContaining({ outline: 'doc-draft-declaration' }),
    ])
  })

  it('refuses what the procedure does not allow, with the rule, and records nothing', async () => {
    const before = (await show(who.chair)).head
    const answer = await act(who.HU, { verb: 'open-silence', until: '2026-11-27T17:00:00.000Z' })
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({ code: 'act-refused', faults: [{ rule: 'PRC-03' }] })
    expect((await show(who.chair)).head).toBe(before)
  })

  it('takes the same position again after another one', async () => {
    await done(who.PL, { verb: 'state-position', position: 'support' })
    await done(who.PL, {
      verb: 'state-position',
      position: 'scrutiny-reserve',
      comment: 'Until the capital answers.',
    })
    await done(who.PL, { verb: 'state-position', position: 'support' })
    const { procedure } = await show(who.EE)
    const poland = procedure.positions.find(({ party }) => party === 'PL')
    expect(poland).toMatchObject({ position: 'support', stance: 'yes' })
    expect(poland?.history).toHaveLength(3)
  })

  it('refuses a decision that rests on what is no longer the last word, and names what came in between', async () => {
    const { head } = await show(who.chair)
    await done(who.HU, {
      verb: 'amend',
      amendment: 'a1',
      paragraph: 'p2',
      text: 'It calls on all States to respect international law.',
    })
    const stale = await act(who.chair, { verb: 'agree-paragraph', paragraph: 'p2' }, head)
    expect(stale.statusCode).toBe(409)
    expect(stale.json()).toMatchObject({
      code: 'stale-write',
      faults: [{ message: expect.stringContaining('amend by HU') }],
    })
    // a position stands on its own
    expect((await act(who.PL, { verb: 'state-position', position: 'can-accept' }, head)).statusCode).toBe(201)
  })

  it('PRC-35 is not opened for the public, whatever the marking of its case', async () => {
    const { procedure } = await show(who.EE)
    const answer = await who.EE.ask({
      method: 'POST',
      url: `/api/cases/${procedure.case}/procedures`,
      payload: {
        measure: 'stab-conclusions',
        path: 'normal',
        title: 'Conclusions on the port authority',
        reason: 'They should be public.',
        marking: { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' },
      },
    })
    expect(answer.statusCode, answer.body).toBe(422)
    expect(answer.json()).toMatchObject({ faults: [{ place: '/marking', rule: 'PRC-35' }] })
  })

  it('PRC-32 records an act once when its form is sent twice, and again when it is meant again', async () => {
    const { head, procedure: before } = await show(who.chair)
    const circulation: Act = {
      verb: 'circulate',
      documents: [{ outline: 'doc-situational-report', title: 'Report on the port' }],
      to: ['EE', 'HU'],
    }
    const [first, second] = await Promise.all([
      act(who.chair, circulation, head),
      act(who.chair, circulation, head),
    ])
    expect([first.statusCode, second.statusCode].toSorted()).toEqual([201, 409])
    expect([first, second].find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({
      code: 'already-exists',
      faults: [{ rule: 'PRC-32' }],
    })
    const { procedure } = await show(who.chair)
    expect(procedure.documents).toHaveLength(before.documents.length + 1)
    await done(who.chair, circulation)
    expect((await show(who.chair)).procedure.documents).toHaveLength(before.documents.length + 2)
  })

  it('is stopped by one objection, and adopted at the deadline when nobody objects, with no act at all', async () => {
    await done(who.chair, { verb: 'decide-amendment', amendment: 'a1', accepted: true })
    await done(who.chair, {
      verb: 'circulate',
      documents: [{ outline: 'doc-draft-declaration', title: 'Draft declaration', version: 2 }],
      to: ['EE', 'HU', 'PL'],
    })
    const inHours = (hours: number) => new Date(desk.office.clock().getTime() + hours * HOUR).toISOString()
    await done(who.chair, { verb: 'open-silence', until: inHours(24), version: 2 })
    await done(who.HU, { verb: 'break-silence', reason: 'The second paragraph goes too far.' })
    expect((await show(who.EE)).procedure).toMatchObject({
      silence: { status: 'broken' },
      state: { id: 's-blocked' },
    })

    const back = (await show(who.chair)).next.find(({ verb, allowed }) => verb === 'move' && allowed)
    await done(who.chair, {
      verb: 'circulate',
      documents: [{ outline: 'doc-revised-text', title: 'Revised text', version: 2 }],
      to: ['EE', 'HU', 'PL'],
    })
    const again = (await show(who.chair)).next.find(({ verb, allowed }) => verb === 'move' && allowed) ?? back
    await done(who.chair, { verb: 'move', transition: again?.transition ?? '' })
    await done(who.chair, { verb: 'open-silence', until: inHours(24), version: 2 })
    expect((await show(who.EE)).procedure.outcome).toBe('open')
    desk.letPass(25 * HOUR)
    const { procedure } = await show(who.EE)
    expect(procedure).toMatchObject({ outcome: 'adopted', silence: { status: 'adopted' } })
    expect(procedure.adoption?.at).toBe(procedure.silence?.until)
    expect(procedure.ignored).toEqual([])
  })

  it('PRC-01 stands on the table of its meeting, and is nothing to who may not see it', async () => {
    const meeting = await who.EE.ask({ method: 'GET', url: '/api/meetings/hwpci?on=2026-11-26' })
    expect(meeting.json().view.items).toMatchObject([{ entity, onAgenda: true }])
    const listed = await who.partner.ask({ method: 'GET', url: '/api/procedures' })
    expect(listed.json().procedures).toEqual([])
    const hidden = await who.partner.ask({ method: 'GET', url: `/api/procedures/${entity}` })
    expect(hidden.statusCode).toBe(404)
  })
})
