/**
 * All records of the portfolio that a reader may see, with what is stated of each and by what it is found, in the order of lists:
 * how what is open, and what counts for a goal, is counted and listed among many without reading each.
 *
 * A record that stands under one label is told by the text kept beside it (core, `statedProperties`). One that stands under
 * several, or of which that text cannot tell, is named, and the caller reads it.
 *
 * Rules: docs/rules/portfolio.md, PFO-52, GOL-08. Next door: `../ledger/kept-by-label.ts` keeps them label by label, `find-records.ts` is for
 * lists, `record-part.ts` makes the rows.
 */
import { SETTLED_FACETS } from '@demarche/core'
import { sql } from 'kysely'
import type { Session } from '../engine/session.ts'
import { keepByLabel, keepTogether, type Label } from '../ledger/kept-by-label.ts'
import { resolveCrossing } from './find-records.ts'
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
  /** its words, and what it names, as `property=value`; those of all its labels */
  readonly facets: readonly string[]
}

/** What one label tells of a record. */
interface Told extends StatedRecord {
  readonly stands: boolean
}

/** @param facets only records with one of them; all when absent */
export type StatedRecords = (session: Session, facets?: readonly string[]) => Promise<readonly StatedRecord[]>

/** For all readers of one process: by kind in order of their names, then by name. */
export function keepStatedRecords(): StatedRecords {
  const byLabel = keepByLabel<Told>({ read: toldUnder, concerns: isPortfolioKind })
  const once = keepTogether<Told, readonly StatedRecord[]>()
  return async (session, facets) => {
    const { labels } = await byLabel(session)
    const all = await once(labels, async () => together(labels, await resolveCrossing(session)))
    if (!facets) return all
    const wanted = new Set(facets)
    return all.filter((record) => record.facets.some((facet) => wanted.has(facet)))
  }
}

async function toldUnder(
  session: Session,
  markingKey: string,
  entities?: readonly string[],
): Promise<ReadonlyMap<string, Told>> {
  const among = entities ? sql`and entity = any(${entities})` : sql``
  const { rows } = await sql<ToldRow>`
    select entity, kind, name_sort as "nameSort", stated, stands, due_date as due, found.facets
    from demarche.record_parts left join (
      select entity, json_agg(facet order by facet) as facets
      from demarche.record_facets where marking_key = ${markingKey} ${among} group by entity
    ) as found using (entity)
    where marking_key = ${markingKey} ${among}
    order by kind, name_sort nulls last, entity`.execute(session)
  const shared = sharedTexts()
  return new Map(
    rows.map(({ due, facets, ...part }) => [part.entity, toldWith(part, due, facets?.map(shared))]),
  )
}

type ToldRow = Omit<Told, 'unsettledUntil' | 'facets'> & {
  readonly due: string | null
  readonly facets: readonly string[] | null
}

function toldWith(
  part: Omit<Told, 'unsettledUntil' | 'facets'>,
  due: string | null,
  facets: readonly string[] = [],
): Told {
  const settled = facets.some((facet) => SETTLED_FACETS.includes(facet))
  return { ...part, unsettledUntil: settled ? null : lastDayOf(due), facets }
}

/** Gives the same text for texts that are alike: many records have few words. */
function sharedTexts(): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const same = known.get(text)
    if (same === undefined) known.set(text, text)
    return same ?? text
  }
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
    facets: [...new Set([...one.facets, ...other.facets])].toSorted(),
    stands: one.stands || other.stands,
  }
}

function toldBy({ entity, kind, name_sort: nameSort, stated, due_date, stands, facets }: RecordPart): Told {
  return toldWith({ entity, kind, nameSort, stated, stands }, due_date, facets.toSorted())
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
