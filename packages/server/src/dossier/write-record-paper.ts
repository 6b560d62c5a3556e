/**
 * A paper made of records as a file, with the name under which it is handed over: the brief for the next round with a partner, the
 * report under a set of confidence-building measures, the synthesis of a consultation.
 *
 * The renderers are loaded when they are asked for: they are large.
 */
import { slugOfEntity } from '@demarche/core'
import type { ConfidencePaper, DocumentFormat, PartnerBrief, SynthesisPaper } from '@demarche/documents'
import { markingInName } from './marking-in-name.ts'
import { nameAs, type Shown } from './shown-as.ts'
import { reportName } from './write-confidence-table.ts'
import type { PaperFile } from './write-options-paper.ts'

export type RecordPaperOrder = (
  | { readonly brief: PartnerBrief }
  | { readonly report: ConfidencePaper }
  | { readonly synthesis: SynthesisPaper }
) &
  Pick<Shown, 'as'> & { readonly format: DocumentFormat }

export async function writeRecordPaper(order: RecordPaperOrder): Promise<PaperFile> {
  const {
    confidenceReportPaper,
    consultationSynthesis,
    contentType,
    gapsIn,
    partnerBrief,
    renderDocument,
    shownAs,
  } = await import('@demarche/documents')
  const { format, as } = order
  const tree =
    'brief' in order
      ? partnerBrief(order.brief)
      : 'report' in order
        ? confidenceReportPaper(order.report)
        : consultationSynthesis(order.synthesis)
  return {
    bytes: Buffer.from(await renderDocument(shownAs(tree, as), format)),
    mediaType: contentType(format),
    filename: `${nameOf(order)}.${format}`,
    gaps: gapsIn(tree),
  }
}

function nameOf(order: RecordPaperOrder): string {
  const { as } = order
  if ('report' in order)
    return `${reportName(order.report)}${nameAs({ as, language: order.report.language })}`
  const [start, { asOf, marking, language }] =
    'brief' in order
      ? [`brief-${order.brief.code}`, order.brief]
      : [`synthesis-${slugOfEntity(order.synthesis.consultation.entity)}`, order.synthesis]
  return `${start}-${asOf}-${markingInName(marking)}${nameAs({ as, language })}`
}
