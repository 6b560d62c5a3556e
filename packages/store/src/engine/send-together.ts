/**
 * What goes to a PostgreSQL server together: the beginning of a transaction and its settings travel with its first question,
 * and nobody waits for the end of one that only read. Each message there and back costs more than a short query.
 *
 * The server takes all in order: where a setting is refused, what follows is refused too, and the refusal of the setting is
 * what its asker is told. What is asked again and again is prepared once for each connection.
 *
 * Rests on: PostgreSQL documentation, "Pipelining" of the frontend/backend protocol; pg's `pipeline`.
 * Next door: `embedded-database.ts` does the same for its thread, `session.ts` writes the settings.
 */
import type pg from 'pg'
import type { NameStatement } from './repeated-statements.ts'
import { SETTINGS } from './settings.ts'

const BEGINS = /^(?:begin|start transaction)\b/
const ONLY_READS = /\bread only\b/

/** Makes that connection send so. It must have been opened with `pipeline`. */
export function sendTogether(client: pg.PoolClient, nameOf: NameStatement): void {
  const ask = client.query.bind(client)
  const { stream } = client.connection
  /** sent with the next question */
  let held = false
  let onlyReads = false
  /** why the transaction under way was refused before its first question; each has its own */
  let transaction: { refused: unknown } = { refused: null }

  const send = (text: string, values: unknown[]): Promise<pg.QueryResult> => {
    const name = nameOf(text)
    return name === null ? ask(text, values) : ask({ name, text, values })
  }
  const sendWithoutWaiting = (text: string, values: unknown[]) => {
    const own = transaction
    send(text, values).catch((error: unknown) => {
      own.refused ??= error
    })
    return { command: '', rows: [] }
  }
  const query = async (text: string, values: unknown[] = []) => {
    if (BEGINS.test(text)) {
      transaction = { refused: null }
      onlyReads = ONLY_READS.test(text)
      if (!held) stream.cork()
      held = true
      return sendWithoutWaiting(text, values)
    }
    if (held && text.startsWith(SETTINGS)) return sendWithoutWaiting(text, values)
    const own = transaction
    const isOver = onlyReads && text === 'commit'
    const answer = isOver ? sendWithoutWaiting(text, values) : send(text, values)
    if (held) stream.uncork()
    held = false
    try {
      return await answer
    } catch (error) {
      throw own.refused ?? error
    }
  }
  Object.defineProperty(client, 'query', { value: query })
}
