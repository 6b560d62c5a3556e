/**
 * The one write of accounts that requests which only read make: when the person of a session last did something.
 *
 * Such a request must not wait for the disk, which may take a second and holds up whoever comes next. So this write alone may be lost
 * in a power cut, with what was written in the second before: the time of idling then began a moment earlier (ACC-15). A process
 * that is killed loses nothing.
 *
 * Rests on: PostgreSQL documentation, "Asynchronous Commit"; SQLite documentation, `PRAGMA synchronous` in WAL mode.
 * Next door: `find-session.ts` for what every request asks, `session-desk.ts`.
 */
import { DatabaseSync } from 'node:sqlite'
import type { AccountDatabase } from './account-database.ts'

/** @param session its id @param at when its person did something */
export type NoteActivity = (session: string, at: Date) => Promise<void>

/** The setting holds for the one transaction that the statement is. */
const ON_SERVER = `
  with at_once as (select set_config('synchronous_commit', 'off', true))
  update session set "activeAt" = $1 from at_once where id = $2`

export function noteActivityIn({ connection }: Pick<AccountDatabase, 'connection'>): NoteActivity {
  if (connection instanceof DatabaseSync) {
    const statement = connection.prepare('update session set "activeAt" = ? where id = ?')
    return async (session, at) => {
      const note = () => statement.run(at.toISOString(), session)
      // of a transaction that is under way it is a part, and as safe as the rest
      if (connection.isTransaction) note()
      else withoutSync(connection, note)
    }
  }
  return async (session, at) => {
    await connection.query({ name: 'activity', text: ON_SERVER, values: [at, session] })
  }
}

/** Nothing else runs meanwhile: all of it is done before the thread does anything else. */
function withoutSync(connection: DatabaseSync, act: () => void): void {
  connection.exec('pragma synchronous = normal')
  try {
    act()
  } finally {
    connection.exec('pragma synchronous = full')
  }
}
