/**
 * The brief for the next round with a partner as a file, with the name under which it is handed over.
 *
 * The renderers are loaded when they are asked for: they are large.
 */
import type { DocumentFormat, PartnerBrief } from '@demarche/documents'
import { markingInName } from './marking-in-name.ts'
import type { PaperFile } from './write-options-paper.ts'

export async function writePartnerBrief(brief: PartnerBrief, format: DocumentFormat): Promise<PaperFile> {
  const { contentType, gapsIn, partnerBrief, renderDocument } = await import('@demarche/documents')
  const tree = partnerBrief(brief)
  return {
    bytes: Buffer.from(await renderDocument(tree, format)),
    mediaType: contentType(format),
    filename: `brief-${brief.code}-${brief.asOf}-${markingInName(brief.marking)}.${format}`,
    gaps: gapsIn(tree),
  }
}
