import type { AccessAnswer, MarkingChoiceAnswer, RemarkEffectAnswer } from '@demarche/api'
import type { Marking, Reader, Statement } from '@demarche/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOnCase, propose } from '../../../test/a-declaration.ts'
import {
  aNewCase,
  type DeskUnderTest,
  openDesk,
  type SignedInForTest,
} from '../../../test/desk-under-test.ts'
import { NO_CEILING } from '../../access/desk-ceiling.ts'
import { refuseLowered } from '../../import/marked-below.ts'

const AMBER: Marking = { distribution: 'LIMITE', tlp: 'TLP:AMBER' }
const GREEN: Marking = { distribution: 'LIMITE', tlp: 'TLP:GREEN' }
const RED: Marking = { distribution: 'LIMITE', tlp: 'TLP:RED' }

let desk: DeskUnderTest
let officer: SignedInForTest
let analyst: SignedInForTest
let french: SignedInForTest
let harbour: string
let opening: Statement

beforeAll(async () => {
  desk = await openDesk()
  officer = await desk.signInAs({ party: 'EE', role: 'desk-officer' })
  analyst = await desk.signInAs({ party: 'EE', role: 'analyst' })
  french = await desk.signInAs({
    party: 'FR',
    role: 'desk-officer',
    ceiling: { maxDistribution: 'LIMITE', maxTlp: 'TLP:AMBER' },
  })
  const opened = await officer.ask({ method: 'POST', url: '/api/cases', payload: aNewCase('Harbour') })
  harbour = opened.json().entity
  opening = opened.json().statement
})
afterAll(() => desk.close())

let count = 0
const add = (who: SignedInForTest, marking: Marking, more: object = {}) =>
  who.ask({
    method: 'POST',
    url: `/api/cases/${harbour}/statements`,
    payload: {
      ...aNewCase('x'),
      assertions: [{ property: 'injured', value: (count += 1) }],
      marking,
      ...more,
    },
  })
const added = async (who: SignedInForTest, marking: Marking, more: object = {}): Promise<Statement> => {
  const answer = await add(who, marking, more)
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().statement
}
const markAnew = (who: SignedInForTest, id: string, marking: Marking, reason = 'Agreed with the source.') =>
  who.ask({ method: 'POST', url: `/api/statements/${id}/marking`, payload: { marking, reason } })
const look = async (who: SignedInForTest, id: string, marking: Marking): Promise<RemarkEffectAnswer> =>
  (await who.ask({ method: 'POST', url: `/api/statements/${id}/marking/look`, payload: { marking } })).json()
const choice = async (who: SignedInForTest, parent?: string): Promise<MarkingChoiceAnswer> =>
  (await who.ask({ url: `/api/marking${parent === undefined ? '' : `?parent=${parent}`}` })).json()

const access = async (who: SignedInForTest, object: string): Promise<AccessAnswer> =>
  (await who.ask({ url: `/api/access/${object}` })).json()

describe('the starting marking', () => {
  it('is that of the case, or of the statement that is corrected', async () => {
    expect((await choice(analyst, harbour)).parent).toEqual(AMBER)
    const strict = await added(officer, RED)
    expect((await choice(officer, strict.id)).parent).toEqual(RED)
    expect((await choice(officer, harbour)).parent).toEqual(AMBER)
    expect((await choice(officer)).parent).toBeNull()
  })

  it('REC-06 is raised by anybody, and lowered by right and with a reason alone', async () => {
    await added(analyst, RED)
    const byAnalyst = await add(analyst, GREEN, { reason: 'It stood in a newspaper.' })
    expect(byAnalyst.statusCode).toBe(422)
    expect(byAnalyst.json().faults).toEqual([expect.objectContaining({ place: '/marking', rule: 'REC-06' })])
    expect((await add(officer, GREEN)).json().faults).toEqual([
      expect.objectContaining({ place: '/reason', rule: 'REC-06' }),
    ])
    expect(await added(officer, GREEN, { reason: 'It stood in a newspaper.' })).toMatchObject({
      reason: 'It stood in a newspaper.',
    })
    expect((await choice(analyst)).mayLower).toBe(false)
    expect((await choice(officer)).mayLower).toBe(true)
  })

  it('REC-06 binds a file about a case on record as well', async () => {
    const record = { ...(await added(officer, AMBER)), marking: GREEN }
    const reader: Reader = { ...NO_CEILING, party: 'EE', person: 'shell', role: 'analyst' }
    const ledger = desk.office.store.as(reader)
    await expect(refuseLowered(ledger, reader, [record])).rejects.toMatchObject({
      code: 'value-refused',
      faults: [{ place: harbour, rule: 'REC-06' }],
    })
    await refuseLowered(ledger, { ...reader, role: 'desk-officer' }, [record])
  })
})

