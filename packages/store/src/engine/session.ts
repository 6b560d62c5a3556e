/**
 * The only way to a row: a transaction in which the database knows who is reading.
 *
 * Every query runs under a role that owns nothing, with the reader's clearance set for this transaction alone; the
 * policies of `../schema/migrations.ts` then decide row by row.
 *
 * Rests on: PostgreSQL documentation, "Row Security Policies", `SET LOCAL ROLE`.
 */
import { type Audience, DISTRIBUTIONS, type Reader, TLP_LABELS } from '@demarche/core'
import { CompiledQuery, sql, type Transaction } from 'kysely'
import type { Tables } from '../schema/tables.ts'
import type { Database } from './open-database.ts'
import { SETTINGS, SETTINGS_TO_READ } from './settings.ts'

export type Session = Transaction<Tables>

/** Runs `act` in one transaction as that reader; it sees and adds only what the reader may see. */
export function asReader<T>(
  database: Database,
  reader: Reader,
  act: (session: Session) => Promise<T>,
): Promise<T> {
  return database.transaction().execute(async (session) => {
    await session.executeQuery(CompiledQuery.raw(AS_READER, [...clearanceOf(reader), RECORDING]))
    return act(session)
  })
}

/**
 * How the database comes by the plan of what is asked again: for what looks up by ids, entities or labels one serves all, and
 * making it takes longer than the reading; what searches is planned for what is searched for.
 */
export type Planning = 'force_generic_plan' | 'auto'

/**
 * The same for whoever only reads: all of it is of one moment, and the database refuses to write.
 * @param shownTo where it is shown to others: what they may not see is not seen then (ACS-09)
 */
export function asReaderOnly<T>(
  database: Database,
  reader: Reader,
  shownTo: Audience | undefined,
  act: (session: Session) => Promise<T>,
  planning: Planning = 'auto',
): Promise<T> {
  const clearance = shownTo ? clearanceOfBoth(reader, shownTo) : clearanceOf(reader)
  return atOneMoment(database).execute(async (session) => {
    await session.executeQuery(CompiledQuery.raw(AS_READER_ONLY, [...clearance, planning]))
    return act(session)
  })
}

/** On a server, where others go on working; the embedded database has one connection, and every moment is one. */
function atOneMoment(database: Database) {
  return database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
}

// the same text each time, and not put together anew for each question
const CLEARANCE = `set_config('role', 'demarche_reader', true), set_config('demarche.party', $1, true),
  set_config('demarche.person', $2, true), set_config('demarche.role', $3, true),
  set_config('demarche.distribution', $4, true), set_config('demarche.tlp', $5, true),
  set_config('plan_cache_mode', $6, true)`
/** whoever records asks by ids, entities and labels alone */
const RECORDING: Planning = 'force_generic_plan'
const AS_READER = `${SETTINGS} ${CLEARANCE}`
const AS_READER_ONLY = `${SETTINGS_TO_READ}, ${CLEARANCE}`

function clearanceOf({ party, person, role, maxDistribution, maxTlp }: Reader): string[] {
  oneParty(party)
  const distribution = String(DISTRIBUTIONS.indexOf(maxDistribution))
  return [party, person, role, distribution, String(TLP_LABELS.indexOf(maxTlp))]
}

/** What both may see: the lower ceiling, what is released to both parties, and nothing on a list, where no audience stands. */
function clearanceOfBoth({ party, role, ...reader }: Reader, audience: Audience): string[] {
  return [
    `${oneParty(party)},${oneParty(audience.party)}`,
    'nobody',
    role,
    lowerOf(DISTRIBUTIONS, reader.maxDistribution, audience.maxDistribution),
    lowerOf(TLP_LABELS, reader.maxTlp, audience.maxTlp),
  ]
}

/** Two parties stand in one setting with a comma between them: no code may pass for two. */
function oneParty(party: string): string {
  if (party.includes(','))
    throw new RangeError(`"${party}" is no code of one party: expected no comma (ACS-09)`)
  return party
}

function lowerOf<T>(labels: readonly T[], one: T, other: T): string {
  return String(Math.min(labels.indexOf(one), labels.indexOf(other)))
}

/** Runs `act` in one transaction as the keeper of the ledger: verification, backup, erasure, rebuilding. */
export function asKeeper<T>(database: Database, act: (session: Session) => Promise<T>): Promise<T> {
  return database.transaction().execute(async (session) => {
    await sql`${sql.raw(SETTINGS)} set_config('role', 'demarche_keeper', true)`.execute(session)
    return act(session)
  })
}

/** Runs `act` as the keeper inside a transaction of somebody else, which goes on as theirs afterwards. */
export async function asKeeperWithin<T>(session: Session, act: (session: Session) => Promise<T>): Promise<T> {
  const { rows } = await sql<{ role: string }>`select current_user as role`.execute(session)
  await sql`select set_config('role', 'demarche_keeper', true)`.execute(session)
  const done = await act(session)
  await sql`select set_config('role', ${rows[0]?.role ?? 'none'}, true)`.execute(session)
  return done
}

/** The same in one snapshot that nothing recorded meanwhile enters; for a server, where others go on working. */
export function asKeeperAtOneMoment<T>(
  database: Database,
  act: (session: Session) => Promise<T>,
): Promise<T> {
  return atOneMoment(database).execute(async (session) => {
    await sql`${sql.raw(SETTINGS)} set_config('role', 'demarche_keeper', true)`.execute(session)
    return act(session)
  })
}

/** One writer at a time, whatever the number of processes; held until the transaction ends. */
export async function takeWriterLock(session: Session): Promise<void> {
  await sql`select pg_advisory_xact_lock(1147494258)`.execute(session)
}
