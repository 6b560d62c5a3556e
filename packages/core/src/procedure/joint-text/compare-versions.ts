/**
 * Two versions of the joint text, paragraph by paragraph: changed, added, removed, moved.
 *
 * Paragraphs are the same when they have the same id, whatever their words and place.
 *
 * Rule TXT-11 in docs/rules/joint-text.md. Next door: `compare-words.ts`, `given-up.ts`.
 */
import { diffArrays } from 'diff'
import { compareWords, type WordRun } from './compare-words.ts'
import type { Paragraph } from './joint-text.ts'

export interface ParagraphChange {
  readonly id: string
  readonly change: 'same' | 'changed' | 'added' | 'removed'
  /** it stands elsewhere among the paragraphs that both versions have */
  readonly moved: boolean
  /** its place in the first and in the second version, from 0; absent where it does not stand */
  readonly from?: number
  readonly to?: number
  readonly runs: readonly WordRun[]
}

/** Anything with paragraphs: a version, or the text as it stands. */
export interface Paragraphs {
  readonly paragraphs: readonly Paragraph[]
}

/**
 * What leads from version `a` to version `b`.
 *
 * @returns one entry for each paragraph, in the order of `b`; a removed one stands after the paragraph that it
 *   followed in `a`
 */
export function compareVersions(a: Paragraphs, b: Paragraphs): readonly ParagraphChange[] {
  const [before, after] = [placesOf(a), placesOf(b)]
  const moved = new Set(
    diffArrays(shared(before, after), shared(after, before)).flatMap(({ added, value }) =>
      added ? value : [],
    ),
  )
  const rows = b.paragraphs.map(({ id, text }, to): ParagraphChange => {
    const old = before.get(id)
    if (!old) return { id, change: 'added', moved: false, to, runs: compareWords('', text) }
    const runs = compareWords(old.text, text)
    return {
      id,
      change: runs.every(({ kind }) => kind === 'kept') ? 'same' : 'changed',
      moved: moved.has(id),
      from: old.index,
      to,
      runs,
    }
  })
  a.paragraphs.forEach(({ id, text }, from) => {
    if (after.has(id)) return
    const followed = a.paragraphs[from - 1]?.id
    const place = rows.findIndex((row) => row.id === followed) + 1
    rows.splice(place, 0, { id, change: 'removed', moved: false, from, runs: compareWords(text, '') })
  })
  return rows
}

function shared(places: ReadonlyMap<string, Placed>, others: ReadonlyMap<string, Placed>): string[] {
  return [...places.keys()].filter((id) => others.has(id))
}

interface Placed {
  readonly text: string
  readonly index: number
}

function placesOf({ paragraphs }: Paragraphs): ReadonlyMap<string, Placed> {
  return new Map(paragraphs.map(({ id, text }, index) => [id, { text, index }]))
}
