/**
 * What is made of the rows under one marking label, kept for as long as nothing changes under the label.
 *
 * What stands under one label is seen by a reader as a whole or not at all: it is shared by all whom the database shows the
 * label. A label counts its changes, and its digest is the exclusive or of what stands under it: where what came last explains both,
 * nothing else changed, whichever process recorded it, and only that is read again. The count alone cannot be made to come out even.
 *
 * Next door: `../schema/migrations.ts` keeps the digest of a label in step; `digests.ts` and `../portfolio/stated-records.ts` keep
 * by it.
 */
import { CompiledQuery, sql } from 'kysely'
import type { Session } from '../engine/session.ts'
import type { StatementTable } from '../schema/tables.ts'
import { sha256 } from './seal.ts'

/** By entity, what was made of what stands under one label about it. */
export type Label<Made> = ReadonlyMap<string, Made>

export interface SeenByLabel<Made> {
  /** what the reader may see in all at that moment, see `versionOf` */
  readonly version: string
  /** the same ones for as long as nothing changes under them, in order of key */
  readonly labels: readonly Label<Made>[]
}

interface Renewal {
  /** nobody need keep it for this */
  readonly before: WeakRef<Label<unknown>>
  readonly entities: ReadonlySet<string>
}
/** how labels that were not read whole came about */
const renewals = new WeakMap<Label<unknown>, Renewal>()

/**
 * The entities by which these labels alone may differ from earlier ones that they were renewed from. Null where they are others,
 * or where one was read whole since.
 */
export function renewedSince(
  earlier: readonly Label<unknown>[],
  labels: readonly Label<unknown>[],
): Set<string> | null {
  if (earlier.length !== labels.length) return null
  const entities = new Set<string>()
  for (const [place, label] of labels.entries()) {
    for (let one = label; one !== earlier[place];) {
      const renewal = renewals.get(one)
      const before = renewal?.before.deref()
      if (!renewal || !before) return null
      for (const entity of renewal.entities) entities.add(entity)
      one = before
    }
  }
  return entities
}

interface Kept<Made> {
  /** what is made of all that stands under the label, or of what is said of these entities */
  readonly read: (
    session: Session,
    markingKey: string,
    entities?: readonly string[],
  ) => Promise<ReadonlyMap<string, Made>>
  /** whether anything is made of statements about entities of that kind */
  readonly concerns: (kind: string) => boolean
}

/** so many of the last statements under a label are looked at; where more came at once, all of it is read again */
const MOST_LATELY = 40
/** of a label so many moments are kept: a reader may still be at an earlier one than another */
const MOST_MOMENTS = 4

/** What a label held when it had that digest. */
interface Moment<Made> extends LabelDigest {
  readonly label: Label<Made>
  /** ids of what came last under it */
  readonly lately: ReadonlySet<string>
  /** the first of those; null where nothing else stood there */
  readonly since: Place | null
}

/**
 * Keeps it for all readers of one process: what a reader is given is of labels that the database shows to that reader.
 * @returns what gives it; where the labels of that transaction were asked for already, they are not asked for again
 */
export function keepByLabel<Made>({
  read,
  concerns,
}: Kept<Made>): (session: Session, seen?: readonly LabelDigest[]) => Promise<SeenByLabel<Made>> {
  /** by label, the last moments first */
  const kept = new Map<string, readonly Moment<Made>[]>()
  const renew = async (session: Session, now: LabelDigest): Promise<Label<Made>> => {
    const key = now.marking_key
    const moments = kept.get(key) ?? []
    const same = moments.find((moment) => isSame(moment, now))
    if (same) return same.label
    const last = await latelyUnder(session, key, firstOf(moments))
    const known = explained(moments, now, last)
    const label = known
      ? await renewed(session, key, known.before.label, known.added)
      : await read(session, key)
    const remembered = last.slice(0, MOST_LATELY)
    const moment = {
      ...now,
      label,
      lately: new Set(remembered.map(({ id }) => id)),
      since: remembered.at(-1) ?? null,
    }
    kept.set(key, [moment, ...(kept.get(key) ?? [])].slice(0, MOST_MOMENTS))
    return label
  }
  const renewed = async (
    session: Session,
    markingKey: string,
    before: Label<Made>,
    added: readonly Lately[],
  ): Promise<Label<Made>> => {
    const entities = new Set(added.flatMap(({ entity, kind }) => (concerns(kind) ? [entity] : [])))
    if (entities.size === 0) return before
    const label = new Map(before)
    for (const entity of entities) label.delete(entity)
    for (const [entity, made] of await read(session, markingKey, [...entities])) label.set(entity, made)
    renewals.set(label, { before: new WeakRef(before), entities })
    return label
  }
  return async (session, seen) => {
    const digests = seen ?? (await labelsWithRemarkings(session))
    const labels: Label<Made>[] = []
    for (const digest of digests) labels.push(await renew(session, digest))
    return { version: versionIn(digests), labels }
  }
}

type Lately = Pick<StatementTable, 'id' | 'entity' | 'kind' | 'asserted_at'>

/**
 * What came last under a label, whichever process recorded it, the last first. From the first that is remembered on, so that no
 * more is looked at also where the database has no figures yet.
 */
