/**
 * The report of a State under a set of confidence-building measures as a table, with the name under which it is handed over.
 *
 * Next door: `write-record-paper.ts` sets the same as a paper.
 */
import type { ConfidencePaper } from '@demarche/documents'
import type { ExportFile } from './marked-table.ts'
import { inName } from './shown-as.ts'

/** The marking, the labels of the form, a row for each act under each measure. */
export async function writeConfidenceTable(report: ConfidencePaper): Promise<ExportFile> {
  const [{ confidenceReportTable }, { markedTable }] = await Promise.all([
    import('@demarche/documents'),
    import('./marked-table.ts'),
  ])
  return markedTable({
    title: `report ${report.report.set}`,
    name: `${reportName(report)}${inName(report.language)}`,
    marking: report.marking,
    lines: confidenceReportTable(report),
  })
}

/** The beginning of the name of a report, in whatever form. */
export function reportName({ report: { set, state, asOf } }: ConfidencePaper): string {
  return `report-${set}-${state}-${asOf}`
}
