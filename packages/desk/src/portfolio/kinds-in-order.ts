/** In which order the kinds of one part of the portfolio stand: what there is most of first. */
import type { RecordKind } from '@demarche/core'

type Listed = Pick<RecordKind, 'id' | 'plural'>

/** By how many records the reader sees, then by name in the order of the language. @param counts by id; absent for none */
export function kindsInOrder<Kind extends Listed>(
  kinds: readonly Kind[],
  counts: Readonly<Record<string, number>>,
  compare: (a: string, b: string) => number,
): readonly Kind[] {
  const count = ({ id }: Listed) => counts[id] ?? 0
  return kinds.toSorted((a, b) => count(b) - count(a) || compare(a.plural, b.plural))
}
