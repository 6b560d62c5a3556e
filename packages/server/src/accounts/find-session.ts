/**
 * The one question of accounts that every request asks: the session of a token and its person, in one go; and sessions by name.
 *
 * The library could ask it too. Asked here it is parsed and planned once for each connection, and its rows are read without more ado.
 * Nothing is kept: what was ended, closed or changed a moment ago is so for the next request, whichever process did it.
 *
 * Rests on: the tables that `account-tables.ts` and the library lay out. Next door: `session-desk.ts` asks.
 */
import { DatabaseSync } from 'node:sqlite'
import type { AccountDatabase } from './account-database.ts'
import type { PersonRow, SessionRow } from './account-tables.ts'

/** A session with its person; null where the person is gone. */
export type SessionOfPerson = SessionRow & { readonly user: PersonRow | null }

/** @param token as the table has it */
export type FindSession = (token: string) => Promise<SessionOfPerson | null>
/** @param ids names of sessions */
export type FindSessions = (ids: readonly string[]) => Promise<readonly SessionOfPerson[]>

const SESSION = `
  select s.id, s.token, s."userId", s."createdAt", s."expiresAt", s.role, s.way, s."activeAt", p.id as person,
    p.name, p.email, p."createdAt" as since, p."twoFactorEnabled", p.party, p.roles, p."maxDistribution", p."maxTlp",
    p."closedAt"
  from session s left join "user" p on p.id = s."userId" where s.`

type Row = Readonly<Record<string, unknown>>

export function findSessionIn({ connection }: Pick<AccountDatabase, 'connection'>): FindSession {
  if (connection instanceof DatabaseSync) {
    const statement = connection.prepare(`${SESSION}token = ?`)
    return async (token) => asSession(statement.get(token))
  }
  return async (token) => {
    const { rows } = await connection.query<Row>({
      name: 'session',
      text: `${SESSION}token = $1`,
      values: [token],
    })
    return asSession(rows[0])
  }
}

/** Of sessions that other processes name (NOT-15). */
export function findSessionsIn({ connection }: Pick<AccountDatabase, 'connection'>): FindSessions {
  if (connection instanceof DatabaseSync) {
    const statement = connection.prepare(`${SESSION}id in (select value from json_each(?))`)
    return async (ids) => asSessions(statement.all(JSON.stringify(ids)))
  }
  return async (ids) => {
    const { rows } = await connection.query<Row>({
      name: 'sessions',
      text: `${SESSION}id = any($1)`,
      values: [ids],
    })
    return asSessions(rows)
  }
}

const asSessions = (rows: readonly Row[]): readonly SessionOfPerson[] =>
  rows.flatMap((row) => asSession(row) ?? [])

function asSession(row: Row | undefined): SessionOfPerson | null {
  if (!row) return null
  return {
    id: text(row['id']),
    token: text(row['token']),
    userId: text(row['userId']),
    createdAt: instant(row['createdAt']),
    expiresAt: instant(row['expiresAt']),
    role: orNull(text, row['role']),
    way: orNull(text, row['way']),
    activeAt: orNull(instant, row['activeAt']),
    user:
      row['person'] === null
        ? null
        : {
            id: text(row['person']),
            name: text(row['name']),
            email: text(row['email']),
            createdAt: instant(row['since']),
            twoFactorEnabled: Boolean(row['twoFactorEnabled']),
            party: text(row['party']),
            roles: text(row['roles']),
            maxDistribution: text(row['maxDistribution']),
            maxTlp: text(row['maxTlp']),
            closedAt: orNull(instant, row['closedAt']),
          },
  }
}

const text = (value: unknown): string => String(value)
/** a date from the server, a text in the file */
const instant = (value: unknown): Date => (value instanceof Date ? value : new Date(String(value)))
const orNull = <T>(read: (value: unknown) => T, value: unknown): T | null =>
  value === null ? null : read(value)
