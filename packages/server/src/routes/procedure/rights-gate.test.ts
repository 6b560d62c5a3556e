import type { DossierAnswer, OpenProcedureInput, ProcedureAnswer } from '@demarche/api'
import { type Marking, questionsFor, type Value } from '@demarche/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signRightsCheck } from '../../../test/a-rights-check.ts'
import {
  aNewCase,
  type DeskUnderTest,
  openDesk,
  type SignedInForTest,
} from '../../../test/desk-under-test.ts'

const AMBER: Marking = { distribution: 'LIMITE', tlp: 'TLP:AMBER' }
const FOR_EE: Marking = { ...AMBER, releasableTo: ['EE'] }
const MEASURE = 'stab-hr-declaration'

let desk: DeskUnderTest
let estonia: SignedInForTest
let france: SignedInForTest
beforeAll(async () => {
  desk = await openDesk()
  estonia = await desk.signInAs({ party: 'EE', role: 'desk-officer' })
  france = await desk.signInAs({ party: 'FR', role: 'desk-officer' })
})
afterAll(() => desk.close())

const aCase = async (name: string, marking = AMBER): Promise<string> =>
  (await estonia.ask({ method: 'POST', url: '/api/cases', payload: { ...aNewCase(name), marking } })).json()
    .entity
const say = (who: SignedInForTest, entity: string, property: string, value: Value, marking = AMBER) =>
  who.ask({
    method: 'POST',
    url: `/api/cases/${entity}/statements`,
    payload: { ...aNewCase('x'), assertions: [{ property, value }], marking, reason: 'as agreed' },
  })
const open = (who: SignedInForTest, entity: string, more: Partial<OpenProcedureInput> = {}) =>
  who.ask({
    method: 'POST',
    url: `/api/cases/${entity}/procedures`,
    payload: {
      measure: MEASURE,
      path: 'normal',
      title: 'Declaration',
      reason: 'A joint voice.',
      marking: AMBER,
      ...more,
    },
  })
const statements = async (entity: string) => {
  const dossier: DossierAnswer = (await estonia.ask({ url: `/api/cases/${entity}/dossier` })).json()
  return Object.values(dossier.statements)
}
const procedure = async (who: SignedInForTest, entity: string): Promise<ProcedureAnswer> =>
  (await who.ask({ url: `/api/procedures/${entity}` })).json()

