/** The files in which every document of the desk is offered. A test of the server holds them against the renderers. */
export const DOCUMENT_FORMATS = ['docx', 'pdf', 'odt', 'md'] as const
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number]
