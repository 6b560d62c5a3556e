/**
 * Doctrine from the disk: the only module of this package that reads files.
 *
 * Gives the shipped pack `eu`, any other pack by its folder, the expert tests and the precedents. Messages name files
 * by their place in the pack, never by a path of the machine.
 *
 * Next door: `load-pack.ts`, `expert-tests.ts`, `precedents.ts`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type Doctrine,
  type Language,
  LANGUAGES,
  type ListingRegister,
  listingRegisterSchema,
  type RecordKind,
} from '@demarche/core'
import { type ExpertTest, loadExpertTests } from './expert-tests.ts'
import { loadPack, type LoadedPack } from './load-pack.ts'
import { DoctrineError, type PackFile } from './pack-file.ts'
import { type KindTexts, placesOfTexts, readKindTexts } from './portfolio/kind-texts.ts'
import { loadKinds, readLists } from './portfolio/load-kinds.ts'
import { loadShippedRecords, type ShippedRecord } from './portfolio/shipped-records.ts'
import { type PrecedentCases, precedentCasesSchema } from './precedents.ts'

const HERE = fileURLToPath(new URL('..', import.meta.url))
/** The folder of the shipped pack. */
export const EU_PACK_FOLDER = join(HERE, 'packs', 'eu')
/** The precedents as a file in the form of case JSON, for importers. Not for messages: it is a path of this machine. */
export const precedentCasesPath = join(HERE, 'precedents', 'cases.json')

/** Every YAML file below a folder, paths relative to it with `/`, in order. @throws the system's error if unreadable */
export function readPackFiles(folder: string): PackFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => ({ path: name.replaceAll('\\', '/'), text: readFileSync(join(folder, name), 'utf8') }))
}

/** Reads and checks the pack in a folder; findings are returned, not thrown. */
export function readPack(folder: string): LoadedPack {
  return loadPack(readPackFiles(folder))
}

/**
 * The shipped doctrine pack `eu`.
 * @throws DoctrineError with every finding, when the pack has been damaged
 */
export function loadDoctrine(): Doctrine {
  const { doctrine, findings } = readPack(EU_PACK_FOLDER)
  if (!doctrine) throw new DoctrineError('the doctrine pack "eu" cannot be used', findings)
  return doctrine
}

/**
 * The expert tests that are shipped, in order of their file names.
 * @throws DoctrineError when one cannot be run
 */
export function readExpertTests(): readonly ExpertTest[] {
  const { tests, findings } = loadExpertTests(readPackFiles(join(HERE, 'tests')))
  if (findings.length > 0) throw new DoctrineError('the expert tests cannot be run', findings)
  return tests
}

/** The shipped precedents in the form of case JSON. */
export function readPrecedentCases(): PrecedentCases {
  return precedentCasesSchema.parse(JSON.parse(readFileSync(precedentCasesPath, 'utf8')))
}

/** The listings under Regulation (EU) 2019/796, as the product's own data. */
export function readPrecedentListings(): ListingRegister {
  return listingRegisterSchema.parse(
    JSON.parse(readFileSync(join(HERE, 'precedents', 'listings.json'), 'utf8')),
  )
}

/** The folder of the kinds of record and of the records that come with the desk. */
export const PORTFOLIO_FOLDER = join(HERE, 'portfolio')

/**
 * The kinds of record of the portfolio, in order of their ids.
 * @param texts those of another language; English without
 * @throws DoctrineError with everything that is wrong with their files
 */
export function readRecordKinds(
  { norms }: Pick<Doctrine, 'norms'>,
  texts?: KindTexts,
): readonly RecordKind[] {
  const { kinds, findings } = loadKinds(readKindFiles(), readLists(readListFile(), norms), texts)
  if (findings.length > 0) throw new DoctrineError('the kinds of record cannot be used', findings)
  return kinds
}

/** The texts of the kinds of record by language, English aside. */
export function readAllKindTexts(): ReadonlyMap<Language, KindTexts> {
  return new Map(
    LANGUAGES.flatMap((language) => {
      const file = join(PORTFOLIO_FOLDER, 'texts', `${language}.yaml`)
      return existsSync(file) ? [[language, readKindTexts(readFileSync(file, 'utf8'))] as const] : []
    }),
  )
}

/** Every place of the kinds and lists that has a text. */
export function placesOfKindTexts(): ReadonlySet<string> {
  return placesOfTexts(readKindFiles(), readListFile())
}

function readKindFiles(): readonly PackFile[] {
  return readPackFiles(join(PORTFOLIO_FOLDER, 'kinds')).map(({ path, text }) => ({
    path: `kinds/${path}`,
    text,
  }))
}

function readListFile(): string {
  return readFileSync(join(PORTFOLIO_FOLDER, 'lists', 'lists.yaml'), 'utf8')
}

/**
 * The records that come with the desk.
 * @throws DoctrineError when one does not fit its kind
 */
export function readShippedRecords(kinds: readonly RecordKind[]): readonly ShippedRecord[] {
  const { records, findings } = loadShippedRecords(readPackFiles(join(PORTFOLIO_FOLDER, 'records')), kinds)
  if (findings.length > 0)
    throw new DoctrineError('the records that come with the desk cannot be used', findings)
  return records
}
