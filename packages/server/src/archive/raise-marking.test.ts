import type { ImportReport } from '@demarche/api'
import type { Marking } from '@demarche/core'
import type { Reader } from '@demarche/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOnCase } from '../../test/a-declaration.ts'
import { archiveOf, openDatedCase, takeInArchive } from '../../test/an-archive.ts'
import { type DeskUnderTest, openDesk, type SignedInForTest } from '../../test/desk-under-test.ts'
import { readerOf } from '../session/session.ts'

const GREEN = { distribution: 'LIMITE', tlp: 'TLP:GREEN' } as const
const STRICT = { distribution: 'LIMITE', tlp: 'TLP:AMBER+STRICT' } as const
const AMBER = { distribution: 'LIMITE', tlp: 'TLP:AMBER' } as const
const LOW = { maxDistribution: 'LIMITE', maxTlp: 'TLP:GREEN' } as const
const TITLE = 'Declaration on the port authority'
const reason = 'The source asked for it.'

let home: DeskUnderTest
let away: DeskUnderTest
let drafter: SignedInForTest
let delegate: SignedInForTest
/** at the other desk: cleared for all of it, and up to TLP:GREEN */
let latvia: SignedInForTest
let low: SignedInForTest

beforeAll(async () => {
  ;[home, away] = await Promise.all([openDesk(), openDesk()])
  drafter = await home.signInAs({ party: 'EE', role: 'desk-officer' })
  delegate = await home.signInAs({ party: 'EE', role: 'delegate' })
  latvia = await away.signInAs({ party: 'LV', role: 'desk-officer' })
  low = await away.signInAs({ party: 'LV', role: 'desk-officer', ceiling: LOW })
}, 240_000)
afterAll(() => Promise.all([home?.close(), away?.close()]))

/** A case at home with a summary beside its name. */
async function aCase(name: string) {
  const { entity } = await openDatedCase(drafter, name, GREEN)
  return { entity, summary: await state(entity, 'summary', 'The cranes stood still.') }
}
async function state(entity: string, property: string, value: string, change: object = {}): Promise<string> {
  const source = { document: 'Second report', date: '2026-11-21', verified: true }
  const added = await drafter.ask({
    method: 'POST',
    url: `/api/cases/${entity}/statements`,
    payload: { assertions: [{ property, value }], source, marking: GREEN, ...change },
  })
  expect(added.statusCode, added.body).toBe(201)
  return added.json().statement.id
}
async function mark(who: SignedInForTest, id: string, marking: Marking): Promise<void> {
  const url = `/api/statements/${id}/marking`
  const anew = await who.ask({ method: 'POST', url, payload: { marking, reason } })
  expect(anew.statusCode, anew.body).toBe(201)
}
const archive = (entity: string) => archiveOf(drafter, entity)
/** what Latvia has on record of it */
const keptOf = (entity: string) =>
  away.office.store.as(readerOf({ party: 'LV', person: latvia.person })).statements(entity)

async function takeIn(
  bytes: Uint8Array,
  who = latvia,
  most: Partial<Pick<Reader, 'party' | 'role' | 'maxDistribution' | 'maxTlp'>> = {},
): Promise<ImportReport> {
  const { fingerprint } = await home.office.archives.key()
  const reader = { ...readerOf({ party: 'LV', person: who.person }), ...most }
  return takeInArchive(away, bytes, { reader, trusted: [fingerprint] })
}
const dossier = async (who: SignedInForTest, entity: string) =>
  (await who.ask({ url: `/api/cases/${entity}/dossier` })).body

const shownTo = async (who: SignedInForTest, entity: string) =>
  (await who.ask({ url: `/api/cases/${entity}/procedures-elsewhere` })).json().procedures
const support = async (procedure: string, follows: string) => {
  const answer = await delegate.ask({
    method: 'POST',
    url: `/api/procedures/${procedure}/acts`,
    payload: { act: { verb: 'state-position', position: 'support' }, follows },
  })
  expect(answer.statusCode, answer.body).toBe(201)
}