describe('a classification', () => {
  it('REC-01 is refused as a marking too, with the reason', async () => {
    for (const distribution of ['RESTREINT UE', 'SECRET UE']) {
      const answer = await officer.ask({
        method: 'POST',
        url: '/api/cases',
        payload: { ...aNewCase('Harbour'), marking: { distribution, tlp: 'TLP:RED' } },
      })
      expect(answer.statusCode).toBe(400)
      expect(answer.body).toContain('not accredited')
    }
  })
})

describe('marking anew', () => {
  it('ACS-02 says before what will change and for whom', async () => {
    const { id } = await added(officer, AMBER)
    const raised = await look(analyst, id, { ...AMBER, releasableTo: ['EE'] })
    expect(raised).toMatchObject({ change: 'raised', refusal: null, statements: 1, people: [] })
    expect(raised.parties.find(({ party }) => party === 'FR')).toMatchObject({ gains: false })
    expect(raised.parties.find(({ party }) => party === 'EE')).toBeUndefined()
    expect(await look(analyst, id, GREEN)).toMatchObject({
      change: 'lowered',
      refusal: { rule: 'LED-16', message: expect.stringContaining('desk officer') },
    })
    expect(await look(officer, id, GREEN)).toMatchObject({ change: 'lowered', refusal: null })
    expect(await look(officer, id, AMBER)).toMatchObject({ change: 'none', refusal: { rule: 'LED-16' } })
    expect((await look(french, id, { ...AMBER, releasableTo: ['EE'] })).refusal).toMatchObject({
      rule: 'LED-04',
    })
  })

  it('does what it said: the other party no longer sees the statement, and the history keeps both markings', async () => {
    const { id } = await added(officer, AMBER)
    expect((await french.ask({ url: `/api/statements/${id}` })).statusCode).toBe(200)
    const answer = await markAnew(analyst, id, { ...AMBER, releasableTo: ['EE'] })
    expect(answer.statusCode, answer.body).toBe(201)
    expect(answer.json()).toMatchObject({ marked: 1, statement: { remarked: true } })
    const hidden = await french.ask({ url: `/api/statements/${id}` })
    const none = await french.ask({ url: `/api/statements/${'0'.repeat(64)}` })
    expect(hidden.body).toBe(none.body.replaceAll('0'.repeat(64), id))
    expect((await french.ask({ url: `/api/statements/${id}/marking` })).statusCode).toBe(404)
    expect((await officer.ask({ url: `/api/statements/${id}/marking` })).json()).toMatchObject({
      marking: { releasableTo: ['EE'] },
      changes: [
        {
          party: 'EE',
          name: 'analyst of EE',
          before: 'LIMITE · TLP:AMBER',
          after: { ...AMBER, releasableTo: ['EE'] },
          reason: 'Agreed with the source.',
        },
      ],
    })
  })

  it('LED-16 lowers for the asserting party in three roles alone; nothing changes on a refusal', async () => {
    const { id } = await added(officer, AMBER)
    for (const who of [analyst, french]) {
      const answer = await markAnew(who, id, GREEN)
      expect(answer.statusCode).toBe(422)
      expect(answer.json().faults[0]).toMatchObject({ place: '/marking', rule: 'LED-16' })
    }
    expect((await officer.ask({ url: `/api/statements/${id}` })).json().marking).toEqual(AMBER)
    expect((await markAnew(officer, id, GREEN)).statusCode).toBe(201)
    expect((await markAnew(officer, id, GREEN)).json().faults[0]).toMatchObject({ rule: 'LED-16' })
    expect((await markAnew(officer, id, AMBER, ' ')).statusCode).toBe(400)
    expect((await markAnew(officer, id, AMBER, 'EU SECRET in truth')).json().code).toBe('classified-content')
  })

  it('ACS-03 marks the acts of a procedure together', async () => {
    const { entity, statement } = await openOnCase(officer, harbour, { marking: AMBER })
    await propose(await desk.signInAs({ party: 'EE', role: 'delegate' }), entity)
    const raised = await markAnew(officer, statement, { ...AMBER, releasableTo: ['EE'] })
    expect(raised.json()).toMatchObject({ marked: 2 })
    expect((await officer.ask({ url: `/api/procedures/${entity}` })).json().marking.releasableTo).toEqual([
      'EE',
    ])
    expect((await french.ask({ url: `/api/procedures/${entity}` })).statusCode).toBe(404)
  })
})

