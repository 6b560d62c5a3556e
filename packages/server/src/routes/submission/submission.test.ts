import { createHash } from 'node:crypto'
import type { Marking } from '@demarche/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LIMITE, openPublicDesk, type PublicDeskUnderTest } from '../../../test/public-desk-under-test.ts'
import { DEFAULT_OUTSIDE_CEILING } from '../../notice/outside.ts'
import type { Reader } from '@demarche/store'
import { deskItself, EVERYBODY } from '../../stakeholders/readers.ts'
import { receiveSubmission } from '../../stakeholders/receive-submission.ts'

const dies = () => Promise.reject(new Error('the desk died'))
let on: PublicDeskUnderTest
beforeAll(async () => {
  on = await openPublicDesk()
})
afterAll(() => on.close())

describe('a submission without an account', () => {
  it('STK-04 is on record for the desk alone until it is moderated, in nobody’s name', async () => {
    const consultation = await on.aConsultation()
    const { entity, closes } = await on.aSubmission(consultation)
    expect(closes).toBe('2026-12-10T23:00:00.000Z')
    expect(entity).toMatch(/^submission:[a-z0-9]{6}-[a-z0-9]{6}$/)
    expect((await on.shown(consultation)).consultation.submissions).toEqual([])
    expect((await on.anybody('GET', `/api/public/records/${entity}`)).statusCode).toBe(404)
    const statements = await on.desk.office.store
      .as({ party: 'desk', person: 'x', role: 'analyst', maxDistribution: 'LIMITE', maxTlp: 'TLP:RED' })
      .statements(entity)
    expect(statements).toHaveLength(2)
    for (const { marking, recordedBy } of statements) {
      expect(marking).toEqual({ distribution: 'LIMITE', tlp: 'TLP:AMBER', releasableTo: ['desk'] })
      expect(recordedBy).toBeUndefined()
    }
    const foreign = await on.desk.signInAs({ party: 'EE', role: 'desk-officer' })
    expect((await foreign.ask({ url: `/api/portfolio/records/${entity}` })).statusCode).toBe(404)
  })

  it('STK-03 is refused once the consultation has closed, before it opens, and where it is answered elsewhere', async () => {
    for (const [more, why] of [
      [{ due: '2026-11-22' }, /has closed: Monday 23 November 2026, 00:00 CET\. \(rule STK-03\)/],
      [{ due: '2026-11-23', closesAt: '09:00' }, /has closed: Monday 23 November 2026, 09:00 CET/],
      [{ start: '2026-12-01' }, /opens on 1 December 2026/],
      [{ answered: 'elsewhere' }, /not answered at this desk/],
    ] as const) {
      const consultation = await on.aConsultation(more)
      const answer = await on.send(consultation, {
        text: 'Too late?',
        consent: 'named',
      })
      expect(answer.statusCode).toBe(422)
      expect(answer.json().detail).toMatch(why)
    }
  })

  it('STK-04 asks for a name where the consultation does, and takes none where it asks for none', async () => {
    const required = await on.aConsultation({ naming: 'required' })
    const none = await on.aConsultation({ naming: 'none' })
    expect((await on.send(required, { text: 'x', consent: 'unnamed' })).json()).toMatchObject({
      faults: [{ place: '/from', rule: 'STK-04' }],
    })
    expect((await on.send(none, { text: 'x', consent: 'unnamed', from: 'A name' })).statusCode).toBe(422)
    expect((await on.send(none, { text: 'x', consent: 'unnamed' })).statusCode).toBe(201)
  })

  it('refuses classified content, an empty text, one that is too long, and an unknown kind of stakeholder', async () => {
    const consultation = await on.aConsultation()
    for (const [payload, status] of [
      [{ text: 'RESTREINT UE/EU RESTRICTED' }, 422],
      [{ text: '  ' }, 400],
      [{ text: 'x'.repeat(20_001) }, 400],
      [{ text: 'x'.repeat(200_000) }, 413],
      [{ text: 'x', sort: 'wizards' }, 422],
      [{ text: 'x', country: 'ZZ9' }, 422],
    ] as const) {
      const answer = await on.send(consultation, {
        consent: 'named',
        ...payload,
      })
      expect(answer.statusCode, JSON.stringify(payload).slice(0, 60)).toBe(status)
    }
  })

  it('STK-05 is seen and withdrawn by its link alone, and until the consultation closes', async () => {
    const consultation = await on.aConsultation({ due: '2026-11-24' })
    const { token, linkEnds } = await on.aSubmission(consultation)
    expect(linkEnds).toBe('2027-11-24T23:00:00.000Z')
    const seen = await on.look(token)
    expect(seen.json()).toMatchObject({ linkEnds })
    expect(seen.headers['cache-control']).toBe('no-store')
    expect(seen.json()).toMatchObject({
      question: 'What should the Mechanism take up?',
      submission: { state: 'waiting', from: 'Alliance of Clinics' },
      mayWithdraw: true,
    })
    expect((await on.look(`${token}x`)).statusCode).toBe(404)
    const other = await on.aSubmission(consultation)
    expect((await on.withdraw(token)).json()).toMatchObject({
      submission: { state: 'withdrawn' },
      mayWithdraw: false,
    })
    expect((await on.withdraw(token)).statusCode).toBe(200)
    expect((await on.look(token)).body).not.toContain('hospitals')
    on.setNow('2026-11-24T23:00:00Z')
    expect((await on.look(other.token)).json()).toMatchObject({ mayWithdraw: false })
    expect((await on.withdraw(other.token)).json()).toMatchObject({ code: 'act-refused' })
    on.setNow('2027-11-24T22:59:00Z')
    expect((await on.look(other.token)).statusCode).toBe(200)
    on.setNow('2027-11-24T23:00:01Z')
    expect((await on.look(other.token)).statusCode).toBe(404)
    on.setNow('2026-11-23T09:00:00Z')
  })

  it('STK-02 tells whoever has the link of the consultation what everybody may read, and nothing else', async () => {
    const consultation = await on.aConsultation()
    const { token } = await on.aSubmission(consultation)
    const [asked] = await on.desk.office.store.as(EVERYBODY).statements(consultation)
    const corrected = await on.desk.ask({
      method: 'POST',
      url: `/api/portfolio/records/${consultation}/statements`,
      payload: {
        assertions: [{ property: 'name', value: 'What we ask among ourselves' }],
        source: { document: 'Note', verified: true },
        marking: LIMITE,
        supersedes: [{ statement: asked?.id, property: 'name' }],
        reason: 'Not for everybody.',
      },
    })
    expect(corrected.statusCode, corrected.body).toBe(201)
    expect((await on.look(token)).json()).toMatchObject({ question: 'What should the Mechanism take up?' })
  })

  it('STK-05 is not on record before its link is kept, and a link of what is not on record leads nowhere', async () => {
    const consultation = await on.aConsultation()
    const { desk } = on
    const read = await desk.office.consultations.asked(EVERYBODY, consultation)
    const links = desk.accounts.submissionLinks
    const sent = { text: 'Cut off.', consent: 'unnamed' } as const
    const submissions = () => desk.office.store.as(deskItself('desk')).entities('submission')
    const before = await submissions()
    await expect(
      receiveSubmission(desk.office, { ...links, keep: dies }, 'desk', read, sent),
    ).rejects.toThrow('died')
    expect(await submissions()).toEqual(before)
    let given = ''
    const full = {
      ...desk.office.store,
      as: (reader: Reader) => ({ ...desk.office.store.as(reader), append: dies }),
    }
    const office = { ...desk.office, store: full, newToken: () => (given = desk.office.newToken()) }
    await expect(receiveSubmission(office, links, 'desk', read, sent)).rejects.toThrow('died')
    expect(await links.find(given)).toBeNull()
  })

  it('keeps the hash of a link and never the link', async () => {
    const { token } = await on.aSubmission(await on.aConsultation())
    const found = await on.desk.accounts.submissionLinks.find(token)
    expect(found?.entity).toMatch(/^submission:/)
    const hash = createHash('sha256').update(token).digest('hex')
    expect(await on.desk.accounts.submissionLinks.find(hash)).toBeNull()
  })
})

