import { type Notice, submissionNotices } from '@demarche/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPublicDesk, type PublicDeskUnderTest } from '../../test/public-desk-under-test.ts'
import { noticesFor } from './notice-desk.ts'
import { DEFAULT_OUTSIDE_CEILING, sayOutside } from './outside.ts'

let on: PublicDeskUnderTest
beforeAll(async () => {
  on = await openPublicDesk()
})
afterAll(() => on.close())

type Ask = PublicDeskUnderTest['desk']['ask']
const told = async (ask: Ask, consultation: string): Promise<readonly Notice[]> =>
  (await ask({ url: '/api/notices' })).json().notices.filter((one: Notice) => one.entity === consultation)

const idsOf = (since: string) =>
  submissionNotices(
    [
      {
        entity: 'consultation:c',
        question: 'What?',
        marking: { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' },
        since,
      },
    ],
    { person: 'person:a' },
  ).map(({ id }) => id)

describe('NOT-20 that answers wait', () => {
  it('is told once for each consultation to those who moderate, until nothing waits', async () => {
    const consultation = await on.aConsultation()
    expect(await told(on.desk.ask, consultation)).toEqual([])
    const first = await on.aSubmission(consultation)
    const [notice, ...more] = await told(on.desk.ask, consultation)
    expect(notice).toMatchObject({
      kind: 'submissions-wait',
      title: 'What should the Mechanism take up?',
      by: null,
      marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER', releasableTo: ['desk'] },
    })
    expect(more).toEqual([])
    const second = await on.aSubmission(consultation)
    expect((await told(on.desk.ask, consultation)).map(({ id }) => id)).toEqual([notice?.id])
    await on.moderate(first.entity, 'accepted')
    expect((await told(on.desk.ask, consultation)).map(({ id }) => id)).toEqual([notice?.id])
    await on.withdraw(second.token)
    expect(await told(on.desk.ask, consultation)).toEqual([])
  })

  it('is told to nobody else', async () => {
    const consultation = await on.aConsultation()
    await on.aSubmission(consultation)
    for (const who of [
      { party: 'desk', role: 'analyst' },
      { party: 'desk', role: 'auditor' },
      { party: 'EE', role: 'desk-officer' },
    ] as const)
      expect(await told((await on.desk.signInAs(who)).ask, consultation), who.role).toEqual([])
    const low = { party: 'desk', role: 'desk-officer', ceiling: DEFAULT_OUTSIDE_CEILING } as const
    expect(await told((await on.desk.signInAs(low)).ask, consultation)).toEqual([])
  })

  it('NOT-10 is not named outside of the desk: that something waits is for the desk alone', async () => {
    const consultation = await on.aConsultation()
    await on.aSubmission(consultation)
    const [notice] = await told(on.desk.ask, consultation)
    if (!notice) throw new Error('nothing was told')
    const desk = { address: 'https://desk.example', sendsMail: true }
    const said = sayOutside(notice, { ...desk, ceiling: DEFAULT_OUTSIDE_CEILING })
    expect(said).toMatchObject({ link: 'https://desk.example/notices', marking: null })
    expect(said.text).not.toContain('Mechanism')
    const open: Notice = { ...notice, marking: { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' } }
    expect(sayOutside(open, { ...desk, ceiling: DEFAULT_OUTSIDE_CEILING })).toMatchObject({
      link: `https://desk.example/consultations/${consultation}`,
      text: expect.stringContaining('What should the Mechanism take up?'),
    })
  })

  it('comes anew in another week', () => {
    const [monday] = idsOf('2026-11-22T23:00:00.000Z')
    expect(idsOf('2026-11-29T22:59:00.000Z')).toEqual([monday])
    expect(idsOf('2026-11-29T23:00:00.000Z')).not.toEqual([monday])
    expect(idsOf('2026-11-22T22:59:00.000Z')).not.toEqual([monday])
  })

  it('NOT-08 is told after 60 days too, for as long as an answer waits', async () => {
    const consultation = await on.aConsultation()
    await on.aSubmission(consultation)
    on.setNow('2027-03-01T09:00:00Z')
    // asked past the routes: sessions have ended meanwhile
    const notices = await noticesFor(on.desk.office, {
      party: 'desk',
      person: on.desk.officer.person,
      role: 'desk-officer',
      ceiling: { maxDistribution: 'LIMITE', maxTlp: 'TLP:AMBER' },
    })
    expect(notices.filter(({ entity }) => entity === consultation)).toMatchObject([
      { kind: 'submissions-wait' },
    ])
  })
})
