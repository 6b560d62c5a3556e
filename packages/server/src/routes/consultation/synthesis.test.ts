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
      consultation: { synthesis: paragraphs, finding: { uncited: [second.entity] } },
    })
    expect((await on.shown(consultation)).consultation.synthesis).toEqual([])
    const more = [{ text: 'Both agree.', cites: [first.entity, second.entity] }]
    const process = await on.aRecord('commitment', { name: 'Protect hospitals' })
    await on.setSynthesis(consultation, { paragraphs: more, outcome: 'It was taken up.', led: [process] })
    expect((await on.publish(consultation)).statusCode).toBe(204)
    expect(await on.shown(consultation)).toMatchObject({
      consultation: { synthesis: more, cited: 2, outcome: 'It was taken up.', led: [process] },
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
