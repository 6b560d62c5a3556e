import { DemarcheError, type ImportReport } from '@demarche/api'
import { CASE_VOCABULARY, knownValue, resolveFacts } from '@demarche/core'
import { ImportRefusal } from '@demarche/interchange'
import { readArchive } from '@demarche/interchange/archive/read-archive.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOnCase } from '../../test/a-declaration.ts'
import { archiveOf, openDatedCase, takeInArchive } from '../../test/an-archive.ts'
import { type DeskUnderTest, openDesk, type SignedInForTest } from '../../test/desk-under-test.ts'
import { importDocument } from '../import/run-import.ts'
import { readerOf } from '../session/session.ts'

let home: DeskUnderTest
let away: DeskUnderTest
let officer: SignedInForTest
let entity: string
const GREEN = { distribution: 'LIMITE', tlp: 'TLP:GREEN' } as const
const RED = { distribution: 'LIMITE', tlp: 'TLP:RED' } as const

beforeAll(async () => {
  ;[home, away] = await Promise.all([openDesk(), openDesk()])
  officer = await home.signInAs({ party: 'EE', role: 'desk-officer' })
  const opened = await openDatedCase(officer, 'Intrusion at the port authority', GREEN)
  entity = opened.entity
  const source = { document: 'Second report', date: '2026-11-21', verified: true }
  const add = (payload: object) =>
    officer.ask({ method: 'POST', url: `/api/cases/${entity}/statements`, payload })
  const corrected = await add({
    assertions: [{ property: 'startDate', value: '2026-02' }],
    source,
    marking: GREEN,
    supersedes: [{ statement: opened.statement, property: 'startDate' }],
    reason: 'The logs say so.',
  })
  expect(corrected.statusCode, corrected.body).toBe(201)
  const secret = await add({
    assertions: [{ property: 'summary', value: 'For own eyes.' }],
    source,
    marking: RED,
  })
  expect(secret.statusCode, secret.body).toBe(201)
  await openOnCase(officer, entity, { title: 'Declaration on the port authority', marking: GREEN })
})
afterAll(() => Promise.all([home?.close(), away?.close()]))

const archive = (query?: string, who = officer) => archiveOf(who, entity, query)
const fingerprint = async (desk: DeskUnderTest): Promise<string> =>
  (await desk.ask({ url: '/api/archive/key' })).json().fingerprint

/** Takes it in at the other desk, as its officer of Latvia. */
async function takeIn(bytes: Uint8Array, trusted?: readonly string[]): Promise<ImportReport> {
  const reader = readerOf({ party: 'LV', person: 'person:0123456789abcdef' })
  return takeInArchive(away, bytes, { reader, trusted: trusted ?? [await fingerprint(home)] })
}
const namesAndDates = async (desk: DeskUnderTest, party: string) => {
  const reader = readerOf({ party, person: 'person:0123456789abcdef' })
  const facts = resolveFacts(CASE_VOCABULARY, await desk.office.store.as(reader).statements(entity))
  return [knownValue(facts.one('name')), knownValue(facts.one('startDate'))]
}

