/**
 * Everything that is tied to a place or a record, kind by kind, over what the reader may see: how many, the last of them, and
 * what is open still.
 *
 * Next door: `find-records.ts` for lists; `record-part.ts` makes the rows.
 */
import { kindOfEntity } from '@demarche/core'
import { type RawBuilder, sql } from 'kysely'
import type { Session } from '../engine/session.ts'
import { facetTable, type RecordsFound, resolveCrossing } from './find-records.ts'
import { NO_END } from './record-part.ts'

/** Records of a kind that nothing has settled yet. */
export interface OpenRecords {
  readonly kind: string
  /** whatever has one of these facets is settled */
  readonly settled: readonly string[]
  /** it may have gone on, or be due, on this day or later */
  readonly from?: string | undefined
}

/** How many records of a kind are tied to something by a property, and the first of them. */
export interface TiedRecords extends Omit<RecordsFound, 'next'> {
  readonly kind: string
  /** the property by which they are, `property.part` of a value with parts */
  readonly property: string
  /** what is open still beyond those */
  readonly open: readonly string[]
}

/** What is tied to something, and when it is. */
interface Tied {
  readonly entity: string
  /** when it is due or begins; null where nothing says so */
  readonly day: string | null
  /** the last day on which it may end or be due, as a text to be compared */
  readonly until: string
}

/**
 * Everything that has one of these facets, by kind and property: how many, and the last `most` of each by date. Cases are
 * among them, by their countries. What is due or begins last comes first; what has no date comes last.
 * What ties a record and when it is are read from the labels that tie it: where only another label says when, it stands as undated
 * (looking for the date there as well doubled what the question costs).
 *
 * The database gives what is tied as one text for each facet, and it is put in order here: that takes a quarter of the time, and
 * what is tied to most is a matter of milliseconds.
 *
 * @param open of these kinds also what is open still, `most` of each however old it is: first what ends or is due first
 */
export async function findTied(
  session: Session,
  facets: readonly string[],
  most: number,
  open: readonly OpenRecords[] = [],
): Promise<readonly TiedRecords[]> {
  if (facets.length === 0) return []
  const table = facetTable(await resolveCrossing(session))
  const { rows } = await sql<{ facet: string; tied: string }>`
    with ${table}
    select facet, string_agg(entity || ' ' || until || ' ' || coalesce(day, ''), ',') as tied
    from facets where facet = any(${facets}) group by facet`.execute(session)
  const sections = sectionsOf(rows)
  const stillOpen = new Set(
    (await Promise.all(open.map((kind) => stillOpenAmong(session, table, sections, kind, most)))).flat(),
  )
  return sections.map(({ kind, property, tied }) => {
    const last = tied.toSorted(lastFirst).slice(0, most)
    const shown = new Set(last)
    return {
      kind,
      property,
      total: tied.length,
      entities: last.map(({ entity }) => entity),
      open: tied
        .filter((one) => stillOpen.has(one) && !shown.has(one))
        .toSorted(endsFirst)
        .map(({ entity }) => entity),
    }
  })
}

interface TiedSection {
  readonly kind: string
  readonly property: string
  readonly tied: readonly Tied[]
}

/** By kind and property, each entity once: of several labels the last day and the last end, of those that tell one. */
function sectionsOf(
  rows: readonly { readonly facet: string; readonly tied: string }[],
): readonly TiedSection[] {
  const sections = new Map<string, Map<string, Tied>>()
  for (const { facet, tied } of rows) {
    const property = facet.slice(0, facet.indexOf('='))
    for (const text of tied.split(',')) {
      const [entity = '', until = '', day = ''] = text.split(' ')
      const key = `${kindOfEntity(entity)} ${property}`
      const section = sections.get(key) ?? new Map<string, Tied>()
      sections.set(key, section)
      const one = { entity, day: day || null, until }
      const other = section.get(entity)
      section.set(entity, other ? ofBoth(one, other) : one)
    }
  }
  return [...sections]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, section]) => {
      const [kind = '', property = ''] = key.split(' ')
      return { kind, property, tied: [...section.values()] }
    })
}

/** A label that says nothing of dates does not make it last for ever. */
function ofBoth(one: Tied, other: Tied): Tied {
  const told = [one, other].filter(({ day, until }) => day !== null || until !== NO_END)
  const days = told.flatMap(({ day }) => day ?? []).toSorted()
  return {
    entity: one.entity,
    day: days.at(-1) ?? null,
    until:
      told
        .map(({ until }) => until)
        .toSorted()
        .at(-1) ?? NO_END,
  }
}

/** What is open still of the kind, what ends first. */
async function stillOpenAmong(
  session: Session,
  table: RawBuilder<unknown>,
  sections: readonly TiedSection[],
  { kind, settled, from = '' }: OpenRecords,
  most: number,
): Promise<readonly Tied[]> {
  const tied = sections.flatMap((section) => (section.kind === kind ? section.tied : []))
  const lasting = tied.filter(({ until }) => until >= from).toSorted(endsFirst)
  const found: Tied[] = []
  // most often the first portion has enough of them
  for (let start = 0, size = PORTION * most; found.length < most && start < lasting.length; size *= PORTION) {
    const portion = lasting.slice(start, (start += size))
    const done = await entitiesWith(session, table, settled, portion)
    found.push(...portion.filter(({ entity }) => !done.has(entity)))
  }
  return found.slice(0, most)
}

const PORTION = 4

/** Which of them have one of the facets. */
async function entitiesWith(
  session: Session,
  table: RawBuilder<unknown>,
  facets: readonly string[],
  among: readonly Tied[],
): Promise<ReadonlySet<string>> {
  if (facets.length === 0) return new Set()
  const { rows } = await sql<{ entity: string }>`
    with ${table}
    select entity from facets
    where facet = any(${facets}) and entity = any(${among.map(({ entity }) => entity)})`.execute(session)
  return new Set(rows.map(({ entity }) => entity))
}

function lastFirst(one: Tied, other: Tied): number {
  if (one.day !== other.day) return one.day === null || (other.day !== null && one.day < other.day) ? 1 : -1
  return one.entity < other.entity ? -1 : 1
}

function endsFirst(one: Tied, other: Tied): number {
  if (one.until !== other.until) return one.until < other.until ? -1 : 1
  return one.entity < other.entity ? -1 : 1
}
