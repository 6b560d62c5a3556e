/**
 * A record read sparingly: what fits the schema is kept, each value that does not is left out and named.
 *
 * One wrong value must not cost a whole case. Only a fault in an essential field, or something that is no object at all,
 * refuses the record. An entry of a list that lacks what makes it one is left out as a whole.
 *
 * Texts name what was seen and what is expected. Next door: `read-case-json.ts`; rules INT-15 and INT-17.
 */
import { inWords, type RefusalWords, withSeen, wordsOfIssue } from '@demarche/core'
import type { z } from 'zod'
import { shortened } from '../reading.ts'

/** One fault: JSON pointer within the record, and a sentence. */
export interface Misfit {
  readonly pointer: string
  readonly message: string
  /** of it for other languages than English; absent for a rule of the schema's own */
  readonly words?: RefusalWords
}

export type Fit<T> =
  | { readonly record: T; readonly leftOut: readonly Misfit[] }
  /** refused: faults in what is essential */
  | { readonly record: null; readonly faults: readonly Misfit[] }

type Path = readonly PropertyKey[]

/**
 * Reads a value by a schema, leaving out what does not fit.
 * @param essential fields without which there is no record; a fault in one of them, or below, refuses it
 */
export function keepWhatFits<T>(
  schema: z.ZodType<T>,
  candidate: unknown,
  essential: readonly string[] = ['id', 'name'],
): Fit<T> {
  const leftOut: Misfit[] = []
  let kept = candidate
  for (;;) {
    const result = schema.safeParse(kept)
    if (result.success) return { record: result.data, leftOut }
    const issues = result.error.issues.filter(({ path }) => !isGap(kept, path))
    if (issues.length === 0) {
      // only the gaps are left, of entries taken out before: places keep their numbers until the end
      kept = closeGaps(kept)
      continue
    }
    const seen = kept
    const refused = issues.filter(
      ({ path }) => path.length === 0 || essential.includes(String(path[0])) || !hasRoom(seen, path),
    )
    if (refused.length > 0) {
      return {
        record: null,
        faults: refused.map((issue) => misfit(issue, issue.path, valueAt(seen, issue.path))),
      }
    }
    for (const issue of issues) {
      const value = valueAt(seen, issue.path)
      const target = value === undefined ? issue.path.slice(0, -1) : issue.path
      if (valueAt(kept, target) === undefined) continue
      kept = without(kept, target)
      leftOut.push(value === undefined ? lack(issue, target) : misfit(issue, target, value, '; left out'))
    }
  }
}

function misfit(issue: z.core.$ZodIssue, path: Path, seen: unknown, end = ''): Misfit {
  const words = wordsOfIssue({ ...issue })
  const found = shown(seen)
  return {
    pointer: pointerOf(path),
    message: `${sentence(issue, seen)}${end}`,
    ...(words && { words: found === undefined ? words : withSeen(words, { found }) }),
  }
}

function lack(issue: z.core.$ZodIssue, path: Path): Misfit {
  const name = String(issue.path.at(-1))
  const message = `has no "${name}"; left out as a whole`
  return { pointer: pointerOf(path), message, words: inWords('line-lacks', { name }) }
}

/** The fault of one issue in words: what is expected, and what was seen. */
export function sentence(issue: z.core.$ZodIssue, seen: unknown): string {
  return `${expectationOf(issue)}, saw ${describe(seen)}`
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['string', 'a text'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['object', 'an object with named fields'],
  ['record', 'an object with named fields'],
])

function expectationOf(issue: z.core.$ZodIssue): string {
  if (issue.message.startsWith('expected ')) return issue.message
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${KINDS.get(issue.expected) ?? issue.expected}`
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `expected ${issue.origin === 'string' ? 'a text' : 'a list'} that is not empty`
        : `expected at least ${issue.minimum}`
    case 'too_big':
      return issue.origin === 'string'
        ? `expected at most ${issue.maximum} characters`
        : `expected at most ${issue.maximum}`
    default:
      return 'expected a value of the layout'
  }
}

const LONGEST = 60

/** A single value as it stands in the file, cut where it is long; undefined for what has parts, and for nothing. */
function shown(seen: unknown): string | undefined {
  if (typeof seen !== 'string' && typeof seen !== 'number' && typeof seen !== 'boolean') return undefined
  const text = String(seen)
  if (text === '') return undefined
  return shortened(text, LONGEST)
}

function describe(seen: unknown): string {
  if (seen === undefined || seen === null) return 'nothing'
  if (typeof seen === 'string') {
    if (seen === '') return 'an empty text'
    return `the text "${shortened(seen, LONGEST)}"`
  }
  if (typeof seen === 'number') return `the number ${seen}`
  if (typeof seen === 'boolean') return String(seen)
  return Array.isArray(seen) ? 'a list' : 'an object'
}

function pointerOf(path: Path): string {
  return path.map((part) => `/${String(part)}`).join('')
}

/** True when leaving something out at this path still leaves a record. */
function hasRoom(value: unknown, path: Path): boolean {
  return valueAt(value, path) !== undefined || path.length > 1
}

/** True for an entry of a list that was taken out. */
function isGap(value: unknown, path: Path): boolean {
  return (
    path.length > 0 && Array.isArray(valueAt(value, path.slice(0, -1))) && valueAt(value, path) === undefined
  )
}

function valueAt(value: unknown, path: Path): unknown {
  let found = value
  for (const part of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part)) return undefined
    found = Reflect.get(found, part)
  }
  return found
}

/** A copy without the value at the path; in a list a gap stays in its place. */
function without(value: unknown, [part, ...rest]: Path): unknown {
  if (part === undefined || typeof value !== 'object' || value === null) return undefined
  if (Array.isArray(value)) {
    return value.map((entry: unknown, index) => (index === Number(part) ? without(entry, rest) : entry))
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) =>
      key !== String(part) ? [[key, entry]] : rest.length === 0 ? [] : [[key, without(entry, rest)]],
    ),
  )
}

function closeGaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((entry) => entry !== undefined).map(closeGaps)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, closeGaps(entry)]))
}
