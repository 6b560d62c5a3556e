/**
 * Digests of what a reader sees: the same when, and only when, it is the same. What is made of statements is kept by them.
 *
 * What stands under one marking label is seen by a reader as a whole or not at all. So the digests of all entities of a kind
 * are kept label by label, for as long as nothing changes under the label, and shared by all whom the database shows it.
 * A label's digest is the exclusive or of what stands under it: where what was just added explains how it changed, nothing
 * else did, and only that is read again.
 *
 * Next door: `../schema/migrations.ts` keeps the digest of a label in step; `../engine/session.ts` says who reads.
 */
import { MARKING_KIND, type Statement } from '@demarche/core'
import { sql } from 'kysely'
import type { Session } from '../engine/session.ts'
import type { StatementTable } from '../schema/tables.ts'
import { type RecordedRow, readStatements, STATEMENT_COLUMNS } from './read-statements.ts'
import { markingColumns } from './prepare.ts'
import { sha256 } from './seal.ts'

/** What a reader sees of an entity: its statements, oldest first, and their digest. */
export interface Seen {
  readonly entity: string
  readonly digest: string
  readonly statements: Statement[]
}

/** All entities of a kind about which something visible is said that was not erased. */
export interface KindSeen {
  /** what the reader may see in all at that moment, see `versionOf` */
  readonly version: string
  /** by entity, in order of name */
  readonly digests: ReadonlyMap<string, string>
}

export interface KeptDigests {
  ofKind(session: Session, kind: string): Promise<KindSeen>
  /** What was just put on record here; need not be told of everything. */
  added(statements: readonly Statement[]): void
}

type DigestRow = Pick<StatementTable, 'id' | 'entity' | 'marking_key' | 'remarking'> & {
  readonly erased: boolean
}
const DIGEST_COLUMNS = ['id', 'entity', 'marking_key', 'erased', 'remarking'] as const

/** What stands under one label about one entity. */
interface UnderLabel {
  readonly digest: string
  /** not all of it was erased */
  readonly stands: boolean
}
/** by entity */
type Label = ReadonlyMap<string, UnderLabel>

/** What a reader may see, in one token that changes when, and only when, that does. */
export async function versionOf(session: Session): Promise<string> {
  return versionIn(await labelsOf(session))
}

function versionIn(labels: readonly LabelDigest[]): string {
  return sha256(labels.map(({ marking_key, digest }) => `${marking_key}=${digest}`).join(';'))
}

/** The digests of what is visible of these entities, by entity, in order of name. */
export async function digestsOf(session: Session, entities: readonly string[]): Promise<Map<string, string>> {
  if (entities.length === 0) return new Map()
  const rows = await session
    .withSchema('demarche')
    .selectFrom('statements')
    .select(DIGEST_COLUMNS)
    .where('entity', '=', sql<string>`any(${entities})`)
    .where('kind', '<>', MARKING_KIND)
    .orderBy('entity')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ entity }) => entity)].map(([entity, own]) => [entity, digestIn(own)]),
  )
}

/** These entities as they are seen, statements and digest from one moment. */
export async function seenOf(session: Session, entities: readonly string[]): Promise<Seen[]> {
  if (entities.length === 0) return []
  const rows: (RecordedRow & DigestRow)[] = await session
    .withSchema('demarche')
    .selectFrom('statements')
    .select([...STATEMENT_COLUMNS, 'entity', 'marking_key'])
    .where('entity', '=', sql<string>`any(${entities})`)
    .where('kind', '<>', MARKING_KIND)
    .orderBy('asserted_at')
    .orderBy('id')
    .execute()
  return [...Map.groupBy(rows, ({ entity }) => entity)].map(([entity, own]) => ({
    entity,
    digest: digestIn(own),
    statements: readStatements(own),
  }))
}

/** so many of the last statements are remembered; whoever adds more has everything read again */
const MOST_ADDED = 200
/** answers that are kept: readers with the same clearance share one */
const MOST_ANSWERS = 16

type Added = Pick<Statement, 'id' | 'entity' | 'kind'> & { readonly markingKey: string }

/** Keeps digests for all readers of one process: what a reader is given is of labels that the database shows to that reader. */
export function keepDigests(): KeptDigests {
  /** by kind and label, what stood there when the label had that digest */
  const kept = new Map<string, LabelDigest & { readonly label: Label }>()
  let lately: readonly Added[] = []
  /** the last answers, each for the labels that it was put together from */
  let answers: readonly { readonly of: readonly Label[]; readonly digests: ReadonlyMap<string, string> }[] =
    []

  const togetherOnce = (of: readonly Label[]): ReadonlyMap<string, string> => {
    const known = answers.find(
      (one) => one.of.length === of.length && one.of.every((label, place) => label === of[place]),
    )
    if (known) return known.digests
    const digests = together(of)
    answers = [{ of, digests }, ...answers].slice(0, MOST_ANSWERS)
    return digests
  }

  const renew = async (session: Session, kind: string, now: LabelDigest): Promise<Label> => {
    const key = `${kind} ${now.marking_key}`
    const before = kept.get(key)
    if (before && isSame(before, now)) return before.label
    const added = before ? explained(before, now, lately) : null
    const label = new Map(added ? before?.label : [])
    const entities = added?.filter((one) => one.kind === kind).map(({ entity }) => entity)
    for (const entity of entities ?? []) label.delete(entity)
    for (const [entity, part] of await partsOf(session, kind, now.marking_key, entities))
      label.set(entity, part)
    kept.set(key, { ...now, label })
    return label
  }
  return {
    async ofKind(session, kind) {
      const labels = await labelsWithRemarkings(session)
      const parts: Label[] = []
      for (const label of labels) parts.push(await renew(session, kind, label))
      return { version: versionIn(labels), digests: togetherOnce(parts) }
    },
    added(statements) {
      const noted = statements.slice(-MOST_ADDED).map((statement): Added => {
        const { id, entity, kind } = statement
        return { id, entity, kind, markingKey: markingColumns(statement).marking_key }
      })
      lately = [...lately, ...noted].slice(-MOST_ADDED)
    },
  }
}

