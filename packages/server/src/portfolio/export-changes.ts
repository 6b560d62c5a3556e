/** What changed as CSV: a line with the highest marking of anything in it, a header, a line for each act of record. */
import type { ChangedRecordRow } from '@demarche/api'
import { formatMarking, highestMarking, propertyOf, type RecordKind } from '@demarche/core'
import { type ExportFile, markedTable } from '../dossier/marked-table.ts'

const HEADER = ['record', 'kind', 'name', 'marking', 'act', 'at', 'by', 'properties', 'sources', 'reason']

export function writeChanges(
  { since, rows }: { readonly since: string; readonly rows: readonly ChangedRecordRow[] },
  kinds: readonly RecordKind[],
): ExportFile {
  const byId = new Map(kinds.map((kind) => [kind.id, kind]))
  const lines = rows.flatMap((row) => {
    const kind = byId.get(row.kind)
    return row.acts.map(({ act, at, by, properties, sources, reason = '' }) => [
      row.entity,
      kind?.label ?? row.kind,
      row.name,
      formatMarking(row.marking),
      act,
      at,
      by,
      properties.map((property) => (kind && propertyOf(kind, property)?.label) ?? property).join('; '),
      sources.join('; '),
      reason,
    ])
  })
  return markedTable({
    title: `changes since ${since}`,
    name: `changes-since-${since}`,
    marking: highestMarking(rows.map((row) => row.marking)),
    lines: [HEADER, ...lines],
  })
}
