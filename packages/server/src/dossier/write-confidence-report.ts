/**
 * The report of a State under a set of confidence-building measures as a file, with the name under which it is handed over.
 *
 * The renderers are loaded when they are asked for: they are large.
 */
import { formatMarking } from '@demarche/core'
import type { ConfidencePaper, DocumentFormat } from '@demarche/documents'
import type { PaperFile } from './write-options-paper.ts'

export async function writeConfidenceReport(
  report: ConfidencePaper,
  format: DocumentFormat,
): Promise<PaperFile> {
  const { confidenceReportPaper, contentType, gapsIn, renderDocument } = await import('@demarche/documents')
  const tree = confidenceReportPaper(report)
  return {
    bytes: Buffer.from(await renderDocument(tree, format)),
    mediaType: contentType(format),
    filename: `${nameOf(report)}.${format}`,
    gaps: gapsIn(tree),
  }
}

/** The same as a table: the marking, the labels of the form, a row for each act under each measure. */
export async function writeConfidenceTable(report: ConfidencePaper): Promise<PaperFile> {
  const [{ confidenceReportTable }, { writeCsv }] = await Promise.all([
    import('@demarche/documents'),
    import('@demarche/interchange'),
  ])
  const marking = formatMarking(report.marking)
  const rows = [[`Demarche report ${report.report.set} · ${marking}`], ...confidenceReportTable(report)]
  return {
    bytes: Buffer.from(writeCsv(rows)),
    mediaType: 'text/csv; charset=utf-8',
    filename: `${nameOf(report)}-${marking.replaceAll(/[^A-Za-z0-9+]+/g, '-')}.csv`,
  }
}

function nameOf({ report: { set, state, asOf } }: ConfidencePaper): string {
  return `report-${set}-${state}-${asOf}`
}
