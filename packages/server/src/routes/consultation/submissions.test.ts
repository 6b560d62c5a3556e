import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPublicDesk, type PublicDeskUnderTest } from '../../../test/public-desk-under-test.ts'

let on: PublicDeskUnderTest
beforeAll(async () => {
  on = await openPublicDesk()
})
afterAll(() => on.close())

const listed = async (consultation: string, query: string) =>
  (await on.desk.ask({ url: `/api/consultations/${consultation}/submissions?${query}` })).json()
const entitiesIn = (page: { submissions: readonly { entity: string }[] }) =>
  page.submissions.map(({ entity }) => entity)

it('STK-12 lists what waits, what was accepted, what of it is cited nowhere, and what was set aside', async () => {
  const consultation = await on.aConsultation()
  const [waits, cited, uncited, aside, withdrawn] = [
    await on.aSubmission(consultation),
    await on.aSubmission(consultation),
    await on.aSubmission(consultation, { text: 'Take up the public core.', consent: 'withheld' }),
    await on.aSubmission(consultation),
    await on.aSubmission(consultation),
  ]
  await on.aSubmission(await on.aConsultation())
  for (const { entity } of [cited, uncited]) await on.moderate(entity, 'accepted')
  await on.moderate(aside.entity, 'set-aside', 'Elsewhere.')
  await on.withdraw(withdrawn.token)
  await on.setSynthesis(consultation, { paragraphs: [{ text: 'One asks.', cites: [cited.entity] }] })
  const { counts } = (await on.desk.ask({ url: `/api/consultations/${consultation}` })).json()
  expect(counts).toEqual({ waiting: 1, accepted: 2, uncited: 1, 'set-aside': 1 })
  for (const [list, expected] of [
    ['waiting', [waits]],
    ['uncited', [uncited]],
    ['set-aside', [aside]],
  ] as const)
    expect(entitiesIn(await listed(consultation, `list=${list}`))).toEqual(
      expected.map(({ entity }) => entity),
    )
  expect(entitiesIn(await listed(consultation, 'list=accepted')).toSorted()).toEqual(
    [cited.entity, uncited.entity].toSorted(),
  )
  expect(entitiesIn(await listed(consultation, 'list=accepted&q=public%20core'))).toEqual([uncited.entity])
  const elsewhere = await on.desk.signInAs({ party: 'EE', role: 'delegate' })
  expect((await elsewhere.ask({ url: `/api/consultations/${consultation}` })).json().counts).toEqual({
    waiting: 0,
    accepted: 1,
    uncited: 0,
    'set-aside': 0,
  })
})

it('STK-12 waits while those who decided differ', async () => {
  const consultation = await on.aConsultation()
  const { entity } = await on.aSubmission(consultation)
  await on.moderate(entity, 'accepted')
  const noted = await on.desk.ask({
    method: 'POST',
    url: `/api/portfolio/records/${entity}/statements`,
    payload: {
      assertions: [{ property: 'moderation', value: 'set-aside' }],
      source: { document: 'Note of a colleague', verified: true },
      grading: { reliability: 'A', credibility: '1' },
      marking: { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' },
    },
  })
  expect(noted.statusCode, noted.body).toBe(201)
  expect(await listed(consultation, 'list=waiting')).toMatchObject({
    submissions: [{ entity, state: 'waiting' }],
  })
  expect(await listed(consultation, 'list=accepted')).toMatchObject({ total: 0 })
})

it('STK-12 goes on behind the last one that was shown, whatever happened to those before it', async () => {
  const consultation = await on.aConsultation()
  const all: string[] = []
  for (let sent = 0; sent < 27; sent += 1) all.push((await on.aSubmission(consultation)).entity)
  const first = await listed(consultation, 'list=waiting')
  expect(first).toMatchObject({ total: 27, next: expect.stringMatching(/^2026-11-23~submission:/) })
  expect(first.submissions).toHaveLength(25)
  for (const entity of entitiesIn(first).slice(0, 3)) await on.moderate(entity, 'accepted')
  const second = await listed(consultation, `list=waiting&after=${encodeURIComponent(first.next)}`)
  expect(second).toMatchObject({ total: 24, next: null })
  expect([...entitiesIn(first), ...entitiesIn(second)].toSorted()).toEqual(all.toSorted())
  const page = await on.anybody('GET', `/api/public/consultations/${consultation}/submissions`)
  expect(page.json()).toMatchObject({ total: 3, next: null })
}, 60_000)

it('refuses a list that there is not, a place that is none, and a consultation that nobody may see', async () => {
  const consultation = await on.aConsultation()
  const status = async (path: string) => (await on.desk.ask({ url: `/api/consultations/${path}` })).statusCode
  expect(await status(`${consultation}/submissions?list=lost`)).toBe(400)
  expect(await status(`${consultation}/submissions?list=waiting&after=5`)).toBe(400)
  expect(await status('consultation:nowhere/submissions?list=waiting')).toBe(404)
  expect(
    (await on.anybody('GET', `/api/public/consultations/${consultation}/submissions?after=5`)).statusCode,
  ).toBe(400)
})