describe('the rights check before a procedure', () => {
  it('RGT-05 RGT-12 is neither signed nor opened on by the first statement of a case', async () => {
    const measures = [MEASURE]
    for (const [property, value, rule] of [
      ['rights.signature', { measures, reviewBy: '2030-01-01' }, 'RGT-05'],
      ['rights.opening', { measures, procedure: 'procedure:x' }, 'RGT-12'],
    ] as const) {
      const first = aNewCase('Quay')
      const assertions = [...first.assertions, { property, value }]
      const payload = { ...first, assertions, marking: AMBER }
      const answer = await estonia.ask({ method: 'POST', url: '/api/cases', payload })
      expect(answer.statusCode, answer.body).toBe(422)
      expect(answer.json().faults).toMatchObject([{ rule }])
    }
  })

  it('RGT-08 refuses to open without one, says what is missing, and records nothing', async () => {
    const entity = await aCase('Pier')
    const before = (await statements(entity)).length
    const answer = await open(estonia, entity)
    expect(answer.statusCode, answer.body).toBe(422)
    expect(answer.json()).toMatchObject({
      code: 'act-refused',
      faults: [{ place: '/measure', rule: 'RGT-08', message: expect.stringContaining('(hm-01)') }],
    })
    expect((await open(estonia, entity, { path: 'crisis' })).json()).toMatchObject({
      faults: [{ place: '/measure', rule: 'RGT-10' }],
    })
    expect(await statements(entity)).toHaveLength(before)
    await signRightsCheck(estonia, entity, ['coop-demarche'])
    expect((await open(estonia, entity)).statusCode).toBe(422)
    await signRightsCheck(estonia, entity, [MEASURE])
    const opened = await open(estonia, entity)
    expect(opened.statusCode, opened.body).toBe(201)
    expect((await procedure(estonia, opened.json().entity)).rights).toMatchObject({
      check: { measures: [MEASURE], standing: 'signed', signature: { party: 'EE' } },
    })
  })

  it('RGT-08 asks for the very measures of the package that is named, as composed that day', async () => {
    const entity = await aCase('Quay')
    await signRightsCheck(estonia, entity, [MEASURE])
    const dossier: DossierAnswer = (await estonia.ask({ url: `/api/cases/${entity}/dossier` })).json()
    const [one] = dossier.packages.filter(({ steps }) => steps.length > 1)
    const [first] = one?.steps ?? []
    if (!one || !first) throw new Error('no package')
    const named = { package: one.id, measure: first.measure }
    expect((await open(estonia, entity, named)).json()).toMatchObject({
      faults: [{ place: '/package', rule: 'RGT-08' }],
    })
    expect((await open(estonia, entity, { ...named, package: 'none' })).json()).toMatchObject({
      faults: [{ place: '/package', message: expect.stringContaining(one.id) }],
    })
    expect((await open(estonia, entity, { ...named, measure: 'rest-asset-freeze' })).json()).toMatchObject({
      faults: [{ place: '/package', message: expect.stringContaining('not composed') }],
    })
    await signRightsCheck(
      estonia,
      entity,
      one.steps.map(({ measure }) => measure),
    )
    const opened = await open(estonia, entity, named)
    expect(opened.statusCode, opened.body).toBe(201)
  })

  it('RGT-09 asks for a reason where something is open, and keeps it with the procedure', async () => {
    const entity = await aCase('Dock')
    await signRightsCheck(estonia, entity, [MEASURE], { answer: 'not-known' })
    const refused = await open(estonia, entity, { path: 'crisis' })
    expect(refused.json()).toMatchObject({
      faults: [{ place: '/rightsReason', rule: 'RGT-09', message: expect.stringContaining('not known') }],
    })
    const opened = await open(estonia, entity, { rightsReason: 'It cannot wait for the survey.' })
    expect(opened.statusCode, opened.body).toBe(201)
    expect((await procedure(france, opened.json().entity)).rights).toMatchObject({
      reason: 'It cannot wait for the survey.',
      check: { open: expect.arrayContaining(['hm-01']) },
    })
  })

  it('RGT-06 closes when an answer comes or is withdrawn, and RGT-12 leaves what was opened as it was', async () => {
    const entity = await aCase('Mole')
    await signRightsCheck(estonia, entity, [MEASURE])
    const opened = (await open(estonia, entity)).json().entity
    const later = await say(france, entity, 'rights.answer', {
      measures: [MEASURE],
      question: 'hm-01',
      answer: 'concern',
      grounds: 'seafarers',
      groups: 'seafarers',
      severity: { scale: 1, scope: 1, irremediability: 1 },
      likelihood: 1,
    })
    expect(later.statusCode, later.body).toBe(201)
    expect((await open(estonia, entity)).json()).toMatchObject({
      faults: [{ rule: 'RGT-08', message: expect.stringContaining('changed since') }],
    })
    expect((await procedure(estonia, opened)).rights?.check).toMatchObject({
      standing: 'signed',
      concerns: [],
    })
    const [opening] = (await statements(entity)).filter(({ assertions }) =>
      assertions.some(({ property }) => property === 'rights.opening'),
    )
    expect(
      (await say(estonia, entity, 'rights.opening', opening?.assertions[0]?.value ?? '')).json(),
    ).toMatchObject({ faults: [{ rule: 'RGT-12' }] })
  })

  it('RGT-05 refuses a signature over questions without an answer', async () => {
    const entity = await aCase('Berth')
    const answer = await say(estonia, entity, 'rights.signature', {
      measures: [MEASURE],
      reviewBy: '2027-05-01',
    })
    expect(answer.statusCode, answer.body).toBe(422)
    expect(answer.json()).toMatchObject({
      faults: [{ place: '/assertions/0/value/measures', rule: 'RGT-05' }],
    })
  })
})

describe('RGT-11 a check that somebody may not see', () => {
  it('is none for them: the same refusal, the same page, whether it is there or not', async () => {
    const [hidden, none] = [await aCase('Hidden'), await aCase('Hidden')]
    await signRightsCheck(estonia, hidden, [MEASURE], { marking: FOR_EE, answer: 'not-known' })
    const [one, other] = [await open(france, hidden), await open(france, none)]
    expect(one.statusCode).toBe(422)
    expect(one.json().faults).toEqual(other.json().faults)
    const opened = await open(estonia, hidden, { rightsReason: 'It cannot wait.' })
    expect(opened.statusCode, opened.body).toBe(201)
    const entity = opened.json().entity
    expect((await procedure(estonia, entity)).rights).toMatchObject({ reason: 'It cannot wait.' })
    expect((await procedure(france, entity)).rights).toBeNull()
    const theirs = await france.ask({ url: `/api/cases/${hidden}/dossier` })
    expect(theirs.body).not.toMatch(/cannot wait|rights\.(answer|signature|opening)/)
  })

  it('is not told of by a signature that is marked wider than its answers', async () => {
    const entity = await aCase('Wide')
    for (const { question } of questionsFor(desk.office.doctrine, [MEASURE], '2026-11-24')) {
      const value = { measures: [MEASURE], question: question.id, answer: 'no-concern', grounds: 'weighed' }
      const answer = await say(
        estonia,
        entity,
        'rights.answer',
        value,
        question.id === 'hm-02' ? FOR_EE : AMBER,
      )
      expect(answer.statusCode, answer.body).toBe(201)
    }
    const value = { measures: [MEASURE], reviewBy: '2027-05-01' }
    expect((await say(estonia, entity, 'rights.signature', value)).json()).toMatchObject({
      faults: [{ place: '/marking', rule: 'RGT-11' }],
    })
    expect((await say(estonia, entity, 'rights.signature', value, FOR_EE)).statusCode).toBe(201)
    expect((await open(estonia, entity)).statusCode).toBe(201)
    expect((await open(france, entity)).statusCode).toBe(422)
  })
})
