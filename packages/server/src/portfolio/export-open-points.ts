/** The list of work as CSV: a line with the highest marking of anything in it, a header, a line for each open point. */
import type { OpenPointsRow } from '@demarche/api'
import { formatMarking, highestMarking, type PointSort, propertyOf, type RecordKind } from '@demarche/core'
import { type ExportFile, markedTable } from '../dossier/marked-table.ts'

/** What is open, and what would settle it. */
const SAYS: Readonly<Record<PointSort, readonly [open: string, settles: string]>> = {
  overdue: ['its day has passed', 'a source that says what became of it'],
  lapsed: ['not tried for twelve months', 'a communication check'],
  undated: ['no date on record', 'a source that gives the date'],
  region: ['a region is named, and no countries', 'a list of the countries from whoever carries it out'],
  missing: ['nobody has stated it', 'a source that states it'],
  contested: ['sources differ', 'a source that says which holds, or a correction of the one that does not'],
  unverified: ['nobody has read it in its source', 'the source, read by a person'],
}

const HEADER = ['record', 'kind', 'name', 'marking', 'property', 'open', 'what would settle it']

export function writeOpenPoints(
  { asOf, rows }: { readonly asOf: string; readonly rows: readonly OpenPointsRow[] },
  kinds: readonly RecordKind[],
): ExportFile {
  const byId = new Map(kinds.map((kind) => [kind.id, kind]))
  const lines = rows.flatMap((row) => {
    const kind = byId.get(row.kind)
    return row.points.map(({ sort, property }) => [
      row.entity,
      kind?.label ?? row.kind,
      row.name,
      formatMarking(row.marking),
      (property !== undefined && kind && propertyOf(kind, property)?.label) || '',
      ...SAYS[sort],
    ])
  })
  return markedTable({
    title: 'open points',
    name: `open-points-${asOf}`,
    marking: highestMarking(rows.map((row) => row.marking)),
    lines: [HEADER, ...lines],
  })
}
