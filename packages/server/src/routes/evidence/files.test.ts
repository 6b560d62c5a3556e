import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EvidenceFilesAnswer, RecordAnswer } from '@demarche/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DeskUnderTest, openDesk, type SignedInForTest } from '../../../test/desk-under-test.ts'
import { rotateKey } from '../../evidence/rotate-key.ts'

const AMBER = { distribution: 'LIMITE', tlp: 'TLP:AMBER' } as const
const BYTES = Buffer.from('what was taken from the server, word for word')
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

let desk: DeskUnderTest
let outside: string
let keyFile: string
let ee: SignedInForTest
let green: SignedInForTest
let auditor: SignedInForTest
beforeAll(async () => {
  outside = mkdtempSync(join(tmpdir(), 'demarche-key-'))
  keyFile = join(outside, 'evidence-key')
  desk = await openDesk({ evidenceKeyFile: keyFile })
  ee = await desk.signInAs({ party: 'EE', role: 'desk-officer' })
  green = await desk.signInAs({
    party: 'FI',
    role: 'analyst',
    ceiling: { maxDistribution: 'LIMITE', maxTlp: 'TLP:GREEN' },
  })
  auditor = await desk.signInAs({ party: 'EE', role: 'auditor' })
})
afterAll(async () => {
  await desk.close()
  rmSync(outside, { recursive: true, force: true })
})

const at = (entity: string) => encodeURIComponent(entity)
const filesOf = (item: string) => `/api/evidence/${at(item)}/files`
const newItem = async (name: string, hash?: string): Promise<string> =>
  (
    await ee.ask({
      method: 'POST',
      url: '/api/portfolio/records',
      payload: {
        kind: 'evidence-item',
        assertions: [
          { property: 'name', value: name },
          ...(hash === undefined ? [] : [{ property: 'hash', value: hash }]),
        ],
        source: { document: 'Handing over', verified: true },
        marking: AMBER,
      },
    })
  ).json().entity
const attach = (item: string, bytes: Uint8Array = BYTES, as = ee, why = 'for the listing file') =>
  as.ask({
    method: 'POST',
    url: `${filesOf(item)}?filename=${encodeURIComponent('Żródło 1.img')}&why=${encodeURIComponent(why)}`,
    headers: { 'content-type': 'application/octet-stream' },
    payload: Buffer.from(bytes),
  })
const list = async (item: string, as = ee): Promise<EvidenceFilesAnswer> =>
  (await as.ask({ url: filesOf(item) })).json()
const read = (item: string, statement: string, as = ee) => as.ask({ url: `${filesOf(item)}/${statement}` })

