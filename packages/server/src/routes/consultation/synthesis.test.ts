import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LIMITE, openPublicDesk, type PublicDeskUnderTest } from '../../../test/public-desk-under-test.ts'

let on: PublicDeskUnderTest
beforeAll(async () => {
  on = await openPublicDesk()
})
afterAll(() => on.close())

describe('the synthesis', () => {
  it('STK-08 cites accepted submissions to the same consultation and nothing else', async () => {
    const consultation = await on.aConsultation()
    const waiting = await on.aSubmission(consultation)
    const elsewhere = await on.aSubmission(await on.aConsultation())
    await on.moderate(elsewhere.entity, 'accepted')
    for (const { entity } of [waiting, elsewhere]) {
      const answer = await on.setSynthesis(consultation, {
        paragraphs: [{ text: 'All agree.', cites: [entity] }],
      })
      expect(answer.json()).toMatchObject({ faults: [{ place: '/paragraphs/0/cites', rule: 'STK-08' }] })
    }
  })

  it('STK-13 does not replace what its author has not seen', async () => {
    const consultation = await on.aConsultation()
    const shown = async () => (await on.desk.ask({ url: `/api/consultations/${consultation}` })).json()
    const { result } = await shown()
    expect(result).toEqual([])
    const mine = { paragraphs: [{ text: 'Mine.', cites: [] }], follows: result }
    expect((await on.setSynthesis(consultation, mine)).statusCode).toBe(204)
    const theirs = { paragraphs: [{ text: 'Theirs.', cites: [] }] }
    const unsaid = await on.setSynthesis(consultation, { ...theirs, follows: undefined })
    expect(unsaid.statusCode).toBe(400)
    const refused = await on.setSynthesis(consultation, { ...theirs, follows: result })
    expect(refused.statusCode).toBe(409)
    expect(refused.json()).toMatchObject({ code: 'stale-write', faults: [{ rule: 'STK-13' }] })
    const now = await shown()
    expect(now.consultation.synthesis).toEqual(mine.paragraphs)
    expect((await on.setSynthesis(consultation, { ...theirs, follows: now.result })).statusCode).toBe(204)
    expect((await shown()).consultation.synthesis).toEqual(theirs.paragraphs)
  })

  it('STK-09 is a draft until it is published, and what is then changed is public at once', async () => {
    const consultation = await on.aConsultation()
    const first = await on.aSubmission(consultation)
    const second = await on.aSubmission(consultation, { consent: 'withheld' })
    for (const { entity } of [first, second]) await on.moderate(entity, 'accepted')
    const paragraphs = [{ text: 'All agree.', cites: [first.entity] }]
    expect((await on.setSynthesis(consultation, { paragraphs })).statusCode).toBe(204)
    const seen = (await on.desk.ask({ url: `/api/consultations/${consultation}` })).json()
    expect(seen).toMatchObject({
      published: 'no',
      mayModerate: true,
      onPublicPage: true,
      consultation: { synthesis: paragraphs, cited: [{ entity: first.entity }] },
      counts: { accepted: 2, uncited: 1 },
    })
    expect((await on.shown(consultation)).consultation.synthesis).toEqual([])
    const more = [{ text: 'Both agree.', cites: [first.entity, second.entity] }]
    const process = await on.aRecord('commitment', { name: 'Protect hospitals' })
    await on.setSynthesis(consultation, { paragraphs: more, outcome: 'It was taken up.', led: [process] })
    expect((await on.publish(consultation)).statusCode).toBe(204)
    expect(await on.shown(consultation)).toMatchObject({
      consultation: {
        synthesis: more,
        cited: [first.entity],
        citedInAll: 2,
        outcome: 'It was taken up.',
        led: [process],
      },
      names: { [process]: 'Protect hospitals' },
    })
    await on.setSynthesis(consultation, { paragraphs, outcome: 'It was dropped.' })
    expect((await on.shown(consultation)).consultation).toMatchObject({
      synthesis: paragraphs,
      outcome: 'It was dropped.',
      led: [],
    })
    await on.setSynthesis(consultation, { paragraphs: [] })
    expect((await on.shown(consultation)).consultation.synthesis).toEqual([])
  })

  it('STK-09 is not published where the consultation is not, or where there is nothing', async () => {
    const hidden = await on.aConsultation({}, LIMITE)
    expect((await on.publish(hidden)).json().detail).toMatch(/neither a synthesis/)
    await on.setSynthesis(hidden, { paragraphs: [], outcome: 'Nothing came of it.' })
    expect((await on.publish(hidden)).json().detail).toMatch(/not marked for everybody/)
  })
})

