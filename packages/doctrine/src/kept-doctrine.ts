/**
 * The shipped doctrine and portfolio, kept ready: reading and checking two hundred files takes a second, reading the outcome a moment.
 *
 * What is kept is named by the hash of every file of the pack and of every module that reads and checks it: whatever
 * changes, it is read and checked anew. A kept file that is damaged counts as none.
 *
 * Next door: `read-pack.ts` reads the files.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Doctrine, Language, RecordKind } from '@demarche/core'
import type { ShippedRecord } from './portfolio/shipped-records.ts'
import {
  EU_PACK_FOLDER,
  loadDoctrine,
  PORTFOLIO_FOLDER,
  readAllKindTexts,
  readPackFiles,
  readRecordKinds,
  readShippedRecords,
} from './read-pack.ts'

const MODULES = [new URL('.', import.meta.url), new URL('.', import.meta.resolve('@demarche/core'))]

/** Everything that comes with the desk as data. */
export interface Shipped {
  readonly doctrine: Doctrine
  readonly kinds: readonly RecordKind[]
  /** the same in the words of other languages than English */
  readonly translatedKinds: Readonly<Partial<Record<Language, readonly RecordKind[]>>>
  readonly records: readonly ShippedRecord[]
}

/**
 * The shipped doctrine pack `eu`, the kinds of record and the records, from the folder when they are kept there.
 * @param folder made when it is not there; nothing else should lie in it
 * @throws DoctrineError with every finding, when one of them has been damaged
 */
export function loadShippedKeptIn(folder: string): Shipped {
  const file = join(folder, `${keyOf()}.json`)
  const kept = readKept(file)
  if (kept) return kept
  const shipped = loadShipped()
  keep(folder, file, shipped)
  return shipped
}

/** The same, read and checked from its files. @throws DoctrineError */
export function loadShipped(): Shipped {
  const doctrine = loadDoctrine()
  const kinds = readRecordKinds(doctrine)
  const translatedKinds = Object.fromEntries(
    [...readAllKindTexts()].map(([language, texts]) => [language, readRecordKinds(doctrine, texts)]),
  )
  return { doctrine, kinds, translatedKinds, records: readShippedRecords(kinds) }
}

function keyOf(): string {
  const hash = createHash('sha256')
  for (const folder of [EU_PACK_FOLDER, PORTFOLIO_FOLDER]) {
    for (const { path, text } of readPackFiles(folder)) hash.update(`${path}\0${text}\0`)
  }
  for (const url of MODULES) {
    const directory = fileURLToPath(url)
    const modules = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    )
    for (const name of modules.toSorted())
      hash.update(`${name}\0`).update(readFileSync(join(directory, name)))
  }
  return hash.digest('hex')
}

/** First line the hash of the second, the second what is kept. */
function readKept(file: string): Shipped | null {
  try {
    const [hash, text = ''] = readFileSync(file, 'utf8').split('\n')
    return hash === sha256(text) ? JSON.parse(text) : null
  } catch {
    return null
  }
}

function keep(folder: string, file: string, shipped: Shipped): void {
  try {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    const text = JSON.stringify(shipped)
    writeFileSync(`${file}.new`, `${sha256(text)}\n${text}`)
    renameSync(`${file}.new`, file)
  } catch {
    // a folder that cannot be written costs a second at the next start and nothing else
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
