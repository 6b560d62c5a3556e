import type { ImportReport, ProcedureElsewhere } from '@demarche/api'
import { type Act, canonicalJson, type Marking } from '@demarche/core'
import { archivedLine, manifestLine, signatureLine } from '@demarche/interchange/archive/manifest.ts'
import { readArchive } from '@demarche/interchange/archive/read-archive.ts'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOnCase } from '../../test/a-declaration.ts'
import { archiveOf, openDatedCase, takeInArchive } from '../../test/an-archive.ts'
import { type DeskUnderTest, openDesk, type SignedInForTest } from '../../test/desk-under-test.ts'
import { readerOf } from '../session/session.ts'

let home: DeskUnderTest
let away: DeskUnderTest
let officer: SignedInForTest
let latvia: SignedInForTest
let entity: string
let procedure: string
let head: string
let first: Buffer
const GREEN = { distribution: 'LIMITE', tlp: 'TLP:GREEN' } as const
const RED: Marking = { distribution: 'LIMITE', tlp: 'TLP:RED', releasableTo: ['EE', 'LV'] }

beforeAll(async () => {
  ;[home, away] = await Promise.all([openDesk(), openDesk()])
  officer = await home.signInAs({ party: 'EE', role: 'delegate' })
  latvia = await away.signInAs({ party: 'LV', role: 'desk-officer' })
  const drafter = await home.signInAs({ party: 'EE', role: 'desk-officer' })
  ;({ entity } = await openDatedCase(drafter, 'Intrusion at the port authority', GREEN))
  ;({ entity: procedure, statement: head } = await openOnCase(drafter, entity, {
    title: 'Declaration on the port authority',
    marking: GREEN,
  }))
  await act({ verb: 'state-position', position: 'support' })
  first = await archive()
}, 240_000)
afterAll(() => Promise.all([home?.close(), away?.close()]))

async function act(said: Act): Promise<void> {
  const answer = await officer.ask({
    method: 'POST',
    url: `/api/procedures/${procedure}/acts`,
    payload: { act: said, follows: head },
  })
  expect(answer.statusCode, answer.body).toBe(201)
  head = answer.json().statement.id
}
const archive = () => archiveOf(officer, entity)

/** Takes it in at the other desk, as its officer of Latvia. */
async function takeIn(bytes: Uint8Array, desk = away): Promise<ImportReport> {
  const { fingerprint } = await home.office.archives.key()
  const reader = readerOf({ party: 'LV', person: latvia.person })
  return takeInArchive(desk, bytes, { reader, trusted: [fingerprint] })
}
/** The same archive with its lines changed, signed anew by the desk that made it. */
async function rewritten(
  bytes: Uint8Array,
  change: (
    lines: ReturnType<typeof readArchive>['statements'],
  ) => ReturnType<typeof readArchive>['statements'],
  madeAt?: string,
): Promise<Buffer> {
  const key = await home.office.archives.key()
  const { manifest, statements } = readArchive(bytes)
  const lines = change(statements)
  const entities: Record<string, number> = {}
  for (const { statement } of lines) entities[statement.entity] = (entities[statement.entity] ?? 0) + 1
  const told = { ...manifest, entities, statements: lines.length, madeAt: madeAt ?? manifest.madeAt }
  const signed = Buffer.from(manifestLine(told) + lines.map(archivedLine).join(''))
  const digest = createHash('sha256').update(signed).digest()
  return Buffer.concat([signed, Buffer.from(signatureLine(digest.toString('hex'), key.sign(digest)))])
}
async function shownTo(who: SignedInForTest, query = ''): Promise<readonly ProcedureElsewhere[]> {
  const answer = await who.ask({ url: `/api/cases/${entity}/procedures-elsewhere${query}` })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json().procedures
}

const isSupport = ({ statement }: ReturnType<typeof readArchive>['statements'][number]) =>
  canonicalJson(statement.assertions).includes('"support"')

