/** The list of work as CSV: a line with the highest marking of anything in it, a header, a line for each open point, in the language asked for. */
import type { OpenPointsRow } from '@demarche/api'
import { highestMarking, propertyOf, type RecordKind } from '@demarche/core'
import type { Language } from '@demarche/core/kernel/language.ts'
import { type Wording, wordingIn } from '@demarche/documents/language/wording.ts'
import { type ExportFile, markedTable } from '../dossier/marked-table.ts'
import { recordCells, recordHeads, withCode } from './export-heads.ts'

/** @param kinds in the words of the language */
export function writeOpenPoints(
  { asOf, rows }: { readonly asOf: string; readonly rows: readonly OpenPointsRow[] },
  kinds: readonly RecordKind[],
  language: Language,
): ExportFile {
  const wording = wordingIn(language)
  const { say } = wording
  const byId = new Map(kinds.map((kind) => [kind.id, kind]))
  const lines = rows.flatMap((row) => {
    const kind = byId.get(row.kind)
    return row.points.map(({ sort, property }) => [
      ...recordCells(row, kind),
      (property !== undefined && kind && propertyOf(kind, property)?.label) || '',
      property ?? '',
      say(`table.openPoints.sort.${sort}`),
      sort,
      say(`table.openPoints.settle.${sort}`),
    ])
  })
  return markedTable({
    title: say('table.openPoints.title'),
    name: `open-points-${asOf}`,
    language,
    marking: highestMarking(rows.map((row) => row.marking)),
    lines: [headOf(wording), ...lines],
  })
}

function headOf(wording: Wording): readonly string[] {
  const { say } = wording
  return [
    ...recordHeads(wording),
    ...withCode(wording, say('table.openPoints.property')),
    ...withCode(wording, say('table.openPoints.open')),
    say('table.openPoints.settles'),
  ]
}
