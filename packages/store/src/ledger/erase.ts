/**
 * Lawful erasure: the content of one statement goes, its id, the authority and the date stay, and the seal still holds.
 *
 * The journal loses the text at once. The embedded database loses it at once for every reader and is built anew at the
 * next start, so that no page of its files keeps it. Backups and a server's own archives are the operator's to clear.
 *
 * Rests on: Regulation (EU) 2018/1725 Art. 19 and Regulation (EU) 2016/679 Art. 17 (right to erasure). Rule LED-10.
 */
import { DemarcheError, faultOf, refusalOf } from '@demarche/api'
import { inWords, NEED_TO_KNOW_LIST, remarkingIn, type StatementReference, valueHashOf } from '@demarche/core'
import { sql } from 'kysely'
import { projectAnew } from './projections.ts'
import type { ChangeFeed } from '../engine/change-feed.ts'
import type { Database } from '../engine/open-database.ts'
import { asKeeper, type Session, takeWriterLock } from '../engine/session.ts'
import type { Journal } from '../journal/journal.ts'
import type { Tombstone } from '../journal/journal-line.ts'
import { forgetStatement } from './kept-statements.ts'
import { statementIn } from './read-statements.ts'

export interface Erasure {
  /** id of the statement */
  readonly statement: string
  /** the decision or provision that requires it, as it shall stand on record */
  readonly authority: string
  /** who carries it out */
  readonly by: string
}

export interface ErasureStore {
  readonly database: Database
  readonly journal: Journal | null
  readonly clock: () => Date
  readonly feed: Pick<ChangeFeed, 'announce' | 'committed'>
  readonly rebuildAtNextStart?: (() => Promise<void>) | undefined
}

/**
 * Erases one statement and returns what is left of it.
 * @throws DemarcheError `not-found` when there is no such statement or it is erased already; `value-refused` when no
 *   authority is named
 */
export async function erase(store: ErasureStore, { statement, authority, by }: Erasure): Promise<Tombstone> {
  if (authority.trim() === '' || by.trim() === '') {
    throw new DemarcheError(
      'value-refused',
      'An erasure names its authority and who carries it out. (LED-10)',
    )
  }
  const { database, journal } = store
  const act = (): Promise<Tombstone> =>
    asKeeper(database, async (session) => {
      await takeWriterLock(session)
      const row = await session
        .withSchema('demarche')
        .selectFrom('statements')
        .select(['id', 'entity', 'kind', 'body', 'content_hash', 'remarking'])
        .where('id', '=', statement)
        .where('erased', '=', false)
        .executeTakeFirst()
      if (!row) throw new DemarcheError('not-found', `There is no statement ${statement} to erase. (LED-10)`)
      if (row.kind === NEED_TO_KNOW_LIST) await refuseListInForce(session, row)
      const erased = statementIn(row)
      const { entity, kind, marking, assertedBy, assertedAt, source, supersedes, retracts } = erased
      const remarks = remarkingIn(erased)
      const tombstone: Tombstone = {
        authority,
        by,
        at: store.clock().toISOString(),
        entity,
        kind,
        marking,
        contentHash: row.content_hash,
        assertedAt,
        assertedBy,
        ...(remarks === null ? {} : { remarks }),
        ...(source.date === undefined ? {} : { sourceDate: source.date }),
        ...(supersedes === undefined ? {} : { supersedes: supersedes.map(withoutWords) }),
        ...(retracts === undefined ? {} : { retracts: retracts.map(withoutWords) }),
      }
      await store.rebuildAtNextStart?.()
      await journal?.erase({ id: statement, tombstone })
      await sql`select demarche.erase(${statement}, ${JSON.stringify(tombstone)})`.execute(session)
      await projectAnew(session, [entity])
      await store.feed.announce(session, [{ entity, kind }])
      forgetStatement(statement)
      return tombstone
    })
  const tombstone = await (journal ? journal.accepted(act) : act())
  store.feed.committed([tombstone])
  return tombstone
}

/** What stands on a list now cannot be erased: nobody could read what is marked with it. */
async function refuseListInForce(session: Session, row: { id: string; entity: string }): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select s.id from demarche.statements as s join demarche.seals as k on k.statement = s.id
    where s.entity = ${row.entity} and s.kind = ${NEED_TO_KNOW_LIST} order by k.seq desc limit 1`.execute(
    session,
  )
  if (rows[0]?.id !== row.id) return
  throw refusalOf('value-refused', faultOf('/', inWords('list-in-force', { seen: row.entity }), 'LED-15'))
}

function withoutWords({ statement, property, value, valueHash }: StatementReference) {
  const hash = value === undefined ? valueHash : valueHashOf(value)
  return {
    statement,
    ...(property === undefined ? {} : { property }),
    ...(hash === undefined ? {} : { valueHash: hash }),
  }
}
