/**
 * Naming an item of evidence, kept at the border: only by who may see it, and only to people who may know of it.
 *
 * The address of an item is made from its name, so whoever reads a statement that names it learns that there is such a thing.
 * An item that the author may not see and one that there is not give the same refusal.
 *
 * Rule: docs/rules/evidence.md, EVI-02. Next door: `check-statement.ts`.
 */
import { type Fault, faultOf, refusalOf } from '@demarche/api'
import {
  effectiveMarking,
  formatMarking,
  inWords,
  leastMarkings,
  type Marking,
  mayBeNamedIn,
  type Source,
  standingAssertions,
  type Statement,
} from '@demarche/core'
import type { Reader, Store } from '@demarche/store'

/** @throws DemarcheError value-refused with every item that may not be named so */
export async function checkEvidence(
  store: Pick<Store, 'as'>,
  reader: Reader,
  { source, marking }: { readonly source: Pick<Source, 'evidence'>; readonly marking: Marking },
): Promise<void> {
  const items = source.evidence ?? []
  if (items.length === 0) return
  const known = Map.groupBy(await store.as(reader).statementsOf(items), ({ entity }) => entity)
  const own = effectiveMarking({ marking, assertedBy: reader.party })
  const faults = items.flatMap((item, index): Fault[] => {
    const place = `/source/evidence/${index}`
    const statements = known.get(item) ?? []
    if (statements.length === 0)
      return [faultOf(place, inWords('evidence-not-on-record', { seen: item }), 'EVI-02')]
    const said = statements.map(effectiveMarking)
    if (mayBeNamedIn(own, said)) return []
    const choices = leastMarkings(said).map(formatMarking)
    const words = inWords('evidence-too-open', { marking, name: nameIn(statements, item), choices })
    return [faultOf(place, words, 'EVI-02')]
  })
  if (faults.length === 0) return
  throw refusalOf('value-refused', ...faults)
}

/** What the item is called, by what its author sees of it. */
function nameIn(statements: readonly Statement[], item: string): string {
  const names = standingAssertions(statements).flatMap(({ assertion: { property, value } }) =>
    property === 'name' && typeof value === 'string' ? [value] : [],
  )
  return names.at(-1) ?? item
}