describe('a file of evidence', () => {
  it('EVI-05 is encrypted where it is kept, with a key outside of the records that only its owner reads', async () => {
    const item = await newItem('Kept')
    const answer = await attach(item)
    expect(answer.statusCode, answer.body).toBe(201)
    const { statement, entity } = answer.json()
    expect(statSync(keyFile).mode & 0o777).toBe(0o600)
    const folder = join(desk.directory, 'evidence')
    const kept = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
    expect(kept).toHaveLength(2)
    const key = Buffer.from(JSON.parse(readFileSync(keyFile, 'utf8')).keys[0].key, 'base64')
    for (const bytes of kept) {
      expect(bytes.includes(BYTES.subarray(0, 12))).toBe(false)
      expect(bytes.includes(key)).toBe(false)
      expect(bytes.includes(key.toString('base64'))).toBe(false)
    }
    const got = await read(item, statement)
    expect(got.rawPayload.equals(BYTES)).toBe(true)
    expect(got.headers['content-disposition']).toContain("filename*=UTF-8''%C5%BBr%C3%B3d%C5%82o%201.img")
    const custody: RecordAnswer = (await ee.ask({ url: `/api/portfolio/records/${at(entity)}` })).json()
    expect(custody.record.marking).toMatchObject(AMBER)
    const known = (property: string) => custody.record.facts.find((row) => row.property === property)?.fact
    expect(known('hashAfter')).toMatchObject({ value: hashOf(BYTES) })
    expect(known('item')).toMatchObject({ value: item })
  })

  it('EVI-06 is compared with the hash on record; another file is not kept', async () => {
    const item = await newItem('Hashed', hashOf(BYTES).toUpperCase())
    const before = readdirSync(join(desk.directory, 'evidence')).length
    const refused = await attach(item, randomBytes(20))
    expect(refused.json()).toMatchObject({ code: 'value-refused', faults: [{ rule: 'EVI-06' }] })
    expect((await attach(item, Buffer.alloc(0))).statusCode).toBe(400)
    expect(readdirSync(join(desk.directory, 'evidence'))).toHaveLength(before)
    expect((await attach(item)).statusCode).toBe(201)
    expect((await list(item)).files).toMatchObject([
      { filename: 'Żródło 1.img', sha256: hashOf(BYTES), by: 'EE', isReadable: true },
    ])
  })

  it('EVI-06 is no larger than the desk takes', async () => {
    const small = await openDesk({ maxUploadBytes: 100 })
    const opened = await small.ask({
      method: 'POST',
      url: '/api/portfolio/records',
      payload: {
        kind: 'evidence-item',
        assertions: [{ property: 'name', value: 'Large' }],
        source: { document: 'x', verified: true },
        marking: AMBER,
      },
    })
    const answer = await small.ask({
      method: 'POST',
      url: `${filesOf(opened.json().entity)}?filename=a&why=b`,
      headers: { 'content-type': 'application/octet-stream' },
      payload: randomBytes(101),
    })
    expect(answer.json()).toMatchObject({ code: 'too-large' })
    await small.close()
  })

  it('EVI-07 is for those who may see its entry of custody; each reading is in the audit log', async () => {
    const item = await newItem('Read')
    const { statement } = (await attach(item)).json()
    const hidden = await read(item, statement, green)
    const none = await read('evidence-item:none', hashOf(Buffer.from('none')), green)
    expect([hidden.statusCode, none.statusCode]).toEqual([404, 404])
    expect(hidden.body.replaceAll(statement, 'S').replaceAll(item, 'I')).toBe(
      none.body.replaceAll(hashOf(Buffer.from('none')), 'S').replaceAll('evidence-item:none', 'I'),
    )
    // of another item it is no file
    expect((await read(await newItem('Other'), statement)).statusCode).toBe(404)
    expect((await attach(item, BYTES, green)).statusCode).toBe(404)
    expect((await attach(item, BYTES, auditor)).statusCode).toBe(403)
    await read(item, statement)
    await desk.office.store.audit.flush()
    const log = (await auditor.ask({ url: '/api/audit?limit=50' })).json()
    expect(log.entries).toContainEqual(
      expect.objectContaining({
        verb: 'evidence.read-file',
        target: item,
        person: ee.person,
        outcome: 'read',
        detail: `file of statement ${statement}`,
      }),
    )
  })

  it('EVI-08 is gone with its statement, of which the tombstone stays', async () => {
    const item = await newItem('Erased')
    const { statement } = (await attach(item)).json()
    await desk.office.store.erase({ statement, authority: 'Decision 7/2026', by: 'the keeper' })
    expect((await read(item, statement)).statusCode).toBe(404)
    expect((await list(item)).files).toEqual([])
    expect(readdirSync(join(desk.directory, 'evidence')).some((name) => name.startsWith(statement))).toBe(
      false,
    )
    expect((await ee.ask({ url: `/api/statements/${statement}` })).body).toContain('Decision 7/2026')
  })

  it('EVI-09 is read as before under a new key, and no more under the old one', async () => {
    const item = await newItem('Rekeyed')
    const { statement } = (await attach(item)).json()
    const old = readFileSync(keyFile)
    const { store } = desk.office
    const { rewrapped } = await rotateKey(store, keyFile)
    expect(rewrapped).toBe((await store.files.list()).length)
    expect((await read(item, statement)).rawPayload.equals(BYTES)).toBe(true)
    const current = readFileSync(keyFile)
    writeFileSync(keyFile, old)
    expect((await read(item, statement)).json()).toMatchObject({
      code: 'not-ready',
      faults: [{ rule: 'EVI-05' }],
    })
    writeFileSync(keyFile, current)
  })

  it('EVI-05 is not read without the key, and the desk says so instead of making another', async () => {
    const item = await newItem('Locked')
    const { statement } = (await attach(item)).json()
    renameSync(keyFile, `${keyFile}.away`)
    const refused = await read(item, statement)
    expect(refused.json()).toMatchObject({ code: 'not-ready', faults: [{ rule: 'EVI-05' }] })
    expect((await attach(item)).json()).toMatchObject({ code: 'not-ready' })
    expect((await list(item)).files).toMatchObject([{ isReadable: false }])
    expect(readdirSync(outside)).toEqual(['evidence-key.away'])
    renameSync(`${keyFile}.away`, keyFile)
    chmodSync(keyFile, 0o644)
    expect((await read(item, statement)).body).toContain('0600')
    chmodSync(keyFile, 0o600)
    expect((await read(item, statement)).statusCode).toBe(200)
  })

  it('EVI-05 that was changed by a bit is found and not given', async () => {
    const item = await newItem('Changed')
    const { statement } = (await attach(item)).json()
    const path = join(desk.directory, 'evidence', `${statement}.sealed`)
    const sealed = readFileSync(path)
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
    writeFileSync(path, sealed)
    expect((await read(item, statement)).statusCode).toBe(500)
  })
})