async function latelyUnder(
  session: Session,
  markingKey: string,
  since: Place | null,
): Promise<readonly Lately[]> {
  return session
    .withSchema('demarche')
    .selectFrom('statements')
    .select(['id', 'entity', 'kind', 'asserted_at'])
    .where('marking_key', '=', markingKey)
    .$if(since !== null, (all) =>
      all.where(sql<boolean>`(asserted_at, id) >= (${since?.asserted_at}, ${since?.id})`),
    )
    .orderBy('asserted_at', 'desc')
    .orderBy('id', 'desc')
    .limit(sql.lit(2 * MOST_LATELY))
    .execute()
}

/** Where a statement stands among those under its label. */
type Place = Pick<StatementTable, 'id' | 'asserted_at'>

/** From where on all of these moments remember what there was. */
function firstOf(moments: readonly { readonly since: Place | null }[]): Place | null {
  return moments.reduce<Place | null>(
    (first, { since }) => (since && (!first || isBefore(since, first)) ? since : first),
    null,
  )
}

function isBefore(one: Place, other: Place): boolean {
  return one.asserted_at === other.asserted_at ? one.id < other.id : one.asserted_at < other.asserted_at
}

/**
 * A moment that only what was added since tells from now, and what that is. Null where something else happened too, or what
 * was added says that it is older.
 */
function explained<Made>(
  moments: readonly Moment<Made>[],
  now: LabelDigest,
  last: readonly Lately[],
): { readonly before: Moment<Made>; readonly added: readonly Lately[] } | null {
  for (const before of moments) {
    if (before.remarkings !== now.remarkings) continue
    const { since, lately } = before
    const added = last.filter((one) => !lately.has(one.id) && !(since && isBefore(one, since)))
    if (BigInt(now.changes) - BigInt(before.changes) !== BigInt(added.length)) continue
    const change = added.reduce((rest, { id }) => rest ^ BigInt(`0x${id}`), numberOf(before) ^ numberOf(now))
    if (change === 0n) return { before, added }
  }
  return null
}

const numberOf = ({ digest }: LabelDigest): bigint => BigInt(`0b${digest}`)

/** answers that are kept: readers with the same clearance share one */
const MOST_ANSWERS = 16

/** What labels came to together. */
export interface PutTogether<Made, Together> {
  readonly of: readonly Label<Made>[]
  readonly together: Together
}

/** Keeps what labels come to together, for those who see the same of them. */
export function keepTogether<Made, Together>(): (
  of: readonly Label<Made>[],
  /** @param earlier the last answers, the last first */
  make: (earlier: readonly PutTogether<Made, Together>[]) => Together | Promise<Together>,
) => Promise<Together> {
  let answers: readonly PutTogether<Made, Together>[] = []
  return async (of, make) => {
    const known = answers.find(
      (one) => one.of.length === of.length && one.of.every((label, place) => label === of[place]),
    )
    if (known) return known.together
    const together = await make(answers)
    answers = [{ of, together }, ...answers].slice(0, MOST_ANSWERS)
    return together
  }
}

/** A label, with what changes when that changes which stands under it. */
export interface LabelDigest {
  readonly marking_key: string
  /** 256 binary digits */
  readonly digest: string
  /** how often what stands under it changed, in digits */
  readonly changes: string
  /** of what was marked anew, how; empty where nothing was, or where nobody asked */
  readonly remarkings: string
}

function isSame(one: LabelDigest, other: LabelDigest): boolean {
  return one.changes === other.changes && one.digest === other.digest && one.remarkings === other.remarkings
}

/** What a reader may see, in one token that changes whenever that does, and with nothing else. */
export async function versionOf(session: Session): Promise<string> {
  return versionIn(await labelsOf(session))
}

function versionIn(labels: readonly LabelDigest[]): string {
  return sha256(
    labels.map(({ marking_key, digest, changes }) => `${marking_key}=${digest}/${changes}`).join(';'),
  )
}

/** The labels under which the reader sees something, each with what changes when that does, in order of key. */
async function labelsOf(session: Session): Promise<readonly LabelDigest[]> {
  const { rows } = await sql<LabelDigest>`
    select marking_key, digest::text as digest, changes::text as changes, '' as remarkings
    from demarche.labels where holds > 0 order by marking_key`.execute(session)
  return rows
}

/**
 * The same, where a statement that was marked anew and back again is told from one that never was. Asked label by label, so that
 * the index of what was marked anew is used also where the database has no figures yet: else it looks at every statement.
 */
export async function labelsWithRemarkings(session: Session): Promise<readonly LabelDigest[]> {
  return (await session.executeQuery(LABELS)).rows
}

// each page asks it: the text is not put together anew each time
const LABELS: CompiledQuery<LabelDigest> = CompiledQuery.raw(`
  select marking_key, digest::text as digest, changes::text as changes, coalesce((
      select string_agg(id || remarking, ',' order by id) from demarche.statements as s
      where s.marking_key = labels.marking_key and s.remarking is not null), '') as remarkings
  from demarche.labels where holds > 0 order by marking_key`)
