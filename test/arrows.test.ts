/**
 * Which way the arrows point: a package imports only from the floors below it (ARCHITECTURE.md).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const packages = fileURLToPath(new URL('../packages/', import.meta.url))

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  doctrine: ['core'],
  interchange: ['core'],
  api: ['core'],
  store: ['core', 'api'],
  documents: ['core', 'doctrine'],
  server: ['core', 'doctrine', 'interchange', 'documents', 'api', 'store'],
  cli: ['core', 'doctrine', 'interchange', 'documents', 'api', 'store', 'server'],
  desk: ['core', 'api'],
  testkit: ['core', 'doctrine', 'server', 'store'],
}
/** Inside core: a folder imports only from folders on lower floors. */
const CORE_FLOORS: readonly (readonly string[])[] = [
  ['kernel'],
  ['incident'],
  ['assessment', 'norms', 'attribution'],
  ['drafting', 'toolbox', 'listing'],
  ['procedure'],
  ['notice'],
  ['review'],
  ['dossier'],
]
const IMPORT = /(?:from|import\()\s*['"]([^'"]+)['"]/g

function floorOf(folder: string): number {
  return CORE_FLOORS.findIndex((floor) => floor.includes(folder))
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sources(path)
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : []
  })
}

function imports(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap(([, specifier]) => specifier ?? [])
}

describe('the house keeps its arrows', () => {
  it.each(Object.entries(MAY_IMPORT))('%s imports only from the floors below it', (name, allowed) => {
    const wrong = sources(join(packages, name, 'src')).flatMap((file) =>
      imports(file)
        .flatMap((specifier) => /^@demarche\/([a-z]+)/.exec(specifier)?.[1] ?? [])
        .filter((target) => target !== name && !allowed.includes(target))
        .map(
          (target) =>
            `${file.slice(packages.length)} → ${target} (${name} may import: ${allowed.join(', ') || 'nothing'})`,
        ),
    )
    expect(wrong).toEqual([])
  })

  it('core has no I/O, clock, randomness or environment', () => {
    const impure = /from 'node:|\bDate\.now\(|new Date\(\)|Math\.random\(|crypto\.|process\.|\bfetch\(/
    const wrong = sources(join(packages, 'core', 'src')).filter((file) =>
      impure.test(readFileSync(file, 'utf8')),
    )
    expect(wrong.map((file) => file.slice(packages.length))).toEqual([])
  })

  it('inside core, lower floors never look up', () => {
    const wrong = sources(join(packages, 'core', 'src')).flatMap((file) => {
      const folder = file.slice(join(packages, 'core', 'src').length + 1).split('/')[0] ?? ''
      return imports(file)
        .flatMap((specifier) => /^\.\.\/([a-z]+)\//.exec(specifier)?.[1] ?? [])
        .filter((target) => floorOf(folder) >= 0 && floorOf(target) > floorOf(folder))
        .map((target) => `${file.slice(packages.length)} looks up to ${target}`)
    })
    expect(wrong).toEqual([])
  })

  it('no file silences the compiler', () => {
    const silenced = /\bas any\b|: any\b|@ts-ignore|@ts-expect-error|@ts-nocheck/
    const wrong = readdirSync(packages).flatMap((name) =>
      sources(join(packages, name, 'src')).filter((file) => silenced.test(readFileSync(file, 'utf8'))),
    )
    expect(wrong.map((file) => file.slice(packages.length))).toEqual([])
  })
})
