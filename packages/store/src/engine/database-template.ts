/**
 * An empty embedded database kept as a folder, so that a new store opens in a moment.
 *
 * Making the system tables takes seconds and always gives the same result, so it is done once after installation
 * (`scripts/bootstrap.mjs` runs this file) and copied from then on. Without it a new store is made the slow way.
 *
 * Next door: `embedded-worker.ts` uses it.
 */
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
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
    new URL(`../../../../node_modules/.cache/demarche/empty-database-${version}`, import.meta.url),
  )
}

/** Puts an empty database into the folder, whole or not at all; does nothing when no template was prepared. */
export function copyTemplate(directory: string): void {
  const template = templatePath()
  if (!existsSync(template)) return
  const partial = `${directory}.partial`
  rmSync(partial, { recursive: true, force: true })
  cpSync(template, partial, { recursive: true })
  chmodSync(partial, 0o700)
  rmSync(directory, { recursive: true, force: true })
  renameSync(partial, directory)
}

/** Makes the template unless it is there; safe when two processes do it at once. */
export async function prepareTemplate(): Promise<void> {
  const path = templatePath()
  if (existsSync(path)) return
  mkdirSync(dirname(path), { recursive: true })
  const partial = join(dirname(path), `partial-${process.pid}`)
  const database = await PGlite.create({ dataDir: partial })
  await database.close()
  try {
    renameSync(partial, path)
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    if (!existsSync(path)) throw error
  }
}

if (import.meta.main) await prepareTemplate()
