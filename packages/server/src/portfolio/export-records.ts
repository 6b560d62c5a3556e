/**
 * Records of one kind as a file: a table (CSV, XLSX), JSON with every source, projects as IATI.
 *
 * Everything is what the reader sees and nothing else; the file carries the highest marking of what is in it.
 *
 * Next door: `portfolio-desk.ts` finds the records; `@demarche/interchange` writes them and reads them back.
 */
import {
  DemarcheError,
  type ExportedRecords,
  faultOf,
  type RecordExportFormat,
  refusalOf,
} from '@demarche/api'
import {
  alternativesOf,
  highestMarking,
  inWords,
  type Party,
  type PortfolioRecord,
  type RecordKind,
  type Statement,
} from '@demarche/core'
import { type LeftOut, tableRows, withRemarks, writeCsv, writeIati } from '@demarche/interchange'
import type { ExportFile } from '../dossier/marked-table.ts'
import { markingInName } from '../dossier/marking-in-name.ts'

export interface RecordExport {
  readonly kind: RecordKind
  readonly records: readonly PortfolioRecord[]
  /** by entity */
  readonly statements: ReadonlyMap<string, readonly Statement[]>
  readonly asOf: string
  /** instant of the export */
  readonly at: Date
  /** whose desk it is */
  readonly party: string
  readonly parties: readonly Party[]
}

const MEDIA_TYPES: Readonly<Record<RecordExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  iati: 'application/xml; charset=utf-8',
}

/** @throws DemarcheError value-refused when the format holds nothing of it */
export async function exportRecords(what: RecordExport, format: RecordExportFormat): Promise<ExportFile> {
  const bytes = await bytesIn(what, format)
  const ending = format === 'iati' ? 'xml' : format
  const { kind, records, asOf } = what
  const marked = markingInName(highestMarking(records.map((record) => record.marking)))
  return { bytes, mediaType: MEDIA_TYPES[format], filename: `${kind.id}-${asOf}-${marked}.${ending}` }
}

async function bytesIn(what: RecordExport, format: RecordExportFormat): Promise<Uint8Array> {
  const { kind, records } = what
  switch (format) {
    case 'csv':
      return utf8(writeCsv(tableRows(kind, records)))
    case 'xlsx': {
      // the library is loaded when somebody asks for a workbook
      const { writeWorkbook } = await import('@demarche/interchange/table/workbook.ts')
      return writeWorkbook(kind.plural, tableRows(kind, records))
    }
    case 'json':
      return utf8(`${JSON.stringify(asJson(what), null, 2)}\n`)
    case 'iati':
      return utf8(await asIati(what))
  }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Every claim with its sources; contested values side by side. */
function asJson({ kind, records, statements, asOf }: RecordExport): ExportedRecords {
  return {
    kind: kind.id,
    asOf,
    marking: highestMarking(records.map((record) => record.marking)),
    records: records.map((record) => {
      const sources = new Map((statements.get(record.entity) ?? []).map(({ id, source }) => [id, source]))
      return {
        entity: record.entity,
        name: record.name,
        marking: record.marking,
        claims: record.facts.flatMap((row) =>
          alternativesOf(row).map(({ value, support }) => ({
            property: row.property,
            value,
            sources: support.flatMap(({ statement }) => sources.get(statement) ?? []),
          })),
        ),
        doubts: record.doubts,
      }
    }),
  }
}

async function asIati({ kind, records, statements, at, party, parties }: RecordExport): Promise<string> {
  if (kind.id !== 'project') {
    throw refusalOf('value-refused', faultOf('/format', inWords('iati-holds-projects'), 'INT-48'))
  }
  const own = parties.find(({ code }) => code === party)
  const written = writeIati({
    kind,
    projects: records.map((record) => ({ record, statements: statements.get(record.entity) ?? [] })),
    reporter: { ref: party, name: own?.label ?? party, type: own?.kind === 'member-state' ? '10' : '40' },
    at: at.toISOString(),
  })
  const { leftOut } = written
  if (leftOut.length < records.length) return withRemarks(written, at.toISOString().slice(0, 10))
  throw records.length === 0
    ? refusalOf('value-refused', faultOf('/', inWords('iati-needs-one'), 'INT-48'))
    : noneHeld(leftOut)
}

/** Says of each what it lacks, as far as a reader would go through them. */
function noneHeld(leftOut: readonly LeftOut[]): DemarcheError {
  const none = faultOf('/format', inWords('iati-holds-none'), 'INT-48')
  const each = leftOut.slice(0, MOST_NAMED).map(({ entity, why }) => faultOf(entity, why, 'INT-48'))
  return new DemarcheError('value-refused', `${none.message} (rule INT-48)`, [none, ...each])
}

const MOST_NAMED = 100
