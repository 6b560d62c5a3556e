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
import {
  keepByLabel,
  keepTogether,
  type Label,
  type PutTogether,
  renewedSince,
} from '../ledger/kept-by-label.ts'
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

/** All that a reader sees. */
interface Together {
  readonly records: readonly StatedRecord[]
  /** those that are told by all their labels at once */
  readonly resolved: readonly string[]
}

/**
 * For all readers of one process: by kind in order of their names, then by name. After a change only what changed is put in its
 * place; every other record is the very object of before.
 */
export function keepStatedRecords(): StatedRecords {
  const byLabel = keepByLabel<Told>({ read: toldUnder, concerns: isPortfolioKind })
  const once = keepTogether<Told, Together>()
  return async (session, facets) => {
    const { labels } = await byLabel(session)
    const { records: all } = await once(labels, async (earlier) =>
      together(labels, await resolveCrossing(session), earlier),
    )
    if (!facets) return all
    const wanted = new Set(facets)
    return all.filter((record) => record.facets.some((facet) => wanted.has(facet)))
  }
}

/** Between records, between what is told of one, and for what is not told: no text that is kept holds these, see `textColumn`. */
const BETWEEN_RECORDS = '\u001e'
const BETWEEN = '\u001f'
const NOT_TOLD = '\u001d'

/** All of a kind come here as one text: a row for each of many records takes several times as long. */
async function toldUnder(
  session: Session,
  markingKey: string,
  entities?: readonly string[],
): Promise<ReadonlyMap<string, Told>> {
  const among = entities ? sql`and entity = any(${entities})` : sql``
  const { rows } = await sql<{ kind: string; records: string }>`
    select kind, string_agg(concat_ws(${BETWEEN}, entity, stands::text, coalesce(name_sort, ${NOT_TOLD}),
      coalesce(stated, ${NOT_TOLD}), coalesce(due_date, ${NOT_TOLD}), found_by), ${BETWEEN_RECORDS}) as records
    from demarche.record_parts where marking_key = ${markingKey} ${among} group by kind`.execute(session)
  const shared = sharedTexts()
  return new Map(
    rows.flatMap(({ kind, records }) =>
      records.split(BETWEEN_RECORDS).map((text) => {
        const told = toldIn(kind, text, shared)
        return [told.entity, told] as const
      }),
    ),
  )
}

function toldIn(kind: string, text: string, shared: (text: string) => string): Told {
  const [entity = '', stands, name = NOT_TOLD, stated = NOT_TOLD, due = NOT_TOLD, foundBy = ''] =
    text.split(BETWEEN)
  return toldWith(
    {
      entity,
      kind,
      nameSort: name === NOT_TOLD ? null : name,
      stated: stated === NOT_TOLD ? null : shared(stated),
      stands: stands === 'true',
    },
    due === NOT_TOLD ? null : due,
    foundBy === '' ? NO_FACETS : foundBy.split(' ').map(shared),
  )
}

const NO_FACETS: readonly string[] = []

function toldWith(
  part: Omit<Told, 'unsettledUntil' | 'facets'>,
  due: string | null,
  facets: readonly string[],
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

function together(
  labels: readonly Label<Told>[],
  parts: readonly RecordPart[],
  earlier: readonly PutTogether<Told, Together>[],
): Together {
  const resolved = new Map(parts.map((part) => [part.entity, part]))
  for (const { of, together: before } of earlier) {
    const changed = renewedSince(of, labels)
    if (!changed || changed.size > MOST_IN_PLACE) continue
    for (const entity of [...before.resolved, ...resolved.keys()]) changed.add(entity)
    const records = before.records.filter(({ entity }) => !changed.has(entity))
    for (const entity of changed) {
      const told = toldBySome(entity, labels, resolved)
      if (told?.stands) records.splice(placeOf(told, records), 0, told)
    }
    return { records, resolved: [...resolved.keys()] }
  }
  const found = new Map<string, Told>()
  for (const label of labels) {
    for (const [entity, told] of label) {
      const other = found.get(entity)
      found.set(entity, other ? underBoth(other, told) : told)
    }
  }
  for (const part of parts) if (found.has(part.entity)) found.set(part.entity, toldBy(part))
  const records = [...found.values()].filter(({ stands }) => stands).toSorted(inOrder)
  return { records, resolved: [...resolved.keys()] }
}

/** Where more changed, all are put in order anew. */
const MOST_IN_PLACE = 1000

/** What its labels tell of one record; null where none does. */
function toldBySome(
  entity: string,
  labels: readonly Label<Told>[],
  resolved: ReadonlyMap<string, RecordPart>,
): Told | null {
  const [first, ...others] = labels.flatMap((label) => label.get(entity) ?? [])
  const part = resolved.get(entity)
  if (!first) return null
  return part ? toldBy(part) : others.reduce(underBoth, first)
}

/** What there was and is no more, or not as it was; and what there is now and was not, or not as it is. */
export interface RecordsChanged {
  readonly gone: readonly StatedRecord[]
  readonly come: readonly StatedRecord[]
}

/** How what `statedRecords` gave at one time differs from what it gave at another, by the objects that it gave. */
export function recordsChanged(
  before: readonly StatedRecord[],
  after: readonly StatedRecord[],
): RecordsChanged {
  const [gone, come]: [StatedRecord[], StatedRecord[]] = [[], []]
  let [place, next] = [0, 0]
  while (place < before.length || next < after.length) {
    const [one, other] = [before[place], after[next]]
    if (one === other) {
      place += 1
      next += 1
      continue
    }
    const order = one && other ? inOrder(one, other) : one ? -1 : 1
    if (one && order <= 0) {
      gone.push(one)
      place += 1
    }
    if (other && order >= 0) {
      come.push(other)
      next += 1
    }
  }
  return { gone, come }
}

/** Where a record has its place among those that are in order. */
function placeOf(record: StatedRecord, records: readonly StatedRecord[]): number {
  let [first, behind] = [0, records.length]
  while (first < behind) {
    const middle = (first + behind) >> 1
    const other = records[middle]
    if (other && inOrder(other, record) < 0) first = middle + 1
    else behind = middle
  }
  return first
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