const aProcedure = async (name: string) => {
  const { entity } = await aCase(name)
  const opened = await openOnCase(drafter, entity, { title: TITLE, marking: GREEN })
  await takeIn(await archive(entity))
  expect(await shownTo(low, entity)).toHaveLength(1)
  return { entity, procedure: opened.entity, head: opened.statement }
}
describe('RCD-18 what was raised at the desk that made the archive', () => {
  it('is raised where the archive was taken in, once a later one says so', async () => {
    const { entity, summary } = await aCase('Intrusion at the port authority')
    await takeIn(await archive(entity))
    expect(await dossier(low, entity)).toContain('The cranes stood still.')
    await mark(drafter, summary, AMBER)
    const later = await archive(entity)
    const report = await takeIn(later)
    expect(report).toMatchObject({ statements: 1, rejected: [] })
    expect(report.remarks.at(-1)).toMatchObject({
      rule: 'RCD-18',
      words: { code: 'archive-raised', values: { marking: AMBER } },
    })
    expect(await dossier(low, entity)).not.toContain('The cranes stood still.')
    expect(await dossier(latvia, entity)).toContain('The cranes stood still.')
    expect(await takeIn(later)).toMatchObject({ statements: 0, rejected: [] })
    expect(await away.office.store.verify()).toMatchObject({ sound: true })
  }, 120_000)

  it('is not lowered again because a file says so', async () => {
    const { entity } = await aCase('Intrusion at the canal authority')
    const bytes = await archive(entity)
    await takeIn(bytes)
    const kept = await keptOf(entity)
    const own = kept.find(({ assertions }) => assertions.some(({ property }) => property === 'summary'))
    await mark(latvia, own?.id ?? '', AMBER)
    expect(await takeIn(bytes)).toMatchObject({ statements: 0, rejected: [] })
    expect(await dossier(low, entity)).not.toContain('The cranes stood still.')
  }, 120_000)

  it('stays as it was, and the report says so, when whoever imports it could not read it any more', async () => {
    const { entity, summary } = await aCase('Intrusion at the lock authority')
    await takeIn(await archive(entity), low, LOW)
    await mark(drafter, summary, AMBER)
    const report = await takeIn(await archive(entity), low, LOW)
    expect(report).toMatchObject({ statements: 0, rejected: [{ rule: 'RCD-18' }] })
    expect(await dossier(low, entity)).toContain('The cranes stood still.')
    expect(await takeIn(await archive(entity))).toMatchObject({ statements: 1, rejected: [] })
    expect(await dossier(low, entity)).not.toContain('The cranes stood still.')
  }, 120_000)

  it('LED-12 takes what corrected it along: nothing says more of it to others than it does itself', async () => {
    const { entity, summary } = await aCase('Intrusion at the dock authority')
    const supersedes = [{ statement: summary, property: 'summary' }]
    await state(entity, 'summary', 'The cranes stood still for a day.', { supersedes, reason })
    await mark(drafter, summary, AMBER)
    expect(await takeIn(await archive(entity))).toMatchObject({ rejected: [] })
    expect(await dossier(latvia, entity)).toContain('The cranes stood still for a day.')
    expect(await dossier(low, entity)).not.toContain('The cranes stood still')
  }, 120_000)
})

const keptHere = async (entity: string, property: string) => {
  const kept = await away.office.store.as(readerOf({ party: 'LV', person: latvia.person })).statements(entity)
  return kept.find(({ assertions }) => assertions.some((one) => one.property === property))?.id ?? ''
}

