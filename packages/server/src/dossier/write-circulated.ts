/**
 * A document of a procedure as a file, with the name under which it is handed over.
 *
 * The writers are loaded when the first document is asked for: they are large. Setting a PDF takes seconds in which
 * nothing else runs, so the server asks `paper-thread.ts`.
 */
import type { Doctrine, Dossier } from '@demarche/core'
import type { CirculatedDocument, DocumentFormat } from '@demarche/documents'
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
): Promise<PaperFile> {
  const { contentType, writeDocument } = await import('@demarche/documents')
  const bytes = await writeDocument({ ...document, dossier, producedOn }, doctrine, format)
  const version = document.version === undefined ? '' : `-v${document.version}`
  return {
    bytes: Buffer.from(bytes),
    mediaType: contentType(format),
    filename: `${name}${version}-${producedOn}.${format}`,
  }
}