/**
 * The last statements whose coming, or going, turned the one into the other: what became of each is then to be read. Null
 * where something else happened too.
 */
function explained(before: LabelDigest, now: LabelDigest, lately: readonly Added[]): readonly Added[] | null {
  if (before.remarkings !== now.remarkings) return null
  const here = lately.filter(({ markingKey }) => markingKey === now.marking_key)
  let change = BigInt(`0b${before.digest}`) ^ BigInt(`0b${now.digest}`)
  for (let first = here.length - 1; first >= 0; first -= 1) {
    change ^= BigInt(`0x${here[first]?.id}`)
    if (change === 0n) return here.slice(first)
  }
  return null
}

interface LabelDigest {
  readonly marking_key: string
  /** 256 binary digits */
  readonly digest: string
  /** of what was marked anew, how; empty where nothing was, or where nobody asked */
  readonly remarkings: string
}

function isSame(one: LabelDigest, other: LabelDigest): boolean {
  return one.digest === other.digest && one.remarkings === other.remarkings
}

/** The labels under which the reader sees something, each with what changes when that does, in order of key. */
async function labelsOf(session: Session): Promise<readonly LabelDigest[]> {
  const { rows } = await sql<LabelDigest>`
    select marking_key, digest::text as digest, '' as remarkings from demarche.labels
    where digest <> repeat('0', 256)::bit(256) order by marking_key`.execute(session)
  return rows
}

/** The same, where a statement that was marked anew and back again is told from one that never was. */
async function labelsWithRemarkings(session: Session): Promise<readonly LabelDigest[]> {
  const { rows } = await sql<{ marking_key: string; digest: string | null; remarkings: string | null }>`
    select marking_key, digest::text as digest, null as remarkings from demarche.labels
      where digest <> repeat('0', 256)::bit(256)
    union all
    select marking_key, null, string_agg(id || remarking, ',' order by id) from demarche.statements
      where remarking is not null group by marking_key
    order by marking_key`.execute(session)
  const remarkings = new Map(
    rows.flatMap(({ marking_key, remarkings: how }) => (how === null ? [] : [[marking_key, how] as const])),
  )
  return rows.flatMap(({ marking_key, digest }) =>
    digest === null ? [] : [{ marking_key, digest, remarkings: remarkings.get(marking_key) ?? '' }],
  )
}

/** What stands under a label about entities of that kind, or about these of them. */
async function partsOf(
  session: Session,
  kind: string,
  markingKey: string,
  entities?: readonly string[],
): Promise<Map<string, UnderLabel>> {
  if (entities?.length === 0) return new Map()
  const among = entities ? sql`and entity = any(${[...new Set(entities)]})` : sql``
  // put together there and hashed here: the embedded database takes a hundred times as long to hash, and one row per
  // entity comes here faster than one per statement
  const { rows } = await sql<{ entity: string; said: string; stands: boolean }>`
    select entity, bool_or(not erased) as stands,
      string_agg(id || erased::text || coalesce(remarking, ''), ',' order by id) as said
    from demarche.statements where kind = ${kind} and marking_key = ${markingKey} ${among}
    group by entity`.execute(session)
  return new Map(
    rows.map(({ entity, said, stands }) => [entity, { digest: sha256(`${markingKey} ${said}`), stands }]),
  )
}

/** @param labels in order of key */
function together(labels: readonly Label[]): Map<string, string> {
  const parts = new Map<string, UnderLabel[]>()
  for (const label of labels) {
    for (const [entity, part] of label) {
      const others = parts.get(entity)
      if (others) others.push(part)
      else parts.set(entity, [part])
    }
  }
  return new Map(
    [...parts]
      .filter(([, own]) => own.some(({ stands }) => stands))
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([entity, own]) => [entity, digestOfParts(own.map(({ digest }) => digest))]),
  )
}

/** The same digest from the rows of one entity. */
function digestIn(rows: readonly DigestRow[]): string {
  const labels = [...Map.groupBy(rows, ({ marking_key }) => marking_key)].toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  )
  return digestOfParts(
    labels.map(([markingKey, own]) => {
      const said = own
        .toSorted((one, other) => (one.id < other.id ? -1 : 1))
        .map(({ id, erased, remarking }) => `${id}${erased}${remarking ?? ''}`)
      return sha256(`${markingKey} ${said.join(',')}`)
    }),
  )
}

/** @param digests of what stands under each label, in order of label */
function digestOfParts(digests: readonly string[]): string {
  const [only, ...others] = digests
  return only !== undefined && others.length === 0 ? only : sha256(digests.join(','))
}
