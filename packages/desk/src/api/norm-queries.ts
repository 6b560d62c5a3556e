/** Questions about norms: every record of a kind with its sources, as the tables of norms need them. */
import type { RecordListAnswer, RecordRow } from '@demarche/api'
import type { RecordFacts } from '@demarche/core'
import { useQuery } from '@tanstack/react-query'
import { getJson, queryString } from './client.ts'

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
