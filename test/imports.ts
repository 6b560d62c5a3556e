/**
 * The imports of the house, as arrows between files.
 *
 * In: source files with their text, so that a test can also judge a file that is not there. Out: arrows that point the
 * wrong way by ARCHITECTURE.md, each with the table's answer, and circles of files that need each other to start.
 *
 * Next door: `arrows.test.ts` asks it of the house as it stands.
 */
import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'
import { z } from 'zod'

const root = fileURLToPath(new URL('../', import.meta.url))

/** A file by its path in the repository, such as `packages/core/src/index.ts`. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** `to` is a path in the repository, or the specifier of something outside it, such as `node:fs`. */
export interface Arrow {
  readonly from: string
  readonly to: string
  /** the file cannot start without it; false where only types cross, or where it is loaded later */
  readonly atStart: boolean
}

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
  testkit: ['core'],
}
export const PACKAGES = Object.keys(MAY_IMPORT)

/** Inside core: a folder imports only from folders on its own floor and lower ones. */
const CORE_FLOORS: readonly (readonly string[])[] = [
  ['kernel', 'refusal'],
  ['places'],
  ['incident'],
  ['reason'],
  ['assessment', 'norms', 'attribution'],
  ['drafting', 'toolbox', 'listing', 'portfolio', 'rights'],
  ['procedure'],
  ['notice', 'stakeholders'],
  ['review'],
  ['dossier'],
]

/** What ships of the packages: everything under `src` but tests. */
export function shippedFiles(): readonly SourceFile[] {
  return globSync('packages/*/src/**/*.{ts,tsx}', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/\.test\.tsx?$/.test(path) && !/\/src\/test\//.test(path))
    .map((path) => ({ path, text: readFileSync(root + path, 'utf8') }))
}

const known = new WeakMap<SourceFile, readonly Arrow[]>()

/** Every import and re-export of a file, dynamic ones and imported types included; each file is read once. */
export function arrowsFrom(file: SourceFile): readonly Arrow[] {
  const arrows = known.get(file) ?? readArrows(file)
  known.set(file, arrows)
  return arrows
}

function readArrows({ path, text }: SourceFile): readonly Arrow[] {
  const { module } = parseSync(path, text)
  const arrow = (specifier: string, atStart: boolean): Arrow => ({
    from: path,
    to: placeOf(specifier, path),
    atStart,
  })
  return [
    ...module.staticImports.map(({ moduleRequest, entries }) =>
      arrow(moduleRequest.value, entries.length === 0 || entries.some(({ isType }) => !isType)),
    ),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest ? [arrow(moduleRequest.value, !isType)] : [],
      ),
    ),
    ...[...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].map(([, specifier]) =>
      arrow(specifier ?? '', false),
    ),
  ]
}

function placeOf(specifier: string, from: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  const [, name, rest] = /^@demarche\/([a-z]+)(?:\/(.+))?$/.exec(specifier) ?? []
  return name === undefined ? specifier : `packages/${name}/src/${rest ?? 'index.ts'}`
}

/** Arrows that ARCHITECTURE.md does not allow, each as a line that says what it would allow. */
export function wrongArrows(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(arrowsFrom).flatMap((arrow) => [...betweenPackages(arrow), ...insideCore(arrow)])
}

function betweenPackages({ from, to }: Arrow): readonly string[] {
  const name = packageOf(from)
  const target = packageOf(to)
  if (name === undefined) return []
  if (name === 'core' && to.startsWith('node:')) return [`${from} → ${to} (core imports no node: module)`]
  if (target === undefined || target === name) return []
  const allowed = MAY_IMPORT[name] ?? []
  if (!allowed.includes(target))
    return [`${from} → ${to} (${name} may import: ${allowed.join(', ') || 'nothing'})`]
  return to.startsWith(`packages/${target}/src/`)
    ? []
    : [`${from} → ${to} (not part of what ${target} offers)`]
}

function insideCore({ from, to }: Arrow): readonly string[] {
  const [floor, target] = [floorOf(from), floorOf(to)]
  return floor >= 0 && target > floor ? [`${from} → ${to} (looks up)`] : []
}

function packageOf(path: string): string | undefined {
  return /^packages\/([a-z]+)\//.exec(path)?.[1]
}

function floorOf(path: string): number {
  const folder = /^packages\/core\/src\/([a-z]+)\//.exec(path)?.[1]
  return CORE_FLOORS.findIndex((floor) => folder !== undefined && floor.includes(folder))
}

/** Folders of core that stand on no floor: a new one is given its place first. */
export function foldersWithoutFloor(files: readonly SourceFile[]): readonly string[] {
  const folders = files.flatMap(({ path }) => /^packages\/core\/src\/([a-z-]+)\//.exec(path)?.[1] ?? [])
  return [...new Set(folders)].filter((folder) => !CORE_FLOORS.flat().includes(folder))
}

/** Imports of libraries that the package's own `package.json` does not name; another package may drop them any day. */
export function undeclared(files: readonly SourceFile[]): readonly string[] {
  const declared = new Map(
    PACKAGES.map((name) => {
      const { dependencies } = z
        .object({ dependencies: z.record(z.string(), z.string()) })
        .parse(JSON.parse(readFileSync(`${root}packages/${name}/package.json`, 'utf8')))
      return [name, Object.keys(dependencies)]
    }),
  )
  return files.flatMap(arrowsFrom).flatMap(({ from, to }) => {
    if (/^(?:packages\/|node:|virtual:)/.test(to)) return []
    const library = to.split('/', to.startsWith('@') ? 2 : 1).join('/')
    return declared.get(packageOf(from) ?? '')?.includes(library) ? [] : [`${from} → ${library}`]
  })
}

/**
 * Circles of files that need each other to start; types, and what is loaded later, make none.
 * @returns each circle once, as the path round it
 */
export function circles(files: readonly SourceFile[]): readonly string[] {
  const arrows = new Map(
    files.map((file) => [file.path, arrowsFrom(file).flatMap(({ to, atStart }) => (atStart ? [to] : []))]),
  )
  const done = new Set<string>()
  const found: string[] = []
  const walk = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) {
      found.push([...way.slice(way.indexOf(path)), path].join(' → '))
      return
    }
    if (done.has(path)) return
    for (const to of arrows.get(path) ?? []) walk(to, [...way, path])
    done.add(path)
  }
  for (const path of arrows.keys()) walk(path, [])
  return found
}

/** Everything that is read before the file can start: files by their paths, and libraries. */
export function readAtStart(files: readonly SourceFile[], from: string): ReadonlySet<string> {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const reached = new Set([from])
  for (const path of reached) {
    const file = byPath.get(path)
    if (file) for (const { to, atStart } of arrowsFrom(file)) if (atStart) reached.add(to)
  }
  return reached
}
