import { CASE_VOCABULARY, compileDoctrine, type DraftStatement, parsePartialDate } from '@demarche/core'
import { loadDoctrine } from '@demarche/doctrine'
import type { LedgerReader, Reader, Store } from '@demarche/store'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type DeskUnderTest, openDesk } from '../../test/desk-under-test.ts'
import { readerOf } from '../session/session.ts'
import { openPrecedentShelf, type PrecedentShelf, type ShelfDate } from './precedent-shelf.ts'

const doctrine = compileDoctrine(loadDoctrine(), CASE_VOCABULARY)
const reader = readerOf({ party: 'desk', person: 'desk-officer' })
let desk: DeskUnderTest
let number = 0
let entity: string
/** what happens each time cases have been read and are about to be coded */
let afterReading: () => Promise<void>
let readings: string[][]
let day: string

beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

/** The real store, with a pause between reading cases and giving them. */
function storeWithPauses(): Store {
  return {
    ...desk.office.store,
    as(who): LedgerReader {
      const ledger = desk.office.store.as(who)
      return {
        ...ledger,
        async seenOf(entities) {
          readings.push([...entities])
          const seen = await ledger.seenOf(entities)
          await afterReading()
          return seen
        },
      }
    },
  }
}

const draft = (assertedAt: string, ...assertions: DraftStatement['assertions']): DraftStatement => ({
  entity,
  kind: 'case',
  assertions,
  source: { document: 'A report', verified: true },
  grading: { reliability: 'B', credibility: '2' },
  marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' },
  assertedBy: 'desk',
  assertedAt,
})
const record = async (one: DraftStatement): Promise<void> => {
  await desk.office.store.as(reader).append([one])
}
const addVictim = () =>
  record(draft('2026-11-22T09:00:00.000Z', { property: 'memberStates', value: ['EE', 'LV'] }))
const seenBy = (who: Reader) => desk.office.store.as(who).kindSeen('case')

const shelfIndex = async (who = reader) => shelf.precedents(who, await seenBy(who), { asOf: day })
/** How the case stands on the shelf now. */
async function shelved(shelf: PrecedentShelf, when: ShelfDate = { asOf: day }) {
  const index = await shelf.precedents(reader, await seenBy(reader), when)
  return index.cases.find((one) => one.entity === entity)
}
/** How it would stand on a shelf that was never asked before. */
const afresh = () => shelved(openPrecedentShelf(desk.office.store, doctrine))

let shelf: PrecedentShelf
beforeEach(async () => {
  number += 1
  entity = `case:shelved-${number}`
  afterReading = async () => {}
  readings = []
  day = '2026-11-23'
  await record(draft('2026-11-21T09:00:00.000Z', { property: 'name', value: `Shelved ${number}` }))
  await record(draft('2026-11-21T10:00:00.000Z', { property: 'disclosedDate', value: '2020-05-04' }))
  shelf = openPrecedentShelf(storeWithPauses(), doctrine)
})

describe('the shelf of precedents', () => {
  it('codes a case again that changed while the shelf was first filled', async () => {
    afterReading = async () => {
      afterReading = async () => {}
      await addVictim()
    }
    const before = await shelved(shelf)
    expect(await shelved(shelf)).toEqual(await afresh())
    expect(before).not.toEqual(await afresh())
  })

  it('gives the same index until a precedent changes, to all who see the same', async () => {
    const before = await shelfIndex()
    await record({
      ...draft('2026-11-22T08:00:00.000Z', { property: 'name', value: 'Undated' }),
      entity: `${entity}-undated`,
    })
    readings = []
    expect(await shelfIndex(readerOf({ party: 'desk', person: 'somebody-else' }))).toBe(before)
    expect(readings).toEqual([[`${entity}-undated`]])
    await addVictim()
    expect(await shelfIndex()).not.toBe(before)
  })

  it('gives the same index when what is new of a precedent changes no comparison', async () => {
    const before = await shelfIndex()
    readings = []
    await record(draft('2026-11-22T08:00:00.000Z', { property: 'summary', value: 'Told at more length.' }))
    expect(await shelfIndex()).toBe(before)
    expect(readings).toEqual([[entity]])
  })

  it('forgets no change when filling it fails', async () => {
    await shelved(shelf)
    await addVictim()
    afterReading = () => Promise.reject(new Error('the connection broke'))
    await expect(shelved(shelf)).rejects.toThrow('the connection broke')
    afterReading = async () => {}
    expect(await shelved(shelf)).toEqual(await afresh())
  })

  it('is filled once at a time, whatever versions are asked for', async () => {
    let atWork = 0
    let most = 0
    const reached = Promise.withResolvers<void>()
    const held = Promise.withResolvers<void>()
    afterReading = async () => {
      atWork += 1
      most = Math.max(most, atWork)
      reached.resolve()
      await held.promise
      atWork -= 1
    }
    const first = shelf.precedents(reader, await seenBy(reader), { asOf: day })
    await reached.promise
    await addVictim()
    const later = [shelved(shelf), shelved(shelf)]
    // the store answers in turn: by the last of these, any other filling would have been at its reading
    for (let turn = 0; turn < 5; turn += 1) await seenBy(reader)
    held.resolve()
    await Promise.all([first, ...later])
    expect(most).toBe(1)
    expect(await shelved(shelf)).toEqual(await afresh())
  })

  it('reads only the cases that changed, and all of them on another day', async () => {
    await shelved(shelf)
    const all = readings.flat().length
    readings = []
    await addVictim()
    await shelved(shelf)
    expect(readings).toEqual([[entity]])
    readings = []
    await shelved(shelf)
    expect(readings).toEqual([])
    day = '2026-11-24'
    await shelved(shelf)
    expect(readings.flat()).toHaveLength(all)
  })

  it('knows on a past date nothing of a precedent that was said later, and before a record nothing at all', async () => {
    const claim = {
      claimant: 'Estonia',
      claimantState: 'EE',
      kind: 'political',
      accused: 'Unit 1',
      accusedState: 'XA',
    }
    const said = draft('2026-11-21T11:00:00.000Z', { property: 'attributionClaim', value: claim })
    await record({ ...said, source: { ...said.source, date: parsePartialDate('2026-11-10') } })
    expect((await shelved(shelf, { asOf: day }))?.sponsorStates).toEqual(['XA'])
    expect((await shelved(shelf, { asOf: '2026-11-09' }))?.sponsorStates).toEqual([])
    expect(
      (await shelved(shelf, { asOf: day, recordedBy: '2026-11-20T00:00:00.000Z' }))?.disclosed,
    ).toBeNull()
  })

  it('leaves out a case whose disclosure nobody has dated: it can serve on no date', async () => {
    entity = `${entity}-undated`
    await record(draft('2026-11-21T09:00:00.000Z', { property: 'name', value: 'Undated' }))
    expect(await shelved(shelf)).toBeUndefined()
  })
})
