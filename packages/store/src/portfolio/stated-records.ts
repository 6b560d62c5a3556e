/**
 * All records of the portfolio that a reader may see, with what is stated of each, in the order of lists: how what is open is
 * counted and listed among many without reading each.
 *
 * A record that stands under one label is told by the text kept beside it (core, `statedProperties`). One that stands under
 * several, or of which that text cannot tell, is named, and the caller reads it.
 *
 * Rules: docs/rules/portfolio.md, PFO-52. Next door: `../ledger/kept-by-label.ts` keeps them label by label, `find-records.ts` is for
 * lists, `record-part.ts` makes the rows.
 */
import { SETTLED_FACETS } from '@demarche/core'
import { sql } from 'kysely'
import type { Session } from '../engine/session.ts'
import { keepByLabel, keepTogether, type Label } from '../ledger/kept-by-label.ts'
import { facetTable, resolveCrossing } from './find-records.ts'
import { isPortfolioKind, lastDayOf, type RecordPart } from './record-part.ts'

export interface StatedRecord {
  readonly entity: string
  readonly kind: string
  /** folded, by which it has its place; null comes last */
  readonly nameSort: string | null
  /** null: only reading it can tell */
  readonly stated: string | null
  /** the last day on which it may be due, where nothing settles it (`SETTLED_FACETS`); null where no day is told */
  readonly unsettledUntil: string | null
}

/** What one label tells of a record. */
interface Told extends StatedRecord {
  readonly stands: boolean
}

/** @param facets only records with one of them; all when absent */
export type StatedRecords = (session: Session, facets?: readonly string[]) => Promise<readonly StatedRecord[]>

/** By kind in order of their names, then by name. @param lately what was just put on record here */
export function keepStatedRecords(): StatedRecords {
  const byLabel = keepByLabel<Told>({ read: toldUnder, concerns: isPortfolioKind })
  const once = keepTogether<Told, readonly StatedRecord[]>()
  return async (session, facets) => {
    const { labels } = await byLabel(session)
    const all = await once(labels, async () => together(labels, await resolveCrossing(session)))
    if (!facets) return all
    const tied = await tiedTo(session, facets)
    return all.filter(({ entity }) => tied.has(entity))
  }
}

async function toldUnder(
  session: Session,
  markingKey: string,
  entities?: readonly string[],
): Promise<ReadonlyMap<string, Told>> {
  const among = entities ? sql`and entity = any(${entities})` : sql``
  const { rows } = await sql<Omit<Told, 'unsettledUntil'> & { due: string | null; settled: boolean }>`
    select entity, kind, name_sort as "nameSort", stated, stands, due_date as due, entity in (
      select entity from demarche.record_facets
      where marking_key = ${markingKey} and facet = any(${SETTLED_FACETS}) ${among}) as settled
    from demarche.record_parts where marking_key = ${markingKey} ${among}
    order by kind, name_sort nulls last, entity`.execute(session)
  return new Map(
    rows.map(({ due, settled, ...part }) => [
      part.entity,
      { ...part, unsettledUntil: settled ? null : lastDayOf(due) },
    ]),
  )
}

function together(labels: readonly Label<Told>[], resolved: readonly RecordPart[]): readonly StatedRecord[] {
  const found = new Map<string, Told>()
  for (const label of labels) {
    for (const [entity, told] of label) {
      const other = found.get(entity)
      found.set(entity, other ? underBoth(other, told) : told)
    }
  }
  for (const part of resolved) if (found.has(part.entity)) found.set(part.entity, toldBy(part))
  // most of each label stands in order already, which sorting knows how to use
  return [...found.values()].filter(({ stands }) => stands).toSorted(inOrder)
}

/** Of what stands under several labels, only reading can tell; of several names the first in order places it. */
function underBoth(one: Told, other: Told): Told {
  return {
    ...one,
    nameSort: [one.nameSort, other.nameSort].toSorted(lastIfNone)[0] ?? null,
    stated: null,
    unsettledUntil: null,
    stands: one.stands || other.stands,
  }
}

function toldBy({ entity, kind, name_sort, stated, due_date, stands, facets }: RecordPart): Told {
  const settled = facets.some((facet) => SETTLED_FACETS.includes(facet))
  return {
    entity,
    kind,
    nameSort: name_sort,
    stated,
    unsettledUntil: settled ? null : lastDayOf(due_date),
    stands,
  }
}

function inOrder(one: StatedRecord, other: StatedRecord): number {
  return (
    compared(one.kind, other.kind) ||
    lastIfNone(one.nameSort, other.nameSort) ||
    compared(one.entity, other.entity)
  )
}

function lastIfNone(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return compared(one, other)
}

function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

async function tiedTo(session: Session, facets: readonly string[]): Promise<ReadonlySet<string>> {
  const resolved = await resolveCrossing(session)
  const { rows } = await sql<{ entity: string }>`
    with ${facetTable(resolved)} select distinct entity from facets where facet = any(${facets})`.execute(
    session,
  )
  return new Set(rows.map(({ entity }) => entity))
}
