/**
 * One tree, four formats: Word, PDF, OpenDocument, Markdown.
 *
 * The same tree gives the same bytes in each of them.
 */
import type { DocumentTree } from './document-tree.ts'
import { renderDocx } from './render-docx.ts'
import { renderMarkdown } from './render-markdown.ts'
import { ODT_TYPE, renderOdt } from './render-odt.ts'
import { renderPdf } from './render-pdf.ts'

export const DOCUMENT_FORMATS = ['docx', 'pdf', 'odt', 'md'] as const
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number]

const CONTENT_TYPES: Readonly<Record<DocumentFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  odt: ODT_TYPE,
  md: 'text/markdown; charset=utf-8',
}

/** The media type to send with a file of that format. */
export function contentType(format: DocumentFormat): string {
  return CONTENT_TYPES[format]
}

/** The paper as a file. */
export async function renderDocument(tree: DocumentTree, format: DocumentFormat): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return renderDocx(tree)
    case 'pdf':
      return renderPdf(tree)
    case 'odt':
      return renderOdt(tree)
    case 'md':
      return new TextEncoder().encode(renderMarkdown(tree))
  }
}
