/**
 * A paper made of records as a file, with the name under which it is handed over: the brief for the next round with a partner, the
 * report under a set of confidence-building measures, the synthesis of a consultation.
 *
 * The renderers are loaded when they are asked for: they are large.
 */
import { slugOfEntity } from '@demarche/core'
import type { ConfidencePaper, DocumentFormat, PartnerBrief, SynthesisPaper } from '@demarche/documents'
import { markingInName } from './marking-in-name.ts'
import { inName } from './shown-as.ts'
import { reportName } from './write-confidence-table.ts'
import type { PaperFile } from './write-options-paper.ts'

export type RecordPaperOrder = (
  | { readonly brief: PartnerBrief }
  | { readonly report: ConfidencePaper }
  | { readonly synthesis: SynthesisPaper }
) & { readonly format: DocumentFormat }

export async function writeRecordPaper(order: RecordPaperOrder): Promise<PaperFile> {
  const { confidenceReportPaper, consultationSynthesis, contentType, gapsIn, partnerBrief, renderDocument } =
    await import('@demarche/documents')
  const { format } = order
  const tree =
    'brief' in order
      ? partnerBrief(order.brief)
      : 'report' in order
        ? confidenceReportPaper(order.report)
        : consultationSynthesis(order.synthesis)
  return {
    bytes: Buffer.from(await renderDocument(tree, format)),
    mediaType: contentType(format),
    filename: `${nameOf(order)}.${format}`,
    gaps: gapsIn(tree),
  }
}

function nameOf(order: RecordPaperOrder): string {
  if ('report' in order) return `${reportName(order.report)}${inName(order.report.language)}`
  if ('brief' in order)
    return `brief-${order.brief.code}-${order.brief.asOf}-${markingInName(order.brief.marking)}${inName(order.brief.language)}`
  const { consultation, asOf, marking, language } = order.synthesis
  return `synthesis-${slugOfEntity(consultation.entity)}-${asOf}-${markingInName(marking)}${inName(language)}`
}
