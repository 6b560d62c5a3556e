/**
 * The shipped doctrine, kept ready: reading and checking two hundred files takes a second, reading the outcome a moment.
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
import type { Doctrine } from '@demarche/core'
import { EU_PACK_FOLDER, loadDoctrine, readPackFiles } from './read-pack.ts'

const MODULES = [new URL('.', import.meta.url), new URL('.', import.meta.resolve('@demarche/core'))]

/**
 * The shipped doctrine pack `eu`, from the folder when it is kept there.
 * @param folder made when it is not there; nothing else should lie in it
 * @throws DoctrineError with every finding, when the pack has been damaged
 */
export function loadDoctrineKeptIn(folder: string): Doctrine {
  const file = join(folder, `${keyOf()}.json`)
  const kept = readKept(file)
  if (kept) return kept
  const doctrine = loadDoctrine()
  keep(folder, file, doctrine)
  return doctrine
}

function keyOf(): string {
  const hash = createHash('sha256')
  for (const { path, text } of readPackFiles(EU_PACK_FOLDER)) hash.update(`${path}\0${text}\0`)
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

/** First line the hash of the second, the second the doctrine. */
function readKept(file: string): Doctrine | null {
  try {
    const [hash, text = ''] = readFileSync(file, 'utf8').split('\n')
    return hash === sha256(text) ? JSON.parse(text) : null
  } catch {
    return null
  }
}

function keep(folder: string, file: string, doctrine: Doctrine): void {
  try {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    const text = JSON.stringify(doctrine)
    writeFileSync(`${file}.new`, `${sha256(text)}\n${text}`)
    renameSync(`${file}.new`, file)
  } catch {
    // a folder that cannot be written costs a second at the next start and nothing else
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
