/**
 * Asking the embedded PostgreSQL: what is asked again is parsed and planned once, and goes to the engine in one message.
 *
 * Takes SQL with parameters; gives rows as the engine's own `query` does, with the same parsers, or throws its error.
 *
 * Rests on: PostgreSQL documentation, "Message Flow" (Parse, Describe, Bind, Execute, Sync). Next door:
 * `embedded-worker.ts` asks, `repeated-statements.ts` says what is worth it.
 */
import { messages, type PGlite, protocol, types } from '@electric-sql/pglite'
import type { Answer } from './embedded-database.ts'
import { nameRepeated } from './repeated-statements.ts'

export type Answered = Required<Pick<Answer, 'rows' | 'affectedRows'>>

interface Prepared {
  /** types of the parameters, by their numbers in the catalogue */
  readonly parameters: readonly number[]
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[]
}

/** Gives the way to ask that engine. */
export function openEmbeddedQuery(pglite: PGlite) {
  const nameOf = nameRepeated()
  const prepared = new Map<string, Prepared>()

  const prepare = async (name: string, text: string): Promise<Prepared> => {
    const { serialize } = protocol
    const answer = await pglite.execProtocolStream(
      Buffer.concat([
        serialize.parse({ name, text }),
        serialize.describe({ type: 'S', name }),
        serialize.sync(),
      ]),
      { syncToFs: false },
    )
    const described: Prepared = {
      parameters:
        answer.find((one) => one instanceof messages.ParameterDescriptionMessage)?.dataTypeIDs ?? [],
      fields: answer.find((one) => one instanceof messages.RowDescriptionMessage)?.fields ?? [],
    }
    prepared.set(name, described)
    return described
  }

  const ask = async (name: string, text: string, given: readonly unknown[]): Promise<Answered> => {
    const { serialize } = protocol
    const { parameters, fields } = prepared.get(name) ?? (await prepare(name, text))
    const values = given.map((value, place) => serialised(value, parameters[place]))
    const answer = await pglite.execProtocolStream(
      Buffer.concat([serialize.bind({ statement: name, values }), serialize.execute({}), serialize.sync()]),
      { syncToFs: false },
    )
    const done = answer.findLast((one) => one instanceof messages.CommandCompleteMessage)
    const rows: Answered['rows'] = []
    for (const one of answer) {
      if (!(one instanceof messages.DataRowMessage)) continue
      const row: Record<string, unknown> = {}
      for (const [place, { name: column, dataTypeID }] of fields.entries())
        row[column] = types.parseType(one.fields[place] ?? null, dataTypeID, pglite.parsers)
      rows.push(row)
    }
    return { rows, affectedRows: affectedBy(done?.text) }
  }

  const serialised = (value: unknown, type: number | undefined) => {
    if (value === null || value === undefined) return null
    const serializer = type === undefined ? undefined : pglite.serializers[type]
    return serializer ? serializer(value) : String(value)
  }

  return async (sql: string, parameters: readonly unknown[]): Promise<Answered> => {
    const name = nameOf(sql)
    if (name !== null) return ask(name, sql, parameters)
    const { rows, affectedRows = 0 } = await pglite.query(sql, [...parameters])
    return { rows, affectedRows }
  }
}

const COUNTED = /^(?:INSERT|UPDATE|DELETE|MERGE)\b.* (\d+)$/

/** How many rows a command changed, as its tag says; reading changes none. */
function affectedBy(tag: string | undefined): number {
  return Number(COUNTED.exec(tag ?? '')?.[1] ?? 0)
}