describe('a private link', () => {
  it('STK-05 leads to the submission for a year after the close, and is then cleared', async () => {
    const late = await openPublicDesk()
    try {
      const consultation = await late.aConsultation({ due: '2026-11-24' })
      const another = await late.aConsultation({ due: '2027-12-24' })
      const { token } = await late.aSubmission(consultation)
      late.setNow('2027-11-24T22:00:00Z')
      expect((await late.look(token)).statusCode).toBe(200)
      late.setNow('2027-11-25T00:00:00Z')
      expect((await late.look(token)).statusCode).toBe(404)
      await late.aSubmission(another)
      // it is gone, and not only passed over: at the time at which it held there is none
      late.setNow('2026-11-24T12:00:00Z')
      expect((await late.look(token)).statusCode).toBe(404)
    } finally {
      await late.close()
    }
  })
})

describe('moderation', () => {
  it.each([
    ['named', { text: 'Take up the protection of hospitals.', from: 'Alliance of Clinics' }],
    ['unnamed', { text: 'Take up the protection of hospitals.' }],
    ['withheld', null],
  ])('STK-07 publishes what is accepted as its author agreed: %s', async (consent, published) => {
    const consultation = await on.aConsultation()
    const { entity } = await on.aSubmission(consultation, { consent, country: 'EE', sort: 'civil-society' })
    expect((await on.moderate(entity, 'accepted')).json()).toEqual({ state: 'accepted' })
    const { submissions } = (await on.shown(consultation)).consultation
    expect(submissions).toEqual(
      published ? [expect.objectContaining({ entity, sort: 'civil-society', ...published })] : [],
    )
    const { statusCode, body } = await on.anybody('GET', `/api/public/records/${entity}`)
    expect(statusCode).toBe(published ? 200 : 404)
    expect(body.includes('Alliance of Clinics')).toBe(consent === 'named')
    expect(body.includes('"EE"')).toBe(consent === 'named')
    expect(body.includes('"accepted"')).toBe(published !== null)
  })

  it('STK-07 shows what was decided to whoever reads the text, and its reason to the desk and its author', async () => {
    const consultation = await on.aConsultation()
    const { entity, token } = await on.aSubmission(consultation)
    await on.moderate(entity, 'accepted', 'Quite to the point.')
    const elsewhere = await on.desk.signInAs({ party: 'EE', role: 'desk-officer' })
    const seen = async (list: string) =>
      (await elsewhere.ask({ url: `/api/consultations/${consultation}/submissions?list=${list}` })).json()
    expect(await seen('accepted')).toMatchObject({ total: 1, submissions: [{ entity, state: 'accepted' }] })
    expect(await seen('waiting')).toMatchObject({ total: 0, submissions: [] })
    for (const ask of [elsewhere.ask, (one: { url: string }) => on.anybody('GET', one.url)])
      expect((await ask({ url: `/api/portfolio/records/${entity}` })).body).not.toContain('to the point')
    expect((await on.anybody('GET', `/api/public/records/${entity}`)).body).not.toContain('to the point')
    expect((await on.look(token)).json().submission).toMatchObject({ reason: 'Quite to the point.' })
    await on.moderate(entity, 'set-aside', 'It was sent twice.')
    expect(await seen('accepted')).toMatchObject({ total: 0 })
    expect((await elsewhere.ask({ url: `/api/portfolio/records/${entity}` })).statusCode).toBe(404)
  })

  it('STK-07 sets aside with a reason, also what was published before, and tells its author', async () => {
    const consultation = await on.aConsultation()
    const { entity, token } = await on.aSubmission(consultation)
    expect((await on.moderate(entity, 'set-aside')).statusCode).toBe(400)
    await on.moderate(entity, 'accepted')
    expect((await on.shown(consultation)).consultation.submissions).toHaveLength(1)
    const aside = await on.moderate(entity, 'set-aside', 'It answers another question.')
    expect(aside.json()).toEqual({ state: 'set-aside' })
    expect((await on.shown(consultation)).consultation.submissions).toEqual([])
    const own = await on.anybody('POST', '/api/public/submissions/look', { token })
    expect(own.json().submission).toMatchObject({
      state: 'set-aside',
      reason: 'It answers another question.',
    })
    await on.moderate(entity, 'accepted')
    expect((await on.shown(consultation)).consultation.submissions).toHaveLength(1)
  })

  it('STK-06 tells by its link what was decided, and nothing else that people noted on it', async () => {
    const consultation = await on.aConsultation()
    const { entity, token } = await on.aSubmission(consultation)
    const before = (await on.look(token)).json()
    const noted = await on.desk.ask({
      method: 'POST',
      url: `/api/portfolio/records/${entity}/statements`,
      payload: {
        assertions: [{ property: 'country', value: ['EE'] }],
        source: { document: 'Note of the desk', verified: true },
        marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER', releasableTo: ['desk'] },
      },
    })
    expect(noted.statusCode, noted.body).toBe(201)
    expect((await on.look(token)).json()).toEqual(before)
    await on.moderate(entity, 'set-aside', 'Of another matter.')
    expect((await on.look(token)).json()).toMatchObject({ submission: { state: 'set-aside' } })
  })

  it('STK-06 leaves nothing public of what its author withdraws, and nothing to moderate', async () => {
    const consultation = await on.aConsultation()
    const { entity, token } = await on.aSubmission(consultation)
    await on.moderate(entity, 'accepted')
    await on.anybody('POST', '/api/public/submissions/withdraw', { token })
    expect((await on.shown(consultation)).consultation.submissions).toEqual([])
    expect((await on.anybody('GET', `/api/public/records/${entity}`)).statusCode).toBe(404)
    expect((await on.moderate(entity, 'accepted')).json()).toMatchObject({ code: 'act-refused' })
  })

  it('STK-07 is for a desk officer, chair or legal adviser of the desk', async () => {
    const { entity } = await on.aSubmission(await on.aConsultation())
    const analyst = await on.desk.signInAs({ party: 'desk', role: 'analyst' })
    const answer = await analyst.ask({
      method: 'POST',
      url: `/api/submissions/${entity}/moderation`,
      payload: { decision: 'accepted' },
    })
    expect(answer.json()).toMatchObject({ code: 'not-allowed' })
  })

  it('STK-07 publishes nothing where the consultation is not for everybody, and lowers nothing', async () => {
    const strict: Marking = { distribution: 'LIMITE', tlp: 'TLP:RED', releasableTo: ['desk'] }
    const consultation = await on.aConsultation({ name: 'Among ourselves' }, strict)
    const sent = await on.desk.ask({
      method: 'POST',
      url: `/api/consultations/${consultation}/submissions`,
      payload: { text: 'Take up hospitals.', consent: 'named' },
    })
    const entity = `submission:${sent.json().reference}`
    expect((await on.moderate(entity, 'accepted')).json()).toEqual({ state: 'accepted' })
    expect((await on.anybody('GET', `/api/public/records/${entity}`)).statusCode).toBe(404)
    expect((await on.moderate(entity, 'set-aside', 'Elsewhere.')).statusCode).toBe(200)
    const amber = { party: 'desk', person: 'x', role: 'analyst' } as const
    const below = on.desk.office.store.as({ ...amber, maxDistribution: 'LIMITE', maxTlp: 'TLP:AMBER' })
    expect(await below.statements(entity)).toEqual([])
  })

  it('STK-07 does not publish a text without the name that stands in one statement with it', async () => {
    const consultation = await on.aConsultation()
    const entity = await on.aRecord(
      'submission',
      { name: 'A letter', consultation, from: 'Somebody', text: 'By post.', consent: 'unnamed' },
      LIMITE,
    )
    expect((await on.moderate(entity, 'accepted')).json().detail).toMatch(/one statement/)
    expect((await on.shown(consultation)).consultation.submissions).toEqual([])
  })
})

