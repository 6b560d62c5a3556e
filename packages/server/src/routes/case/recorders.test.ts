import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aNewCase,
  type DeskUnderTest,
  openDesk,
  type SignedInForTest,
} from '../../../test/desk-under-test.ts'

let desk: DeskUnderTest
let officer: SignedInForTest
let colleague: SignedInForTest
let french: SignedInForTest
let auditor: SignedInForTest
let entity: string

const put = async (who: SignedInForTest, deaths: number, marking: object = {}): Promise<void> => {
  const answer = await who.ask({
    method: 'POST',
    url: `/api/cases/${entity}/statements`,
    payload: { ...aNewCase('x'), assertions: [{ property: 'deaths', value: deaths }], ...marking },
  })
  expect(answer.statusCode, answer.body).toBe(201)
}
const recorders = (who: SignedInForTest, of = entity) => who.ask({ url: `/api/cases/${of}/recorders` })
const named = async (who: SignedInForTest): Promise<Record<string, string>> =>
  (await recorders(who)).json().names

beforeAll(async () => {
  desk = await openDesk()
  officer = await desk.signInAs({ party: 'EE', role: 'desk-officer' })
  colleague = await desk.signInAs({ party: 'EE', role: 'analyst' })
  french = await desk.signInAs({ party: 'FR', role: 'desk-officer' })
  auditor = await desk.signInAs({ party: 'IE', role: 'auditor' })
  const opened = await officer.ask({ method: 'POST', url: '/api/cases', payload: aNewCase('Harbour') })
  entity = opened.json().entity
  await put(french, 0)
})
afterAll(() => desk.close())

describe('case.recorders', () => {
  it('ACS-13 names people to their own party, and to an auditor', async () => {
    expect(await named(colleague)).toEqual({ [officer.person]: 'desk-officer of EE' })
    expect(await named(french)).toEqual({ [french.person]: 'desk-officer of FR' })
    expect(await named(auditor)).toEqual({
      [officer.person]: 'desk-officer of EE',
      [french.person]: 'desk-officer of FR',
    })
    expect(await named(await desk.signInAs({ party: 'DE', role: 'auditor' }))).toEqual(await named(auditor))
  })

  it('ACS-13 answers whoever may not know the same, whether there is a name or not', async () => {
    const irish = await desk.signInAs({ party: 'IE', role: 'chair' })
    const before = (await recorders(irish)).body
    expect(JSON.parse(before)).toEqual({ names: {} })
    await desk.accounts.people.change(officer.person, french.person, { name: 'Somebody Else' })
    await desk.accounts.people.close(officer.person, french.person)
    expect((await recorders(irish)).body).toBe(before)
  })

  it('names somebody of the own party whose account is closed', async () => {
    const leaving = await desk.signInAs({ party: 'EE', role: 'analyst' })
    await put(leaving, 1)
    await desk.accounts.people.close(officer.person, leaving.person)
    expect(await named(officer)).toHaveProperty(leaving.person, 'analyst of EE')
  })

  it('speaks of nobody who recorded only what the reader does not see', async () => {
    const restricted = await desk.signInAs({
      party: 'EE',
      role: 'analyst',
      ceiling: { maxDistribution: 'LIMITE', maxTlp: 'TLP:AMBER' },
    })
    const before = (await recorders(restricted)).body
    await put(colleague, 2, { marking: { distribution: 'LIMITE', tlp: 'TLP:RED' } })
    expect((await recorders(restricted)).body).toBe(before)
    expect(await named(officer)).toHaveProperty(colleague.person)
  })

  it('does not tell a hidden case from none', async () => {
    const strict = { distribution: 'LIMITE', tlp: 'TLP:RED', releasableTo: ['FR'] }
    const payload = { ...aNewCase('Quiet'), marking: strict }
    const again = await desk.signInAs({ party: 'FR', role: 'desk-officer' })
    const hidden = (await again.ask({ method: 'POST', url: '/api/cases', payload })).json().entity
    const answer = await recorders(officer, hidden)
    const none = await recorders(officer, 'case:none')
    expect(answer.statusCode).toBe(404)
    expect(answer.body.replaceAll(hidden, 'case:none')).toBe(none.body)
  })
})
