/** What changed as CSV: a line with the highest marking of anything in it, a header, a line for each act of record, in the language asked for. */
import type { ChangedRecordRow } from '@demarche/api'
import { highestMarking, propertyOf, type RecordKind } from '@demarche/core'
import type { Language } from '@demarche/core/kernel/language.ts'
import { type Wording, wordingIn } from '@demarche/documents/language/wording.ts'
import { type ExportFile, markedTable } from '../dossier/marked-table.ts'
import { recordCells, recordHeads, withCode } from './export-heads.ts'

/** @param kinds in the words of the language */
export function writeChanges(
  { since, rows }: { readonly since: string; readonly rows: readonly ChangedRecordRow[] },
  kinds: readonly RecordKind[],
  language: Language,
): ExportFile {
  const wording = wordingIn(language)
  const { say } = wording
  const byId = new Map(kinds.map((kind) => [kind.id, kind]))
  const lines = rows.flatMap((row) => {
    const kind = byId.get(row.kind)
    return row.acts.map(({ act, at, by, properties, sources, reason = '' }) => [
      ...recordCells(row, kind),
      say(`table.changes.act.${act}`),
      act,
      at,
      by,
      properties.map((property) => (kind && propertyOf(kind, property)?.label) ?? property).join('; '),
      properties.join('; '),
      sources.join('; '),
      reason,
    ])
  })
  return markedTable({
    title: say('table.changes.title', { since }),
    name: `changes-since-${since}`,
    language,
    marking: highestMarking(rows.map((row) => row.marking)),
    lines: [headOf(wording), ...lines],
  })
}

function headOf(wording: Wording): readonly string[] {
  const { say } = wording
  return [
    ...recordHeads(wording),
    ...withCode(wording, say('table.changes.act')),
    say('table.changes.at'),
    say('table.changes.by'),
    ...withCode(wording, say('table.changes.properties')),
    say('table.changes.sources'),
    say('table.changes.reason'),
  ]
}