describe('the archive of a case', () => {
  it('RCD-10 and RCD-13 holds what the exporting reader may see, proves itself, and names its highest marking', async () => {
    const reading = readArchive(await archive())
    expect(reading.fingerprint).toBe(await fingerprint(home))
    expect(reading.manifest).toMatchObject({
      case: entity,
      party: 'desk',
      statements: 7,
      marking: { tlp: 'TLP:RED' },
    })
    expect(Object.keys(reading.manifest.entities)).toHaveLength(2)
  })

  it('goes no further than the ceiling, the reader and the party that it is made for', async () => {
    expect(readArchive(await archive('?tlp=TLP:GREEN')).manifest).toMatchObject({
      statements: 6,
      marking: { tlp: 'TLP:GREEN' },
    })
    const forLatvia = await archive('?asParty=LV')
    expect(forLatvia.toString()).not.toContain('For own eyes')
    expect(readArchive(forLatvia).manifest).toMatchObject({ statements: 6, asParty: 'LV' })
    const unknown = await officer.ask({ url: `/api/cases/${entity}/archive?asParty=Germany` })
    expect(unknown.json()).toMatchObject({
      code: 'value-refused',
      faults: [{ place: '/asParty', rule: 'ACC-01' }],
    })
    const hungary = await home.signInAs({ party: 'HU', role: 'analyst' })
    expect((await archive('', hungary)).toString()).not.toContain('For own eyes')
    const none = await officer.ask({ url: `/api/cases/${entity}/archive?tlp=TLP:CLEAR` })
    expect(none.statusCode).toBe(404)
    expect(none.json().faults).toMatchObject([{ words: { code: 'nothing-may-leave' } }])
  })

  it('RCD-12 is refused when any part of it was changed, and nothing is recorded', async () => {
    const text = (await archive('?tlp=TLP:GREEN')).toString()
    const lines = text.split('\n')
    const other = (await away.ask({ url: '/api/archive/key' })).json().fingerprint
    expect(other).not.toBe(await fingerprint(home))
    const { publicKey } = await away.office.archives.key()
    const spoilt: Readonly<Record<string, string>> = {
      'the version': text.replace('"version":1', '"version":2'),
      'a word of a statement': text.replace('port authority', 'Port authority'),
      'the marking in the manifest': text.replace('TLP:GREEN', 'TLP:CLEAR'),
      'the key': text.replace(/"publicKey":"[^"]+"/, `"publicKey":"${publicKey}"`),
      'no key': text.replace(/"publicKey":"[^"]+"/, `"publicKey":"${'A'.repeat(60)}"`),
      'an id': text.replace(/"id":"[0-9a-f]{4}/, '"id":"0000'),
      'a line less': [lines[0], ...lines.slice(2)].join('\n'),
      'a line twice': [lines[0], lines[1], ...lines.slice(1)].join('\n'),
      'two lines in another order': [lines[0], lines[2], lines[1], ...lines.slice(3)].join('\n'),
      'the hash': text.replace(/"sha256":"[0-9a-f]{4}/, '"sha256":"0000'),
      'the signature': text.replace(/"signature":"..../, '"signature":"AAAA'),
      'no signature': `${lines.slice(0, -2).join('\n')}\n`,
      'no end': text.slice(0, -20),
      'something behind it': `${text}{}\n`,
    }
    const before = await away.office.store.verify()
    for (const [part, bytes] of Object.entries(spoilt)) {
      expect(bytes, part).not.toBe(text)
      const refusal = await takeIn(Buffer.from(bytes)).then(
        () => expect.fail(`${part}: taken in`),
        (error: unknown) => error,
      )
      const { message: outcome, faults = [] } =
        refusal instanceof ImportRefusal || refusal instanceof DemarcheError ? refusal : { message: '' }
      expect(outcome, part).toMatch(/RCD-1[012]|INT-05/)
      expect(
        faults.map(({ words }) => words?.code),
        part,
      ).not.toContain(undefined)
      if (part === 'the version') {
        expect(outcome).toContain('A newer Demarche made this archive')
        expect(faults).toMatchObject([{ words: { code: 'archive-newer', values: { most: 1 } } }])
      }
      if (part === 'the marking in the manifest')
        expect(faults).toMatchObject([{ rule: 'RCD-11', words: { code: 'archive-changed' } }])
    }
    expect((await away.office.store.verify()).statements).toBe(before.statements)
  })

  it('is refused from a desk whose key is not trusted, with its fingerprint', async () => {
    const bytes = await archive('?tlp=TLP:GREEN')
    await expect(takeIn(bytes, [])).rejects.toMatchObject({
      code: 'import-refused',
      message: expect.stringContaining(await fingerprint(home)),
    })
  })

  it('RCD-14 is on record at the other desk with its corrections, once, and with where it came from', async () => {
    const bytes = await archive('?tlp=TLP:GREEN')
    const report = await takeIn(bytes)
    // three about the case, the opening of its procedure, and what the archive held of that
    expect(report).toMatchObject({ format: 'case-archive', cases: [entity], statements: 5, rejected: [] })
    expect(report.notCarriedOver).toMatchObject([
      { field: 'rights.signature', count: 1, rule: 'RGT-13', words: { code: 'archive-rights-stay' } },
      { field: 'rights.opening', count: 1 },
    ])
    expect(report.remarks).toMatchObject([
      {
        place: 'file',
        rule: 'RCD-11',
        words: { code: 'archive-taken', values: { signer: 'desk', name: await fingerprint(home) } },
      },
      { rule: 'RCD-15', words: { code: 'archive-procedures-kept', values: { count: 1 } } },
    ])
    expect(await namesAndDates(away, 'LV')).toEqual(['Intrusion at the port authority', '2026-02'])
    expect(await namesAndDates(away, 'LV')).toEqual(await namesAndDates(home, 'EE'))
    const latvia = readerOf({ party: 'LV', person: 'person:0123456789abcdef' })
    const taken = await away.office.store.as(latvia).statements(entity)
    for (const statement of taken) {
      expect(statement).toMatchObject({ assertedBy: 'LV', marking: GREEN })
      expect(statement.source.note).toContain(await fingerprint(home))
    }
    const first = taken.find(({ assertions }) => assertions.some(({ property }) => property === 'name'))
    expect(taken.flatMap(({ supersedes = [] }) => supersedes)).toMatchObject([{ statement: first?.id }])
    expect(await takeIn(bytes)).toMatchObject({ statements: 0, alreadyOnRecord: 5 })
    // a later archive says until when nothing more was done in the procedure
    expect(await takeIn(await archive('?asParty=LV'))).toMatchObject({ statements: 1, alreadyOnRecord: 4 })
    expect(await away.office.store.verify()).toMatchObject({ sound: true })
  })

  it('adds nothing when it comes home', async () => {
    const latvia = await away.signInAs({ party: 'LV', role: 'desk-officer' })
    const report = await takeInArchive(home, await archive('', latvia), {
      reader: readerOf({ party: 'EE', person: 'person:0123456789abcdef' }),
      trusted: [await fingerprint(away)],
    })
    expect(report).toMatchObject({ statements: 0, alreadyOnRecord: 3, rejected: [] })
  })

  it('leaves out what is marked above the one who imports it, and says so without its words', async () => {
    const third = await openDesk()
    try {
      const report = await importDocument(third.office.store, {
        bytes: await archive(),
        filename: 'case.ndjson',
        reader: {
          ...readerOf({ party: 'LV', person: 'person:0123456789abcdef' }),
          maxDistribution: 'LIMITE',
          maxTlp: 'TLP:AMBER',
        },
        at: third.office.clock(),
        archives: { trust: async () => ({ trusted: [await fingerprint(home)], own: null }) },
      })
      expect(report).toMatchObject({
        statements: 5,
        rejected: [{ rule: 'LED-04', words: { code: 'archive-above-reader' } }],
      })
      expect(JSON.stringify(report)).not.toContain('For own eyes')
    } finally {
      await third.close()
    }
  }, 60_000)
})