describe('RCD-18 raising', () => {
  it('asks no right to lower, however strictly the case itself is marked here', async () => {
    const { entity, summary } = await aCase('Intrusion at the harbour office')
    await takeIn(await archive(entity))
    await mark(latvia, await keptHere(entity, 'name'), STRICT)
    await mark(drafter, summary, AMBER)
    const report = await takeIn(await archive(entity), latvia, { role: 'delegate' })
    expect(report).toMatchObject({ statements: 1, rejected: [] })
    expect(await dossier(low, entity)).not.toContain('The cranes stood still.')
  }, 120_000)

  it('marks a statement once that came by two ways, as strictly as both say', async () => {
    const { entity, summary } = await aCase('Intrusion at the ferry terminal')
    const other = await state(entity, 'summary', 'The ferries stood still.')
    await takeIn(await archive(entity))
    const { fingerprint } = await home.office.archives.key()
    const note = [summary, other].map((id) => `[from desk ${fingerprint}, statement ${id}]`).join(' ')
    const source = { document: 'Report of both', date: '2026-11-22', verified: true, note }
    const added = await latvia.ask({
      method: 'POST',
      url: `/api/cases/${entity}/statements`,
      payload: {
        assertions: [{ property: 'summary', value: 'Cranes and ferries.' }],
        source,
        marking: GREEN,
      },
    })
    expect(added.statusCode, added.body).toBe(201)
    await mark(drafter, summary, STRICT)
    await mark(drafter, other, AMBER)
    const later = await archive(entity)
    expect(await takeIn(later)).toMatchObject({ statements: 3, rejected: [] })
    const both = await away.office.store
      .as(readerOf({ party: 'LV', person: latvia.person }))
      .statement(added.json().statement.id)
    expect(both?.marking.tlp).toBe('TLP:AMBER+STRICT')
    expect(await takeIn(later)).toMatchObject({ statements: 0, rejected: [] })
  }, 120_000)

  it('names the marking of that desk where the two have no reader in common', async () => {
    const { entity, summary } = await aCase('Intrusion at the customs shed')
    await takeIn(await archive(entity))
    await mark(latvia, await keptHere(entity, 'summary'), { ...AMBER, releasableTo: ['LV'] })
    const there = { ...AMBER, releasableTo: ['EE'] }
    await mark(drafter, summary, there)
    const { rejected } = await takeIn(await archive(entity))
    expect(rejected).toMatchObject([
      { rule: 'RCD-18', words: { values: { above: there, marking: { releasableTo: ['LV'] } } } },
    ])
  }, 120_000)
})

describe('RCD-18 a procedure of another desk', () => {
  it('RCD-15 tells of no act that was raised, where another could not be', async () => {
    const { entity, procedure, head } = await aProcedure('Intrusion at the sluice')
    await support(procedure, head)
    // the second act is recorded by France, beside the first of Latvia
    expect(await takeIn(await archive(entity), latvia, { party: 'FR' })).toMatchObject({ rejected: [] })
    await mark(drafter, head, STRICT)
    const report = await takeIn(await archive(entity), latvia, { party: 'FR' })
    expect(report).toMatchObject({ rejected: [{ rule: 'RCD-18' }] })
    const [shown] = await shownTo(low, entity)
    expect(shown).toMatchObject({ title: TITLE, unread: null, parted: [] })
    expect(shown.acts).toHaveLength(1)
  }, 120_000)

  it('is raised as a whole with what says of it which acts there are', async () => {
    const { entity, procedure, head } = await aProcedure('Intrusion at the pilot station')
    await support(procedure, head)
    await mark(drafter, head, AMBER)
    const later = await archive(entity)
    expect(await takeIn(later)).toMatchObject({ rejected: [] })
    expect(await shownTo(low, entity)).toEqual([])
    const [shown] = await shownTo(latvia, entity)
    expect(shown).toMatchObject({ title: TITLE, marking: AMBER, unread: null, parted: [] })
    expect(shown.acts).toHaveLength(2)
    expect(await takeIn(later)).toMatchObject({ statements: 0 })
  }, 120_000)

  it('stays together where it was raised here: an act that comes later joins it', async () => {
    const { entity, procedure, head } = await aProcedure('Intrusion at the weir')
    const first = await archive(entity)
    const [{ entity: elsewhere }] = await shownTo(latvia, entity)
    const [one] = await keptOf(elsewhere)
    await mark(latvia, one?.id ?? '', AMBER)
    await support(procedure, head)
    expect(await takeIn(await archive(entity))).toMatchObject({ rejected: [] })
    expect(await takeIn(first)).toMatchObject({ rejected: [] })
    expect(await shownTo(low, entity)).toEqual([])
    const [shown] = await shownTo(latvia, entity)
    expect(shown).toMatchObject({ marking: AMBER, unread: null, parted: [] })
    expect(shown.acts).toHaveLength(2)
  }, 120_000)
})
