/** Questions about norms: every record of a kind with its sources, as the tables of norms need them. */
import type { NewRecordAnswer, RecordListAnswer, RecordRow, StatementInput } from '@demarche/api'
import type { RecordFacts } from '@demarche/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getJson, queryString, sendJson } from './client.ts'

/** So many are asked for at a time; the server gives no more. */
const PAGE = 200

async function allRecords(
  kind: string,
  asOf: string | undefined,
  signal: AbortSignal,
): Promise<readonly RecordRow[]> {
  const rows: RecordRow[] = []
  for (;;) {
    const answer = await getJson<RecordListAnswer>(
      `/api/portfolio/records${queryString({ kind, asOf, detail: 'all', offset: rows.length, limit: PAGE })}`,
      signal,
    )
    rows.push(...answer.rows)
    if (rows.length >= answer.total || answer.rows.length === 0) return rows
  }
}

/** Every record of the kind that the reader may see, with all its facts and sources. */
export function useAllRecords(kind: string, asOf: string | undefined) {
  return useQuery({
    queryKey: ['portfolio', 'all', kind, asOf ?? 'today'],
    queryFn: ({ signal }) => allRecords(kind, asOf, signal),
  })
}

/** Rows as the core reads them. */
export function factsOf(rows: readonly RecordRow[]): readonly RecordFacts[] {
  return rows.map(({ entity, name, facts, sources = {} }) => ({ entity, name, facts, sources }))
}

/** A record to be put on record: its kind, and what is said of it on whose word. */
export interface NewRecord {
  readonly kind: string
  readonly input: StatementInput
}

/**
 * Puts records on record one after the other. What was recorded before one was refused stays, and `done` is told of each, so
 * that another attempt goes on where this one ended.
 */
export function useNewRecords() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({
      records,
      done,
    }: {
      readonly records: readonly NewRecord[]
      readonly done: (index: number, entity: string) => void
    }) => {
      for (const [index, { kind, input }] of records.entries()) {
        const { entity } = await sendJson<NewRecordAnswer>('POST', '/api/portfolio/records', {
          kind,
          ...input,
        })
        done(index, entity)
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['portfolio'] }),
  })
}
