/**
 * The kinds of record from their files: parses each, puts the shared lists of words in place of their names, checks.
 *
 * A file `kinds/<id>.yaml` is one kind. `values: themes` stands for the list of that name in `lists/lists.yaml`, or for
 * `norms` and `norm-items` of the doctrine pack; `any` stands for words of the writer's own.
 *
 * Rests on: docs/rules/doctrine.md, DOC-60; docs/rules/portfolio.md. Next door: `shipped-records.ts`.
 */
import { type Norm, type RecordKind, recordKindSchema } from '@demarche/core'
import { parse } from 'yaml'
import { z } from 'zod'
import { lineFinder } from '../locate.ts'
import type { DoctrineFinding, PackFile, Place } from '../pack-file.ts'
import { kindIn, type KindTexts, listsIn } from './kind-texts.ts'

/** Lists of words by name: word to what it says. */
export type WordLists = Readonly<Record<string, Readonly<Record<string, string>>>>

const listsSchema = z.record(z.string(), z.record(z.string(), z.string().min(1)))

/** The lists in their file. @throws z.ZodError when it is no map of maps of texts */
export function readLists(text: string, norms: readonly Norm[]): WordLists {
  return {
    ...listsSchema.parse(parse(text)),
    norms: Object.fromEntries(norms.map(({ id, letter, label }) => [id, `(${letter}) ${label}`])),
    'norm-items': Object.fromEntries(
      norms.flatMap(({ letter, items }) => items.map(({ id, text: item }) => [id, `(${letter}) ${item}`])),
    ),
  }
}

/**
 * @param texts those of another language; English without
 * @returns the kinds in order of their files, and a finding DOC-60 for everything that keeps a file from being one
 */
export function loadKinds(
  files: readonly PackFile[],
  lists: WordLists,
  texts?: KindTexts,
): { readonly kinds: readonly RecordKind[]; readonly findings: readonly DoctrineFinding[] } {
  const findings: DoctrineFinding[] = []
  const spoken = listsIn(lists, texts)
  const kinds = files.flatMap((file): RecordKind[] => {
    const report = (place: Place, message: string) =>
      findings.push({ file: file.path, line: lineFinder(file.text)(place), rule: 'DOC-60', message })
    const data: unknown = parse(file.text)
    const result = recordKindSchema.safeParse(withLists(kindIn(data, texts), spoken, report, []))
    if (!result.success) {
      for (const issue of result.error.issues) {
        const place = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
        report(place, `"${place.join('.')}": ${issue.message}.`)
      }
      return []
    }
    if (file.path.endsWith(`/${result.data.id}.yaml`)) return [result.data]
    report(['id'], `the file of a kind is called by its id; expected ${result.data.id}.yaml.`)
    return []
  })
  const known = new Set([...kinds.map(({ id }) => id), 'case'])
  for (const { id, properties } of kinds) {
    for (const [index, { to = [] }] of properties.entries()) {
      const stranger = to.find((kind) => !known.has(kind))
      if (stranger === undefined) continue
      findings.push({
        file: `kinds/${id}.yaml`,
        line: lineFinder(files.find(({ path }) => path.endsWith(`/${id}.yaml`))?.text ?? '')([
          'properties',
          index,
          'to',
        ]),
        rule: 'DOC-60',
        message: `there is no kind "${stranger}" to point at.`,
      })
    }
  }
  return { kinds, findings }
}

/** The same value with every `values: <name of a list>` replaced by the list. */
function withLists(
  value: unknown,
  lists: WordLists,
  report: (place: Place, message: string) => void,
  place: Place,
): unknown {
  if (Array.isArray(value)) {
    return value.map((one: unknown, index) => withLists(one, lists, report, [...place, index]))
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
      if (key !== 'values' || typeof inner !== 'string')
        return [[key, withLists(inner, lists, report, [...place, key])]]
      if (inner === 'any') return []
      const list = lists[inner]
      if (!list)
        report(
          [...place, key],
          `there is no list "${inner}"; expected any or ${Object.keys(lists).join(', ')}.`,
        )
      return [[key, list ?? {}]]
    }),
  )
}
