/**
 * An empty embedded database kept as one file, so that a new store opens in a moment.
 *
 * Making the system tables takes seconds and always gives the same result, so it is done once after installation
 * (`scripts/bootstrap.mjs` runs this file) and copied from then on. Without the file a new store is made the slow way.
 *
 * Next door: `embedded-worker.ts` uses it.
 */
import { existsSync, mkdirSync, openAsBlob, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'

/** Beside the installed packages, named by the engine's version: another version makes its own. */
function templatePath(): string {
  const manifest = readFileSync(
    new URL('../package.json', import.meta.resolve('@electric-sql/pglite')),
    'utf8',
  )
  const version = /"version":\s*"([^"]+)"/.exec(manifest)?.[1] ?? 'unknown'
  return fileURLToPath(
    new URL(`../../../../node_modules/.cache/demarche/empty-database-${version}.tar`, import.meta.url),
  )
}

/** The empty database as an archive, or undefined when none was prepared. */
export async function readTemplate(): Promise<Blob | undefined> {
  const path = templatePath()
  return existsSync(path) ? openAsBlob(path) : undefined
}

/** Makes the archive unless it is there; safe when two processes do it at once. */
export async function prepareTemplate(): Promise<void> {
  const path = templatePath()
  if (existsSync(path)) return
  const database = await PGlite.create()
  const archive = Buffer.from(await (await database.dumpDataDir('none')).arrayBuffer())
  await database.close()
  mkdirSync(dirname(path), { recursive: true })
  const partial = `${path}.${process.pid}`
  writeFileSync(partial, archive)
  renameSync(partial, path)
}

if (import.meta.main) await prepareTemplate()