describe('a procedure in an archive', () => {
  it('RCD-15 is kept at the other desk and shown as it stood, with desk, key and instant', async () => {
    const { manifest, fingerprint } = readArchive(first)
    const there = (await officer.ask({ url: `/api/procedures/${procedure}` })).json()
    expect(await takeIn(first)).toMatchObject({ rejected: [] })
    const [shown, ...others] = await shownTo(latvia)
    expect(others).toEqual([])
    expect(shown).toMatchObject({
      desk: fingerprint,
      party: manifest.party,
      at: manifest.madeAt,
      marking: GREEN,
      title: 'Declaration on the port authority',
      measure: 'stab-hr-declaration',
      unread: null,
      parted: [],
    })
    expect(shown?.acts).toEqual(there.procedure.acts)
    expect(shown?.standing).toMatchObject({
      state: there.procedure.state,
      outcome: 'open',
      positions: there.procedure.positions,
    })
    expect(await shownTo(latvia, '?at=2020-01-01T00:00:00.000Z')).toEqual([])
    expect(await away.office.store.verify()).toMatchObject({ sound: true })
  })

  it('RCD-17 is no procedure here: in no list, meeting, calendar, notice or portfolio, and nobody acts on it', async () => {
    const [shown] = await shownTo(latvia)
    const elsewhere = shown?.entity ?? ''
    for (const url of [
      '/api/procedures',
      '/api/meetings/hwpci',
      '/api/notices',
      '/api/portfolio',
      '/api/portfolio/changes',
      '/api/coming',
      '/api/open-points',
      `/api/cases/${entity}/dossier`,
      `/api/cases/${entity}/history`,
    ]) {
      const { body, statusCode } = await latvia.ask({ url })
      expect(statusCode === 200 || statusCode === 404, `${url} ${statusCode}`).toBe(true)
      expect(body, url).not.toContain('procedure-elsewhere')
      expect(body, url).not.toContain('Declaration on the port authority')
    }
    for (const name of [elsewhere, procedure]) {
      const tried = await latvia.ask({
        method: 'POST',
        url: `/api/procedures/${name}/acts`,
        payload: { act: { verb: 'state-position', position: 'oppose' }, follows: head },
      })
      expect([400, 404]).toContain(tried.statusCode)
    }
    // nor does it leave again as if it had been run here
    const again = readArchive(await archiveOf(latvia, entity))
    expect(Object.keys(again.manifest.entities)).toEqual([entity])
  })

  it('RCD-16 adds nothing when it comes again, and goes on with a later archive', async () => {
    expect(await takeIn(first)).toMatchObject({ statements: 0 })
    await act({
      verb: 'state-position',
      position: 'parliamentary-reserve',
      comment: 'Our parliament sits on Friday.',
    })
    const later = await archive()
    expect(await takeIn(later)).toMatchObject({ statements: 2, rejected: [] })
    const [shown, ...others] = await shownTo(latvia)
    expect(others).toEqual([])
    expect(shown).toMatchObject({ at: readArchive(later).manifest.madeAt, parted: [], unread: null })
    expect(shown?.acts).toHaveLength(3)
    // an older archive that comes late changes nothing
    expect(await takeIn(first)).toMatchObject({ statements: 0 })
    expect(await shownTo(latvia)).toEqual([shown])
  })

  it('RCD-16 says so where a later archive does not hold what an earlier one did', async () => {
    const third = await openDesk()
    try {
      await takeIn(await archive(), third)
      const reader = await third.signInAs({ party: 'LV', role: 'analyst' })
      const shorter = await rewritten(first, (lines) => lines, '2030-01-01T00:00:00.000Z')
      await takeIn(shorter, third)
      const [shown] = await shownTo(reader)
      expect(shown?.acts).toHaveLength(2)
      expect(shown?.parted.map(({ act: said }) => said)).toMatchObject([
        { verb: 'state-position', position: 'parliamentary-reserve' },
      ])
      expect(shown?.standing?.positions.find(({ party }) => party === 'EE')?.position).toBe('support')
    } finally {
      await third.close()
    }
  }, 60_000)

  it('RCD-15 gives a reader who may not see an act the same as where it is not, and reads no standing over a gap', async () => {
    const [whole, without] = await Promise.all([openDesk(), openDesk()])
    try {
      const all = await archive()
      const marked = await rewritten(all, (lines) =>
        lines.map((line) =>
          isSupport(line)
            ? { ...line, marked: true as const, statement: { ...line.statement, marking: RED } }
            : line,
        ),
      )
      await takeIn(marked, whole)
      await takeIn(await rewritten(all, (lines) => lines.filter((line) => !isSupport(line))), without)
      const ceiling = { maxDistribution: 'LIMITE', maxTlp: 'TLP:AMBER' } as const
      const [seeing, kept] = await Promise.all([
        whole.signInAs({ party: 'LV', role: 'analyst', ceiling }),
        without.signInAs({ party: 'LV', role: 'analyst', ceiling }),
      ])
      const shown = await shownTo(seeing)
      expect(shown).toEqual(await shownTo(kept))
      expect(shown).toMatchObject([{ standing: null, unread: 'gap', marking: GREEN }])
      expect(shown[0]?.acts.map(({ act: { verb } }) => verb)).toEqual(['open', 'state-position'])
      expect(canonicalJson(shown)).not.toContain('"support"')
      const cleared = await whole.signInAs({ party: 'LV', role: 'analyst' })
      expect(await shownTo(cleared)).toMatchObject([{ unread: null, marking: { tlp: 'TLP:RED' } }])
    } finally {
      await Promise.all([whole.close(), without.close()])
    }
  }, 120_000)

  it('RCD-15 leaves out with its rule what is no act, is of another case, or is later than the archive', async () => {
    const third = await openDesk()
    try {
      const spoilt = await rewritten(first, (lines) =>
        lines.map((line) => {
          const { statement } = line
          if (statement.kind !== 'procedure') return line
          const [said, ...rest] = statement.assertions
          const isOpening = canonicalJson(said).includes('"open"')
          const value = isOpening && said ? { ...Object(said.value), case: 'case:another' } : { verb: 'sing' }
          return {
            id: line.id,
            marked: true as const,
            statement: { ...statement, assertions: [{ property: 'act', value }, ...rest] },
          }
        }),
      )
      const report = await takeIn(spoilt, third)
      const faults = report.rejected.map(({ place, rule }) => [rule, place.replace(/[0-9a-f]{64}/, '<id>')])
      expect(faults.toSorted()).toEqual([
        ['RCD-15', 'statement <id>'],
        ['VOC-02', 'statement <id>, act'],
      ])
      expect(await shownTo(await third.signInAs({ party: 'LV', role: 'analyst' }))).toEqual([])
      const early = await takeIn(await rewritten(first, (lines) => lines, '2020-01-01T00:00:00.000Z'), third)
      expect(early.rejected.map(({ rule }) => rule)).toEqual(['RCD-15', 'RCD-15'])
    } finally {
      await third.close()
    }
  }, 60_000)

  it('RCD-15 survives a rebuild, and is marked anew as a whole', async () => {
    const before = await shownTo(latvia)
    await away.office.store.rebuild()
    expect(await shownTo(latvia)).toEqual(before)
    const reader = readerOf({ party: 'LV', person: latvia.person })
    const kept = await away.office.store.as(reader).statements(before[0]?.entity ?? '')
    const anew = await latvia.ask({
      method: 'POST',
      url: `/api/statements/${kept[0]?.id}/marking`,
      payload: { marking: { ...GREEN, tlp: 'TLP:AMBER' }, reason: 'The source asked for it.' },
    })
    expect(anew.statusCode, anew.body).toBe(201)
    const [raised] = await shownTo(latvia)
    expect(raised).toEqual({ ...before[0], marking: { ...GREEN, tlp: 'TLP:AMBER' } })
    const low = await away.signInAs({
      party: 'LV',
      role: 'analyst',
      ceiling: { maxDistribution: 'LIMITE', maxTlp: 'TLP:GREEN' },
    })
    expect(await shownTo(low)).toEqual([])
  })
})