describe('a submission with an account', () => {
  it('STK-04 goes the same way with its name, to what that account may see', async () => {
    const consultation = await on.aConsultation({}, LIMITE)
    const delegate = await on.desk.signInAs({ party: 'EE', role: 'delegate' })
    const answer = await delegate.ask({
      method: 'POST',
      url: `/api/consultations/${consultation}/submissions`,
      payload: { text: 'We would add hospitals.', consent: 'withheld' },
    })
    expect(answer.statusCode, answer.body).toBe(201)
    const waiting = { url: `/api/consultations/${consultation}/submissions?list=waiting` }
    expect((await on.desk.ask(waiting)).json().submissions).toMatchObject([
      { from: 'delegate of EE, Estonia', state: 'waiting' },
    ])
    const receipt = answer.json()
    expect((await on.look(receipt.token)).json()).toMatchObject({ question: '', mayWithdraw: true })
    const low = await on.desk.signInAs({
      party: 'FI',
      role: 'delegate',
      ceiling: DEFAULT_OUTSIDE_CEILING,
    })
    const unseen = await low.ask({
      method: 'POST',
      url: `/api/consultations/${consultation}/submissions`,
      payload: { text: 'x', consent: 'withheld' },
    })
    expect(unseen.statusCode).toBe(404)
  })
})
