/**
 * Digests of what a reader sees: the same when, and only when, it is the same. What is made of statements is kept by them.
 *
 * Next door: `kept-by-label.ts` keeps the digests of all entities of a kind label by label; `../engine/session.ts` says who
 * reads.
 */
import { MARKING_KIND, type Statement } from '@demarche/core'
import { sql } from 'kysely'
import type { Session } from '../engine/session.ts'
import type { StatementTable } from '../schema/tables.ts'
import { type RecordedRow, readStatements, STATEMENT_COLUMNS } from './read-statements.ts'
import { keepByLabel, keepTogether, type Label, type LabelDigest } from './kept-by-label.ts'
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

/** For all readers of one process; see `keepByLabel` for the labels that were seen already. */
export function keepDigests(): (
  session: Session,
  kind: string,
  seen?: readonly LabelDigest[],
) => Promise<KindSeen> {
  const kinds = new Map<string, ReturnType<typeof keepByLabel<UnderLabel>>>()
  const once = keepTogether<UnderLabel, ReadonlyMap<string, string>>()
  return async (session, kind, seen) => {
    const ofKind =
      kinds.get(kind) ??
      keepByLabel<UnderLabel>({
        read: (asking, markingKey, entities) => partsOf(asking, kind, markingKey, entities),
        concerns: (one) => one === kind,
      })
    kinds.set(kind, ofKind)
    const { version, labels } = await ofKind(session, seen)
    return { version, digests: await once(labels, () => together(labels)) }
  }
}

/** What stands under a label about entities of that kind, or about these of them. */
async function partsOf(
  session: Session,
  kind: string,
  markingKey: string,
  entities?: readonly string[],
): Promise<Map<string, UnderLabel>> {
  // of few entities the label is no way to find them: without figures the database would go through all under it as well
  const label = entities ? sql`marking_key || '' = ${markingKey}` : sql`marking_key = ${markingKey}`
  const among = entities ? sql`and entity = any(${entities})` : sql``
  // put together there and hashed here: the embedded database takes a hundred times as long to hash, and one row per
  // entity comes here faster than one per statement
  const { rows } = await sql<{ entity: string; said: string; stands: boolean }>`
    select entity, bool_or(not erased) as stands,
      string_agg(id || erased::text || coalesce(remarking, ''), ',' order by id) as said
    from demarche.statements where kind = ${kind} and ${label} ${among}
    group by entity`.execute(session)
  return new Map(
    rows.map(({ entity, said, stands }) => [entity, { digest: sha256(`${markingKey} ${said}`), stands }]),
  )
}

/** @param labels in order of key */
function together(labels: readonly Label<UnderLabel>[]): Map<string, string> {
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
