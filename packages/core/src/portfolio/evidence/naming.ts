/**
 * Under which markings an item of evidence may be named: the address of an item is made from its name, so whoever reads the
 * statement that names it learns of the item.
 *
 * Rule: docs/rules/evidence.md, EVI-02. Next door: `weigh-listing-use.ts`.
 */
import { isAtLeastAsStrict, type Marking, markingKey } from '../../kernel/marking.ts'

/**
 * True when a statement of that marking may name the item: everybody who may read it may know of the item.
 * @param own the marking of the statement as it counts
 * @param onRecord those of what is said of the item
 */
export function mayBeNamedIn(own: Marking, onRecord: readonly Marking[]): boolean {
  return onRecord.some((one) => isAtLeastAsStrict(own, one))
}

/** The markings under which it may be named, without those that are stricter than another of them. */
export function leastMarkings(onRecord: readonly Marking[]): readonly Marking[] {
  const all = [...new Map(onRecord.map((one) => [markingKey(one), one])).values()]
  return all.filter((one) => !all.some((other) => other !== one && isAtLeastAsStrict(one, other)))
}
