/**
 * Files of evidence: attached to an item with an entry of custody, encrypted before they are kept, read by who may see that entry.
 *
 * The bytes are hashed and compared with what is on record of the item before anything is written. The ledger decides on
 * every reading; the desk holds a file open for one answer and no longer.
 *
 * Rules: docs/rules/evidence.md, EVI-05 to EVI-07. Next door: `seal-file.ts`, `evidence-keys.ts`.
 */
import { createHash } from 'node:crypto'
import { type EvidenceFile, type EvidenceFilesAnswer, faultOf, refusalOf } from '@demarche/api'
import {
  dayInBrussels,
  type DraftStatement,
  facet,
  inWords,
  mayRecord,
  type Statement,
  wordsIn,
} from '@demarche/core'
import type { Reader, Store } from '@demarche/store'
import { notOnRecord } from '../not-on-record.ts'
import type { PortfolioDesk } from '../portfolio/portfolio-desk.ts'
import { refuseClassified } from '../record/check-statement.ts'
import { slugOf } from '../record/open-entity.ts'
import { keyForNewFiles, noKey, readKeys } from './evidence-keys.ts'
import { openFile, rewrap, sealFile } from './seal-file.ts'

export const CUSTODY_KIND = 'custody-entry'
/** Entries of custody of one item that are looked through for files. */
const MOST_ENTRIES = 500

export interface FileToAttach {
  readonly filename: string
  /** for what purpose, on whose authority */
  readonly why: string
}

export interface EvidenceFiles {
  /** @throws DemarcheError not-found, not-allowed, before a byte is received */
  mayAttach(reader: Reader, item: string): Promise<void>
  /** @throws DemarcheError not-found, not-allowed, value-refused when the hash is another one, not-ready without the key */
  attach(reader: Reader, item: string, file: FileToAttach, bytes: Uint8Array): Promise<Statement>
  /** @throws DemarcheError not-found when the reader may see nothing of the item */
  list(reader: Reader, item: string): Promise<EvidenceFilesAnswer>
  /** @throws DemarcheError not-found when there is none that the reader may have; not-ready without the key */
  read(
    reader: Reader,
    item: string,
    statement: string,
  ): Promise<{ readonly filename: string; readonly bytes: Buffer }>
}

interface Dependencies {
  readonly store: Pick<Store, 'as' | 'files'>
  readonly portfolio: PortfolioDesk
  readonly keyFile: string
  readonly clock: () => Date
  readonly newSuffix: () => string
}

export function openEvidenceFiles({
  store,
  portfolio,
  keyFile,
  clock,
  newSuffix,
}: Dependencies): EvidenceFiles {
  const mayAttach: EvidenceFiles['mayAttach'] = async (reader, item) => {
    await portfolio.statements(reader, item)
    if (!mayRecord(reader))
      throw refusalOf(
        'not-allowed',
        faultOf('/', inWords('role-records-nothing', { role: reader.role }), 'LED-14'),
      )
  }
  return {
    mayAttach,
    async attach(reader, item, { filename, why }, bytes) {
      await mayAttach(reader, item)
      refuseClassified({ filename, why })
      const { record } = await portfolio.record(reader, item, {})
      const hash = createHash('sha256').update(bytes).digest('hex')
      const stated = wordsIn(record, 'hash').map((one) => one.toLowerCase())
      refuseOtherHash(hash, stated)
      const at = clock()
      const said: Record<string, string> = {
        name: 'File attached at this desk',
        item,
        file: filename,
        holder: `${reader.party}, ${reader.role}`,
        start: dayInBrussels(at.toISOString()),
        time: `${at.toISOString().slice(11, 16)} UTC`,
        where: 'This desk, encrypted',
        why,
        ...(stated.length > 0 ? { hashBefore: hash } : {}),
        hashAfter: hash,
        tool: 'Demarche',
      }
      const draft: DraftStatement = {
        entity: `${CUSTODY_KIND}:${slugOf(record.name, 'item').slice(0, 60)}-file-${newSuffix()}`,
        kind: CUSTODY_KIND,
        assertions: Object.entries(said).map(([property, value]) => ({ property, value })),
        source: { document: 'File attached at this desk', party: reader.party, verified: true },
        grading: { reliability: 'A', credibility: '1' },
        marking: record.marking,
        assertedBy: reader.party,
        ...(reader.person.startsWith('person:') ? { recordedBy: reader.person } : {}),
        assertedAt: at.toISOString(),
      }
      const isUsed = await store.files.hasAny()
      return store.as(reader).attach(draft, async ({ id }) => {
        const key = await keyForNewFiles(keyFile, isUsed)
        const sealed = sealFile(bytes, id, key)
        return {
          file: { statement: id, item, at: at.toISOString(), ...sealed },
          async wrappedNow() {
            // another one may have come in its place (`rotate-key.ts`)
            const last = await keyForNewFiles(keyFile, true)
            return last.id === key.id ? sealed : rewrap(sealed, id, key, last)
          },
        }
      })
    },
    async list(reader, item) {
      const ledger = store.as(reader)
      await portfolio.statements(reader, item)
      const tied = await ledger.findTied([facet('item', item)], MOST_ENTRIES)
      const entries = tied.filter(({ kind }) => kind === CUSTODY_KIND).flatMap(({ entities }) => entities)
      const keys = new Set((await readKeys(keyFile).catch(() => null))?.map(({ id }) => id))
      const said = entries.length === 0 ? [] : await ledger.statementsOf(entries)
      const found = said.length === 0 ? [] : await store.files.keysOf(said.map(({ id }) => id))
      const kept = new Map(found.map((one) => [one.statement, one]))
      const files = said.flatMap((statement): EvidenceFile[] => {
        const file = kept.get(statement.id)
        if (file?.item !== item || statement.erased) return []
        return [
          {
            statement: statement.id,
            entry: statement.entity,
            filename: textIn(statement, 'file') ?? 'file',
            sha256: textIn(statement, 'hashAfter') ?? '',
            at: file.at,
            by: statement.assertedBy,
            marking: statement.marking,
            isReadable: keys.has(file.keyId),
          },
        ]
      })
      return { files: files.toSorted((a, b) => (a.at < b.at ? 1 : -1)) }
    },
    async read(reader, item, statement) {
      const ledger = store.as(reader)
      const [file, entry] = [await ledger.sealedFile(statement), await ledger.statement(statement)]
      if (!file || file.item !== item || !entry) throw notOnRecord(statement)
      const key = (await readKeys(keyFile))?.find(({ id }) => id === file.keyId)
      if (!key) throw noKey('that opens this file is not there')
      return { filename: textIn(entry, 'file') ?? 'file', bytes: openFile(file, statement, key) }
    },
  }
}

function refuseOtherHash(hash: string, stated: readonly string[]): void {
  if (stated.length === 0 || stated.includes(hash)) return
  const words = inWords('evidence-other-hash', { seen: hash, choices: stated })
  throw refusalOf('value-refused', faultOf('body', words, 'EVI-06'))
}

function textIn({ assertions }: Statement, property: string): string | undefined {
  const value = assertions.find((one) => one.property === property)?.value
  return typeof value === 'string' ? value : undefined
}
