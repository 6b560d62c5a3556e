import type { CaseEvidenceAnswer, EvidenceRestsAnswer, ProcedureAnswer } from '@demarche/api'
import type { Act, Assertion } from '@demarche/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signRightsCheck } from '../../../test/a-rights-check.ts'
import { type DeskUnderTest, openDesk, type SignedInForTest } from '../../../test/desk-under-test.ts'

const GREEN = { distribution: 'LIMITE', tlp: 'TLP:GREEN' } as const
const AMBER = { distribution: 'LIMITE', tlp: 'TLP:AMBER' } as const
const OPEN: readonly Assertion[] = [
  { property: 'actSystemInterference', value: true },
  { property: 'authorisedByRightHolder', value: false },
  { property: 'permittedByUnionOrMemberStateLaw', value: false },
  { property: 'originOutsideUnion', value: true },
  { property: 'memberStates', value: ['EE'] },
  { property: 'criticalInfrastructureAffected', value: true },
  {
    property: 'finding.test-significant-effect',
    value: { holds: true, grounds: 'two days without current' },
  },
]

let desk: DeskUnderTest
let ee: SignedInForTest
/** somebody who may see what is GREEN and no more */
let green: SignedInForTest
beforeAll(async () => {
  desk = await openDesk()
  ee = await desk.signInAs({ party: 'EE', role: 'delegate' })
  green = await desk.signInAs({
    party: 'FI',
    role: 'analyst',
    ceiling: { maxDistribution: 'LIMITE', maxTlp: 'TLP:GREEN' },
  })
})
afterAll(() => desk.close())

const at = (entity: string) => encodeURIComponent(entity)
const said = (assertions: readonly Assertion[], marking: object, evidence: readonly string[] = []) => ({
  assertions,
  source: { document: 'Report of the team', verified: true, ...(evidence.length > 0 ? { evidence } : {}) },
  grading: { reliability: 'B', credibility: '2' },
  marking,
})
const post = (url: string, payload: object, as = ee) => as.ask({ method: 'POST', url, payload })
const newCase = async (name: string): Promise<string> =>
  (await post('/api/cases', said([{ property: 'name', value: name }], GREEN))).json().entity
const newItem = async (facts: Record<string, string>, marking: object = AMBER): Promise<string> =>
  (
    await post('/api/portfolio/records', {
      kind: 'evidence-item',
      ...said(
        Object.entries(facts).map(([property, value]) => ({ property, value })),
        marking,
      ),
    })
  ).json().entity
const add = (entity: string, assertions: readonly Assertion[], marking: object, evidence?: string[]) =>
  post(`/api/cases/${at(entity)}/statements`, said(assertions, marking, evidence))
const rests = async (item: string, as = ee): Promise<EvidenceRestsAnswer> =>
  (await as.ask({ url: `/api/evidence/${at(item)}/rests` })).json()
const ofCase = async (entity: string, as = ee): Promise<CaseEvidenceAnswer> =>
  (await as.ask({ url: `/api/cases/${at(entity)}/evidence` })).json()

const head = async (procedure: string): Promise<string> => {
  const answer: ProcedureAnswer = (await ee.ask({ url: `/api/procedures/${at(procedure)}` })).json()
  return answer.head
}

const act = async (procedure: string, one: Act) =>
  post(`/api/procedures/${at(procedure)}/acts`, { act: one, follows: await head(procedure) })

describe('a statement that rests on an item of evidence', () => {
  it('EVI-02 names only what its author sees, under a marking at least as strict', async () => {
    const entity = await newCase('Citing')
    const item = await newItem({ name: 'Disk image' })
    const [below] = (await add(entity, [{ property: 'deaths', value: 0 }], GREEN, [item])).json().faults
    expect(below).toMatchObject({ place: '/source/evidence/0', rule: 'EVI-02' })
    // in words, with what would fit
    expect(below.message).toContain('“Disk image”')
    expect(below.message).toContain('LIMITE · TLP:AMBER or more strictly')
    expect(below.message).not.toContain(item)
    const none = 'evidence-item:none'
    const refusal = async (as: SignedInForTest, one: string) =>
      (
        await post(
          `/api/cases/${at(entity)}/statements`,
          said([{ property: 'deaths', value: 0 }], GREEN, [one]),
          as,
        )
      ).json().faults[0].message
    // hidden and not there read alike
    expect((await refusal(green, item)).replace(item, none)).toBe(await refusal(green, none))
    expect((await ofCase(entity)).items).toEqual([])
    expect((await add(entity, [{ property: 'deaths', value: 0 }], AMBER, [item])).statusCode).toBe(201)
  })
})