describe('who may see it', () => {
  it('ACS-07 and ACS-08 gives the reader the rules, the own people by name, and other parties by the marking alone', async () => {
    const { id } = await added(officer, { ...AMBER, releasableTo: ['EE', 'FI'] })
    const answer = await access(analyst, id)
    expect(answer).toMatchObject({ kind: 'statement', labels: [{ statements: 1, assertedBy: 'EE' }] })
    expect(answer.labels[0]?.reasons.every(({ holds }) => holds)).toBe(true)
    expect(answer.people.map(({ name, sees, isYou }) => [name, sees, isYou])).toEqual([
      ['analyst of EE', 'all', true],
      ['delegate of EE', 'all', false],
      ['desk-officer of EE', 'all', false],
    ])
    const sees = (party: string) => answer.parties.find((one) => one.party === party)
    expect(sees('FI')).toMatchObject({ sees: 'all' })
    expect(sees('FR')).toMatchObject({ sees: 'nothing', because: expect.stringContaining('released to') })
    expect(answer.people.some(({ party }) => party === 'FR')).toBe(false)
  })

  it('ACS-06 is answered for every kind of object that is on record', async () => {
    const marking = { ...AMBER, releasableTo: ['EE', 'FI'] }
    const author: Reader = {
      party: 'EE',
      person: officer.person,
      role: 'desk-officer',
      maxDistribution: 'LIMITE',
      maxTlp: 'TLP:RED',
    }
    const records = desk.office.portfolio.kinds.map(({ id }) => ({
      entity: `${id}:of-every-kind`,
      kind: id,
      assertions: [{ property: 'name', value: 'One of its kind' }],
      source: { document: 'A note', verified: true },
      grading: { reliability: 'B', credibility: '2' } as const,
      marking,
      assertedBy: 'EE',
      assertedAt: '2026-11-20T09:00:00.000Z',
    }))
    expect(records.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        'meeting',
        'submission',
        'overlap-verdict',
        'contact-check',
        'evidence-item',
        'custody-entry',
      ]),
    )
    await desk.office.store.as(author).append(records)
    const { id } = await added(officer, marking)
    const listed = await officer.ask({ method: 'POST', url: '/api/need-to-know', payload: { name: 'Few' } })
    const proposed = await officer.ask({
      method: 'POST',
      url: '/api/erasures',
      payload: { statement: id, authority: 'Decision 1', reason: 'It names a person.' },
    })
    expect([listed.statusCode, proposed.statusCode], proposed.body).toEqual([201, 201])
    const { entity: list } = listed.json()
    const objects = [...records.map(({ entity }) => entity), id, proposed.json().id]
    for (const object of objects) {
      const answer = await access(officer, object)
      const sees = (party: string) => answer.parties.find((one) => one.party === party)?.sees
      expect([object, answer.object, sees('FI'), sees('FR')]).toEqual([object, object, 'all', 'nothing'])
      expect(answer.labels[0]?.reasons.every(({ holds }) => holds)).toBe(true)
      expect((await french.ask({ url: `/api/access/${object}` })).statusCode).toBe(404)
    }
    expect((await access(officer, proposed.json().id)).kind).toBe('erasure')
    const ofList = await access(officer, list)
    expect(ofList.kind).toBe('list')
    expect(ofList.people.filter(({ sees }) => sees === 'all').map(({ isYou }) => isYou)).toEqual([true])
    expect((await analyst.ask({ url: `/api/access/${list}` })).statusCode).toBe(404)
    const paper = await access(officer, `${harbour}?document=doc-assessment`)
    expect(paper.kind).toBe('document')
  })

  it('says that of a case and of its paper, and is silent to whoever does not see the thing', async () => {
    const whole = await access(officer, harbour)
    expect(whole).toMatchObject({ kind: 'case' })
    expect(whole.parties.find(({ party }) => party === 'FR')).toMatchObject({ sees: 'part' })
    const paper = await access(officer, `${harbour}?document=options-paper`)
    expect(paper).toMatchObject({ kind: 'document' })
    expect(paper.parties.find(({ party }) => party === 'FR')).toMatchObject({ sees: 'nothing' })
    const { id } = await added(officer, { ...AMBER, releasableTo: ['EE'] })
    expect((await french.ask({ url: `/api/access/${id}` })).statusCode).toBe(404)
    expect((await officer.ask({ url: '/api/access/case:nowhere' })).statusCode).toBe(404)
    expect(
      (await officer.ask({ url: `/api/access/${harbour}?document=doc-demarche` })).json().faults[0],
    ).toMatchObject({
      rule: 'ACS-06',
    })
    const blind = await desk.signInAs({ party: 'EE', role: 'administrator' })
    expect((await blind.ask({ url: `/api/access/${harbour}` })).statusCode).toBe(404)
    expect(opening.entity).toBe(harbour)
  })
})
