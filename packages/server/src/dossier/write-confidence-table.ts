/**
 * The report of a State under a set of confidence-building measures as a table, with the name under which it is handed over.
 *
 * Next door: `write-record-paper.ts` sets the same as a paper.
 */
import type { ConfidencePaper } from '@demarche/documents'
import type { ExportFile } from './marked-table.ts'
import { nameAs } from './shown-as.ts'

/**
 * The marking, the labels of the form, a row for each act under each measure.
 * @param as the party as which it is shown; the line below the title says so (ACS-11)
 */
export async function writeConfidenceTable(
  report: ConfidencePaper,
  as: string | undefined,
): Promise<ExportFile> {
  const [{ confidenceReportTable, confidenceReportTitle, sayShownAs }, { markedTable }] = await Promise.all([
    import('@demarche/documents'),
    import('./marked-table.ts'),
  ])
  const lines = confidenceReportTable(report)
  const { language = 'en' } = report
  return markedTable({
    title: confidenceReportTitle(report),
    name: `${reportName(report)}${nameAs({ as, language })}`,
    marking: report.marking,
    lines: as === undefined ? lines : [[sayShownAs(language, as, report.setName)], ...lines],
  })
}

/** The beginning of the name of a report, in whatever form. */
export function reportName({ report: { set, state, asOf } }: ConfidencePaper): string {
  return `report-${set}-${state}-${asOf}`
}