describe('evidence.rests', () => {
  it('says which statements fall with the item, which stay, and what is found otherwise without it', async () => {
    const entity = await newCase('Grid')
    const image = await newItem({ name: 'Disk image' })
    const logs = await newItem({ name: 'Logs' })
    await add(entity, OPEN, GREEN)
    await add(entity, [{ property: 'personRole', value: 'responsible' }], AMBER, [image])
    await add(entity, [{ property: 'evidenceReleasable', value: true }], AMBER, [image, logs])
    const answer = await rests(image)
    expect(answer).toMatchObject({ total: 1, marking: AMBER, names: { [logs]: 'Logs' } })
    const [found] = answer.cases
    expect(found).toMatchObject({
      entity,
      name: 'Grid',
      falls: [{ properties: ['personRole'], document: 'Report of the team', also: [] }],
      stays: [{ properties: ['evidenceReleasable'], also: [logs] }],
    })
    expect(found?.changes).toContainEqual({
      part: 'measures',
      subject: 'Entry and transit ban',
      before: ['available'],
      after: ['turns-on'],
    })
    // the other carries nothing alone
    expect((await rests(logs)).cases).toMatchObject([{ falls: [], changes: [] }])
    expect((await ofCase(entity)).items).toMatchObject([
      { entity: image, falls: 1, stays: 1 },
      { entity: logs, falls: 0, stays: 1, changes: 0 },
    ])
  })

  it('shows a reader the cases that they see, and of those only what they see', async () => {
    const item = await newItem({ name: 'Open report' }, GREEN)
    const seen = await newCase('Seen')
    const closed = (await post('/api/cases', said([{ property: 'name', value: 'Closed' }], AMBER))).json()
      .entity
    await add(seen, [{ property: 'deaths', value: 1 }], GREEN, [item])
    const before = await green.ask({ url: `/api/evidence/${at(item)}/rests` })
    await add(seen, [{ property: 'injured', value: 1 }], AMBER, [item])
    await add(closed, [{ property: 'deaths', value: 1 }], AMBER, [item])
    const after = await green.ask({ url: `/api/evidence/${at(item)}/rests` })
    expect(after.body).toBe(before.body)
    expect((await rests(item)).cases.map(({ name }) => name).toSorted()).toEqual(['Closed', 'Seen'])
  })

  it('is empty where nothing names the item, and not found where nobody may see it', async () => {
    const item = await newItem({ name: 'Lonely' })
    expect(await rests(item)).toMatchObject({ total: 0, cases: [], records: [] })
    const hidden = await green.ask({ url: `/api/evidence/${at(item)}/rests` })
    const none = await green.ask({ url: `/api/evidence/${at('evidence-item:none')}/rests` })
    expect([hidden.statusCode, none.statusCode]).toEqual([404, 404])
    expect(hidden.body.replaceAll(item, 'evidence-item:none')).toBe(none.body)
  })
})

describe('a listing on an item from criminal procedure', () => {
  const propose: Act = {
    verb: 'propose',
    reason: 'They ran it.',
    documents: [
      { outline: 'doc-options-paper', title: 'Options paper' },
      { outline: 'doc-measure-proposal', title: 'Proposal of a listing' },
    ],
    listed: [{ name: 'A. Person', identifiedBy: 'born 1 January 1970' }],
  }
  it('EVI-04 is not proposed before somebody who may has agreed; the answer says who', async () => {
    const entity = await newCase('Seized')
    const item = await newItem({
      name: 'Seized server',
      legalBasis: 'lb-mla',
      listingUse: 'not-asked',
    })
    await post(
      `/api/portfolio/records/${at(item)}/statements`,
      said([{ property: 'originator', value: ['EE'] }], AMBER),
    )
    await add(entity, OPEN, GREEN)
    await add(entity, [{ property: 'personRole', value: 'responsible' }], AMBER, [item])
    await add(entity, [{ property: 'evidenceReleasable', value: true }], GREEN)
    const [question] = (await ofCase(entity)).items
    expect(question).toMatchObject({ listingUse: { use: 'ask-counsel' } })
    expect(question?.measures).toContain('rest-travel-ban')
    await signRightsCheck(ee, entity, ['rest-travel-ban'])
    const opened = await post(`/api/cases/${at(entity)}/procedures`, {
      measure: 'rest-travel-ban',
      path: 'normal',
      title: 'Listing of A. Person',
      reason: 'The evidence is there.',
      marking: GREEN,
    })
    const procedure: string = opened.json().entity
    const refused = await act(procedure, propose)
    expect(refused.json()).toMatchObject({ code: 'act-refused', faults: [{ place: item, rule: 'PFO-43' }] })
    expect(refused.body).toContain('EVI-04')
    await post(`/api/portfolio/records/${at(item)}/statements`, {
      ...said([{ property: 'listingUse', value: 'counsel-agrees' }], AMBER),
      source: {
        document: 'Opinion 7 of the Legal Service',
        party: 'GSC',
        date: '2026-11-22',
        verified: true,
      },
      supersedes: [{ statement: question?.answers[0]?.statement, property: 'listingUse' }],
      reason: 'Counsel answered.',
    })
    expect((await ofCase(entity)).items[0]?.answers).toMatchObject([
      { value: 'counsel-agrees', by: 'EE', document: 'Opinion 7 of the Legal Service', party: 'GSC' },
    ])
    expect((await act(procedure, propose)).statusCode).toBe(201)
    expect((await rests(item)).cases[0]?.procedures).toMatchObject([
      {
        entity: procedure,
        subjects: ['A. Person'],
        documents: [{ title: 'Options paper' }, {}],
        before: 'available',
        after: 'turns-on',
      },
    ])
  })
})
