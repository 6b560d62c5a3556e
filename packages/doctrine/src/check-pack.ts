/**
 * Checks a whole pack: every file by itself, then everything the entries say of each other.
 *
 * Gives all findings in the order of files and lines, never only the first.
 *
 * Rests on: docs/rules/doctrine.md, DOC-01 to DOC-28 and what those next door check. Next door: `read-entries.ts`, `check-rules.ts`,
 * `check-references.ts`.
 */
import { checkPlaces } from './check-places.ts'
import { checkProcess } from './check-process.ts'
import { checkReferences } from './check-references.ts'
import { checkRights } from './check-rights.ts'
import { checkRules } from './check-rules.ts'
import { lineFinder } from './locate.ts'
import type { DoctrineFinding, Fault, PackFile } from './pack-file.ts'
import { type PackEntries, readEntries } from './read-entries.ts'

/** Kinds of file without which a pack cannot answer. */
const NEEDED = [
  ['pack', 'pack.yaml'],
  ['proportionality', 'proportionality.yaml'],
  ['votingRules', 'process/voting-rules.yaml'],
  ['roles', 'process/roles.yaml'],
  ['tests', 'tests/'],
  ['scales', 'scales/'],
  ['measures', 'measures/'],
  ['norms', 'norms/'],
  ['packages', 'packages/'],
  ['documents', 'documents/'],
] as const

/** @returns the entries that fit their shape, and every finding about the files */
export function checkPack(files: readonly PackFile[]): {
  entries: PackEntries
  findings: readonly DoctrineFinding[]
} {
  const { entries, faults } = readEntries(files)
  const missing = NEEDED.filter(([, path]) => !files.some((file) => file.path.startsWith(path))).map(
    ([, path]): Fault => ({
      path,
      place: [],
      rule: 'DOC-02',
      message: path.endsWith('/') ? 'the pack has no file in this folder.' : 'the pack has no such file.',
    }),
  )
  const all = [
    ...missing,
    ...faults,
    ...checkRules(entries),
    ...checkReferences(entries),
    ...checkProcess(entries),
    ...checkPlaces(entries),
    ...checkRights(entries),
  ]
  return { entries, findings: locate(all, files) }
}

function locate(faults: readonly Fault[], files: readonly PackFile[]): DoctrineFinding[] {
  const texts = new Map(files.map((file) => [file.path, file.text]))
  const finders = new Map<string, (place: Fault['place']) => number>()
  const lineOf = ({ path, place, line }: Fault): number => {
    if (line !== undefined) return line
    const text = texts.get(path)
    if (text === undefined || place.length === 0) return 1
    const finder = finders.get(path) ?? lineFinder(text)
    finders.set(path, finder)
    return finder(place)
  }
  return faults
    .map((fault) => ({ file: fault.path, line: lineOf(fault), rule: fault.rule, message: fault.message }))
    .toSorted((a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.rule, b.rule))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
