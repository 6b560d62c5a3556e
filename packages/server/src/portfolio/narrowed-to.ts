/**
 * How lists over the portfolio are narrowed: to a kind of record, to a place.
 *
 * Next door: `open-points-desk.ts`, `coming-desk.ts`, `changes-desk.ts`.
 */
import { faultOf, refusalOf } from '@demarche/api'
import { type CountryGroup, facet, groupsOf, inWords, type RecordKind, tiesToPlace } from '@demarche/core'

/** @param id as somebody asks for it @throws DemarcheError not-found for a kind that there is not */
export function knownKind(byId: ReadonlyMap<string, RecordKind>, id: string): RecordKind {
  const kind = byId.get(id)
  if (kind) return kind
  throw refusalOf('not-found', faultOf('/', inWords('no-such-kind', { seen: id })))
}

/** By what records are tied to the place; a source that names a region of it and no country speaks of it too. */
export function facetsAt(
  kinds: readonly RecordKind[],
  groups: readonly CountryGroup[],
  place: string,
  day: string,
): readonly string[] {
  return [
    ...new Set([
      ...tiesToPlace(kinds, place).map((tie) => tie.facet),
      ...groupsOf(groups, place, day).map(({ group }) => facet('regions', group.id)),
    ]),
  ]
}