const paper = (consultation: string, format: string, ask = on.desk.ask) =>
  ask({ url: `/api/consultations/${consultation}/synthesis/file?format=${format}` })

describe('consultation.synthesis-file', () => {
  it('STK-11 has what is cited, under the highest marking of what stands in it', async () => {
    const consultation = await on.aConsultation()
    const named = await on.aSubmission(consultation, { sort: 'civil-society' })
    const unnamed = await on.aSubmission(consultation, { from: 'Quiet Institute', consent: 'unnamed' })
    const withheld = await on.aSubmission(consultation, { from: 'Hidden Society', consent: 'withheld' })
    for (const { entity } of [named, unnamed, withheld])
      await on.moderate(entity, 'accepted', 'To the point.')
    const cites = [named.entity, unnamed.entity]
    await on.setSynthesis(consultation, { paragraphs: [{ text: 'All agree.', cites }], outcome: 'Proposed.' })
    expect((await paper(consultation, 'md')).body).toContain('**LIMITE · TLP:AMBER**')
    await on.publish(consultation)
    const answer = await paper(consultation, 'md')
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.headers['content-disposition']).toMatch(
      /filename="synthesis-what-should-[a-z0-9-]+-2026-11-23-TLP-CLEAR\.md"/,
    )
    expect(answer.headers['demarche-gaps']).toBe('1')
    // the name that is not in it, and the reason, are marked for the desk alone and raise nothing
    expect(answer.body).toContain('**TLP:CLEAR**')
    expect(answer.body).toContain('Alliance of Clinics')
    expect(answer.body).not.toMatch(/Quiet Institute|Hidden Society|To the point/)
    for (const { entity } of [named, unnamed])
      expect(answer.body).toContain(entity.replace('submission:', ''))
    const more = [{ text: 'All agree.', cites: [...cites, withheld.entity] }]
    await on.setSynthesis(consultation, { paragraphs: more })
    expect((await paper(consultation, 'md')).body).toContain('**LIMITE · TLP:AMBER · REL desk**')
    const delegate = await on.desk.signInAs({ party: 'EE', role: 'delegate' })
    const elsewhere = (await paper(consultation, 'md', delegate.ask)).body
    expect(elsewhere).toContain('**TLP:CLEAR**')
    expect(elsewhere).toContain(`| 3 | ${withheld.entity.replace('submission:', '')} | not open here |`)
  })

  it('STK-11 is not marked as a draft was that has been replaced since', async () => {
    const consultation = await on.aConsultation()
    await on.setSynthesis(consultation, { paragraphs: [{ text: 'A first try.', cites: [] }] })
    await on.setSynthesis(consultation, { paragraphs: [{ text: 'What is meant.', cites: [] }] })
    expect((await paper(consultation, 'md')).body).toContain('**LIMITE · TLP:AMBER**')
    await on.publish(consultation)
    const published = await paper(consultation, 'md')
    expect(published.statusCode, published.body).toBe(200)
    expect(published.body).toContain('What is meant.')
    expect(published.body).toContain('**TLP:CLEAR**')
    expect(published.body).not.toMatch(/LIMITE|A first try/)
  })

  it('is set in every form, and in no other', async () => {
    const consultation = await on.aConsultation()
    expect((await paper(consultation, 'docx')).rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect((await paper(consultation, 'odt')).rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect((await paper(consultation, 'pdf')).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await paper(consultation, 'exe')).statusCode).toBe(400)
    expect((await paper('consultation:nowhere', 'md')).statusCode).toBe(404)
  })
})
