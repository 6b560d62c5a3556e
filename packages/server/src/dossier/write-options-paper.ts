/**
 * The options paper of a dossier as a file, with the name under which it is handed over.
 *
 * The renderers are loaded when the first paper is asked for: they are large, and most requests need none.
 * Setting a PDF takes seconds in which nothing else runs: the server asks `paper-thread.ts`, the shell may ask here.
 */
import type { Doctrine, Dossier } from '@demarche/core'
import type { DocumentFormat } from '@demarche/documents'
import type { ExportFile } from './marked-table.ts'
import { nameAs, type Shown } from './shown-as.ts'

export interface PaperFile extends ExportFile {
  readonly bytes: Buffer
  /** of a document of a procedure: how many places say that nothing is on record for them */
  readonly gaps?: number
}

/**
 * @param producedOn calendar day in Brussels that is printed as the date of the paper
 * @param shown as which party, and in which language
 */
export async function writeOptionsPaper(
  dossier: Dossier,
  doctrine: Doctrine,
  format: DocumentFormat,
  producedOn: string,
  shown: Shown = {},
): Promise<PaperFile> {
  const { contentType, optionsPaper, renderDocument, shownAs } = await import('@demarche/documents')
  const { as, language = 'en' } = shown
  const tree = optionsPaper(dossier, doctrine, { producedOn, language })
  const bytes = await renderDocument(shownAs(tree, as), format)
  const slug = dossier.entity.replace(/^case:/, '').replaceAll(/[^\w.-]/g, '-')
  return {
    bytes: Buffer.from(bytes),
    mediaType: contentType(format),
    filename: `options-paper-${slug}-${dossier.asOf}${nameAs(shown)}.${format}`,
  }
}
