import type { DossierAnswer } from '@demarche/api'
import { type Marking, type PartyKind, type Reader, TLP_LABELS } from '@demarche/core'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOnCase } from '../../test/a-declaration.ts'
import { aNewCase, type DeskUnderTest, openDesk, type SignedInForTest } from '../../test/desk-under-test.ts'
import { usualCeiling } from './preview.ts'

const AMBER: Marking = { distribution: 'LIMITE', tlp: 'TLP:AMBER' }
const FOR_EE: Marking = { ...AMBER, releasableTo: ['EE'] }

const KINDS = new Map<string, PartyKind>([
  ['public', 'public'],
  ['US', 'partner'],
  ['EEAS', 'institution'],
])

let desk: DeskUnderTest
let officer: SignedInForTest
beforeAll(async () => {
  desk = await openDesk()
  officer = await desk.signInAs({ party: 'EE', role: 'desk-officer' })
})
afterAll(() => desk.close())

const open = async (name: string, marking: Marking = AMBER): Promise<string> => {
  const payload = { ...aNewCase(name), marking }
  return (await officer.ask({ method: 'POST', url: '/api/cases', payload })).json().entity
}
const add = async (entity: string, property: string, value: unknown, marking: Marking): Promise<void> => {
  const answer = await officer.ask({
    method: 'POST',
    url: `/api/cases/${entity}/statements`,
    payload: {
      ...aNewCase('x'),
      assertions: [{ property, value }],
      marking,
      reason: 'Released by the source.',
    },
  })
  expect(answer.statusCode, answer.body).toBe(201)
}
const dossier = async (who: SignedInForTest, entity: string, as?: string): Promise<DossierAnswer> =>
  (await who.ask({ url: `/api/cases/${entity}/dossier${as === undefined ? '' : `?as=${as}`}` })).json()

const fact = (of: DossierAnswer, name: string) => of.facts.find(({ property }) => property === name)?.fact

const get = async (procedure: string, as: string) =>
  officer.ask({ url: `/api/procedures/${procedure}/documents/doc-draft-declaration?format=md&as=${as}` })

describe('a dossier as another party would get it', () => {
  it('leaves out what that party may not see, and says how much', async () => {
    const entity = await open('Port')
    await add(entity, 'injured', 3, FOR_EE)
    await add(entity, 'deaths', 0, AMBER)
    const own = await dossier(officer, entity)
    const theirs = await dossier(officer, entity, 'FR')
    expect(own.preview).toBeUndefined()
    expect(theirs.preview).toMatchObject({
      party: 'FR',
      name: 'France',
      statements: { shown: 2, withheld: 1 },
      withheldFacts: ['injured'],
      differentFacts: [],
    })
    expect(fact(theirs, 'injured')).toEqual({ state: 'unknown' })
    expect(fact(theirs, 'deaths')).toEqual(fact(own, 'deaths'))
    expect(theirs.marking.releasableTo).toBeUndefined()
  })

  it('is what a delegate of that party gets who sees no more than the reader', async () => {
    const entity = await open('Dock')
    await add(entity, 'injured', 3, FOR_EE)
    const french = await desk.signInAs({
      party: 'FR',
      role: 'delegate',
      ceiling: { maxDistribution: 'LIMITE', maxTlp: 'TLP:AMBER' },
    })
    const { preview, ...theirs } = await dossier(officer, entity, 'FR')
    expect(theirs).toEqual(await dossier(french, entity))
    expect(preview?.statements.withheld).toBe(1)
  })

  it('ACS-09 has nothing where that party would have nothing, and knows no party that the desk does not', async () => {
    const entity = await open('Quay', FOR_EE)
    const nothing = await officer.ask({ url: `/api/cases/${entity}/dossier?as=FR` })
    expect(nothing.statusCode).toBe(404)
    expect(nothing.json().detail).toMatch(/FR would get nothing/)
    const unknown = await officer.ask({ url: `/api/cases/${entity}/dossier?as=XX` })
    expect(unknown.json().faults).toEqual([expect.objectContaining({ rule: 'ACS-10' })])
    const absent = await officer.ask({ url: '/api/cases/case:nowhere/dossier?as=FR' })
    expect(absent.json().detail).toMatch(/that you may see/)
  })

  it('ACS-11 stands on the paper and in its name, with the marking of what is in it', async () => {
    const entity = await open('Mole')
    await add(entity, 'injured', 3, FOR_EE)
    const own = await officer.ask({ url: `/api/cases/${entity}/options-paper?format=md` })
    const theirs = await officer.ask({ url: `/api/cases/${entity}/options-paper?format=md&as=FR` })
    expect(own.body.split('\n')[0]).toContain('REL EE')
    expect(theirs.body.split('\n')[0]).not.toContain('REL EE')
    expect(theirs.body).toContain('As FR would get it')
    expect(theirs.headers['content-disposition']).toContain('-as-FR.md')
  })

  it('gives a document of a procedure only where the party sees the procedure too', async () => {
    const entity = await open('Pier')
    const openProcedure = async (marking: Marking) => (await openOnCase(officer, entity, { marking })).entity
    const shared = await get(await openProcedure(AMBER), 'FR')
    expect(shared.statusCode, shared.body).toBe(200)
    expect(shared.body).toContain('As FR would get it')
    expect((await get(await openProcedure(FOR_EE), 'FR')).statusCode).toBe(404)
  })
})

describe('a view of another party', () => {
  it('holds never more than the reader sees, and never more than that party sees', async () => {
    const readers: Record<string, SignedInForTest> = {
      officer,
      low: await desk.signInAs({
        party: 'FI',
        role: 'analyst',
        ceiling: { maxDistribution: 'LIMITE', maxTlp: 'TLP:GREEN' },
      }),
      public: await desk.signInAs({ party: 'public', role: 'analyst' }),
    }
    const markings = fc.record({
      distribution: fc.constantFrom('PUBLIC', 'LIMITE'),
      tlp: fc.constantFrom(...TLP_LABELS),
      others: fc.option(fc.subarray(['FI', 'FR', 'US'])),
    })
    let run = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(markings, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...Object.keys(readers)),
        fc.constantFrom('FR', 'FI', 'US', 'EEAS', 'public'),
        async (drawn, who, party) => {
          const entity = await open(`Berth ${(run += 1)}`)
          for (const [index, { distribution, tlp, others }] of drawn.entries()) {
            const releasableTo = others && ['EE', ...others]
            await add(entity, 'injured', index, {
              distribution,
              tlp,
              ...(releasableTo ? { releasableTo } : {}),
            })
          }
          const reader = readers[who] ?? officer
          const own = await dossier(reader, entity)
          const theirs = await dossier(reader, entity, party)
          const kind = KINDS.get(party) ?? 'member-state'
          const delegate: Reader = { party, person: 'nobody', role: 'delegate', ...usualCeiling(kind) }
          const allowed = new Set(
            (await desk.office.store.as(delegate).statements(entity)).map(({ id }) => id),
          )
          const shown = Object.keys(theirs.statements ?? {}).filter((id) => id in (own.statements ?? {}))
          expect(shown).toEqual(Object.keys(theirs.statements ?? {}))
          for (const statement of Object.values(theirs.statements ?? {})) {
            if (statement.entity === entity) expect(allowed).toContain(statement.id)
          }
        },
      ),
      { numRuns: 25 },
    )
  }, 120_000)
})
