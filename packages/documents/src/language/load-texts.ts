/**
 * The texts of papers and tables in one language: `locales/<language>.<part>.json`, and what the vocabulary of a case says in it.
 *
 * Next door: `wording.ts` speaks them, `languages.test.ts` says what a language lacks.
 */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Language } from '@demarche/core/kernel/language.ts'
import type assessment from '../locales/en.assessment.json'
import type casePapers from '../locales/en.case.json'
import type circulated from '../locales/en.circulated.json'
import type listing from '../locales/en.listing.json'
import type options from '../locales/en.options.json'
import type paper from '../locales/en.paper.json'
import type records from '../locales/en.records.json'
import type tables from '../locales/en.tables.json'
import type texts from '../locales/en.texts.json'

type RawKey =
  | keyof typeof assessment
  | keyof typeof casePapers
  | keyof typeof circulated
  | keyof typeof listing
  | keyof typeof options
  | keyof typeof paper
  | keyof typeof records
  | keyof typeof tables
  | keyof typeof texts
type WithoutPlural<K> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K

/** Every key that has a text. */
export type TextKey = WithoutPlural<RawKey>
export type Texts = Readonly<Record<string, string>>

const LOCALES = fileURLToPath(new URL('../locales', import.meta.url))
/** All texts of a language by key, labels and texts of doctrine among them; the English words of a case are in core. */
export function loadTexts(language: Language): Texts {
  const files = globSync(`${language}.*.json`, { cwd: LOCALES }).map((file) => `${LOCALES}/${file}`)
  files.push(...doctrineFiles(language))
  if (language !== 'en')
    files.push(
      beside(`@demarche/core/incident/case-texts/${language}.json`),
      beside(`@demarche/core/reason/texts/${language}.json`),
    )
  return Object.assign({}, ...files.map(read))
}

/** What entries of doctrine say at length, each text under the English one. */
export function loadDoctrineAtLength(language: Language): Texts {
  return language === 'en' ? {} : read(beside(`@demarche/doctrine/labels/at-length/${language}.json`))
}

/** The words of doctrine alone: labels of its entries, and the texts of them that are this desk's own. */
export function loadWordsOfDoctrine(language: Language): Texts {
  return Object.assign({}, ...doctrineFiles(language).map(read))
}

function doctrineFiles(language: Language): readonly string[] {
  return [`${language}.json`, `${language}.texts.json`].map((file) =>
    beside(`@demarche/doctrine/labels/${file}`),
  )
}

function read(path: string): Texts {
  return JSON.parse(readFileSync(path, 'utf8'))
}

function beside(file: string): string {
  return fileURLToPath(import.meta.resolve(file))
}
