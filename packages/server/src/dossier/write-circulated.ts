/**
 * A document of a procedure as a file, with the name under which it is handed over.
 *
 * The writers are loaded when the first document is asked for: they are large. Setting a PDF takes seconds in which
 * nothing else runs, so the server asks `paper-thread.ts`.
 */
import type { Doctrine, Dossier } from '@demarche/core'
import type { CirculatedDocument, DocumentFormat } from '@demarche/documents'
import { nameAs, type Shown } from './shown-as.ts'
import type { PaperFile } from './write-options-paper.ts'

export interface CirculatedOrder {
  readonly document: Omit<CirculatedDocument, 'dossier' | 'producedOn'>
  /** what the file is called before its version; letters, digits, dots and hyphens only */
  readonly name: string
}

/** @throws RangeError naming rule TXT-18 when doctrine has no such outline or the text no such version */
export async function writeCirculated(
  { document, name }: CirculatedOrder,
  dossier: Dossier,
  doctrine: Doctrine,
  format: DocumentFormat,
  producedOn: string,
  shown: Shown = {},
): Promise<PaperFile> {
  const { circulatedDocument, contentType, gapsIn, renderDocument, shownAs } =
    await import('@demarche/documents')
  const { as, language = 'en' } = shown
  const tree = circulatedDocument({ ...document, dossier, producedOn, language }, doctrine)
  const bytes = await renderDocument(shownAs(tree, as), format)
  const version = document.version === undefined ? '' : `-v${document.version}`
  return {
    bytes: Buffer.from(bytes),
    mediaType: contentType(format),
    filename: `${name}${version}-${producedOn}${nameAs(shown)}.${format}`,
    gaps: gapsIn(tree),
  }
}
