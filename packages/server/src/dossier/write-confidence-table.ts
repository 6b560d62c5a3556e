/**
 * The report of a State under a set of confidence-building measures as a table, with the name under which it is handed over.
 *
 * Next door: `write-record-paper.ts` sets the same as a paper.
 */
import { formatMarking } from '@demarche/core'
import type { ConfidencePaper } from '@demarche/documents'
import { inName } from './shown-as.ts'
import type { PaperFile } from './write-options-paper.ts'

/** The marking, the labels of the form, a row for each act under each measure. */
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
    filename: `${reportName(report)}${inName(report.language)}-${marking.replaceAll(/[^A-Za-z0-9+]+/g, '-')}.csv`,
  }
}

/** The beginning of the name of a report, in whatever form. */
export function reportName({ report: { set, state, asOf } }: ConfidencePaper): string {
  return `report-${set}-${state}-${asOf}`
}
